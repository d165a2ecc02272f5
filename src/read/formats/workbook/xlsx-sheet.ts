import type { Result } from "../../../domain/result.ts";
import { limits } from "../../limits.ts";
import type { ReadingRefusal } from "../../reading-refusal.ts";
import type { ZipFile } from "../zip-guard.ts";
import { displayedNumber } from "./number-format.ts";
import { cellAddress, type FoundCell, type FoundSheet, type MergedRange, mergedRange } from "./sheet.ts";
import { openRows } from "./sheet-rows.ts";
import { isTrue } from "./xlsx-package.ts";
import { unescaped } from "./xlsx-strings.ts";
import type { CellStyle } from "./xlsx-styles.ts";
import { readXmlPart } from "./xml-events.ts";

/** What the cells of all sheets of a workbook share — 工作簿的公共部分. */
export interface WorkbookContext {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly isFrom1904: boolean;
}

/** Reads the XML of one sheet as it is unpacked — 读取工作表. Sizes that it claims of itself are not believed. */
export function readSheet(
  zip: ZipFile,
  part: string,
  context: WorkbookContext,
): Result<Omit<FoundSheet, "name" | "isHidden">, ReadingRefusal> {
  const rows = openRows();
  const merges: MergedRange[] = [];
  const unread: string[] = [];
  let count = 0;
  let cell: OpenCell | undefined;
  let row: OpenRow | undefined;
  let before = -1;
  let capture: "value" | "inline" | "edge" | undefined;
  let phonetic = false;
  let edge = "";

  const read = readXmlPart(zip, part, {
    open(name, attributes) {
      if (name === "c" && row) {
        const at = cellAddress(attributes.r ?? "");
        const style = context.styles[Number(attributes.s ?? 0)];
        if (style?.isFramed) rows.frame(row.number);
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
        const number = cellAddress(`A${attributes.r ?? ""}`)?.row ?? before + 1;
        row = { number, next: 0 };
        before = number;
        if (isTrue(attributes.hidden)) rows.hide(number);
      } else if (name === "mergeCell") {
        const range = mergedRange(attributes.ref ?? "");
        if (range && merges.length < limits.cells) merges.push(range);
      } else if (name === "col" && isTrue(attributes.hidden)) {
        rows.hideColumns(Number(attributes.min) - 1, Number(attributes.max) - 1);
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
        if (done && ++count <= limits.cells + 1) rows.add(row.number, done);
        cell = undefined;
      } else if (name === "row") {
        row = undefined;
      } else if (edges.has(name)) {
        capture = undefined;
        const words = wordsOfEdge(edge);
        if (words !== "") unread.push(`${name.endsWith("Header") ? "页眉 header" : "页脚 footer"}：${words}`);
      }
    },
  });
  if (!read.ok) return read;
  return { ok: true, value: { rows: rows.found(), merges, hiddenColumns: rows.hiddenColumns, unread } };
}

interface OpenRow {
  readonly number: number;
  /** The column of a cell that does not say where it stands. */
  next: number;
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: CellStyle | undefined;
  value: string;
  inline: string;
  hasFormula: boolean;
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
  const number = type === "n" ? Number(value) : type === "d" ? serialOf(value, isFrom1904) : Number.NaN;
  if (Number.isNaN(number)) return shownCell(column, unescaped(value));
  const format = style?.format ?? "General";
  const text = displayedNumber(number, type === "d" && format === "General" ? "yyyy/m/d" : format, isFrom1904);
  return text === "" && number !== 0 ? { column, text, hidden: String(number) } : shownCell(column, text);
}

function shownCell(column: number, text: string): FoundCell | undefined {
  return text.trim() === "" ? undefined : { column, text };
}

/** A day and time of ISO 8601 as sheets count days — 日期序列值. */
export function serialOf(text: string, isFrom1904: boolean): number {
  const time = Date.parse(/Z$|[+-]\d\d:\d\d$/u.test(text) || !text.includes("T") ? text : `${text}Z`);
  return time / 86_400_000 + 25_569 - (isFrom1904 ? 1462 : 0);
}

const edges = new Set(["odd", "even", "first"].flatMap((kind) => [`${kind}Header`, `${kind}Footer`]));

/** Words of a page header or footer without its codes for page numbers, dates and fonts; "" where there are none. */
function wordsOfEdge(code: string): string {
  const words = code
    .slice(0, 1_000)
    .replace(/&"[^"]*"|&K[0-9A-Fa-f]{6}|&\d+|&[A-Za-z]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return /[\u3400-\u9fff]{2}/u.test(words.replace(/[第共页/\s]/gu, "")) ? words : "";
}
