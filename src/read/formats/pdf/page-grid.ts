import type { Box } from "../../../domain/source-view.ts";
import { type GridPlace, mergedCells } from "./merged-cells.ts";
import type { PageModel } from "./page-model.ts";
import { type Ruling, ruledSegments, type Segment } from "./ruled-segments.ts";

/** A cell of a grid and where it stands on the page — 网格单元. */
export interface GridCell extends GridPlace {
  readonly box: Box;
}

/** The ruled lines of one table on one page — 网格: its cells tile it. */
export interface Grid {
  readonly box: Box;
  /** Edges of the columns and of the rows, one more than there are of each. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  /** The columns run past the outermost line: the page cuts the table there, or nobody ruled its end. */
  readonly openTop: boolean;
  readonly openBottom: boolean;
  /** The columns run a little past the first line: the row that the page cut ends there, without a word on this page. */
  readonly endsAtTop: boolean;
}

/** Lines meet where they come so near. */
const touch = 3;
/** Positions nearer than this are one line: the two of a double line. No text stands between. */
const narrowest = 4.5;
/** So much beyond the outermost line is a part of the table; more than the least is what a page left of a row's end. */
const overhang = 6;
const leastOverhang = 2;
/** A page of more lines than this is a drawing. */
const mostSegments = 6_000;
const mostBoxes = 60_000;

/** The lines of a table on the page before: where a page shows only a middle piece of a row, they give its outer edges. */
export type CarriedEdges = readonly number[] | undefined;

/** The grids of a page — 页面网格. */
export function gridsOfPage(page: Pick<PageModel, "rules">): Grid[] {
  return gridsOf(ruledSegments(page.rules));
}

/** The grids of a ruling, those above before those below — 识别网格. Frames of one cell are none. */
export function gridsOf(ruling: Ruling, carried?: CarriedEdges): Grid[] {
  if (ruling.horizontal.length + ruling.vertical.length > mostSegments) return [];
  const parts = connected(ruling);
  return [...parts, ...betweenUprights(parts, ruling, carried)]
    .flatMap((part) => gridOf(part) ?? [])
    .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
}

/** Parts of a ruling whose lines meet. */
function connected({ horizontal, vertical }: Ruling): Ruling[] {
  const sorted = [...vertical].sort((a, b) => a.at - b.at);
  const parent = Int32Array.from({ length: horizontal.length + sorted.length }, (_, at) => at);
  const find = (line: number): number => {
    while (parent[line] !== line) line = parent[line] = parent[parent[line]!]!;
    return line;
  };
  horizontal.forEach((line, h) => {
    for (let v = firstFrom(sorted, line.from - touch); v < sorted.length; v++) {
      const other = sorted[v]!;
      if (other.at > line.to + touch) break;
      if (other.from - touch <= line.at && line.at <= other.to + touch) parent[find(horizontal.length + v)] = find(h);
    }
  });
  const parts = new Map<number, { horizontal: Segment[]; vertical: Segment[] }>();
  const partOf = (line: number) => {
    const root = find(line);
    const part = parts.get(root) ?? { horizontal: [], vertical: [] };
    parts.set(root, part);
    return part;
  };
  for (const [h, line] of horizontal.entries()) partOf(h).horizontal.push(line);
  for (const [v, line] of sorted.entries()) partOf(horizontal.length + v).vertical.push(line);
  return [...parts.values()].filter((part) => part.horizontal.length > 0 && part.vertical.length > 0);
}

/**
 * A page may hold nothing of a row but its middle: upright lines of one length and no level ones — 只有竖线的页. Its table
 * is closed above and below where they end, and at the sides as on the page before.
 */
function betweenUprights(parts: readonly Ruling[], { vertical }: Ruling, carried: CarriedEdges): Ruling[] {
  const met = new Set(parts.flatMap((part) => part.vertical));
  const alone = vertical.filter((line) => !met.has(line));
  const first = alone.toSorted((a, b) => b.to - b.from - a.to + a.from)[0];
  if (!first) return [];
  const same = alone.filter(({ from, to }) => Math.abs(from - first.from) <= touch && Math.abs(to - first.to) <= touch);
  const known = carried ?? [];
  const isKnown = same.every(({ at }) => known.some((x) => Math.abs(x - at) <= touch + 1));
  if (same.length < (isKnown ? 1 : 3)) return [];
  const outer = isKnown ? [known[0]!, known.at(-1)!] : [];
  const sides = outer.filter((x) => same.every(({ at }) => Math.abs(x - at) > touch + 1));
  const { from, to } = first;
  const uprights = [...same, ...sides.map((at) => ({ at, from, to }))].sort((a, b) => a.at - b.at);
  return [{ horizontal: [], vertical: uprights }];
}

