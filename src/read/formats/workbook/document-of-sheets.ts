import type { SourceKind } from "../../../domain/reading.ts";
import type { Result } from "../../../domain/result.ts";
import { type DocumentWriter, openWriter, type WrittenCell } from "../../document-writer.ts";
import { limits } from "../../limits.ts";
import { type ReadingRefusal, refuse } from "../../reading-refusal.ts";
import type { SourceDocument } from "../../source-document.ts";
import { describeSource } from "../../source-file.ts";
import type { FileBytes } from "../file-bytes.ts";
import { type MergeSweep, sweepMerges } from "./merges.ts";
import { addressOf, type FoundCell, type FoundRow, type FoundSheet, type MergedRange } from "./sheet.ts";

/** Uncomputed cells of a sheet that are named one by one; of more, their number is told. */
const namedOneByOne = 20;

/** Unused columns that part a stray far cell from the table: it does not make the other rows as wide as itself. */
const strayGap = 200;

/**
 * Sheets → one document — 工作簿写成文档. Each sheet with something in it is a view; blank rows part the tables of a sheet,
 * rows and columns keep the numbers that the sheet shows. Hidden sheets are left out and named, hidden rows are read.
 */
export function documentOfSheets(
  file: FileBytes,
  kind: SourceKind,
  sheets: readonly FoundSheet[],
): Result<SourceDocument, ReadingRefusal> {
  const writer = openWriter();
  let space = limits.sheetSpace;
  let cells = 0;
  for (const sheet of sheets) {
    const start = { start: writer.position, end: writer.position };
    if (sheet.isHidden) {
      if (sheet.rows.length > 0) writer.note("sheet-hidden", { sheet: sheet.name }, start);
      continue;
    }
    for (const row of sheet.rows) cells += row.cells.length;
    if (cells > limits.cells) return tooManyCells(sheet.name);
    if (sheet.rows.length > 0) {
      writer.view({ kind: "sheet", name: sheet.name });
      space -= writeSheet(writer, sheet, space);
      if (space < 0) return tooManyCells(sheet.name);
    }
    const at = { start: Math.min(start.end + 1, writer.position), end: Math.min(start.end + 1, writer.position) };
    for (const part of sheet.unread) writer.note("part-unread", { part }, at);
  }
  if (cells === 0) return nothingInside(sheets);
  return { ok: true, value: writer.finish(describeSource(file.name, file.bytes, kind)) };
}

/** Writes the rows of one sheet; returns how many places, empty ones counted, that took. */
function writeSheet(writer: DocumentWriter, sheet: FoundSheet, space: number): number {
  const { rows } = sheet;
  const lastRow = rows.at(-1)!.number;
  const lastColumn = rows.reduce((last, { cells }) => Math.max(last, lastColumnOf(cells)), 0);
  const merges = sheet.merges.filter(({ top, left }) => top <= lastRow && left <= lastColumn);
  const blocks = blocksOf(rows, sweepMerges(merges, lastRow, lastColumn));
  const sweep = sweepMerges(merges, lastRow, lastColumn);
  const uncomputed: string[] = [];
  const start = writer.position;
  let used = 0;
  for (const block of blocks) {
    writer.table();
    const width = widthOf(block);
    for (const row of block) {
      used += Math.max(width, lastColumnOf(row.cells) + 1);
      if (used > space) return used;
      writeRow(writer, row, sweep, width);
      for (const { column, isUncomputed } of row.cells) {
        if (!isUncomputed) continue;
        const address = `${sheet.name}!${addressOf(column, row.number)}`;
        uncomputed.push(address);
        if (uncomputed.length <= namedOneByOne) writer.note("formula-without-value", { address });
      }
    }
  }
  const more = uncomputed.length - namedOneByOne;
  if (more > 0) writer.note("formula-without-value", { address: `${uncomputed[namedOneByOne]}（等 ${more} 格）` });
  noteHidden(writer, sheet, lastColumn, start);
  return used;
}

