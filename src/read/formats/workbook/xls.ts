import type { Result } from "../../../domain/result.ts";
import type { ReadingRefusal } from "../../reading-refusal.ts";
import type { SourceDocument } from "../../source-document.ts";
import type { FileBytes } from "../file-bytes.ts";
import { isOle, openOle } from "../ole-file.ts";
import { type BiffContext, cellsOf } from "./biff-cells.ts";
import { type BiffCursor, biffCursor, biffRecords } from "./biff-records.ts";
import { openBiff } from "./biff-workbook.ts";
import { documentOfSheets } from "./document-of-sheets.ts";
import type { FoundSheet, MergedRange } from "./sheet.ts";
import { openRows } from "./sheet-rows.ts";

/**
 * XLS of Excel 5 to 2003 and ET of WPS → cells — 读取 XLS. Own reader of the record stream: it asks for no more than the
 * file has bytes, decodes old files by their code page, and sees frames, hidden rows and the numbers of formats.
 */
export function documentOfXls(file: FileBytes): Result<SourceDocument, ReadingRefusal> {
  const stream = workbookStream(file.bytes);
  if (!stream.ok) return stream;
  const opened = openBiff(stream.value);
  if (!opened.ok) return opened;
  const { context, sheets } = opened.value;
  const found = sheets.map(({ name, isHidden, kind, at }): FoundSheet => {
    if (kind !== 0) return { ...emptySheet, name, unread: [`${name}：${kinds[kind] ?? "非工作表 no worksheet"}`] };
    const content = readSheet(stream.value, at, context);
    return { ...content, name, isHidden, unread: content.unread.map((part) => `${name}：${part}`) };
  });
  return documentOfSheets(file, "xls", found);
}

const emptySheet = { isHidden: false, rows: [], merges: [], hiddenColumns: new Set<number>() } as const;

const kinds: Readonly<Record<number, string>> = {
  1: "宏工作表 macro sheet",
  2: "图表工作表 chart sheet",
  6: "宏模块 module",
};

function workbookStream(bytes: Uint8Array): Result<Uint8Array, ReadingRefusal> {
  if (!isOle(bytes)) return { ok: true, value: bytes };
  const ole = openOle(bytes);
  if (!ole.ok) return ole;
  return { ok: true, value: ole.value.read("Workbook") ?? ole.value.read("Book") ?? new Uint8Array() };
}

/** One sheet: from its BOF to its EOF; streams within it are charts. */
function readSheet(stream: Uint8Array, at: number, context: BiffContext): Omit<FoundSheet, "name" | "isHidden"> {
  const rows = openRows();
  const merges: MergedRange[] = [];
  const parts = new Map<string, number>();
  const count = (part: string | undefined): void => {
    if (part !== undefined) parts.set(part, (parts.get(part) ?? 0) + 1);
  };
  let depth = 0;
  let awaiting: { row: number; column: number } | undefined;
  for (const record of biffRecords(stream, at)) {
    if (record.type === 0x809) depth++;
    else if (depth === 0) break;
    else if (record.type === 0x0a && --depth === 0) break;
    if (depth !== 1) continue;
    const cursor = biffCursor(record.pieces);
    for (const { row, isFramed, cell, awaitsText } of cellsOf(record, context)) {
      if (isFramed) rows.frame(row);
      if (awaitsText && cell) awaiting = { row, column: cell.column };
      else if (cell) rows.add(row, cell);
    }
    if (record.type === 0x207 && awaiting) {
      const text = context.texts.long(cursor);
      if (text.trim() !== "") rows.add(awaiting.row, { column: awaiting.column, text });
      awaiting = undefined;
    } else if (record.type === 0x208) readRow(cursor, rows);
    else if (record.type === 0x7d) readColumns(cursor, rows);
    else if (record.type === 0xe5) readMerges(cursor, merges);
    else if (record.type === 0x1c) count("批注 comments");
    else if (record.type === 0x5d) count(objectKind(cursor));
  }
  const unread = [...parts].map(([part, times]) => `${part} × ${times}`);
  return { rows: rows.found(), merges, hiddenColumns: rows.hiddenColumns, unread };
}

function readRow(cursor: BiffCursor, rows: ReturnType<typeof openRows>): void {
  const row = cursor.u16();
  cursor.skip(10);
  if (cursor.u16() & 0x20) rows.hide(row);
}

function readColumns(cursor: BiffCursor, rows: ReturnType<typeof openRows>): void {
  const first = cursor.u16();
  const last = cursor.u16();
  cursor.skip(4);
  if (cursor.u16() & 1) rows.hideColumns(first, last);
}

function readMerges(cursor: BiffCursor, merges: MergedRange[]): void {
  for (let left = cursor.u16(); left > 0 && !cursor.isAtEnd; left--) {
    const [top, bottom, first, last] = [cursor.u16(), cursor.u16(), cursor.u16(), cursor.u16()];
    if (bottom > top || (bottom === top && last > first)) merges.push({ top, bottom, left: first, right: last });
  }
}

/** What a drawn object is; the boxes of comments are counted with their comments. */
function objectKind(cursor: BiffCursor): string | undefined {
  if (cursor.u16() !== 0x15) return "图形对象 drawings";
  cursor.skip(2);
  return objectKinds[cursor.u16()];
}

const objectKinds: Readonly<Record<number, string>> = { 5: "图表 charts", 6: "文本框 text boxes", 8: "图片 pictures" };
