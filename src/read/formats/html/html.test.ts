import { describe, expect, test } from "vitest";
import { limits } from "../../limits.ts";
import type { SourceDocument } from "../../source-document.ts";
import { documentOfHtml } from "./html.ts";

function read(page: string | Uint8Array, sentAs?: string): SourceDocument {
  const bytes = typeof page === "string" ? new TextEncoder().encode(page) : page;
  const document = documentOfHtml({ name: "页.html", bytes, ...(sentAs === undefined ? {} : { sentAs }) });
  if (!document.ok) throw new Error(document.refusal.message.zh);
  return document.value;
}

const refusalOf = (page: string): string | undefined => {
  const document = documentOfHtml({ name: "页.html", bytes: new TextEncoder().encode(page) });
  return document.ok ? undefined : document.refusal.code;
};

/** Lines as they are written, line ends within cells as "⏎". */
const linesOf = (page: string): string[] =>
  read(page)
    .text.trimEnd()
    .split("\n")
    .map((line) => line.replace(/\u2028/gu, "⏎"));

/** Place and reach of each cell of a table: `row,column rows×columns`. */
const placesOf = (page: string): string[] =>
  read(page)
    .cells.filter(({ table }) => table !== undefined)
    .map(({ row, column, rows, columns }) => `${row},${column} ${rows}×${columns}`);

describe("tables", () => {
  test.each([
    ["end tags left out", "<table><tr><td>甲<td>乙<tr><td>丙<td>丁", ["甲\t乙", "丙\t丁"]],
    [
      "foot before body, as old pages have it",
      "<table><tfoot><tr><td>合计<td>3</tfoot><thead><tr><th>项目<th>金额</thead><tbody><tr><td>河道<td>3</table>",
      ["项目\t金额", "河道\t3", "合计\t3"],
    ],
    [
      "a second head stays where it is",
      "<table><thead><tr><td>甲<td>乙</thead><tbody><tr><td>1<td>2</tbody><thead><tr><td>丙<td>丁</thead><tbody><tr><td>3<td>4</table>",
      ["甲\t乙", "1\t2", "丙\t丁", "3\t4"],
    ],
    ["caption above its table", "<table><caption>表一</caption><tr><td>甲<td>乙</table>", ["表一", "甲\t乙"]],
    ["line ends in a cell", "<table><tr><td>甲<br>乙<p>丙</p><div>丁</div><td>戊</table>", ["甲⏎乙⏎丙⏎丁\t戊"]],
    ["blanks of the source", "<table><tr><td>  甲 \n 乙&nbsp; <td>A\n  B</table>", ["甲乙\u00a0\tA B"]],
    ["words where no cell is", "<table>散<tr><td>甲<td>乙</table>", ["散", "甲\t乙"]],
    ["a hidden cell takes no place", '<table><tr><td>甲<td style="display: none">藏<td>乙</table>', ["甲\t乙"]],
    ["an unseen cell takes its place", '<table><tr><td>甲<td style="visibility:hidden">藏<td>乙</table>', ["甲\t\t乙"]],
    [
      "what a spreadsheet wrote for machines only",
      '<table><tr><td x:num="5.13"></td><td x:num="0.95">95%</td></table>',
      ["5.13\t95%"],
    ],
    [
      "office conditions are no words",
      "<table><!--[if gte mso 9]><xml>甲</xml><![endif]--><tr><td><![if !supportEmptyParas]>乙<![endif]><td>丙</table>",
      ["乙\t丙"],
    ],
    [
      "fields of a form",
      '<table><tr><td><input value="三"><td><select><option>一<option selected>二</select><td><textarea>四</textarea></table>',
      ["三\t二\t四"],
    ],
    ["one column is no table", "<table><tr><td>甲<tr><td>乙</table>", ["甲", "乙"]],
  ])("%s", (_, page, lines) => {
    expect(linesOf(page)).toEqual(lines);
  });

  test.each([
    [
      "rowspan 0 reaches to the end of its group",
      "<table><tbody><tr><td rowspan=0>甲<td>乙<tr><td>丙</tbody><tbody><tr><td>丁<td>戊",
      ["0,0 2×1", "0,1 1×1", "1,1 1×1", "2,0 1×1", "2,1 1×1"],
    ],
    [
      "a rowspan past the end stops there",
      "<table><tr><td rowspan=9>甲<td>乙<tr><td>丙",
      ["0,0 2×1", "0,1 1×1", "1,1 1×1"],
    ],
    [
      "a colspan past all reason is as wide as the table",
      "<table><tr><td colspan=1000000000>甲<tr><td>乙<td>丙",
      ["0,0 1×2", "1,0 1×1", "1,1 1×1"],
    ],
    [
      "spans that are no numbers count as one",
      '<table><tr><td colspan="甲" rowspan="-3">甲<td colspan="2x">乙<tr><td>丙<td>丁<td>戊',
      ["0,0 1×1", "0,1 1×2", "1,0 1×1", "1,1 1×1", "1,2 1×1"],
    ],
  ])("%s", (_, page, places) => {
    expect(placesOf(page)).toEqual(places);
  });
});