function noteHidden(writer: DocumentWriter, sheet: FoundSheet, lastColumn: number, start: number): void {
  const rows = sheet.rows.filter(({ isHidden }) => isHidden).length;
  const columns = [...sheet.hiddenColumns].filter((column) => column <= lastColumn).length;
  if (rows + columns > 0) writer.note("rows-hidden", { sheet: sheet.name, rows, columns }, { start, end: start });
}

/** Parts the rows of a sheet where blank ones stand between them that are neither framed nor merged over. */
function blocksOf(rows: readonly FoundRow[], sweep: MergeSweep): FoundRow[][] {
  const blocks: FoundRow[][] = [];
  let before = -2;
  for (const row of rows) {
    sweep.begin(row.number);
    const goesOn = row.number === before + 1 || row.isFramedOn || sweep.reached >= row.number - 1;
    if (goesOn && blocks.length > 0) blocks.at(-1)!.push(row);
    else blocks.push([row]);
    before = row.number;
  }
  return blocks;
}

/** Up to the last column that is used, stray far cells apart. */
function widthOf(block: readonly FoundRow[]): number {
  const columns = new Set<number>();
  for (const { cells } of block) for (const { column } of cells) columns.add(column);
  let last = -1;
  for (const column of [...columns].sort((a, b) => a - b)) {
    if (last >= 0 && column - last > strayGap) break;
    last = column;
  }
  return last + 1;
}

const lastColumnOf = (cells: readonly FoundCell[]): number => cells.at(-1)?.column ?? 0;

function writeRow(writer: DocumentWriter, row: FoundRow, sweep: MergeSweep, width: number): void {
  const merged = new Map(sweep.begin(row.number).map((range) => [range.left, range]));
  const written: WrittenCell[] = [];
  const unseen: string[] = [];
  for (const { column, text, hidden } of row.cells) {
    if (sweep.covers(column)) {
      if (text !== "") unseen.push(text);
      continue;
    }
    if (hidden !== undefined) unseen.push(hidden);
    const range = merged.get(column);
    merged.delete(column);
    written.push({ content: text, index: column, ...reachOf(range, width) });
  }
  for (const [column, range] of merged)
    if (column < width) written.push({ content: "", index: column, ...reachOf(range, width) });
  writer.row({ cells: written, width: Math.max(width, (written.at(-1)?.index ?? 0) + 1), row: row.number });
  if (unseen.length > 0) {
    const words = unseen.join(" ");
    writer.note("text-hidden", { characters: words.length, words: words.slice(0, 100) });
  }
}

function reachOf(range: MergedRange | undefined, width: number) {
  if (!range) return {};
  return {
    columns: Math.max(1, Math.min(range.right, width - 1) - range.left + 1),
    rows: range.bottom - range.top + 1,
  };
}

function tooManyCells(sheet: string) {
  return refuse(
    "too-large",
    {
      zh: `读到工作表“${sheet}”时超过了 ${limits.cells} 格的上限。`,
      en: `At the sheet “${sheet}” the limit of ${limits.cells} cells is exceeded.`,
    },
    { zh: "请删去空白而有内容的远处单元格，或拆成几个文件。", en: "Delete stray far cells, or split the file." },
  );
}

function nothingInside(sheets: readonly FoundSheet[]) {
  const hidden = sheets.filter((sheet) => sheet.isHidden && sheet.rows.length > 0).map(({ name }) => `“${name}”`);
  const parts = sheets.flatMap(({ unread }) => unread);
  const zh = [
    ...(hidden.length > 0 ? [`有内容的工作表都是隐藏的：${hidden.join("、")}`] : []),
    ...(parts.length > 0 ? [`没有读入的有：${parts.join("、")}`] : []),
  ];
  return refuse(
    "nothing-inside",
    {
      zh: `工作簿里没有可读的单元格${zh.length > 0 ? `；${zh.join("；")}` : ""}。`,
      en: `No cell of the workbook can be read${hidden.length > 0 ? `; sheets with content are hidden: ${hidden.join(", ")}` : ""}.`,
    },
    {
      zh: "请取消隐藏，或把图片中的表格另存为 PDF 后导入。",
      en: "Unhide the sheets; if the table is a picture, save it as PDF and import that.",
    },
  );
}
