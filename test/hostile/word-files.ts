import { aBiff, biffRecord, double, long, word } from "../support/a-biff.ts";
import { docOf, oleOf } from "../support/doc-file.ts";
import { docxOf, docxWith, escaped, rtfOf } from "../support/word-markup.ts";
import { goodRows, type HostileFile, noTable, read, readWithout, refused, trap, utf8 } from "./hostile-file.ts";

const cell = (content: string, properties = ""): string =>
  `<w:tc>${properties === "" ? "" : `<w:tcPr>${properties}</w:tcPr>`}${content}</w:tc>`;
const paragraph = (words: string): string => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
const row = (cells: readonly string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
const goodTable = `<w:tbl>${goodRows.map((line) => row(line.map((words) => cell(paragraph(escaped(words)))))).join("")}</w:tbl>`;
const parts = [{ rows: goodRows }] as const;
const good = docOf(...parts);
const relations = (target: string, type: string): Record<string, string> => ({
  "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
});

/** Letters and old binary files — Word 与旧版二进制文件. */
export const wordFiles: readonly HostileFile[] = [
  {
    name: "DOCX: a part in another format (altChunk)",
    bytes: () =>
      docxWith(
        `${goodTable}<w:altChunk r:id="r1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>`,
        relations(`${trap}/chunk.html`, "aFChunk"),
      ),
    outcome: read(2),
  },
  {
    name: "DOCX: a template from elsewhere",
    bytes: () =>
      docxWith(goodTable, {
        "word/_rels/settings.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${trap}/t.dotm" TargetMode="External"/></Relationships>`,
      }),
    outcome: read(2),
  },
  {
    name: "DOCX: a picture from elsewhere",
    bytes: () => docxWith(goodTable, relations(`${trap}/a.png`, "image")),
    outcome: read(2),
  },
  {
    name: "DOCX: a field that runs a program",
    bytes: () =>
      docxWith(
        `${goodTable}<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      ),
    outcome: readWithout(2, "DDEAUTO"),
  },
  {
    name: "DOCX: tables in each other, 30 deep",
    bytes: () =>
      docxWith(
        `${goodTable}${"<w:tbl><w:tr><w:tc>".repeat(30)}${paragraph("x")}${"</w:tc></w:tr></w:tbl>".repeat(30)}`,
      ),
    outcome: read(2),
  },
  {
    name: "DOCX: tables in each other, 1,000 deep",
    bytes: () => docxWith(`${goodTable}${"<w:tbl><w:tr><w:tc>".repeat(1_000)}`),
    outcome: refused("too-large"),
  },
  {
    name: "DOCX: words that were deleted and are still there",
    bytes: () => docxWith(`${goodTable}<w:p><w:del><w:r><w:delText>删去的话</w:delText></w:r></w:del></w:p>`),
    outcome: readWithout(2, "删去的话"),
  },
  {
    name: "DOCX: a text box in a text box, 20 deep",
    bytes: () => docxWith(`${goodTable}<w:p><w:r>${"<w:txbxContent><w:p><w:r>".repeat(20)}<w:t>x</w:t></w:r></w:p>`),
    outcome: read(2),
  },
  {
    name: "DOCX: merged cells that begin nowhere",
    bytes: () =>
      docxWith(`<w:tbl>${row(goodRows[0]!.map(() => cell(paragraph(""), "<w:vMerge/>")))}</w:tbl>${goodTable}`),
    outcome: read(2),
  },
  {
    name: "DOCX: a cell of 2³¹ columns",
    bytes: () =>
      docxWith(`<w:tbl>${row([cell(paragraph("x"), '<w:gridSpan w:val="2147483647"/>')])}</w:tbl>${goodTable}`),
    outcome: read(2),
  },
  {
    name: "DOCX: 20,000 cells in a row",
    bytes: () =>
      docxWith(`<w:tbl>${row(Array.from({ length: 20_000 }, () => cell(paragraph("x"))))}</w:tbl>${goodTable}`),
    outcome: read(2),
  },
  {
    name: "DOCX: numbering that counts to itself",
    bytes: () =>
      docxWith(`<w:p><w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>${goodTable}`, {
        "word/numbering.xml":
          '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
      }),
    outcome: read(2),
  },
  {
    name: "DOCX: styles based on each other in a ring",
    bytes: () =>
      docxWith(goodTable, {
        "word/styles.xml":
          '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>',
      }),
    outcome: read(2),
  },
  {
    name: "DOCX: macros",
    bytes: () => docxWith(goodTable, { "word/vbaProject.bin": "Attribute VB_Name" }),
    outcome: read(2),
  },
  { name: "DOCX: without its text", bytes: () => docxWith(""), outcome: noTable() },
  { name: "DOC: cut off in the middle", bytes: () => good.subarray(0, good.length / 2), outcome: refused("damaged") },
  {
    name: "DOC: every pointer of its head at the end of the world",
    bytes: () => oleOf({ WordDocument: new Uint8Array(4_096).fill(0xff), "1Table": new Uint8Array(64).fill(0xff) }),
    outcome: refused("damaged"),
  },
  {
    name: "DOC: text that says it is 2³¹ long",
    bytes: () => tampered(good, 0x800 + 0x4c, [0xff, 0xff, 0xff, 0x7f]),
    outcome: read(2),
  },
  { name: "OLE2: sectors that follow each other in a ring", bytes: () => ringed(good), outcome: noTable() },
  { name: "OLE2: only its first 8 bytes", bytes: () => good.subarray(0, 8), outcome: refused("format-unsupported") },
  {
    name: "RTF: 100,000 groups in each other",
    bytes: () => utf8(`{\\rtf1${"{".repeat(100_000)}`),
    outcome: refused("too-large"),
  },
  {
    name: "RTF: a program inside (objdata)",
    bytes: () => utf8(`{\\rtf1{\\object\\objemb{\\*\\objdata ${"d0cf11e0".repeat(10_000)}}}}`),
    outcome: noTable(),
  },
  { name: "RTF: a binary stretch of 2³¹ bytes", bytes: () => utf8("{\\rtf1\\bin2147483647 x}"), outcome: noTable() },
  {
    name: "RTF: a good table with numbers of 1,000 digits",
    bytes: () =>
      Buffer.from(
        Buffer.from(rtfOf(parts))
          .toString("latin1")
          .replace("\\cellx", `\\li${"9".repeat(1_000)}\\cellx`),
        "latin1",
      ),
    outcome: noTable(),
  },
  {
    name: "XLS: a record that is longer than the file",
    bytes: () => oleOf({ Workbook: Uint8Array.from([9, 8, 0xff, 0xff, 0, 6, 5, 0]) }),
    outcome: refused("damaged"),
  },
  {
    name: "XLS: a cell in row 65,535 and column 65,535",
    bytes: () => xls([biffRecord(0x203, word(65_535), word(65_535), word(0), double(1))]),
    outcome: refused("nothing-inside"),
  },
  {
    name: "XLS: one merged cell over everything",
    bytes: () => xls([biffRecord(0xe5, word(1), word(0), word(65_535), word(0), word(255))]),
    outcome: refused("nothing-inside"),
  },
  {
    name: "XLS: a shared string of number 2³²−1",
    bytes: () => xls([biffRecord(0xfd, word(0), word(0), word(0), long(0xffffffff))]),
    outcome: noTable(),
  },
  {
    name: "XLS: a password",
    bytes: () =>
      oleOf({
        Workbook: aBiff(
          8,
          [biffRecord(0x2f, word(1), word(1), new Array<number>(48).fill(1))],
          [{ name: "a", records: [] }],
        ),
      }),
    outcome: refused("needs-password"),
  },
  {
    name: "XLS: Excel 2.1",
    bytes: () => Uint8Array.from([9, 0, 4, 0, 2, 0, 0x10, 0, 0x0a, 0, 0, 0]),
    outcome: refused("format-too-old"),
  },
  { name: "DOCX: a good one, for comparison", bytes: () => docxOf(...parts), outcome: read(2) },
];

const xls = (records: readonly Uint8Array[]): Uint8Array => oleOf({ Workbook: aBiff(8, [], [{ name: "a", records }]) });

/** Bytes overwritten where the stream of the text stands. */
function tampered(bytes: Uint8Array, at: number, value: readonly number[]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const head = copy.findIndex((_, n) => n % 512 === 0 && copy[n] === 0xec && copy[n + 1] === 0xa5);
  copy.set(value, head + (at - 0x800));
  return copy;
}

/** Every sector's successor is the first one. */
function ringed(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  const table = 512 * (view.getUint32(76, true) + 1);
  for (let at = 0; at < 128; at++) view.setUint32(table + at * 4, 0, true);
  return copy;
}
