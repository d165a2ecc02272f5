import type { Result } from "../../../domain/result.ts";
import { limits } from "../../limits.ts";
import type { ReadingRefusal } from "../../reading-refusal.ts";
import type { SourceDocument } from "../../source-document.ts";
import type { FileBytes } from "../file-bytes.ts";
import { openZip } from "../zip-guard.ts";
import { documentOfSheets } from "./document-of-sheets.ts";
import { displayedNumber, unroundedText } from "./number-format.ts";
import { type FoundCell, type FoundSheet, type MergedRange, sheetColumns, sheetRows } from "./sheet.ts";
import { openRows } from "./sheet-rows.ts";
import { attributeOf, readXmlFile, readXmlPart, type XmlEvents } from "./xml-events.ts";

/** ODS and its flat form FODS → cells — 读取 ODS. The file itself holds the text that each cell shows. */
export function documentOfOds(file: FileBytes): Result<SourceDocument, ReadingRefusal> {
  const found = openContent();
  const read = isZip(file.bytes)
    ? readPacked(file.bytes, found.events)
    : readXmlFile("content", file.bytes, found.events);
  return read.ok ? documentOfSheets(file, "ods", found.sheets) : read;
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function readPacked(bytes: Uint8Array, events: XmlEvents): Result<undefined, ReadingRefusal> {
  const zip = openZip(bytes);
  return zip.ok ? readXmlPart(zip.value, "content.xml", events) : zip;
}

type Attributes = Readonly<Record<string, string>>;

interface OpenSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: ReturnType<typeof openRows>;
  readonly merges: MergedRange[];
  readonly parts: Map<string, number>;
  row: number;
  repeated: number;
  isFramed: boolean;
  column: number;
  nextColumnStyle: number;
}

interface OpenCell {
  readonly attributes: Attributes;
  readonly isCovered: boolean;
  readonly paragraphs: string[];
}

/** What is not of the cells: subtrees that are passed over, and by what name they are told of. */
const passedOver: Readonly<Record<string, string | undefined>> = {
  annotation: "批注 comments",
  frame: "图片或图表 pictures or charts",
  "custom-shape": "文本框或图形 text boxes or shapes",
  "text-box": "文本框 text boxes",
  control: "控件 controls",
  "tracked-changes": undefined,
  "dde-links": undefined,
  "content-validations": undefined,
  forms: undefined,
  ruby: undefined,
};

/** Follows the content of a spreadsheet; sheets are whole when it has been read. */
function openContent(): { readonly events: XmlEvents; readonly sheets: FoundSheet[] } {
  const sheets: FoundSheet[] = [];
  const hiddenStyles = new Set<string>();
  const framedStyles = new Set<string>();
  let style = "";
  let sheet: OpenSheet | undefined;
  let cell: OpenCell | undefined;
  let paragraph: string | undefined;
  let passing: { readonly name: string; depth: number } | undefined;
  let cells = 0;

  const closeCell = ({ attributes, isCovered, paragraphs }: OpenCell, sheet: OpenSheet): void => {
    const repeated = countOf(attributes, "number-columns-repeated", sheetColumns);
    const first = sheet.column;
    sheet.column += repeated;
    const { row } = sheet;
    const rows = Math.min(sheet.repeated, sheetRows - row);
    if (framedStyles.has(attributeOf(attributes, "style-name") ?? "")) sheet.isFramed = true;
    const right = first + countOf(attributes, "number-columns-spanned", sheetColumns) - 1;
    const bottom = row + countOf(attributes, "number-rows-spanned", sheetRows) - 1;
    if (right > first || bottom > row) sheet.merges.push({ top: row, left: first, bottom, right });
    const found = foundCell(attributes, paragraphs.join("\n"));
    if (!found || (isCovered && found.text === "")) return;
    for (let down = 0; down < rows; down++)
      for (let column = first; column < Math.min(first + repeated, sheetColumns); column++)
        if (++cells <= limits.cells + 1) sheet.rows.add(row + down, { column, ...found });
        else return;
  };

  const events: XmlEvents = {
    open(name, attributes) {
      if (passing) {
        if (name === passing.name) passing.depth++;
      } else if (Object.hasOwn(passedOver, name)) {
        passing = { name, depth: 1 };
        const part = passedOver[name];
        if (part !== undefined && sheet) sheet.parts.set(part, (sheet.parts.get(part) ?? 0) + 1);
      } else if (cell) {
        if (name === "p" || name === "h") paragraph = "";
        else if (paragraph !== undefined) paragraph += inlineText(name, attributes);
      } else if (name === "style") style = attributeOf(attributes, "name") ?? "";
      else if (name === "table-properties" && attributeOf(attributes, "display") === "false") hiddenStyles.add(style);
      else if (name === "table-cell-properties" && hasBorder(attributes)) framedStyles.add(style);
      else if (name === "table") {
        if (!sheet) sheet = openSheet(attributes, hiddenStyles);
      } else if (!sheet) return;
      else if (name === "table-column") seeColumn(sheet, attributes);
      else if (name === "table-row") {
        sheet.column = 0;
        sheet.isFramed = false;
        sheet.repeated = countOf(attributes, "number-rows-repeated", sheetRows);
        const isHidden = /^(?:collapse|filter)$/u.test(attributeOf(attributes, "visibility") ?? "");
        if (isHidden && sheet.repeated < 10_000)
          for (let down = 0; down < sheet.repeated; down++) sheet.rows.hide(sheet.row + down);
      } else if (name === "table-cell" || name === "covered-table-cell")
        cell = { attributes, isCovered: name === "covered-table-cell", paragraphs: [] };
    },
    text(text) {
      if (!passing && paragraph !== undefined) paragraph += text.replace(/\s+/gu, " ");
    },
    close(name) {
      if (passing) {
        if (name === passing.name && --passing.depth === 0) passing = undefined;
      } else if (cell && (name === "p" || name === "h")) {
        cell.paragraphs.push((paragraph ?? "").trim());
        paragraph = undefined;
      } else if (sheet && cell && (name === "table-cell" || name === "covered-table-cell")) {
        closeCell(cell, sheet);
        cell = undefined;
      } else if (sheet && name === "table-row") closeRow(sheet);
      else if (sheet && name === "table") {
        sheets.push(closeSheet(sheet));
        sheet = undefined;
      }
    },
  };
  return { events, sheets };
}

