import type { Rule } from "./page-model.ts";

/** A stretch of a horizontal or vertical line: at which height or abscissa, from where to where — 线段. */
export interface Segment {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The ruled lines of a page or of one table — 表线网. */
export interface Ruling {
  readonly horizontal: readonly Segment[];
  readonly vertical: readonly Segment[];
}

/** Pieces of one line lie no further than this from each other, across it; so do the two of a double line. */
const snap = 2;
/** A line may wander so far in all. */
const wander = 3.5;
/** Gaps within a line: between the borders of cells, and between dashes. */
const gap = 3;
/** What is shorter is no border of a cell. */
const shortest = 5;
/** Dashes come in numbers. */
const fewestDashes = 4;

/** Rules → straight segments: snapped to each other across, joined along — 归并表线. */
export function ruledSegments(rules: readonly Rule[]): Ruling {
  const horizontal: Segment[] = [];
  const vertical: Segment[] = [];
  for (const { left, top, right, bottom } of rules) {
    const isDot = right - left <= gap && bottom - top <= gap; // of a dotted line, whichever way it runs
    if (isDot || right - left >= bottom - top) horizontal.push({ at: (top + bottom) / 2, from: left, to: right });
    if (isDot || right - left < bottom - top) vertical.push({ at: (left + right) / 2, from: top, to: bottom });
  }
  return { horizontal: joined(horizontal), vertical: joined(vertical) };
}

function joined(pieces: readonly Segment[]): Segment[] {
  return alignedGroups(pieces).flatMap(joinedAlong);
}

/** Pieces that stand on one line. */
function alignedGroups(pieces: readonly Segment[]): Segment[][] {
  const groups: Segment[][] = [];
  let last: Segment[] | undefined;
  for (const piece of [...pieces].sort((a, b) => a.at - b.at)) {
    if (last && piece.at - last.at(-1)!.at <= snap && piece.at - last[0]!.at <= wander) last.push(piece);
    else {
      last = [piece];
      groups.push(last);
    }
  }
  return groups;
}

function joinedAlong(group: readonly Segment[]): Segment[] {
  const sorted = [...group].sort((a, b) => a.from - b.from);
  const longest = sorted.reduce((most, one) => Math.max(most, one.to - one.from), 0);
  const reach = sorted.length >= fewestDashes && longest <= 12 ? Math.max(gap, longest * 1.5) : gap;
  const runs: { from: number; to: number; sum: number; count: number }[] = [];
  for (const { at, from, to } of sorted) {
    const run = runs.at(-1);
    if (run && from - run.to <= reach) {
      run.to = Math.max(run.to, to);
      run.sum += at;
      run.count++;
    } else runs.push({ from, to, sum: at, count: 1 });
  }
  return runs
    .filter(({ from, to }) => to - from >= shortest)
    .map(({ from, to, sum, count }) => ({ at: sum / count, from, to }));
}
