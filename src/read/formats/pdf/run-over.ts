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
  const endingAt = Map.groupBy(cells, ({ row, rows }) => row + rows);
  for (const cell of cells) {
    const [first, second] = cell.lines;
    if (!first || first.glyphs[0]!.turned || first.box.top > cell.box.top - reaches * first.size) continue;
    const above = endingAt
      .get(cell.row)
      ?.find((one) => one.column < cell.column + cell.columns && cell.column < one.column + one.columns);
    if (!above || !goesOn(above.lines, first)) continue;
    const own = second && second.baseline - first.baseline;
    if (own !== undefined && Math.abs(own - leadingOf(above.lines, first)) <= 0.05 * first.size) continue;
    above.lines.push(first);
    cell.lines.shift();
  }
}

/**
 * The cell whose words go on under the end of its table, where the page cut it — 表底之下的续字. Asked with the cells of
 * the last rows.
 */
export function cellRunOver(line: PrintedLine, lastCells: readonly OpenCell[]): OpenCell | undefined {
  if (line.glyphs[0]!.turned) return undefined;
  const { left, right, top } = line.box;
  return lastCells.find(({ box, lines }) => {
    const under = top - box.bottom;
    if (left < box.left - 1 || right > box.right + 1 || under < -line.size || under > 1.5 * line.size) return false;
    return goesOn(lines, line);
  });
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
