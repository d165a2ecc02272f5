import { describe, expect, test } from "vitest";
import { aBiff, biffRecord, double, gbkText, long, wideText, word } from "../../../../test/support/a-biff.ts";
import { anOle } from "../../../../test/support/an-ole.ts";
import { addressOf } from "./sheet.ts";
import { documentOfXls } from "./xls.ts";

const open = (stream: Uint8Array, name = "Workbook") =>
  documentOfXls({ name: "表.xls", bytes: anOle([{ name, content: stream }]) });

function read(
  stream: Uint8Array,
  name?: string,
): { readonly cells: string[]; readonly notes: string[]; readonly views: string[] } {
  const found = open(stream, name);
  if (!found.ok) throw new Error(found.refusal.message.zh);
  const { cells, text, notes, views } = found.value;
  return {
    cells: cells.map(({ column, row, span, columns, rows }) => {
      const reach = columns > 1 || rows > 1 ? ` ${columns}x${rows}` : "";
      return `${addressOf(column, row)}=${text.slice(span.start, span.end)}${reach}`;
    }),
    notes: notes.map(({ code, facts }) => `${code} ${Object.values(facts).join(" ")}`),
    views: views.map((view) => (view.kind === "sheet" ? view.name : "")),
  };
}

const at = (row: number, column: number, style = 0): number[] => [...word(row), ...word(column), ...word(style)];
const style8 = (format: number, border = 0): Uint8Array =>
  biffRecord(0xe0, word(0), word(format), word(0), word(0), word(0), word(border), long(0), word(0));
const style5 = (format: number): Uint8Array =>
  biffRecord(0xe0, word(0), word(format), word(0), word(0), long(0), long(0));

describe("workbooks of Excel 95", () => {
  const sheet = (texts: readonly string[]) => [
    { name: "表一", records: texts.map((text, row) => biffRecord(0x204, at(row, 0), gbkText(text))) },
  ];

  test("texts, names of sheets and formats are in the code page of the workbook", () => {
    const globals = [
      biffRecord(0x42, word(936)),
      biffRecord(0x41e, word(164), gbkText('yyyy"年"', true)),
      style5(0),
      style5(164),
    ];
    const records = [biffRecord(0x204, at(0, 0), gbkText("绩效目标")), biffRecord(0x203, at(0, 1, 1), double(44926))];
    const found = read(aBiff(5, globals, [{ name: "项目表", records }]), "Book");
    expect([found.cells, found.views]).toEqual([["A1=绩效目标", "B1=2022年"], ["项目表"]]);
  });

  test.each([936, 1252, 0])("GBK where the workbook names the code page %d", (codePage) => {
    const globals = codePage === 0 ? [] : [biffRecord(0x42, word(codePage))];
    expect(read(aBiff(5, globals, sheet(["绩效目标", "abc"]))).cells).toEqual(["A1=绩效目标", "A2=abc"]);
  });

  test("a stream without its container is read too", () => {
    const found = documentOfXls({ name: "表.xls", bytes: aBiff(5, [], sheet(["绩效"])) });
    expect(found.ok && found.value.lines.map(({ cells }) => cells[0]?.text)).toEqual(["绩效"]);
  });
});

