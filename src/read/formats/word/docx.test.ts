import {
  Document,
  FootnoteReferenceRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import { describe, expect, test } from "vitest";
import { docxWith } from "../../../../test/support/word-markup.ts";
import { limits } from "../../limits.ts";
import type { SourceDocument } from "../../source-document.ts";
import { documentOfDocx } from "./docx.ts";

function read(bytes: Uint8Array): SourceDocument {
  const document = documentOfDocx({ name: "表.docx", bytes });
  if (!document.ok) throw new Error(document.refusal.message.zh);
  return document.value;
}

const linesOf = (body: string, others?: Readonly<Record<string, string>>): string[] =>
  read(docxWith(body, others))
    .text.trimEnd()
    .split("\n")
    .map((line) => line.replace(/\u2028/gu, "⏎"));

const p = (content: string, properties = ""): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const r = (words: string, properties = ""): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
const tc = (content: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const cell = (words: string, properties = ""): string => tc(p(r(words)), properties);
const tr = (content: string, properties = ""): string => `<w:tr><w:trPr>${properties}</w:trPr>${content}</w:tr>`;
const tbl = (...rows: readonly string[]): string => `<w:tbl>${rows.join("")}</w:tbl>`;
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

describe("paragraphs", () => {
  test.each([
    ["runs put together", p(r("绩效") + r("目标")), ["绩效目标"]],
    [
      "tabs, line ends and hyphens",
      tbl(
        tr(
          cell("甲") +
            tc(p("<w:r><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:tab/><w:t>丁</w:t><w:cr/><w:noBreakHyphen/></w:r>")),
        ),
      ),
      ["甲\t乙⏎丙 丁⏎-"],
    ],
    ["several paragraphs of a cell", tbl(tr(cell("甲") + tc(p(r("乙")) + p(r("丙"))))), ["甲\t乙⏎丙"]],
    [
      "signs of fonts of signs",
      p('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>95%</w:t><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'),
      ["≥95%☑"],
    ],
    [
      "results of fields, not their codes",
      p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:fldSimple w:instr="DATE"><w:r><w:t>五月</w:t></w:r></w:fldSimple>',
      ),
      ["3五月"],
    ],
    [
      "links, content controls, smart tags",
      `<w:sdt><w:sdtPr><w:alias w:val="藏"/></w:sdtPr><w:sdtContent>${p(`<w:hyperlink>${r("甲")}</w:hyperlink><w:smartTag>${r("乙")}</w:smartTag>`)}</w:sdtContent></w:sdt>`,
      ["甲乙"],
    ],
    [
      "formulas",
      p(
        "<m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'><m:r><m:t>≥5</m:t></m:r></m:oMath>",
      ),
      ["≥5"],
    ],
    [
      "readings above characters are not",
      p(
        "<w:r><w:ruby><w:rt><w:r><w:t>shui</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>水</w:t></w:r></w:rubyBase></w:ruby></w:r>",
      ),
      ["水"],
    ],
    [
      "page breaks",
      `${p(r("甲"))}${p('<w:r><w:t>乙</w:t><w:br w:type="page"/><w:t>丙</w:t></w:r>')}${p(r("丁"), "<w:pageBreakBefore/>")}`,
      ["甲", "乙", "", "丙", "", "丁"],
    ],
    [
      "section breaks",
      `${p(r("甲"), "<w:sectPr/>")}${p(r("乙"), '<w:sectPr><w:type w:val="continuous"/></w:sectPr>')}${p(r("丙"))}`,
      ["甲", "", "乙", "丙"],
    ],
    [
      "other prefixes for the same names",
      '<x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:r><x:t>甲</x:t></x:r></x:p>',
      ["甲"],
    ],
    [
      "strict names",
      '<s:p xmlns:s="http://purl.oclc.org/ooxml/wordprocessingml/main"><s:r><s:t>甲</s:t></s:r></s:p>',
      ["甲"],
    ],
  ])("%s", (_, body, lines) => {
    expect(linesOf(body)).toEqual(lines);
  });

  test("of content given in several ways one is taken; text boxes are read once, after their paragraph", () => {
    const box = `<w:txbxContent>${p(r("框"))}</w:txbxContent>`;
    const content = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(linesOf(p(`${r("前")}<w:r>${content}</w:r>${r("后")}`))).toEqual(["前后", "框"]);
  });
});

describe("tables", () => {
  const placesOf = (body: string): string[] =>
    read(docxWith(body))
      .cells.filter(({ table }) => table !== undefined)
      .map(({ row, column, rows, columns }) => `${row},${column} ${rows}×${columns}`);
  const down = (value?: string): string => `<w:vMerge${value ? ` w:val="${value}"` : ""}/>`;

  test.each([
    [
      "merged down, a further beginning, a part without beginning",
      tbl(
        tr(cell("甲", down("restart")) + cell("乙", down())),
        tr(cell("", down()) + cell("丙", down())),
        tr(cell("丁", down("restart")) + cell("戊")),
      ),
      ["0,0 2×1", "0,1 1×1", "1,1 1×1", "2,0 1×1", "2,1 1×1"],
    ],
    [
      "columns left out before and after",
      tbl(tr(cell("甲") + cell("乙") + cell("丙")), tr(cell("丁"), '<w:gridBefore w:val="2"/>')),
      ["0,0 1×1", "0,1 1×1", "0,2 1×1", "1,2 1×1"],
    ],
    [
      "merged across as old files have it",
      tbl(
        tr(cell("甲", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>") + cell("乙")),
        tr(cell("1") + cell("2") + cell("3")),
      ),
      ["0,0 1×2", "0,2 1×1", "1,0 1×1", "1,1 1×1", "1,2 1×1"],
    ],
    [
      "spans past all reason",
      tbl(tr(cell("甲", '<w:gridSpan w:val="2000000000"/>')), tr(cell("1") + cell("2"))),
      ["0,0 1×2", "1,0 1×1", "1,1 1×1"],
    ],
    [
      "rows and cells within content controls",
      `<w:tbl><w:sdt><w:sdtContent>${tr(`<w:sdt><w:sdtContent>${cell("甲")}</w:sdtContent></w:sdt>${cell("乙")}`)}</w:sdtContent></w:sdt></w:tbl>`,
      ["0,0 1×1", "0,1 1×1"],
    ],
  ])("%s", (_, body, places) => {
    expect(placesOf(body)).toEqual(places);
  });

  test("a border that was dragged in one row makes no column", () => {
    const grid = `<w:tblGrid>${[1500, 40, 1460, 3000].map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`;
    const wide = '<w:gridSpan w:val="2"/>';
    const body = `<w:tbl>${grid}${tr(cell("甲") + cell("乙", wide) + cell("丙"))}${tr(cell("1", wide) + cell("2") + cell("3"))}</w:tbl>`;
    expect(placesOf(body)).toEqual(["0,0 1×1", "0,1 1×1", "0,2 1×1", "1,0 1×1", "1,1 1×1", "1,2 1×1"]);
  });

  test("a table in the indicator cell of a form becomes rows of the form", () => {
    const inner = tbl(tr(cell("一级") + cell("指标值")), tr(cell("产出") + cell("3次")));
    const form = tbl(
      tr(cell("项目") + cell("河道")),
      tr(cell("部门") + cell("水务局")),
      tr(cell("金额") + cell("5.00")),
      tr(cell("指标") + tc(`${inner}<w:p/>`)),
    );
    expect(linesOf(form)).toEqual([
      "项目\t河道\t",
      "部门\t水务局\t",
      "金额\t5.00\t",
      "指标\t一级\t指标值",
      "\t产出\t3次",
    ]);
  });

  test("tables nested beyond the limit are refused", () => {
    const nested = (depth: number): string =>
      `${"<w:tbl><w:tr><w:tc>".repeat(depth)}${p(r("甲"))}${"</w:tc></w:tr></w:tbl>".repeat(depth)}`;
    expect(linesOf(nested(Math.floor((limits.xmlDepth - 6) / 3)))).toEqual(["甲"]);
    const refused = documentOfDocx({ name: "表.docx", bytes: docxWith(nested(1_000)) });
    expect(!refused.ok && refused.refusal.code).toBe("too-large");
  });
});

describe("what is not read is said", () => {
  const notesOf = (body: string, others?: Readonly<Record<string, string>>): unknown[] =>
    read(docxWith(body, others)).notes.map(({ code, facts }) => [code, facts.characters ?? facts.part]);

  test("deleted words are left out, inserted ones read; a deleted paragraph mark joins two paragraphs", () => {
    const body =
      p(`${r("甲")}<w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins>${r("乙")}</w:ins>`) +
      p(`<w:moveFrom>${r("移")}</w:moveFrom><w:moveTo>${r("丙")}</w:moveTo>`, "<w:rPr><w:del/></w:rPr>") +
      p(r("丁"));
    expect(linesOf(body)).toEqual(["甲乙", "丙丁"]);
    expect(notesOf(body)).toEqual([["text-deleted", 3]]);
  });

  test("deleted rows are left out", () => {
    const body = tbl(tr(cell("甲") + cell("乙")), tr(cell("丙") + cell("丁"), "<w:del/>"));
    expect(linesOf(body)).toEqual(["甲\t乙"]);
    expect(notesOf(body)).toEqual([["text-deleted", 2]]);
  });

  test("properties as they were before a change say nothing", () => {
    expect(linesOf(p(r("甲", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")))).toEqual(["甲"]);
  });

  test("hidden words: by themselves, by a style, by a style's ancestor", () => {
    const styles = `<w:styles ${w}><w:style w:type="character" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`;
    const body = p(
      r("甲", "<w:vanish/>") +
        r("乙", '<w:rStyle w:val="b"/>') +
        r("丙", '<w:rStyle w:val="b"/><w:vanish w:val="0"/>') +
        r("丁", '<w:vanish w:val="false"/>'),
    );
    const others = {
      "word/styles.xml": styles,
      "word/_rels/document.xml.rels": relations(["styles", "styles.xml"]),
    };
    expect(linesOf(body, others)).toEqual(["丙丁"]);
    expect(notesOf(body, others)).toEqual([["text-hidden", 2]]);
  });

  test("embedded workbooks and comments are named", () => {
    const body = p(
      '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Excel.Sheet.12"/></w:object></w:r>',
    );
    const others = {
      "word/comments.xml": `<w:comments ${w}><w:comment>${p(r("批"))}</w:comment></w:comments>`,
      "word/_rels/document.xml.rels": relations(["comments", "comments.xml"]),
    };
    expect(notesOf(body, others)).toEqual([
      ["part-unread", "嵌入对象 Excel.Sheet.12"],
      ["part-unread", "批注 1 条"],
    ]);
  });
});

const relations = (...list: readonly (readonly [kind: string, target: string, mode?: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ([kind, target, mode], at) =>
        `<Relationship Id="r${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ""}/>`,
    )
    .join("")}</Relationships>`;

describe("other parts", () => {
  test("a page that was put in as it is, and a template that lies elsewhere", () => {
    const others = {
      "word/page.htm": "<html><body><table><tr><td>甲<td>乙</table></body></html>",
      "word/_rels/document.xml.rels": relations(
        ["aFChunk", "page.htm"],
        ["attachedTemplate", "https://example.org/a.dotx", "External"],
      ),
    };
    const chunk =
      '<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="r0"/>';
    expect(linesOf(`${p(r("前"))}${chunk}`, others)).toEqual(["前", "甲\t乙"]);
  });

  test("headers come first and footers last, where they say what nothing else says", () => {
    const side = (kind: string, words: string): string => `<w:${kind} ${w}>${p(r(words))}</w:${kind}>`;
    const others = {
      "word/header1.xml": side("hdr", "云泽市预算"),
      "word/header2.xml": side("hdr", "云泽市预算"),
      "word/footer1.xml": side("ftr", "第 3 页"),
      "word/footer2.xml": side("ftr", "内部资料"),
      "word/_rels/document.xml.rels": relations(
        ["header", "header1.xml"],
        ["header", "header2.xml"],
        ["footer", "footer1.xml"],
        ["footer", "footer2.xml"],
      ),
    };
    expect(linesOf(p(r("目标表")), others)).toEqual(["云泽市预算", "", "目标表", "", "内部资料"]);
  });

  test("a file without a body is refused as damaged", () => {
    const refused = documentOfDocx({ name: "表.docx", bytes: new Uint8Array([0x50, 0x4b, 3, 4]) });
    expect(!refused.ok && refused.refusal.code).toBe("damaged");
  });
});

describe("automatic numbers", () => {
  const level = (at: number, text: string, format = "decimal", more = ""): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = (inner: string) => ({
    "word/numbering.xml": `<w:numbering ${w}>${inner}</w:numbering>`,
    "word/_rels/document.xml.rels": relations(["numbering", "numbering.xml"]),
  });
  const item = (words: string, list: number, at = 0): string =>
    p(r(words), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);

  test("levels count on, begin anew under a higher one, and print the numbers above them", () => {
    const others = numbering(
      `<w:abstractNum w:abstractNumId="0">${level(0, "%1、", "chineseCounting")}${level(1, "%1.%2", "decimal", "<w:isLgl/>")}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>`,
    );
    const body = item("甲", 7) + item("乙", 7, 1) + item("丙", 7, 1) + item("丁", 7) + item("戊", 7, 1);
    expect(linesOf(body, others)).toEqual(["一、甲", "1.1 乙", "1.2 丙", "二、丁", "2.1 戊"]);
  });

  test("lists of one definition count together; one that is told to begins anew", () => {
    const others = numbering(
      `<w:abstractNum w:abstractNumId="0">${level(0, "%1、")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
    );
    expect(linesOf(item("甲", 1) + item("乙", 2) + item("丙", 3) + item("丁", 3) + item("戊", 0), others)).toEqual([
      "1、甲",
      "2、乙",
      "1、丙",
      "2、丁",
      "戊",
    ]);
  });

  test("bullets print no number; an item without words prints its number", () => {
    const others = numbering(
      `<w:abstractNum w:abstractNumId="0">${level(0, "•", "bullet")}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, "%1")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`,
    );
    expect(linesOf(item("甲", 1) + item("", 2) + item("", 2), others)).toEqual(["甲", "1 ", "2"]);
  });

  test("a document by another writer: lists in cells, notes, spans", async () => {
    const list = { reference: "条", level: 0 };
    const document = new Document({
      numbering: { config: [{ reference: "条", levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1、" }] }] },
      footnotes: { 1: { children: [new Paragraph("含结转")] } },
      sections: [
        {
          children: [
            new Paragraph({ children: [new TextRun("目标表"), new FootnoteReferenceRun(1)] }),
            new Table({
              rows: [
                new TableRow({
                  children: [
                    new TableCell({ rowSpan: 2, children: [new Paragraph("河道")] }),
                    new TableCell({
                      children: [
                        new Paragraph({ text: "甲", numbering: list }),
                        new Paragraph({ text: "乙", numbering: list }),
                      ],
                    }),
                  ],
                }),
                new TableRow({ children: [new TableCell({ children: [new Paragraph("丙")] })] }),
              ],
            }),
          ],
        },
      ],
    });
    const found = read(new Uint8Array(await Packer.toBuffer(document)));
    expect(
      found.text
        .replace(/\u2028/gu, "⏎")
        .trimEnd()
        .split("\n"),
    ).toEqual(["目标表", "河道\t1、甲⏎2、乙", "\t丙", "", "含结转"]);
    expect(found.views).toEqual([
      { kind: "part", name: "正文" },
      { kind: "part", name: "脚注" },
    ]);
  });
});
