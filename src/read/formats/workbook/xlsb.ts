import type { Result } from "../../../domain/result.ts";
import type { ReadingRefusal } from "../../reading-refusal.ts";
import type { SourceDocument } from "../../source-document.ts";
import type { FileBytes } from "../file-bytes.ts";
import { openZip, type ZipFile } from "../zip-guard.ts";
import { errorText, packedNumber } from "./biff-cells.ts";
import type { BiffCursor } from "./biff-records.ts";
import { documentOfSheets } from "./document-of-sheets.ts";
import { builtInFormat, displayedNumber } from "./number-format.ts";
import { type FoundCell, type FoundSheet, type MergedRange, sheetColumns, sheetRows } from "./sheet.ts";
import { openRows } from "./sheet-rows.ts";
import { biff12Records, wideText } from "./xlsb-records.ts";
import { mainPart, type PartRelation, partsBeside, relationsOf } from "./xlsx-package.ts";
import type { WorkbookContext } from "./xlsx-sheet.ts";
import type { CellStyle } from "./xlsx-styles.ts";

/** XLSB → cells — 读取 XLSB: the package of XLSX with its parts in binary records. */
export function documentOfXlsb(file: FileBytes): Result<SourceDocument, ReadingRefusal> {
  const zip = openZip(file.bytes);
  if (!zip.ok) return zip;
  const sheets = sheetsOf(zip.value);
  return sheets.ok ? documentOfSheets(file, "xlsb", sheets.value) : sheets;
}

function sheetsOf(zip: ZipFile): Result<readonly FoundSheet[], ReadingRefusal> {
  const main = mainPart(zip) ?? "xl/workbook.bin";
  const relations = relationsOf(zip, main);
  const workbook = zip.read(main);
  if (!workbook.ok) return workbook;
  const styles = partOf(zip, relations, "styles");
  if (!styles.ok) return styles;
  const strings = partOf(zip, relations, "sharedStrings");
  if (!strings.ok) return strings;
  const listed: { readonly name: string; readonly isHidden: boolean; readonly relation: PartRelation }[] = [];
  let isFrom1904 = false;
  for (const { type, cursor } of biff12Records(workbook.value)) {
    if (type === 153) isFrom1904 = (cursor.u32() & 1) === 1;
    if (type !== 156) continue;
    const isHidden = cursor.u32() !== 0;
    cursor.skip(4);
    const id = wideText(cursor);
    const relation = relations.find((one) => one.id === id);
    if (relation) listed.push({ name: wideText(cursor), isHidden, relation });
  }
  const context = { isFrom1904, strings: stringsOf(strings.value), styles: stylesOf(styles.value) };
  const sheets: FoundSheet[] = [];
  for (const { name, isHidden, relation } of listed) {
    if (relation.type !== "worksheet") {
      sheets.push({ name, isHidden: false, rows: [], merges: [], hiddenColumns: new Set(), unread: [name] });
      continue;
    }
    const part = zip.read(relation.target);
    if (!part.ok) return part;
    const unread = partsBeside(zip, relation.target).map((what) => `${name}：${what}`);
    sheets.push({ ...readSheet(part.value, context), name, isHidden, unread });
  }
  return { ok: true, value: sheets };
}

function partOf(zip: ZipFile, relations: readonly PartRelation[], type: string): Result<Uint8Array, ReadingRefusal> {
  const target = relations.find((one) => one.type === type)?.target;
  return target === undefined ? { ok: true, value: new Uint8Array() } : zip.read(target);
}

function stringsOf(part: Uint8Array): readonly string[] {
  const strings: string[] = [];
  for (const { type, cursor } of biff12Records(part)) {
    if (type !== 19) continue;
    cursor.skip(1);
    strings.push(wideText(cursor));
  }
  return strings;
}

function stylesOf(part: Uint8Array): readonly CellStyle[] {
  const formats = new Map<number, string>();
  const framed: boolean[] = [];
  const styles: CellStyle[] = [];
  let isInCells = false;
  for (const { type, cursor } of biff12Records(part)) {
    if (type === 44) formats.set(cursor.u16(), wideText(cursor));
    else if (type === 46) framed.push(hasLine(cursor));
    else if (type === 617 || type === 618) isInCells = type === 617;
    else if (type === 47 && isInCells) {
      cursor.skip(2);
      const format = cursor.u16();
      cursor.skip(4);
      const isFramed = framed[cursor.u16()] ?? false;
      styles.push({ format: formats.get(format) ?? builtInFormat(format), isFramed });
    }
  }
  return styles;
}

/** Four sides of ten bytes each, the kind of line first. */
function hasLine(cursor: BiffCursor): boolean {
  cursor.skip(1);
  for (let side = 0; side < 4; side++) {
    if (cursor.u8() !== 0) return true;
    cursor.skip(9);
  }
  return false;
}

function readSheet(part: Uint8Array, context: WorkbookContext): Omit<FoundSheet, "name" | "isHidden" | "unread"> {
  const rows = openRows();
  const merges: MergedRange[] = [];
  let row = 0;
  let column = -1;
  for (const { type, cursor } of biff12Records(part)) {
    if (type === 0) {
      row = Math.min(cursor.u32(), sheetRows - 1);
      column = -1;
      cursor.skip(7);
      if (cursor.u8() & 0x10) rows.hide(row);
    } else if (type <= 18 || type === 62) {
      column = type >= 12 && type <= 18 ? column + 1 : cursor.u32();
      if (column >= sheetColumns) continue;
      const style = context.styles[cursor.u32() & 0xffffff];
      if (style?.isFramed) rows.frame(row);
      const cell = cellOf(type >= 12 && type <= 18 ? type - 11 : type, column, cursor, style, context);
      if (cell) rows.add(row, cell);
    } else if (type === 176) {
      const [top, bottom, left, right] = [cursor.u32(), cursor.u32(), cursor.u32(), cursor.u32()];
      if (bottom >= top && right >= left && (bottom > top || right > left)) merges.push({ top, left, bottom, right });
    } else if (type === 60) {
      const [first, last] = [cursor.u32(), cursor.u32()];
      cursor.skip(8);
      if (cursor.u16() & 1) rows.hideColumns(first, last);
    }
  }
  return { rows: rows.found(), merges, hiddenColumns: rows.hiddenColumns };
}

/** A cell by its kind: constants 1 to 7, results of formulas 8 to 11, rich text 62. */
function cellOf(
  type: number,
  column: number,
  cursor: BiffCursor,
  style: CellStyle | undefined,
  { strings, isFrom1904 }: WorkbookContext,
): FoundCell | undefined {
  const text = textOf();
  if (typeof text === "string") return text.trim() === "" ? undefined : { column, text };
  if (text === undefined) return undefined;
  const shown = displayedNumber(text, style?.format ?? "General", isFrom1904);
  if (shown === "" && text !== 0) return { column, text: "", hidden: String(text) };
  return shown === "" ? undefined : { column, text: shown };

  function textOf(): string | number | undefined {
    if (type === 2) return packedNumber(cursor.u32());
    if (type === 5 || type === 9) return cursor.double();
    if (type === 3 || type === 11) return errorText(cursor.u8());
    if (type === 4 || type === 10) return cursor.u8() === 0 ? "FALSE" : "TRUE";
    if (type === 6 || type === 8) return wideText(cursor);
    if (type === 62) {
      cursor.skip(1);
      return wideText(cursor);
    }
    if (type !== 7) return undefined;
    const number = cursor.u32();
    return strings[number] ?? `#${number}`;
  }
}
