import type { FieldPath, Span } from "../../domain/place.ts";
import { columnName } from "../../domain/place-in-words.ts";
import type { Reading } from "../../domain/reading.ts";
import type { PrintedCell } from "../../domain/source-view.ts";
import type { StoredDocument } from "../../store/store.ts";
import type { GridRowView, SightView } from "../contract/desk-views.ts";
import { sourceView } from "../excerpt.ts";
import type { DeskIndex } from "./desk-index.ts";
import { type DeskSheet, isSameRow } from "./sheets.ts";

/** How a piece of a document is shown: the page with what the machine saw on it, its cells, or its text — 原件视图. */
export function sightOf(document: StoredDocument, index: DeskIndex, sheet: DeskSheet, image: string | null): SightView {
  const { reading } = document;
  const view = sheet.view === undefined ? undefined : reading.views[sheet.view];
  if (!view) return { kind: "text", excerpt: textOf(document, index, sheet) };
  const cells = reading.cells.slice(sheet.firstCell, sheet.endCell);
  // a page of which nobody knows where its words stand can only be shown as a table
  const isDrawn = view.kind === "page" && (cells.length === 0 || cells.some(({ box }) => box));
  if (!isDrawn) return { kind: "grid", blocks: blocksOf(reading, index, sheet, view.kind === "sheet") };
  const { width, height, scanned } = view;
  return {
    kind: "page",
    width,
    height,
    scanned,
    image,
    cells: cells.flatMap(({ box, table }) => (box && table !== undefined ? [{ ...box }] : [])),
    words: reading.runs
      .filter((run) => run.view === sheet.view)
      .map(({ span, box }) => ({ text: reading.text.slice(span.start, span.end), box: { ...box } })),
  };
}

function textOf(document: StoredDocument, index: DeskIndex, sheet: DeskSheet) {
  const { reading } = document;
  const { start, end } = sheet;
  let firstLine = 1;
  for (let at = reading.text.indexOf("\n"); at !== -1 && at < start; at = reading.text.indexOf("\n", at + 1))
    firstLine++;
  return {
    document: sourceView(document),
    start,
    firstLine,
    text: reading.text.slice(start, end).replace(/\n$/u, ""),
    marks: index.valuesIn(sheet).map(({ path, place }) => ({
      path,
      line: place.line,
      spans: place.spans.filter((span) => span.start < end && span.end > start).map((span) => ({ ...span })),
    })),
  };
}

type Blocks = Extract<SightView, { kind: "grid" }>["blocks"];

/** Tables of one number, and lines outside tables each for itself. */
function blocksOf(reading: Reading, index: DeskIndex, sheet: DeskSheet, isSheet: boolean): Blocks {
  const marked = markedSpans(reading, index, sheet);
  const blocks: Blocks = [];
  let last: PrintedCell | undefined;
  for (let at = sheet.firstCell; at < sheet.endCell; at++) {
    const cell = reading.cells[at]!;
    const isNewBlock = !last || (!isSheet && (cell.table !== last.table || cell.table === undefined));
    if (isNewBlock) blocks.push({ isTable: isSheet || cell.table !== undefined, letters: [], rows: [] });
    const rows = blocks.at(-1)!.rows;
    if (isNewBlock || !last || !isSameRow(cell, last)) rows.push({ name: String(cell.row + 1), cells: [] });
    rows.at(-1)!.cells.push({
      column: cell.column,
      rows: cell.rows,
      columns: cell.columns,
      stretches: stretchesOf(reading.text, cell.span, marked),
    });
    last = cell;
  }
  for (const block of blocks) {
    clip(block.rows);
    if (isSheet) block.letters = lettersOf(block.rows);
  }
  return blocks;
}

/** A merged cell reaches to the end of what is shown. */
function clip(rows: readonly GridRowView[]): void {
  rows.forEach((row, n) => {
    for (const cell of row.cells) cell.rows = Math.min(cell.rows, rows.length - n);
  });
}

function lettersOf(rows: readonly GridRowView[]): string[] {
  const width = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ column, columns }) => column + columns)));
  return Array.from({ length: width }, (_, column) => columnName(column));
}

interface Marked extends Span {
  readonly path: FieldPath | null;
}

/** Words of values, and words of none, by the order of the text; of two values in the same words the first. */
function markedSpans({ conservation }: Reading, index: DeskIndex, sheet: DeskSheet): readonly Marked[] {
  const inSheet = ({ start, end }: Span): boolean => start < sheet.end && end > sheet.start;
  return [
    ...index
      .valuesIn(sheet)
      .flatMap(({ path, place }) => place.spans.filter(inSheet).map((span) => ({ ...span, path }))),
    ...conservation.unplaced.filter(inSheet).map(({ start, end }) => ({ start, end, path: null })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
}

type Stretch = GridRowView["cells"][number]["stretches"][number];

function stretchesOf(text: string, cell: Span, marked: readonly Marked[]): Stretch[] {
  const stretches: Stretch[] = [];
  let at = cell.start;
  const put = (end: number, path: FieldPath | null, unplaced: boolean): void => {
    if (end > at) stretches.push({ start: at, text: text.slice(at, end), path, unplaced });
    at = Math.max(at, end);
  };
  for (let n = firstFrom(marked, cell.start); n < marked.length; n++) {
    const { start, end, path } = marked[n]!;
    if (start >= cell.end) break;
    if (end <= at) continue;
    put(Math.max(at, start), null, false);
    put(Math.min(end, cell.end), path, path === null);
  }
  put(cell.end, null, false);
  return stretches;
}

/** The first that may reach into the cell: those before it that are long enough are few. */
function firstFrom(marked: readonly Marked[], offset: number): number {
  let low = 0;
  let high = marked.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marked[middle]!.start >= offset) high = middle;
    else low = middle + 1;
  }
  while (low > 0 && marked[low - 1]!.end > offset) low--;
  return low;
}
