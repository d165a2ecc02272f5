import { describe, expect, test } from "vitest";
import { addressOf } from "./sheet.ts";
import { documentOfSpreadsheetml } from "./spreadsheetml.ts";

const styles =
  '<Styles><Style ss:ID="Default"><NumberFormat/></Style><Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style><Style ss:ID="s"><NumberFormat ss:Format="Standard"/><Borders><Border ss:LineStyle="Continuous"/></Borders></Style><Style ss:ID="d" ss:Parent="x"><NumberFormat ss:Format="Short Date"/></Style></Styles>';

function read(rows: string, options = "") {
  const text = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${styles}<Worksheet ss:Name="表"><Table ss:ExpandedColumnCount="9999999">${rows}</Table>${options}</Worksheet></Workbook>`;
  const found = documentOfSpreadsheetml({ name: "表.xls", bytes: new TextEncoder().encode(text) });
  if (!found.ok) throw new Error(found.refusal.message.zh);
  return found.value;
}
const cell = (type: string, value: string, attributes = ""): string =>
  `<Cell ${attributes}><Data ss:Type="${type}">${value}</Data></Cell>`;
const cellsOf = (rows: string): string => {
  const { cells, text } = read(rows);
  return cells
    .map(({ column, row, columns, rows: down, span }) => {
      const reach = columns > 1 || down > 1 ? ` ${columns}x${down}` : "";
      return `${addressOf(column, row)}=${text.slice(span.start, span.end).replaceAll("\u2028", "⏎")}${reach}`;
    })
    .join(" ");
};

describe("an XML spreadsheet of Excel 2003", () => {
  test.each<readonly [string, string, string]>([
    ["a text with a line end", `<Row>${cell("String", "一&#10;二")}</Row>`, "A1=一⏎二"],
    ["a text of several fonts", `<Row>${cell("String", "<B>粗</B><Font>细</Font>")}</Row>`, "A1=粗细"],
    ["a share", `<Row>${cell("Number", "0.95", 'ss:StyleID="p"')}</Row>`, "A1=95%"],
    ["money", `<Row>${cell("Number", "67634.3", 'ss:StyleID="s"')}</Row>`, "A1=67,634.30"],
    ["a day", `<Row>${cell("DateTime", "2022-12-31T00:00:00.000", 'ss:StyleID="d"')}</Row>`, "A1=2022/12/31"],
    ["a number as text", `<Row>${cell("String", "0012")}</Row>`, "A1=0012"],
    ["true", `<Row>${cell("Boolean", "1")}</Row>`, "A1=TRUE"],
    [
      "places that are given",
      `<Row ss:Index="3">${cell("String", "甲", 'ss:Index="2"')}${cell("String", "乙")}</Row><Row>${cell("String", "丙")}</Row>`,
      "B3=甲 C3=乙 A4=丙",
    ],
    [
      "merged cells",
      `<Row>${cell("String", "题", 'ss:MergeAcross="1" ss:MergeDown="1"')}${cell("String", "乙")}</Row><Row>${cell("String", "丙", 'ss:Index="3"')}</Row>`,
      "A1=题 2x2 C1=乙 C2=丙",
    ],
    [
      "a comment",
      `<Row><Cell><Data ss:Type="String">甲</Data><Comment><ss:Data>批</ss:Data></Comment></Cell></Row>`,
      "A1=甲",
    ],
  ])("%s", (_, rows, expected) => {
    expect(cellsOf(rows)).toBe(expected);
  });

  test("what is hidden, commented or not computed is said", () => {
    const rows = `<Column ss:Index="2" ss:Hidden="1"/><Row ss:Hidden="1">${cell("String", "甲")}<Cell ss:Formula="=1+1"/></Row><Row><Cell><Data ss:Type="String">乙</Data><Comment><ss:Data>批</ss:Data></Comment></Cell></Row>`;
    expect(read(rows).notes.map(({ code, facts }) => `${code} ${Object.values(facts).join(" ")}`)).toEqual([
      "formula-without-value 表!B1",
      "rows-hidden 表 1 1",
      "part-unread 表：批注 comments × 1",
    ]);
    const text = `<Workbook>${styles}</Workbook>`;
    const none = documentOfSpreadsheetml({ name: "表", bytes: new TextEncoder().encode(text) });
    expect(!none.ok && none.refusal.code).toBe("nothing-inside");
  });
});