function firstFrom(sorted: readonly Segment[], at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function gridOf(ruling: Ruling): Grid | undefined {
  const across = closedAt(ruling.vertical, ruling.horizontal);
  const down = closedAt(ruling.horizontal, ruling.vertical);
  const { horizontal, vertical } = { horizontal: across.lines, vertical: down.lines };
  const ys = positions(horizontal);
  const xs = positions(vertical);
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  if (rows < 1 || columns < 1 || rows * columns < 2 || rows * columns > mostBoxes) return undefined;
  const below = coverage(horizontal, ys, xs);
  const right = coverage(vertical, xs, ys);
  const cells = mergedCells({
    rows,
    columns,
    isRuledBelow: (row, column) => below(row + 1, column),
    isRuledRight: (row, column) => right(column + 1, row),
  });
  if (cells.length < 2) return undefined;
  return {
    box: { left: xs[0]!, top: ys[0]!, right: xs[columns]!, bottom: ys[rows]! },
    xs,
    ys,
    cells: cells.map((cell) => ({ ...cell, box: boxOf(cell, xs, ys) })),
    openTop: across.openBefore,
    openBottom: across.openAfter,
    endsAtTop: across.endsBefore,
  };
}

function boxOf(cell: GridPlace, xs: readonly number[], ys: readonly number[]): Box {
  return {
    left: xs[cell.column]!,
    top: ys[cell.row]!,
    right: xs[cell.column + cell.columns]!,
    bottom: ys[cell.row + cell.rows]!,
  };
}

/**
 * The lines of one direction, closed with a line where most of those that cross them run past the outermost — 补足外框:
 * tables without outer borders, and tables that a page cuts without drawing a line there.
 */
function closedAt(crossing: readonly Segment[], lines: readonly Segment[]) {
  if (lines.length === 0) return betweenEnds(crossing);
  const first = lines.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const last = lines.reduce((most, { at }) => Math.max(most, at), Number.NEGATIVE_INFINITY);
  const starts = crossing.map(({ from }) => from);
  const ends = crossing.map(({ to }) => -to);
  const before = commonEnd(starts, first - overhang);
  const after = commonEnd(ends, -last - overhang);
  const from = crossing.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const to = crossing.reduce((most, { at }) => Math.max(most, at), Number.NEGATIVE_INFINITY);
  const added: Segment[] = [];
  if (before !== undefined) added.push({ at: before, from, to });
  if (after !== undefined) added.push({ at: -after, from, to });
  return {
    lines: [...lines, ...added],
    openBefore: before !== undefined,
    openAfter: after !== undefined,
    endsBefore: before === undefined && commonEnd(starts, first - leastOverhang) !== undefined,
  };
}

/** Closes a table of upright lines only where they end. */
function betweenEnds(crossing: readonly Segment[]) {
  const [{ at, from, to }, last] = [crossing[0]!, crossing.at(-1)!];
  const ends = [from, to].map((end) => ({ at: end, from: at, to: last.at }));
  return { lines: ends, openBefore: true, openAfter: true, endsBefore: false };
}

/** The outermost end that most lines share, where it lies beyond a limit. */
function commonEnd(all: readonly number[], limit: number): number | undefined {
  const ends = all.filter((end) => end < limit);
  if (ends.length === 0 || (ends.length === 1 && all.length > 1) || 2 * ends.length < all.length) return undefined;
  const outermost = ends.reduce((least, end) => Math.min(least, end), Number.POSITIVE_INFINITY);
  return 2 * ends.filter((end) => end - outermost <= touch).length >= all.length ? outermost : undefined;
}

/** Where lines stand, the two of a double line once. */
function positions(lines: readonly Segment[]): number[] {
  const groups: number[][] = [];
  for (const at of lines.map((line) => line.at).sort((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last && at - last[0]! < narrowest) last.push(at);
    else groups.push([at]);
  }
  return groups.map((group) => (group[0]! + group.at(-1)!) / 2);
}

/** So much of the edge between two boxes must be ruled. */
const enoughRuled = 0.6;

/** Whether the stretch of a line between two crossing positions is ruled. */
function coverage(lines: readonly Segment[], at: readonly number[], along: readonly number[]) {
  const ruled = at.map(() => new Uint8Array(along.length - 1));
  const stretches = at.map((): Segment[] => []);
  for (const line of lines) stretches[nearest(at, line.at)]!.push(line);
  stretches.forEach((segments, position) => {
    segments.sort((a, b) => a.from - b.from);
    for (let n = 0; n + 1 < along.length; n++) {
      const covered = coveredLength(segments, along[n]!, along[n + 1]!);
      ruled[position]![n] = covered >= enoughRuled * (along[n + 1]! - along[n]!) ? 1 : 0;
    }
  });
  return (position: number, n: number): boolean => ruled[position]![n] === 1;
}

function nearest(sorted: readonly number[], value: number): number {
  let best = 0;
  for (let n = 1; n < sorted.length; n++) if (Math.abs(sorted[n]! - value) < Math.abs(sorted[best]! - value)) best = n;
  return best;
}

function coveredLength(segments: readonly Segment[], from: number, to: number): number {
  let covered = 0;
  let reached = from;
  for (const segment of segments) {
    const start = Math.max(reached, segment.from);
    const end = Math.min(to, segment.to);
    if (end <= start) continue;
    covered += end - start;
    reached = end;
  }
  return covered;
}
