import type { Result } from "../../../domain/result.ts";
import { limits } from "../../limits.ts";
import type { ReadingRefusal } from "../../reading-refusal.ts";
import type { SourceDocument } from "../../source-document.ts";
import type { FileBytes } from "../file-bytes.ts";
import { documentOfSheets } from "./document-of-sheets.ts";
import { builtInFormat, displayedNumber } from "./number-format.ts";
import { type FoundCell, type FoundSheet, type MergedRange, sheetColumns, sheetRows } from "./sheet.ts";
import { openRows } from "./sheet-rows.ts";
import { serialOf } from "./xlsx-sheet.ts";
import { attributeOf, readXmlFile, type XmlEvents } from "./xml-events.ts";

/** The XML spreadsheet of Excel 2002 and 2003, often named .xls — 读取 SpreadsheetML 2003. */
export function documentOfSpreadsheetml(file: FileBytes): Result<SourceDocument, ReadingRefusal> {
  const found = openWorkbook();
  const read = readXmlFile(file.name, file.bytes, found.events);
  return read.ok ? documentOfSheets(file, "spreadsheetml", found.sheets) : read;
}

type Attributes = Readonly<Record<string, string>>;

interface OpenSheet {
  readonly name: string;
  isHidden: boolean;
  readonly rows: ReturnType<typeof openRows>;
  readonly merges: MergedRange[];
  comments: number;
  row: number;
  column: number;
  /** The next column that a format speaks of. */
  columnOfFormat: number;
}

interface OpenCell {
  readonly column: number;
  readonly style: string;
  readonly hasFormula: boolean;
  type: string;
  text: string;
}

interface Style {
  format: string | undefined;
  isFramed: boolean;
  readonly parent: string;
}

function openWorkbook(): { readonly events: XmlEvents; readonly sheets: FoundSheet[] } {
  const sheets: FoundSheet[] = [];
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  let sheet: OpenSheet | undefined;
  let cell: OpenCell | undefined;
  let inData = false;
  let inComment = false;
  let isVisibility = false;
  let isFrom1904 = false;
  let cells = 0;

  const formatOf = (id: string): string => {
    const own = styles.get(id);
    return own?.format ?? styles.get(own?.parent ?? "Default")?.format ?? styles.get("Default")?.format ?? "General";
  };
  const openCell = (sheet: OpenSheet, attributes: Attributes): OpenCell => {
    const index = numberOf(attributes, "Index");
    const column = index > 0 ? index - 1 : sheet.column;
    const across = Math.min(numberOf(attributes, "MergeAcross"), sheetColumns);
    const down = Math.min(numberOf(attributes, "MergeDown"), sheetRows);
    if (across > 0 || down > 0)
      sheet.merges.push({ top: sheet.row, left: column, bottom: sheet.row + down, right: column + across });
    sheet.column = column + across + 1;
    const style = attributeOf(attributes, "StyleID") ?? "Default";
    if (styles.get(style)?.isFramed) sheet.rows.frame(sheet.row);
    return { column, style, hasFormula: attributeOf(attributes, "Formula") !== undefined, type: "", text: "" };
  };

  const events: XmlEvents = {
    open(name, attributes) {
      if (name === "Comment") {
        inComment = true;
        if (sheet) sheet.comments++;
      } else if (inComment) return;
      else if (name === "Style") {
        style = { format: undefined, isFramed: false, parent: attributeOf(attributes, "Parent") ?? "Default" };
        styles.set(attributeOf(attributes, "ID") ?? "", style);
      } else if (name === "NumberFormat" && style) style.format = formatCode(attributeOf(attributes, "Format"));
      else if (name === "Border" && style) style.isFramed ||= attributeOf(attributes, "LineStyle") !== "None";
      else if (name === "Date1904") isFrom1904 = true;
      else if (name === "Worksheet") sheet = openSheet(attributeOf(attributes, "Name") ?? "");
      else if (!sheet) return;
      else if (name === "Column") seeColumn(sheet, attributes);
      else if (name === "Row") seeRow(sheet, attributes);
      else if (name === "Cell") cell = openCell(sheet, attributes);
      else if (name === "Data" && cell) {
        cell.type = attributeOf(attributes, "Type") ?? "String";
        inData = true;
      } else if (name === "Visible") isVisibility = true;
    },
    text(text) {
      if (inComment) return;
      if (inData && cell) cell.text += text;
      else if (isVisibility && sheet && /hidden/iu.test(text)) sheet.isHidden = true;
    },
    close(name) {
      if (name === "Comment") inComment = false;
      else if (name === "Style") style = undefined;
      else if (name === "Data") inData = false;
      else if (name === "Visible") isVisibility = false;
      else if (name === "Cell" && sheet && cell) {
        const found = foundCell(cell, formatOf(cell.style), isFrom1904);
        if (found && cell.column < sheetColumns && ++cells <= limits.cells + 1) sheet.rows.add(sheet.row, found);
        cell = undefined;
      } else if (name === "Row" && sheet) sheet.row++;
      else if (name === "Worksheet" && sheet) {
        sheets.push(closeSheet(sheet));
        sheet = undefined;
      }
    },
  };
  return { events, sheets };
}

