import type { Result } from "../../domain/result.ts";
import { limits } from "../limits.ts";
import type { ReadingRefusal } from "../reading-refusal.ts";
import { displayedNumber } from "./number-format.ts";
import { cellAddress, type FoundCell, type FoundRow, type MergedRange, mergedRange, sheetColumns } from "./workbook.ts";
import { isTrue } from "./xlsx-package.ts";
import { unescaped } from "./xlsx-strings.ts";
import type { CellStyle } from "./xlsx-styles.ts";
import { readXmlPart } from "./xml-events.ts";
import type { ZipFile } from "./zip-guard.ts";

/** What the cells of all sheets of a workbook share — 工作簿的公共部分. */
export interface WorkbookContext {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly isFrom1904: boolean;
}

/** The rows of one sheet and what stands beside them — 工作表内容. */
export interface SheetContent {
  readonly rows: FoundRow[];
  readonly merges: MergedRange[];
  readonly hiddenColumns: Set<number>;
  readonly unread: string[];
}

/** Reads the XML of one sheet as it is unpacked — 读取工作表. Sizes that it claims of itself are not believed. */
export function readSheet(zip: ZipFile, part: string, context: WorkbookContext): Result<SheetContent, ReadingRefusal> {
  const found: SheetContent = { rows: [], merges: [], hiddenColumns: new Set(), unread: [] };
  let count = 0;
  let cell: OpenCell | undefined;
  let row: OpenRow | undefined;
  let last: OpenRow | undefined;
  let framedSince = 0;
  let before = -1;
  let capture: "value" | "inline" | "edge" | undefined;
  let phonetic = false;
  let edge = "";

  const closeRow = (done: OpenRow): void => {
    last = done;
    if (done.cells.length === 0) {
      if (done.isFramed) framedSince++;
      return;
    }
    const { number, isHidden } = done;
    const isFramedOn = framedSince > 0 && framedSince === number - before - 1;
    found.rows.push({ number, cells: done.cells, isHidden, isFramedOn });
    before = number;
    framedSince = 0;
  };

  const read = readXmlPart(zip, part, {
    open(name, attributes) {
      if (name === "c" && row) {
        const at = cellAddress(attributes.r ?? "");
        const style = context.styles[Number(attributes.s ?? 0)];
        if (style?.isFramed) row.isFramed = true;
        cell = {
          column: at ? at.column : row.next,
          type: attributes.t ?? "n",
          style,
          value: "",
          inline: "",
          hasFormula: false,
        };
        row.next = cell.column + 1;
      } else if (cell) {
        if (name === "v") capture = "value";
        else if (name === "t" && !phonetic) capture = "inline";
        else if (name === "rPh") phonetic = true;
        else if (name === "f") cell.hasFormula = true;
      } else if (name === "row") {
        const number = cellAddress(`A${attributes.r ?? ""}`)?.row ?? (last?.number ?? -1) + 1;
        row = { number, isHidden: isTrue(attributes.hidden), cells: [], next: 0, isFramed: false };
      } else if (name === "mergeCell") {
        const range = mergedRange(attributes.ref ?? "");
        if (range && found.merges.length < limits.cells) found.merges.push(range);
      } else if (name === "col" && isTrue(attributes.hidden)) {
        const to = Math.min(Number(attributes.max), sheetColumns);
        for (let at = Number(attributes.min); at <= to; at++) found.hiddenColumns.add(at - 1);
      } else if (edges.has(name)) {
        capture = "edge";
        edge = "";
      }
    },
    text(text) {
      if (capture === undefined) return;
      if (capture === "edge") edge += text;
      else if (cell && capture === "value") cell.value += text;
      else if (cell) cell.inline += text;
    },
    close(name) {
      if (name === "v" || name === "t") capture = undefined;
      else if (name === "rPh") phonetic = false;
      else if (name === "c" && cell && row) {
        const done = foundCell(cell, context);
        if (done && ++count <= limits.cells + 1) addCell(row, done);
        cell = undefined;
      } else if (name === "row" && row) {
        closeRow(row);
        row = undefined;
      } else if (edges.has(name)) {
        capture = undefined;
        const words = wordsOfEdge(edge);
        if (words !== "") found.unread.push(`${name.endsWith("Header") ? "页眉" : "页脚"}：${words}`);
      }
    },
  });
  if (!read.ok) return read;
  found.rows.sort((a, b) => a.number - b.number);
  return { ok: true, value: found };
}

interface OpenRow {
  readonly number: number;
  readonly isHidden: boolean;
  readonly cells: FoundCell[];
  next: number;
  isFramed: boolean;
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: CellStyle | undefined;
  value: string;
  inline: string;
  hasFormula: boolean;
}

/** Cells of a row stand in order; the few files in which they do not are put right, and a place is taken once. */
function addCell(row: OpenRow, cell: FoundCell): void {
  const last = row.cells.at(-1);
  if (!last || last.column < cell.column) {
    row.cells.push(cell);
    return;
  }
  const at = row.cells.findIndex(({ column }) => column >= cell.column);
  if (row.cells[at]!.column !== cell.column) row.cells.splice(at, 0, cell);
}

function foundCell(cell: OpenCell, { strings, isFrom1904 }: WorkbookContext): FoundCell | undefined {
  const { column, type, value, style } = cell;
  if (type === "s") {
    const text = strings[Number(value)];
    if (text === undefined && value !== "") return { column, text: `#${value}` };
    return shownCell(column, text ?? "");
  }
  if (type === "inlineStr") return shownCell(column, unescaped(cell.inline || value));
  if (value === "") return cell.hasFormula && type !== "str" ? { column, text: "", isUncomputed: true } : undefined;
  if (type === "b") return { column, text: value === "1" || value === "true" ? "TRUE" : "FALSE" };
  const number = type === "n" ? Number(value) : type === "d" ? serialOf(value) : Number.NaN;
  if (Number.isNaN(number)) return shownCell(column, unescaped(value));
  const format = style?.format ?? "General";
  const text = displayedNumber(number, type === "d" && format === "General" ? "yyyy/m/d" : format, isFrom1904);
  return text === "" && number !== 0 ? { column, text, hidden: String(number) } : shownCell(column, text);
}

function shownCell(column: number, text: string): FoundCell | undefined {
  return text.trim() === "" ? undefined : { column, text };
}

/** A day of ISO 8601 as sheets count days. */
function serialOf(text: string): number {
  const time = Date.parse(/Z$|[+-]\d\d:\d\d$/u.test(text) || !text.includes("T") ? text : `${text}Z`);
  return time / 86_400_000 + 25_569;
}

const edges = new Set(["odd", "even", "first"].flatMap((kind) => [`${kind}Header`, `${kind}Footer`]));

/** Words of a page header or footer without its codes for page numbers, dates and fonts; "" where there are none. */
function wordsOfEdge(code: string): string {
  const words = code
    .replace(/&"[^"]*"|&K[0-9A-Fa-f]{6}|&\d+|&[A-Za-z]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return /[\u3400-\u9fff]{2}/u.test(words.replace(/[第共页/\s]/gu, "")) ? words : "";
}
