import { type Block, type FlowCell, type FlowTable, textOfBlocks, widthOf } from "./blocks.ts";

/** A table whose cells are words only — 单元格只含文字的表. */
export interface PlainTable {
  readonly kind: "plain-table";
  readonly rows: readonly (readonly PlainCell[])[];
  readonly width: number;
}

interface PlainCell {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly text: string;
}

/** What a document is written from — 待写出的内容: paragraphs, page breaks, tables of words. */
export type PlainBlock = Exclude<Block, FlowTable> | PlainTable;

/**
 * Resolves tables within tables, so that nothing is read twice — 嵌套表格. A table within a cell of a ruled form or list
 * becomes rows and columns of it, as a person sees it; a table that only arranges the page gives way to what it holds.
 */
export function resolveTables(blocks: readonly Block[]): PlainBlock[] {
  return blocks.flatMap((block) => (block.kind === "table" ? resolveTable(block) : [block]));
}

function resolveTable(table: FlowTable): PlainBlock[] {
  const cells = table.rows.map((row) => row.map((cell) => ({ ...cell, inner: resolveTables(cell.blocks) })));
  const width = widthOf(table);
  const holders = cells.flat().some(({ inner }) => inner.some(isData));
  if (holders && !isGrid(table, cells)) return cells.flat().flatMap(({ inner }) => inner);
  if (!holders && width < 2) return cells.flat().flatMap(({ inner }) => wordsOf(inner));
  if (holders) return [spliced(cells, width)];
  const rows = cells.map((row) => row.map((cell) => plainCell(cell, textOf(cell.inner))));
  return [{ kind: "plain-table", rows, width }];
}

interface HoldingCell extends FlowCell {
  readonly inner: readonly PlainBlock[];
}

/** A table with one row or one column of words in a cell is but a way to write the cell. */
function isData(block: PlainBlock): block is PlainTable {
  return block.kind === "plain-table" && block.rows.filter((row) => row.some(({ text }) => text !== "")).length > 1;
}

/**
 * Whether a table that holds others is ruled data itself — 外层表是否为数据: it has a head of short words above, or
 * several rows of labels and values beside those that hold the others.
 */
function isGrid(table: FlowTable, cells: readonly (readonly HoldingCell[])[]): boolean {
  if (table.forLayout) return false;
  const filled = cells.map((row) => row.filter(({ inner }) => inner.some(isData) || textOf(inner) !== ""));
  const isHead = (row: readonly HoldingCell[]): boolean =>
    row.length > 2 && row.every(({ inner }) => !inner.some(isData) && textOf(inner).length < 40);
  const width = widthOf(table);
  const inColumns = cells.flat().some((cell) => cell.columns < width && cell.inner.some(isData));
  if (inColumns && isHead(filled.find((row) => row.length > 0) ?? [])) return true;
  return filled.filter((row) => row.length > 1 && !row.some(({ inner }) => inner.some(isData))).length > 2;
}

function plainCell({ column, columns, rows }: FlowCell, text: string): PlainCell {
  return { column, columns, rows, text };
}

/** What is no table of data becomes paragraphs. */
function wordsOf(inner: readonly PlainBlock[]): PlainBlock[] {
  return inner.flatMap((block) => (block.kind === "plain-table" ? paragraphsOf(block) : [block]));
}

function paragraphsOf(table: PlainTable): PlainBlock[] {
  return table.rows.flat().map(({ text }) => ({ kind: "paragraph", text }));
}

function textOf(inner: readonly PlainBlock[]): string {
  const blocks = wordsOf(inner).filter((block) => block.kind === "paragraph");
  return textOfBlocks(blocks);
}

/** The rows that a cell with inner tables comes to: its words as rows over its whole width, its tables in between. */
function innerRows(inner: readonly PlainBlock[]): { rows: (readonly PlainCell[])[]; width: number } {
  const width = inner.reduce((most, block) => (isData(block) ? Math.max(most, block.width) : most), 1);
  const rows: (readonly PlainCell[])[] = [];
  let words: PlainBlock[] = [];
  const flush = (): void => {
    const text = textOf(words);
    if (text !== "") rows.push([{ column: 0, columns: width, rows: 1, text }]);
    words = [];
  };
  for (const block of inner) {
    if (!isData(block)) {
      words.push(block);
      continue;
    }
    flush();
    for (const row of block.rows) rows.push(row.map((cell) => stretched(cell, block.width, width)));
  }
  flush();
  return { rows, width };
}

/** The last cell of a narrower table reaches to the edge. */
function stretched(cell: PlainCell, from: number, to: number): PlainCell {
  return cell.column + cell.columns === from ? { ...cell, columns: to - cell.column } : cell;
}

/** Inner tables become rows and columns of the outer one; the cells beside them reach over these. */
function spliced(cells: readonly (readonly HoldingCell[])[], width: number): PlainTable {
  const heights = cells.map(() => 1);
  const widths = Array.from({ length: width }, () => 1);
  const parts = new Map<HoldingCell, ReturnType<typeof innerRows>>();
  cells.forEach((row, at) => {
    for (const cell of row) {
      if (!cell.inner.some(isData)) continue;
      const part = innerRows(cell.inner);
      parts.set(cell, part);
      const last = Math.min(at + cell.rows, cells.length) - 1;
      heights[last] = Math.max(heights[last]!, part.rows.length - (last - at));
      const edge = cell.column + cell.columns - 1;
      widths[edge] = Math.max(widths[edge]!, part.width - cell.columns + 1);
    }
  });
  const tops = running(heights);
  const lefts = running(widths);
  const rows: PlainCell[][] = Array.from({ length: tops.at(-1)! }, () => []);
  cells.forEach((row, at) => {
    for (const cell of row) {
      const top = tops[at]!;
      const left = lefts[cell.column]!;
      const right = lefts[cell.column + cell.columns]!;
      const bottom = tops[Math.min(at + cell.rows, cells.length)]!;
      const part = parts.get(cell);
      if (!part) {
        rows[top]!.push({ column: left, columns: right - left, rows: bottom - top, text: textOf(cell.inner) });
        continue;
      }
      part.rows.forEach((inner, down) => {
        for (const one of inner) {
          const { column, columns, rows: reach } = stretched(one, part.width, right - left);
          const end = down + reach >= part.rows.length ? bottom : top + down + reach;
          rows[top + down]!.push({ column: left + column, columns, rows: end - top - down, text: one.text });
        }
      });
    }
  });
  for (const row of rows) row.sort((a, b) => a.column - b.column);
  return { kind: "plain-table", rows, width: lefts.at(-1)! };
}

/** Where each of some lengths put end to end begins, and where the last one ends. */
function running(lengths: readonly number[]): number[] {
  const starts = [0];
  for (const length of lengths) starts.push(starts.at(-1)! + length);
  return starts;
}