function openSheet(attributes: Attributes, hiddenStyles: ReadonlySet<string>): OpenSheet {
  return {
    name: attributeOf(attributes, "name") ?? "",
    isHidden: hiddenStyles.has(attributeOf(attributes, "style-name") ?? ""),
    rows: openRows(),
    merges: [],
    parts: new Map(),
    row: 0,
    repeated: 1,
    isFramed: false,
    column: 0,
    nextColumnStyle: 0,
  };
}

function closeRow(sheet: OpenSheet): void {
  const end = Math.min(sheet.row + sheet.repeated, sheetRows);
  if (sheet.isFramed) for (let row = sheet.row; row < end; row++) sheet.rows.frame(row);
  sheet.row += sheet.repeated;
}

function closeSheet({ name, isHidden, rows, merges, parts }: OpenSheet): FoundSheet {
  const unread = [...parts].map(([part, count]) => `${name}：${part} × ${count}`);
  return { name, isHidden, rows: rows.found(), merges, hiddenColumns: rows.hiddenColumns, unread };
}

function seeColumn(sheet: OpenSheet, attributes: Attributes): void {
  const repeated = countOf(attributes, "number-columns-repeated", sheetColumns);
  const isHidden = /^(?:collapse|filter)$/u.test(attributeOf(attributes, "visibility") ?? "");
  const end = Math.min(sheet.nextColumnStyle + repeated, sheetColumns);
  if (isHidden) sheet.rows.hideColumns(sheet.nextColumnStyle, end - 1);
  sheet.nextColumnStyle = end;
}

/** A count as an attribute says it: at least 1, at most what a sheet can have. */
function countOf(attributes: Attributes, name: string, most: number): number {
  const count = Number(attributeOf(attributes, name) ?? 1);
  return Number.isInteger(count) && count >= 1 ? Math.min(count, most) : 1;
}

function hasBorder(attributes: Attributes): boolean {
  return ["border", "border-left", "border-right", "border-top", "border-bottom"].some((side) => {
    const value = attributeOf(attributes, side);
    return value !== undefined && !value.includes("none");
  });
}

function inlineText(name: string, attributes: Attributes): string {
  if (name === "s") return " ".repeat(countOf(attributes, "c", 1000));
  if (name === "tab") return " ";
  return name === "line-break" ? "\n" : "";
}

/** The text that a cell shows; where a program left it out, the value in its usual form. */
function foundCell(attributes: Attributes, shown: string): Omit<FoundCell, "column"> | undefined {
  const type = attributeOf(attributes, "value-type");
  const value = attributeOf(attributes, "value");
  if (shown.trim() !== "")
    return { text: type === "float" || type === "currency" ? unroundedText(shown, Number(value)) : shown };
  const text = textOfValue(type, value, attributes);
  if (text !== "") return { text };
  const isFormula = attributeOf(attributes, "formula") !== undefined;
  return isFormula && type === undefined ? { text: "", isUncomputed: true } : undefined;
}

function textOfValue(type: string | undefined, value: string | undefined, attributes: Attributes): string {
  if (type === "percentage") return displayedNumber(Number(value), "0.##%").replace(/\.%$/u, "%");
  if (type === "float" || type === "currency") return displayedNumber(Number(value), "General");
  if (type === "date") return (attributeOf(attributes, "date-value") ?? "").replace(/T00:00:00(?:\.0+)?$/u, "");
  if (type === "boolean") return attributeOf(attributes, "boolean-value") === "true" ? "TRUE" : "FALSE";
  return type === "string" ? (attributeOf(attributes, "string-value") ?? "") : "";
}
