import type { WrittenPiece } from "../../document-writer.ts";
import { isPageFurniture, isPreambleLine } from "../../layouts/preamble.ts";
import { columnsOfLine, rowsByGaps } from "./gap-rows.ts";
import type { Glyph } from "./page-model.ts";
import type { Gaps, Gutter, PageTable, RowHabit } from "./page-table.ts";
import { bandAt } from "./place-glyphs.ts";
import { type PrintedLine, pieceOf, splitAtGaps } from "./printed-lines.ts";
import type { Segment } from "./ruled-segments.ts";

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
    const kept = meetsOf(empty, left);
    if (kept < empty.length && !runsOver(lines, end, empty, kept)) break;
    if (kept === empty.length)
      empty = empty.map((gutter) => left.find(({ from, to }) => from < gutter.to && to > gutter.from) ?? gutter);
    // a line of its own at the margin may be anything; one further in stands in a column
    if (Math.max(...columnsOfLine(line, empty).keys()) > 0) isParted = true;
  }
  return isParted ? { lines: lines.slice(start, end), gutters: empty, rows } : undefined;
}

/** So much of the gutters a line may run over, and so many lines further the columns must show again. */
const mostRunOver = 0.5;
const soon = 3;

/** Whether a line is one that runs over the end of its column: most gutters stay, and the next lines keep them all. */
function runsOver(lines: readonly PrintedLine[], at: number, gutters: readonly Gutter[], kept: number): boolean {
  if (kept < mostRunOver * gutters.length) return false;
  const next = lines.slice(at + 1, at + 1 + soon).filter((line) => !isPageNumber(line));
  return next.some(
    (line) => meetsOf(gutters, stillEmpty(gutters, line)) === gutters.length && columnsOfLine(line, gutters).size > 1,
  );
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
    const kept = meetsOf(gutters, left);
    const isOver = kept < gutters.length && end - start >= 2 && runsOver(lines, end, gutters, kept);
    if (!isOver && (left.length < fewestGutters || left.length < 0.6 * gutters.length)) break;
    if (!isOver) gutters = left;
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
  const { edges: ys, habit } = rowsByGaps(lines, gutters, across, carried);
  const cells = Array.from({ length: (ys.length - 1) * (xs.length - 1) }, (_, at) => {
    const row = Math.floor(at / (xs.length - 1));
    const column = at % (xs.length - 1);
    const box = { left: xs[column]!, top: ys[row]!, right: xs[column + 1]!, bottom: ys[row + 1]! };
    return { row, column, rows: 1, columns: 1, box, content: [] as WrittenPiece[] };
  });
  for (const line of lines) {
    const row = bandAt(ys, line.baseline - 0.35 * line.size);
    for (const [column, part] of partsByColumn(line, xs))
      cells[row * (xs.length - 1) + column]!.content.push(pieceOf(part));
  }
  return {
    box: { left: xs[0]!, top: ys[0]!, right: xs.at(-1)!, bottom: ys.at(-1)! },
    xs,
    ys,
    cells,
    openTop: false,
    openBottom: false,
    endsAtTop: false,
    gaps: { gutters, rows: habit },
  };
}

/** Words that stand nearer than this, in sizes of the letters, are one piece. */
const wordGap = 0.25;
/** What runs over its column by less stands in it. */
const littleOver = 0.6;

/** The words of a line by column: what runs far over the end of its column stays whole, where it begins. */
function partsByColumn(line: PrintedLine, xs: readonly number[]): Map<number, Pick<PrintedLine, "glyphs" | "box">> {
  const glyphs = new Map<number, Glyph[]>();
  for (const piece of splitAtGaps(line, wordGap)) {
    const { left, right } = piece.box;
    const middle = bandAt(xs, (left + right) / 2);
    const over = Math.max(xs[middle]! - left, right - xs[middle + 1]!);
    const column = over <= littleOver * line.size ? middle : bandAt(xs, left + 0.5 * line.size);
    glyphs.set(column, [...(glyphs.get(column) ?? []), ...piece.glyphs]);
  }
  const parts = new Map<number, Pick<PrintedLine, "glyphs" | "box">>();
  for (const [column, own] of glyphs) {
    const right = own.reduce((most, glyph) => Math.max(most, glyph.right), own[0]!.left);
    parts.set(column, { glyphs: own, box: { ...line.box, left: own[0]!.left, right } });
  }
  return parts;
}