function openSheet(name: string): OpenSheet {
  return { name, isHidden: false, rows: openRows(), merges: [], comments: 0, row: 0, column: 0, columnOfFormat: 0 };
}

function closeSheet(sheet: OpenSheet): FoundSheet {
  const { name, isHidden, rows, merges, comments } = sheet;
  const unread = comments > 0 ? [`${name}：批注 comments × ${comments}`] : [];
  return { name, isHidden, rows: rows.found(), merges, hiddenColumns: rows.hiddenColumns, unread };
}

function seeRow(sheet: OpenSheet, attributes: Attributes): void {
  const index = numberOf(attributes, "Index");
  if (index > 0) sheet.row = Math.min(index, sheetRows) - 1;
  sheet.column = 0;
  if (attributeOf(attributes, "Hidden") === "1") sheet.rows.hide(sheet.row);
}

function seeColumn(sheet: OpenSheet, attributes: Attributes): void {
  const index = numberOf(attributes, "Index");
  const first = index > 0 ? index - 1 : sheet.columnOfFormat;
  const last = Math.min(first + numberOf(attributes, "Span"), sheetColumns - 1);
  if (attributeOf(attributes, "Hidden") === "1") sheet.rows.hideColumns(first, last);
  sheet.columnOfFormat = last + 1;
}

function numberOf(attributes: Attributes, name: string): number {
  const value = Number(attributeOf(attributes, name) ?? 0);
  return Number.isInteger(value) && value > 0 ? value : 0;
}

function foundCell(cell: OpenCell, format: string, isFrom1904: boolean): FoundCell | undefined {
  const { column, type, text } = cell;
  if (type === "" || text === "")
    return cell.hasFormula && type === "" ? { column, text: "", isUncomputed: true } : undefined;
  if (type === "Boolean") return { column, text: text === "1" ? "TRUE" : "FALSE" };
  const number = type === "Number" ? Number(text) : type === "DateTime" ? serialOf(text, isFrom1904) : Number.NaN;
  if (Number.isNaN(number)) return text.trim() === "" ? undefined : { column, text };
  const shown = displayedNumber(number, type === "DateTime" && format === "General" ? "yyyy/m/d" : format, isFrom1904);
  return shown === "" && number !== 0 ? { column, text: "", hidden: text } : { column, text: shown };
}

/** Formats that have a name here and a code everywhere else. */
function formatCode(format: string | undefined): string | undefined {
  return format === undefined ? undefined : (namedFormats[format] ?? format);
}

const namedFormats: Readonly<Record<string, string>> = {
  "General Number": "General",
  "General Date": "yyyy/m/d h:mm",
  "Short Date": "yyyy/m/d",
  "Medium Date": "d-mmm-yy",
  "Long Date": 'yyyy"年"m"月"d"日"',
  "Short Time": "h:mm",
  "Medium Time": "h:mm AM/PM",
  "Long Time": "h:mm:ss",
  Currency: builtInFormat(7),
  "Euro Currency": "[$€-2]#,##0.00",
  Fixed: "0.00",
  Standard: "#,##0.00",
  Percent: "0.00%",
  Scientific: "0.00E+00",
  "Yes/No": '"Yes";"Yes";"No"',
  "True/False": '"True";"True";"False"',
  "On/Off": '"On";"On";"Off"',
};