describe("tables in tables", () => {
  test("a table that arranges the page gives way to what it holds, and nothing is read twice", () => {
    const data = "<table><tr><td>项目<td>金额<tr><td>河道<td>3</table>";
    const page = `<table><tr><td>标志<td>搜索<tr><td>栏目<td><h1>目标表</h1>${data}</table>`;
    expect(linesOf(page)).toEqual(["标志", "搜索", "栏目", "目标表", "项目\t金额", "河道\t3"]);
  });

  test("a table in a cell of a list becomes rows and columns of it", () => {
    const inner = (one: string, two: string) => `<table><tr><td>产出<td>${one}<tr><td>效益<td>${two}</table>`;
    const page = `<table><tr><th>序号<th>项目<th>指标<tr><td>1<td>河道<td>${inner("3次", "95%")}<tr><td>2<td>堤防<td>${inner("5里", "90%")}</table>`;
    expect(linesOf(page)).toEqual([
      "序号\t项目\t指标\t",
      "1\t河道\t产出\t3次",
      "\t\t效益\t95%",
      "2\t堤防\t产出\t5里",
      "\t\t效益\t90%",
    ]);
  });

  test("a head in a table of its own belongs to the table below it; forms below each other stay apart", () => {
    const tablesOf = (page: string): string[] =>
      read(page).cells.map(({ table, row, span }) => `${table}:${row} ${read(page).text.slice(span.start, span.end)}`);
    const table = (...rows: readonly string[]): string =>
      `<table>${rows.map((row) => `<tr>${[...row].map((one) => `<td>${one}`).join("")}`).join("")}</table>`;
    const first = (page: string): string[] => tablesOf(page).filter((_, at) => at % 3 === 0);
    expect(first(table("甲乙丙") + table("123", "456", "789"))).toEqual(["0:0 甲", "0:1 1", "0:2 4", "0:3 7"]);
    expect(first(table("甲乙丙") + table("123") + table("456") + table("789"))).toEqual([
      "0:0 甲",
      "0:1 1",
      "0:2 4",
      "0:3 7",
    ]);
    const form = table("甲乙丙", "123", "456");
    expect(first(form + form)).toEqual(["0:0 甲", "0:1 1", "0:2 4", "1:0 甲", "1:1 1", "1:2 4"]);
  });

  test("a thousand tables in each other are refused or read, never endless", () => {
    expect(refusalOf("<table><tr><td>".repeat(1_000))).toBe("too-large");
    expect(linesOf(`${"<table><tr><td>".repeat(100)}甲`)).toEqual(["甲"]);
  });
});

describe("what a page does not show", () => {
  test("hidden words are left out and said; scripts and styles are no words", () => {
    const document = read('<style>p{}</style><script>var 甲</script><p>见<span style="DISPLAY : NONE">不见</span></p>');
    expect(document.text).toBe("见\n");
    expect(document.notes).toEqual([
      { code: "text-hidden", at: { start: 0, end: 0 }, facts: { characters: 2, words: "不见" } },
    ]);
  });

  test("deleted words of a reviewed document are left out and said", () => {
    expect(
      read("<p>甲<del>乙丙</del><ins>丁</ins></p>").notes.map(({ code, facts }) => [code, facts.characters]),
    ).toEqual([["text-deleted", 2]]);
  });

  test("a page that loads its table by script says so, and names the files it links to", () => {
    const page = '<div id="app">加载中</div><script src="a.js"></script><a href="/f/表.xlsx?v=1">目标表</a>';
    expect(read(page).notes.map(({ facts }) => facts.part)).toEqual([
      "附件 目标表",
      "由网页脚本载入的内容（请在浏览器中打开，待表格显示后复制或另存，再导入）",
    ]);
  });

  test("frames are named, not fetched", () => {
    const page = '<frameset><frame src="sheet001.htm"><frame src="https://example.org/a.htm"></frameset>';
    expect(read(page).notes.map(({ facts }) => facts.part)).toEqual([
      "框架页 sheet001.htm",
      "框架页 https://example.org/a.htm",
    ]);
  });
});

