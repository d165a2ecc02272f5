import { describe, expect, test } from "vitest";
import { aZip } from "../../../../test/support/a-zip.ts";
import { documentOfOds } from "./ods.ts";
import { addressOf } from "./sheet.ts";

const styles =
  '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style><style:style style:name="f" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>';
const content = (tables: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
const table = (rows: string, attributes = 'table:name="表"'): string =>
  `<table:table ${attributes}>${rows}</table:table>`;
const row = (cells: string, attributes = ""): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const cell = (text: string, attributes = ""): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`;

const open = (tables: string) =>
  documentOfOds({ name: "表.ods", bytes: aZip([{ name: "content.xml", content: content(tables) }]) });
function read(tables: string) {
  const found = open(tables);
  if (!found.ok) throw new Error(found.refusal.message.zh);
  return found.value;
}
const cellsOf = (tables: string): string => {
  const { cells, text } = read(tables);
  return cells
    .map(({ column, row, columns, rows, span }) => {
      const reach = columns > 1 || rows > 1 ? ` ${columns}x${rows}` : "";
      return `${addressOf(column, row)}=${text.slice(span.start, span.end).replaceAll("\u2028", "⏎")}${reach}`;
    })
    .join(" ");
};
const notesOf = (tables: string): string[] =>
  read(tables).notes.map(({ code, facts }) => `${code} ${Object.values(facts).join(" ")}`);

describe("an OpenDocument sheet", () => {
  test.each<readonly [string, string, string]>([
    [
      "paragraphs, breaks, blanks",
      row(cell('一<text:line-break/>二<text:s text:c="3"/>三</text:p><text:p>四')),
      "A1=一⏎二   三⏎四",
    ],
    ["words in several runs", row(cell("<text:span>甲</text:span>乙<text:a>丙</text:a>")), "A1=甲乙丙"],
    ["empty cells repeated", row(`<table:table-cell table:number-columns-repeated="3"/>${cell("甲")}`), "D1=甲"],
    ["cells repeated", row(cell("甲", 'table:number-columns-repeated="2"')), "A1=甲 B1=甲"],
    ["rows repeated", row(cell("甲"), 'table:number-rows-repeated="2"'), "A1=甲 A2=甲"],
    [
      "blank rows without end",
      row("<table:table-cell/>", 'table:number-rows-repeated="1048000"') + row(cell("甲")),
      "A1048001=甲",
    ],
    [
      "merged cells",
      row(
        `${cell("题", 'table:number-columns-spanned="2" table:number-rows-spanned="2"')}<table:covered-table-cell/>${cell("乙")}`,
      ) + row(`<table:covered-table-cell table:number-columns-repeated="2"/>${cell("丙")}`),
      "A1=题 2x2 C1=乙 C2=丙",
    ],
    [
      "rows in groups and heads",
      `<table:table-header-rows>${row(cell("甲"))}</table:table-header-rows><table:table-row-group>${row(cell("乙"))}</table:table-row-group>`,
      "A1=甲 A2=乙",
    ],
    [
      "a number as shown",
      row(
        '<table:table-cell office:value-type="float" office:value="67634.3"><text:p>67,634.30</text:p></table:table-cell>',
      ),
      "A1=67,634.30",
    ],
    [
      "decimals that the display hides",
      row(
        '<table:table-cell office:value-type="float" office:value="1234.56"><text:p>1,235</text:p></table:table-cell>',
      ),
      "A1=1,234.56",
    ],
    [
      "a share without its text",
      row('<table:table-cell office:value-type="percentage" office:value="0.95"/>'),
      "A1=95%",
    ],
    ["a number without its text", row('<table:table-cell office:value-type="float" office:value="12.5"/>'), "A1=12.5"],
    [
      "a day without its text",
      row('<table:table-cell office:value-type="date" office:date-value="2022-12-31T00:00:00"/>'),
      "A1=2022-12-31",
    ],
    [
      "comments and pictures are no text of the cell",
      row(cell("甲</text:p><office:annotation><text:p>批</text:p></office:annotation><text:p>乙")),
      "A1=甲⏎乙",
    ],
    [
      "deleted rows",
      `<table:tracked-changes><table:table-row><table:table-cell><text:p>删</text:p></table:table-cell></table:table-row></table:tracked-changes>${row(cell("甲"))}`,
      "A1=甲",
    ],
  ])("%s", (_, rows, expected) => {
    expect(cellsOf(table(rows))).toBe(expected);
  });

  test("hidden sheets, rows and columns, comments and formulas without a result are said", () => {
    const rows =
      '<table:table-column table:visibility="collapse"/>' +
      row(
        `${cell("甲<office:annotation><text:p>批</text:p></office:annotation>")}<table:table-cell table:formula="of:=1"/>`,
        'table:visibility="filter"',
      );
    expect(notesOf(table(rows) + table(row(cell("乙")), 'table:name="藏" table:style-name="h"'))).toEqual([
      "formula-without-value 表!B1",
      "rows-hidden 表 1 1",
      "part-unread 表：批注 comments × 1",
      "sheet-hidden 藏",
    ]);
  });

  test("framed blank rows hold a table together", () => {
    const tables = (blank: string) =>
      read(table(row(cell("甲")) + row(blank) + row(cell("乙")))).lines.map((line) => line.table);
    expect(tables("<table:table-cell/>")).toEqual([0, 1]);
    expect(tables('<table:table-cell table:style-name="f"/>')).toEqual([0, 0]);
  });

  test("the flat form is the same", () => {
    const flat = new TextEncoder().encode(content(table(row(cell("甲")))));
    const found = documentOfOds({ name: "表.fods", bytes: flat });
    expect(found.ok && found.value.lines[0]?.cells[0]?.text).toBe("甲");
  });

  test("a frame around every cell of a sheet costs no more than its rows", () => {
    const framed = row(
      '<table:table-cell table:style-name="f"/>'.repeat(5_000),
      'table:number-rows-repeated="1048575"',
    );
    expect(cellsOf(table(framed + row(cell("甲"))))).toBe("A1048576=甲");
  });

  test("a cell repeated over the whole sheet is refused", () => {
    const everywhere = row(cell("甲", 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048576"');
    const found = open(table(everywhere));
    expect(!found.ok && found.refusal.code).toBe("too-large");
  });
});
