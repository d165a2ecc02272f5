import type { WrittenPiece } from "../../document-writer.ts";
import { isPageFurniture, isPreambleLine } from "../../layouts/preamble.ts";
import { columnsOfLine, type RowHabit, rowsByGaps } from "./gap-rows.ts";
import type { PageTable } from "./page-contents.ts";
import { bandAt } from "./place-glyphs.ts";
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

/** How a table without upright lines is parted into columns and rows; the next page goes on in the same way. */
export interface Gaps {
  readonly gutters: readonly Gutter[];
  readonly rows: RowHabit;
}

/**
 * Tables whose columns no line parts — 无竖线的表: words stand in columns over several lines. Level lines, where there are
 * some, part the rows; else the space between them does. `carried` is how the page before ended.
 */
export function gapTables(
  lines: readonly PrintedLine[],
  level: readonly Segment[],
  carried: Gaps | undefined,
): GapTables {
  const tables: PageTable[] = [];
  const rest: PrintedLine[] = [];
  const upright = lines.filter(({ glyphs }) => !glyphs[0]!.turned);
  let at = 0;
  let open = carried;
  while (at < upright.length) {
    const line = upright[at]!;
    const block = (open && blockGoingOn(upright, at, open)) ?? blockFrom(upright, at);
    if (block) {
      tables.push(tableOf(block, level));
      at += block.lines.length;
    } else {
      rest.push(line);
      at++;
    }
    if (block || !isPageNumber(line)) open = undefined;
  }
  return { tables, lines: [...rest, ...lines.filter(({ glyphs }) => glyphs[0]!.turned)] };
}

interface Block {
  readonly lines: readonly PrintedLine[];
  readonly gutters: readonly Gutter[];
  /** Edges of the columns, where the page before gives them. */
  readonly rows?: RowHabit;
}

/** The lines from this one that leave empty what the table of the page before leaves empty. */
function blockGoingOn(lines: readonly PrintedLine[], start: number, { gutters, rows }: Gaps): Block | undefined {
  let empty = [...gutters];
  let isParted = false;
  let end = start;
  for (; end < lines.length; end++) {
    const line = lines[end]!;
    if (isPageNumber(line) || isAboveTable(line)) break;
    const left = stillEmpty(empty, line);
    if (left.length < empty.length || meetsOf(gutters, left) < gutters.length) break;
    empty = empty.map((gutter) => left.find(({ from, to }) => from < gutter.to && to > gutter.from) ?? gutter);
    // a line of its own at the margin may be anything; one further in stands in a column
    if (Math.max(...columnsOfLine(line, empty).keys()) > 0) isParted = true;
  }
  return isParted ? { lines: lines.slice(start, end), gutters: empty, rows } : undefined;
}

function meetsOf(gutters: readonly Gutter[], others: readonly Gutter[]): number {
  return gutters.filter((one) => others.some(({ from, to }) => from < one.to && to > one.from)).length;
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

function isAboveTable(line: PrintedLine): boolean {
  const { text } = pieceOf(line);
  const cells = [{ text: text.trim(), span: { start: 0, end: text.length }, index: 0 }];
  return text.length < 80 && isPreambleLine({ number: 0, page: 0, cells, width: 1 });
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

function tableOf({ lines, gutters, rows: carried }: Block, level: readonly Segment[]): PageTable {
  const left = Math.min(...lines.map(({ box }) => box.left)) - 2;
  const right = Math.max(...lines.map(({ box }) => box.right)) + 2;
  const middles = gutters.map(({ from, to }) => (from + to) / 2);
  const xs = [Math.min(left, middles[0]! - 1), ...middles, Math.max(right, middles.at(-1)! + 1)];
  const across = level.filter(
    (line) => line.to - line.from > 0.8 * (right - left) && line.from < right && line.to > left,
  );
  const { edges: ys, habit, openTop, openBottom } = rowsByGaps(lines, gutters, across, carried);
  const cells = Array.from({ length: (ys.length - 1) * (xs.length - 1) }, (_, at) => {
    const row = Math.floor(at / (xs.length - 1));
    const column = at % (xs.length - 1);
    const box = { left: xs[column]!, top: ys[row]!, right: xs[column + 1]!, bottom: ys[row + 1]! };
    return { row, column, rows: 1, columns: 1, box, content: [] as WrittenPiece[] };
  });
  for (const line of lines) {
    const row = bandAt(ys, line.baseline - 0.35 * line.size);
    for (let column = 0; column + 1 < xs.length; column++) {
      const part = within(line, xs[column]!, xs[column + 1]!);
      if (part) cells[row * (xs.length - 1) + column]!.content.push(pieceOf(part));
    }
  }
  return {
    box: { left: xs[0]!, top: ys[0]!, right: xs.at(-1)!, bottom: ys.at(-1)! },
    xs,
    ys,
    cells,
    openTop,
    openBottom,
    endsAtTop: false,
    gaps: { gutters, rows: habit },
  };
}

/** What of a line stands in a column. */
function within(line: PrintedLine, from: number, to: number): Pick<PrintedLine, "glyphs" | "box"> | undefined {
  const glyphs = line.glyphs.filter(({ left, right }) => (left + right) / 2 >= from && (left + right) / 2 < to);
  if (glyphs.every(({ text }) => text.trim() === "")) return undefined;
  const right = glyphs.reduce((most, glyph) => Math.max(most, glyph.right), glyphs[0]!.left);
  return { glyphs, box: { ...line.box, left: glyphs[0]!.left, right } };
}