describe("lists", () => {
  test("numbers that a browser prints are part of the words", () => {
    const page = "<ol start=3><li><p>甲</p></li><li>乙<ol type=a><li>丙</ol></li><li value=9>丁</ol><ul><li>戊</ul>";
    expect(linesOf(page)).toEqual(["3. 甲", "4. 乙", "a. 丙", "9. 丁", "戊"]);
  });
});

describe("encodings", () => {
  const gb = (head: string): Uint8Array =>
    Uint8Array.from([...new TextEncoder().encode(head), 0xd6, 0xd0, 0xb9, 0xfa, 0x95, 0x34, 0xb2, 0x35]);

  test.each([
    [
      "gb2312 means GB18030, with its rare characters",
      gb("<meta charset=gb2312><p>"),
      undefined,
      "中国\u{20bb7}",
      "gb18030",
      [],
    ],
    [
      "a wrong label loses against the content",
      gb("<meta charset='utf-8'><p>"),
      undefined,
      "中国\u{20bb7}",
      "gb18030",
      ["utf-8"],
    ],
    ["no label", gb("<p>"), undefined, "中国\u{20bb7}", "gb18030", []],
    [
      "western by default, Chinese by content",
      gb("<meta charset=iso-8859-1><p>"),
      undefined,
      "中国\u{20bb7}",
      "gb18030",
      ["iso-8859-1"],
    ],
    ["UTF-8 labelled GBK", new TextEncoder().encode("<meta charset=gbk><p>水务"), undefined, "水务", "utf-8", ["gbk"]],
    ["the sender's word", gb("<p>"), "utf-8", "中国\u{20bb7}", "gb18030", ["utf-8"]],
    ["a last character cut off", gb("<p>").subarray(0, -1), undefined, "中国", "gb18030", []],
    [
      "UTF-16 without a mark",
      Uint8Array.from([..."<p>水务"].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])),
      undefined,
      "水务",
      "utf-16le",
      [],
    ],
    [
      "a mark of UTF-8",
      Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode("<p>水务")]),
      undefined,
      "水务",
      "utf-8",
      [],
    ],
  ])("%s", (_, bytes, sentAs, words, encoding, labelled) => {
    const document = read(bytes, sentAs);
    expect([document.text.trim(), document.description.encoding]).toEqual([words, encoding]);
    expect(document.notes.map(({ facts }) => facts.labelled)).toEqual(labelled);
  });

  test("bytes of no character are said, with how many", () => {
    const bytes = Uint8Array.from([
      ...new TextEncoder().encode("<p>水务局河道巡查"),
      0xff,
      ...new TextEncoder().encode("经费</p>"),
    ]);
    const document = read(bytes);
    expect(document.notes.map(({ code }) => code)).toEqual(["encoding-contradicted"]);
  });
});

describe("limits", () => {
  test("depth: one below is read, one above refused", () => {
    const page = (depth: number): string => `${"<div>".repeat(depth - 2)}甲`; // html and body stand around
    expect(refusalOf(page(limits.htmlDepth))).toBeUndefined();
    expect(refusalOf(page(limits.htmlDepth + 1))).toBe("too-large");
    expect(refusalOf(page(100_000))).toBe("too-large");
  });

  test("few bytes that a browser's repair would make endless are refused", () => {
    const formats = Array.from({ length: 400 }, (_, at) => `<b a=${at}>`).join("");
    expect(refusalOf(`<p>${formats}</p>${"<p>甲".repeat(20_000)}`)).toBe("too-large");
  });

  test("a table of more cells than the limit is refused", () => {
    const wide = `<tr>${"<td>".repeat(1_000)}</tr>`;
    expect(refusalOf(`<table>${wide}${"<tr><td>甲".repeat(2_000)}</table>`)).toBe("too-large");
    expect(refusalOf(`<table>${wide}${"<tr><td>甲".repeat(1_999)}</table>`)).toBeUndefined();
  });
});
