import { isPageFurniture } from "../../layouts/preamble.ts";
import { rowsByGaps } from "./gap-rows.ts";
import type { PageTable } from "./page-contents.ts";
import { type PrintedLine, pieceOf, splitAtGaps } from "./printed-lines.ts";
import type { Segment } from "./ruled-segments.ts";

/** A stretch across the page, empty from top to bottom of a table — 栏间空白. */
export interface Gutter {
  readonly from: number;
  readonly to: number;
}

/** In sizes of the letters: what stays empty on all lines between two columns. Words of one line stand nearer. */
const gutterWidth = 0.5;
/** A table has at least so many lines, so many columns, so many lines that show several columns. */
const fewestLines = 3;
const fewestGutters = 2;
const fewestWideLines = 2;
/** Lines of a table do not stand further apart, in sizes of the letters. */
const furthest = 7;

/** What is left of the lines outside grids once the tables without columns of rules are taken out. */
export interface GapTables {
  readonly tables: readonly PageTable[];
  readonly lines: readonly PrintedLine[];
}

/**
 * Tables whose columns no line parts — 无竖线的表: words stand in columns over several lines. Level lines, where there are
 * some, part the rows; else the space between them does.
 */
export function gapTables(lines: readonly PrintedLine[], level: readonly Segment[]): GapTables {
  const tables: PageTable[] = [];
  const rest: PrintedLine[] = [];
  const upright = lines.filter(({ glyphs }) => !glyphs[0]!.turned);
  let at = 0;
  while (at < upright.length) {
    const block = blockFrom(upright, at);
    if (block) {
      tables.push(tableOf(block, level));
      at += block.lines.length;
    } else {
      rest.push(upright[at]!);
      at++;
    }
  }
  return { tables, lines: [...rest, ...lines.filter(({ glyphs }) => glyphs[0]!.turned)] };
}

interface Block {
  readonly lines: readonly PrintedLine[];
  readonly gutters: readonly Gutter[];
}

/** The longest run of lines from this one that leave the same gutters empty. */
function blockFrom(lines: readonly PrintedLine[], start: number): Block | undefined {
  let gutters = guttersOf(lines[start]!);
  if (gutters.length < fewestGutters) return undefined;
  let wide = 1;
  let end = start + 1;
  for (; end < lines.length; end++) {
    const line = lines[end]!;
    if (line.baseline - lines[end - 1]!.baseline > furthest * line.size || isPageNumber(line)) break;
    const left = stillEmpty(gutters, line);
    if (left.length < fewestGutters || left.length < 0.6 * gutters.length) break;
    gutters = left;
    if (splitAtGaps(line, gutterWidth).length > 1) wide++;
  }
  const inside = trimmed(gutters, lines.slice(start, end));
  const count = end - start;
  if (count < fewestLines || wide < fewestWideLines || inside.length < fewestGutters) return undefined;
  return { lines: lines.slice(start, end), gutters: inside };
}

function isPageNumber(line: PrintedLine): boolean {
  return line.glyphs.length < 30 && isPageFurniture(pieceOf(line).text.trim());
}

function guttersOf(line: PrintedLine): Gutter[] {
  const pieces = splitAtGaps(line, gutterWidth);
  return pieces.slice(1).map((piece, at) => ({ from: pieces[at]!.box.right, to: piece.box.left }));
}

/** The parts of gutters that a line leaves empty too. */
function stillEmpty(gutters: readonly Gutter[], line: PrintedLine): Gutter[] {
  let left = [...gutters];
  for (const { glyphs } of splitAtGaps(line, gutterWidth)) {
    const from = glyphs[0]!.left;
    const to = glyphs.reduce((most, glyph) => Math.max(most, glyph.right), from);
    left = left.flatMap((gutter) => {
      if (to <= gutter.from || from >= gutter.to) return [gutter];
      return [
        { from: gutter.from, to: from },
        { from: to, to: gutter.to },
      ].filter((part) => part.to - part.from >= gutterWidth * line.size);
    });
  }
  return left;
}

/** Gutters that have words on both sides: two parts of one gutter with nothing between them count once. */
function trimmed(gutters: readonly Gutter[], lines: readonly PrintedLine[]): Gutter[] {
  const pieces = lines.flatMap((line) => splitAtGaps(line, gutterWidth).map(({ box }) => (box.left + box.right) / 2));
  const found: Gutter[] = [];
  for (const gutter of gutters) {
    const before = found.at(-1)?.to ?? Number.NEGATIVE_INFINITY;
    if (pieces.some((middle) => middle > before && middle < gutter.from + 0.01)) found.push(gutter);
  }
  const last = found.at(-1);
  return last && !pieces.some((middle) => middle > last.to) ? found.slice(0, -1) : found;
}

function tableOf({ lines, gutters }: Block, level: readonly Segment[]): PageTable {
  const left = Math.min(...lines.map(({ box }) => box.left)) - 2;
  const right = Math.max(...lines.map(({ box }) => box.right)) + 2;
  const xs = [left, ...gutters.map(({ from, to }) => (from + to) / 2), right];
  const ys = rowsByGaps(
    lines,
    gutters,
    level.filter((line) => line.from < left + 30 && line.to > right - 30),
  );
  const cells = Array.from({ length: (ys.length - 1) * (xs.length - 1) }, (_, at) => {
    const row = Math.floor(at / (xs.length - 1));
    const column = at % (xs.length - 1);
    const box = { left: xs[column]!, top: ys[row]!, right: xs[column + 1]!, bottom: ys[row + 1]! };
    const content = lines
      .filter(({ baseline, size }) => baseline - 0.35 * size >= box.top && baseline - 0.35 * size < box.bottom)
      .map((line) => within(line, box.left, box.right))
      .flatMap((line) => (line ? [pieceOf(line)] : []));
    return { row, column, rows: 1, columns: 1, box, content };
  });
  return {
    box: { left, top: ys[0]!, right, bottom: ys.at(-1)! },
    xs,
    ys,
    cells,
    openTop: false,
    openBottom: false,
    endsAtTop: false,
    gutters,
  };
}

/** What of a line stands in a column. */
function within(line: PrintedLine, from: number, to: number): Pick<PrintedLine, "glyphs" | "box"> | undefined {
  const glyphs = line.glyphs.filter(({ left, right }) => (left + right) / 2 >= from && (left + right) / 2 < to);
  if (glyphs.every(({ text }) => text.trim() === "")) return undefined;
  const right = glyphs.reduce((most, glyph) => Math.max(most, glyph.right), glyphs[0]!.left);
  return { glyphs, box: { ...line.box, left: glyphs[0]!.left, right } };
}
