import type { Grid } from "./page-grid.ts";
import { type Glyph, middleOf } from "./page-model.ts";

/** Which glyphs stand in which cell, by the order of grids and cells, and which in none — 字形归格. */
export interface PlacedGlyphs {
  readonly cells: readonly (readonly Glyph[][])[];
  readonly outside: readonly Glyph[];
  /** Watermarks and the like: printed over the table, of no cell — 水印. */
  readonly over: readonly Glyph[];
}

const nowhere = -1;

/** A stretch of one printed line that one text operator drew without a gap. */
interface Run {
  readonly start: number;
  end: number;
  readonly home: number;
  crosses: boolean;
}

/**
 * Every glyph goes to the cell in which its middle stands; what one operator drew without a gap goes to the cell in which
 * it begins, so that a word that runs over the line stays whole — 字形归格.
 */
export function placeGlyphs(glyphs: readonly Glyph[], grids: readonly Grid[]): PlacedGlyphs {
  const cells = grids.map((grid) => grid.cells.map((): Glyph[] => []));
  const outside: Glyph[] = [];
  const over: Glyph[] = [];
  const { cellAt, homes } = cellFinder(grids);
  const large = 1.6 * usualSize(glyphs);
  for (const { start, end, home, crosses } of runsOf(glyphs, cellAt)) {
    const first = glyphs[start]!;
    const isOver =
      isSlanted(first) || (first.size > large && home !== nowhere && (crosses || !fits(first, homes[home]!)));
    for (let at = start; at < end; at++) {
      const glyph = glyphs[at]!;
      if (isOver) over.push(glyph);
      else if (home === nowhere) outside.push(glyph);
      else cells[homes[home]!.grid]![homes[home]!.cell]!.push(glyph);
    }
  }
  return { cells, outside, over };
}

interface Home {
  readonly grid: number;
  readonly cell: number;
  readonly height: number;
}

function fits({ size }: Glyph, { height }: Home): boolean {
  return size <= height;
}

function isSlanted({ turned }: Glyph): boolean {
  return turned !== undefined && turned.degrees % 90 !== 0;
}

function runsOf(glyphs: readonly Glyph[], cellAt: (x: number, y: number) => number): Run[] {
  const runs: Run[] = [];
  let run: Run | undefined;
  glyphs.forEach((glyph, at) => {
    const { x, y } = middleOf(glyph);
    const cell = cellAt(x, y);
    const before = glyphs[at - 1];
    if (run && before && (cell === run.home || run.home !== nowhere) && goesOn(before, glyph, cell === run.home)) {
      run.end = at + 1;
      if (cell !== run.home) run.crosses = true;
    } else {
      run = { start: at, end: at + 1, home: cell, crosses: false };
      runs.push(run);
    }
  });
  return runs;
}

function goesOn(before: Glyph, glyph: Glyph, sameCell: boolean): boolean {
  if (before.object !== glyph.object || before.turned !== undefined || glyph.turned !== undefined) return false;
  if (Math.abs(before.baseline - glyph.baseline) > 0.1 * glyph.size) return false;
  const room = glyph.left - before.right;
  if (room > 0.5 * glyph.size || room < -0.5 * glyph.size) return false;
  return sameCell || before.text !== " "; // a line of a report may hold all columns, parted by blanks
}

/** The size of most letters. */
function usualSize(glyphs: readonly Glyph[]): number {
  const counts = new Map<number, number>();
  for (const { size } of glyphs) counts.set(Math.round(size), (counts.get(Math.round(size)) ?? 0) + 1);
  let usual = 0;
  let most = 0;
  for (const [size, count] of counts)
    if (count > most) {
      usual = size;
      most = count;
    }
  return usual;
}

/** Looks cells up by place, the smallest grid first: a table may stand in a cell of another. */
function cellFinder(grids: readonly Grid[]) {
  const homes: Home[] = [];
  const byArea = grids
    .map((grid, number) => {
      const { box, xs, ys } = grid;
      const columns = xs.length - 1;
      const owner = new Int32Array(columns * (ys.length - 1));
      grid.cells.forEach((cell, at) => {
        homes.push({ grid: number, cell: at, height: cell.box.bottom - cell.box.top });
        for (let row = cell.row; row < cell.row + cell.rows; row++)
          owner.fill(homes.length - 1, row * columns + cell.column, row * columns + cell.column + cell.columns);
      });
      return { box, xs, ys, columns, owner, area: (box.right - box.left) * (box.bottom - box.top) };
    })
    .sort((a, b) => a.area - b.area);
  const cellAt = (x: number, y: number): number => {
    for (const { box, xs, ys, columns, owner } of byArea)
      if (x >= box.left && x < box.right && y >= box.top && y < box.bottom)
        return owner[bandAt(ys, y) * columns + bandAt(xs, x)]!;
    return nowhere;
  };
  return { cellAt, homes };
}

/** Between which two edges a value lies, from 0 — 落在哪一格. */
export function bandAt(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
