import { gridsOfPage } from "../pdf/page-grid.ts";
import type { Rule } from "../pdf/page-model.ts";
import type { PixelBox } from "./cut-out.ts";
import type { Ink } from "./ink.ts";
import { textLines, tight } from "./text-lines.ts";

/** Lines of print that belong together: of one cell, or of one block outside tables — 同格的行. */
export interface Region {
  readonly inTable: boolean;
  readonly lines: readonly PixelBox[];
}

/** Where the print of a page stands, and how large most of it is, in pixels — 版面. */
export interface PageRegions {
  readonly regions: readonly Region[];
  /** The height of the ink of most lines; 0 on an empty page. */
  readonly usual: number;
}

/** A page image → where its print stands, cell by cell, then what stands outside tables — 切块. */
export function regionsOf(ink: Ink, rules: readonly Rule[]): PageRegions {
  const boxes = cellBoxes(ink, rules);
  const usual = usualHeight(regionsWithin(ink, boxes));
  return { regions: regionsWithin(ink, boxes, usual), usual };
}

/** The cells of all grids in pixels, those of the smallest grid first: a table may stand in a cell of another. */
function cellBoxes(ink: Ink, rules: readonly Rule[]): PixelBox[] {
  const pixels = ink.dpi / 72;
  return [...gridsOfPage({ rules })]
    .sort((a, b) => areaOf(a.box) - areaOf(b.box))
    .flatMap((grid) => grid.cells)
    .map(({ box }) => ({
      left: Math.max(0, Math.round(box.left * pixels)),
      top: Math.max(0, Math.round(box.top * pixels)),
      right: Math.min(ink.width, Math.round(box.right * pixels)),
      bottom: Math.min(ink.height, Math.round(box.bottom * pixels)),
    }));
}

function regionsWithin(ink: Ink, cells: readonly PixelBox[], usual?: number): Region[] {
  const left: Ink = { ...ink, bits: ink.bits.slice() };
  const regions: Region[] = [];
  for (const cell of cells) {
    const lines = textLines(left, cell, usual);
    if (lines.length > 0) regions.push({ inTable: true, lines });
    for (let y = cell.top; y < cell.bottom; y++)
      left.bits.fill(0, y * ink.width + cell.left, y * ink.width + cell.right);
  }
  for (const lines of blocksOf(left, usual)) regions.push({ inTable: false, lines });
  return regions;
}

/** Each line counts by its length. */
function usualHeight(regions: readonly Region[]): number {
  const lines = regions
    .flatMap((region) => region.lines)
    .map(({ left, top, right, bottom }) => ({ width: right - left, height: bottom - top }))
    .filter(({ width, height }) => width > 2.5 * height)
    .sort((a, b) => a.height - b.height);
  const half = lines.reduce((sum, { width }) => sum + width, 0) / 2;
  let seen = 0;
  for (const { width, height } of lines) {
    seen += width;
    if (seen >= half) return height;
  }
  return 0;
}

function areaOf({ left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }): number {
  return (right - left) * (bottom - top);
}

/** Between columns there is more room than this, in heights of a line. */
const columnGap = 1.3;
/** So often is a page cut across and along. */
const deepest = 6;

/** Print outside tables is cut into lines, lines into columns, and columns of several lines again — 递归切分. */
function blocksOf(ink: Ink, usual?: number): PixelBox[][] {
  const blocks: PixelBox[][] = [];
  const cut = (region: PixelBox, depth: number): void => {
    for (const line of textLines(ink, region, usual)) {
      const pieces = columnsOf(ink, line);
      if (pieces.length <= 1 || depth >= deepest) blocks.push(pieces.length > 0 && depth >= deepest ? pieces : [line]);
      else for (const piece of pieces) cut(piece, depth + 1);
    }
  };
  cut({ left: 0, top: 0, right: ink.width, bottom: ink.height }, 0);
  return blocks;
}

function columnsOf(ink: Ink, line: PixelBox): PixelBox[] {
  const gap = columnGap * (line.bottom - line.top);
  const pieces: PixelBox[] = [];
  const push = (left: number, right: number): void => {
    const piece = tight(ink, { ...line, left, right });
    if (piece) pieces.push(piece);
  };
  let from = line.left;
  let last = line.left;
  for (let x = line.left; x < line.right; x++) {
    if (!isInkColumn(ink, line, x)) continue;
    if (x - last > gap) {
      push(from, last + 1);
      from = x;
    }
    last = x;
  }
  push(from, last + 1);
  return pieces;
}

function isInkColumn({ width, bits }: Ink, { top, bottom }: PixelBox, x: number): boolean {
  for (let y = top; y < bottom; y++) if (bits[y * width + x]) return true;
  return false;
}
