import type { GridCell } from "./page-grid.ts";
import type { PrintedLine } from "./printed-lines.ts";

/** A cell while its lines are gathered. */
export interface OpenCell extends GridCell {
  readonly lines: PrintedLine[];
}

/** So far a line must reach over the border above, in sizes of its letters, to be looked at. */
const reaches = 0.15;

/**
 * Words that run over the lower border of their cell — 越过下框的字: a line that stands on the border between two cells
 * belongs to the upper one where it keeps the distance of that cell's lines, and not that of its own.
 */
export function giveBackLines(cells: readonly OpenCell[]): void {
  for (const cell of cells) {
    const [first, second] = cell.lines;
    if (!first || first.glyphs[0]!.turned || first.box.top > cell.box.top - reaches * first.size) continue;
    const above = cells.find(
      (one) =>
        one.row + one.rows === cell.row &&
        one.column < cell.column + cell.columns &&
        cell.column < one.column + one.columns,
    );
    if (!above || !goesOn(above.lines, first)) continue;
    const own = second && second.baseline - first.baseline;
    if (own !== undefined && Math.abs(own - leadingOf(above.lines, first)) <= 0.05 * first.size) continue;
    above.lines.push(first);
    cell.lines.shift();
  }
}

/** The cell of the last rows whose words go on under the end of a table: the page cut it there. */
export function cellRunOver(line: PrintedLine, tables: readonly { cells: readonly OpenCell[]; rows: number }[]) {
  if (line.glyphs[0]!.turned) return undefined;
  const { left, right, top } = line.box;
  for (const { cells, rows } of tables)
    for (const cell of cells) {
      if (cell.row + cell.rows !== rows || left < cell.box.left - 1 || right > cell.box.right + 1) continue;
      const under = top - cell.box.bottom;
      if (under >= -line.size && under <= 1.5 * line.size && goesOn(cell.lines, line)) return cell;
    }
  return undefined;
}

/** Whether a line is the next of some lines: as far below, and beginning or standing alike. */
function goesOn(lines: readonly PrintedLine[], line: PrintedLine): boolean {
  const last = lines.at(-1);
  if (!last || last.glyphs[0]!.turned) return false;
  const { size } = line;
  const isAligned =
    Math.abs(line.box.left - last.box.left) <= size ||
    Math.abs(line.box.left + line.box.right - last.box.left - last.box.right) <= 2 * size;
  return isAligned && Math.abs(line.baseline - last.baseline - leadingOf(lines, line)) <= 0.12 * size;
}

/** The distance of the last lines; of a single line what it would be. */
function leadingOf(lines: readonly PrintedLine[], next: PrintedLine): number {
  const [before, last] = lines.slice(-2);
  if (before && last) return last.baseline - before.baseline;
  const found = next.baseline - (before?.baseline ?? Number.NEGATIVE_INFINITY);
  return Math.min(Math.max(found, next.size), 1.6 * next.size);
}
