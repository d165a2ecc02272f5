import type { Cell, Line } from "../cells.ts";

/**
 * Parts tables that stand beside each other on one sheet — 左右并排的表: an empty column between two halves whose lines
 * begin with the same words. The lines of the left half come first, then those of the right.
 */
export function partSideBySide(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(repeatsItself)) return lines;
  const parted: Line[] = [];
  for (let from = 0; from < lines.length; ) {
    const { table } = lines[from]!;
    let to = from + 1;
    while (to < lines.length && lines[to]!.table === table) to++;
    const own = lines.slice(from, to);
    const gap = table === undefined ? undefined : gapOf(own);
    if (gap === undefined) parted.push(...own);
    else parted.push(...halfOf(own, 0, gap, 0), ...halfOf(own, gap + 1, Number.POSITIVE_INFINITY, beside));
    from = to;
  }
  return parted;
}

/** So many words must stand on both sides. */
const enoughWords = 3;
/** Numbers of tables are whole: the right half has one of its own between them. */
const beside = 0.5;

/** A line whose right half says what its left half says: the head of both tables. */
function repeatsItself({ cells, table }: Line): boolean {
  if (table === undefined || cells.length < 2 * enoughWords || cells.length % 2 === 1) return false;
  const half = cells.length / 2;
  if (cells[half]!.index <= endOf(cells[half - 1]!)) return false;
  return cells.slice(0, half).every(({ text }, at) => text === cells[half + at]!.text);
}

const endOf = ({ index, columns = 1 }: Cell): number => index + columns;

/** The empty column before the right half: no cell of the table stands in it or reaches over it. */
function gapOf(lines: readonly Line[]): number | undefined {
  const head = lines.find(repeatsItself);
  if (!head) return undefined;
  const gap = head.cells[head.cells.length / 2]!.index - 1;
  const isEmpty = lines.every(({ cells, covered = [] }) =>
    [...cells, ...covered].every((cell) => endOf(cell) <= gap || cell.index > gap),
  );
  return isEmpty ? gap : undefined;
}

function halfOf(lines: readonly Line[], from: number, to: number, tableBy: number): Line[] {
  const moved = new Map<Cell, Cell>();
  const own = (cells: readonly Cell[]): Cell[] =>
    cells.flatMap((cell) => {
      if (cell.index < from || cell.index >= to) return [];
      const found = moved.get(cell) ?? { ...cell, index: cell.index - from };
      moved.set(cell, found); // a merged cell stays one for the lines that it reaches into
      return [found];
    });
  return lines.flatMap((line) => {
    const cells = own(line.cells);
    if (cells.length === 0) return [];
    const { covered } = line;
    const width = Math.min(line.width, to) - from;
    return [{ ...line, cells, width, table: line.table! + tableBy, ...(covered ? { covered: own(covered) } : {}) }];
  });
}
