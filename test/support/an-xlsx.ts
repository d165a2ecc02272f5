import { aZip, type ZipSpec } from "./a-zip.ts";

/** A sheet of a workbook that is written by hand: the XML within `<worksheet>`. */
export interface XlsxSheetSpec {
  readonly name: string;
  readonly xml: string;
  readonly state?: string;
  /** Kind of relation; worksheet where absent. */
  readonly type?: string;
  /** Parts beside the sheet: kind of relation → XML. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** A workbook that is written by hand, part by part. */
export interface XlsxSpec {
  readonly sheets: readonly XlsxSheetSpec[];
  /** Elements `<si>…</si>`. */
  readonly strings?: string;
  /** The XML within `<styleSheet>`. */
  readonly styles?: string;
  readonly workbookPr?: string;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Rows of cells as sheet XML: texts inline, numbers as such, `null` for no cell; a cell may bring its own XML. */
export function sheetData(rows: readonly (readonly (string | number | null)[])[], first = 1): string {
  const cell = (value: string | number | null): string => {
    if (value === null) return "<c/>";
    if (typeof value === "number") return `<c><v>${value}</v></c>`;
    return value.startsWith("<c") ? value : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  const lines = rows.map((row, at) => `<row r="${first + at}">${row.map(cell).join("")}</row>`);
  return `<sheetData>${lines.join("")}</sheetData>`;
}

/** The bytes of a workbook that is written by hand. */
export function anXlsx({ sheets, strings, styles, workbookPr = "" }: XlsxSpec): Uint8Array {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (content: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const listed = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ""} r:id="s${at}"/>`,
  );
  const parts: ZipSpec[] = [
    { name: "[Content_Types].xml", content: "<Types/>" },
    { name: "_rels/.rels", content: relations(relation("w", "officeDocument", "xl/workbook.xml")) },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns="${main}" xmlns:r="${office}">${workbookPr}<sheets>${listed.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relations(
        sheets.map(({ type = "worksheet" }, at) => relation(`s${at}`, type, `worksheets/sheet${at}.xml`)).join("") +
          (strings === undefined ? "" : relation("t", "sharedStrings", "sharedStrings.xml")) +
          (styles === undefined ? "" : relation("y", "styles", "/xl/styles.xml")),
      ),
    },
  ];
  sheets.forEach(({ xml, beside = {} }, at) => {
    parts.push({ name: `xl/worksheets/sheet${at}.xml`, content: `<worksheet xmlns="${main}">${xml}</worksheet>` });
    const found = Object.entries(beside);
    if (found.length === 0) return;
    const targets = found.map(([type], index) => relation(`r${index}`, type, `../${type}${at}.xml`));
    parts.push({ name: `xl/worksheets/_rels/sheet${at}.xml.rels`, content: relations(targets.join("")) });
    for (const [type, content] of found) parts.push({ name: `xl/${type}${at}.xml`, content });
  });
  if (strings !== undefined)
    parts.push({ name: "xl/sharedStrings.xml", content: `<sst xmlns="${main}">${strings}</sst>` });
  if (styles !== undefined)
    parts.push({ name: "xl/styles.xml", content: `<styleSheet xmlns="${main}">${styles}</styleSheet>` });
  return aZip(parts);
}