describe("workbooks of Excel 97 to 2003", () => {
  test("every kind of cell", () => {
    const records = [
      biffRecord(0x203, at(0, 0), double(67634.3)),
      biffRecord(0x27e, at(0, 1), long((12345 << 2) | 3)),
      biffRecord(0xbd, word(1), word(0), word(0), long((5 << 2) | 2), word(1), long((7 << 2) | 2), word(1)),
      biffRecord(0x204, at(2, 0), wideText("甲")),
      biffRecord(0x205, at(2, 1), [1, 0]),
      biffRecord(0x205, at(2, 2), [7, 1]),
      biffRecord(0x06, at(3, 0), double(2.5), word(0), long(0), word(0)),
      biffRecord(0x06, at(3, 1), [0, 0, 0, 0, 0, 0, 255, 255], word(0), long(0), word(0)),
      biffRecord(0x207, wideText("结果")),
      biffRecord(0x06, at(3, 2), [2, 0, 42, 0, 0, 0, 255, 255], word(0), long(0), word(0)),
    ];
    const { cells } = read(aBiff(8, [style8(0), style8(9)], [{ name: "表", records }]));
    expect(cells).toEqual([
      "A1=67634.3",
      "B1=123.45",
      "A2=5",
      "B2=700%",
      "A3=甲",
      "B3=TRUE",
      "C3=#DIV/0!",
      "A4=2.5",
      "B4=结果",
      "C4=#N/A",
    ]);
  });

  test("shared texts go on over records, and change their width where they do", () => {
    const long1 = "绩".repeat(300);
    const units = [...long1].flatMap((one) => word(one.charCodeAt(0)));
    const sst = [
      biffRecord(0xfc, long(3), long(3), wideText("甲"), word(300), [1], units.slice(0, 400)),
      biffRecord(0x3c, [1], units.slice(400), word(4), [0], [97, 98]),
      biffRecord(0x3c, [1], word("绩".charCodeAt(0)), word("效".charCodeAt(0))),
    ];
    const records = [0, 1, 2].map((number) => biffRecord(0xfd, at(number, 0), long(number)));
    const { cells } = read(aBiff(8, sst, [{ name: "表", records }]));
    expect(cells).toEqual(["A1=甲", `A2=${long1}`, "A3=ab绩效"]);
  });

  test("merged cells, hidden rows, columns and sheets, comments and pictures", () => {
    const records = [
      biffRecord(0x208, word(1), word(0), word(3), word(255), word(0), word(0), word(0x20), word(0)),
      biffRecord(0x7d, word(1), word(1), word(2000), word(0), word(1), word(0)),
      biffRecord(0x204, at(0, 0), wideText("标题")),
      biffRecord(0x204, at(1, 1), wideText("乙")),
      biffRecord(0x5d, word(0x15), word(18), word(8), word(1)),
      biffRecord(0xe5, word(1), word(0), word(0), word(0), word(1)),
      biffRecord(0x1c, word(0), word(0), word(0), word(1)),
    ];
    const found = read(
      aBiff(
        8,
        [style8(0)],
        [
          { name: "表", records },
          { name: "藏", state: 1, records },
          { name: "图", kind: 2, records: [] },
        ],
      ),
    );
    expect(found.cells).toEqual(["A1=标题 2x1", "B2=乙"]);
    expect(found.notes).toEqual([
      "rows-hidden 表 1 1",
      "part-unread 表：图片 pictures × 1",
      "part-unread 表：批注 comments × 1",
      "sheet-hidden 藏",
      "part-unread 图：图表工作表 chart sheet",
    ]);
  });

  test("framed blank rows hold a table together", () => {
    const text = (row: number) => biffRecord(0x204, at(row, 0), wideText("甲"));
    const tables = (blank: Uint8Array) => {
      const found = open(
        aBiff(8, [style8(0), style8(0, 0x1111)], [{ name: "表", records: [text(0), blank, text(2)] }]),
      );
      return found.ok && found.value.lines.map(({ table }) => table);
    };
    expect(tables(biffRecord(0x201, at(1, 0, 1)))).toEqual([0, 0]);
    expect(tables(biffRecord(0xbe, word(1), word(0), word(0), word(1), word(1)))).toEqual([0, 0]);
    expect(tables(biffRecord(0x201, at(1, 0, 0)))).toEqual([0, 1]);
  });

  test("charts within a sheet are no part of its cells", () => {
    const chart = [
      biffRecord(0x809, word(0x600), word(0x20)),
      biffRecord(0x203, at(9, 9), double(1)),
      biffRecord(0x0a),
    ];
    const records = [...chart, biffRecord(0x204, at(0, 0), wideText("甲"))];
    expect(read(aBiff(8, [], [{ name: "表", records }])).cells).toEqual(["A1=甲"]);
  });
});

describe("what cannot be read is refused with the reason", () => {
  test.each<readonly [string, Uint8Array, string]>([
    ["encrypted", aBiff(8, [biffRecord(0x2f, word(1))], []), "needs-password"],
    ["Excel 4", biffRecord(0x409, word(0), word(0x10), word(0)), "format-too-old"],
    ["no workbook", biffRecord(0x1234, word(0)), "damaged"],
    ["no sheet", aBiff(8, [], []), "damaged"],
    ["nothing in it", aBiff(8, [], [{ name: "表", records: [] }]), "nothing-inside"],
  ])("%s", (_, stream, code) => {
    const found = open(stream);
    expect(!found.ok && found.refusal.code).toBe(code);
  });

  test("a container whose chains turn in circles is read as far as it goes", () => {
    const bytes = anOle([{ name: "Workbook", content: aBiff(8, [], [{ name: "表", records: [] }]) }]);
    for (let at = bytes.length - 512; at < bytes.length; at += 4) {
      const looped = bytes.slice();
      looped.fill(0, at, at + 4);
      expect(documentOfXls({ name: "表", bytes: looped }).ok).toBe(false);
    }
  });
});
