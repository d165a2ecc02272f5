import type { Ink } from "./ink.ts";

/** A stretch of ink in one row of pixels. */
export interface Run {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  /** How many of its pixels are ink, and how many thin ink. */
  readonly ink: number;
  readonly thin: number;
}

/** A thin level stretch of ink, perhaps a part of a rule — 横向细线段. */
export interface InkPiece {
  readonly from: number;
  readonly to: number;
  /** Middle of its ink at its left end, and at its right end: paper is never quite flat. */
  readonly left: number;
  readonly right: number;
  readonly thickness: number;
  /** Share of its ink that nothing touches from above or below. */
  readonly clean: number;
  /** Share of its pixels that are ink and no holes. */
  readonly dense: number;
  readonly runs: readonly Run[];
}

/** What counts as a piece, in pixels. */
export interface PieceSize {
  readonly thickest: number;
  readonly shortest: number;
  /** A hole in the ink that does not end a run. */
  readonly hole: number;
}

/** Finds the thin level pieces of an image — 找细线段. Linear in its pixels. */
export function inkPieces(ink: Ink, size: PieceSize): InkPiece[] {
  const runs = thinRuns(ink, size);
  const parent = linked(runs);
  const groups = new Map<number, Run[]>();
  runs.forEach((run, at) => {
    const root = rootOf(parent, at);
    const group = groups.get(root);
    if (group) group.push(run);
    else groups.set(root, [run]);
  });
  return [...groups.values()].flatMap((group) => pieceOf(group, size) ?? []);
}

/** Holes are few in a rule; a grey screen of dots is half holes. */
const leastInked = 0.75;

/** Rows of ink of which at least half are thin: letters that touch a rule are allowed. */
function thinRuns(ink: Ink, { thickest, shortest, hole }: PieceSize): Run[] {
  const { width, height, bits } = ink;
  const depths = depthsOf(ink);
  const runs: Run[] = [];
  for (let row = 0; row < height; row++) {
    let from = -1;
    let last = -1;
    let inked = 0;
    let thin = 0;
    for (let x = 0, at = row * width; x <= width; x++, at++) {
      const isInk = x < width && bits[at] === 1;
      if (from >= 0 && (x === width || (isInk && x - last > hole + 1))) {
        const length = last + 1 - from;
        if (length >= shortest && 2 * thin >= length && inked >= leastInked * length)
          runs.push({ row, from, to: last + 1, ink: inked, thin });
        from = -1;
        inked = 0;
        thin = 0;
      }
      if (!isInk) continue;
      if (from < 0) from = x;
      inked++;
      if (depths[at]! <= thickest) thin++;
      last = x;
    }
  }
  return runs;
}

/** For each pixel of ink, how far ink reaches through it from above to below, up to 255. */
function depthsOf({ width, height, bits }: Ink): Uint8Array {
  const depths = new Uint8Array(bits.length);
  for (let at = 0; at < bits.length; at++)
    if (bits[at]) depths[at] = at < width ? 1 : Math.min(255, depths[at - width]! + 1);
  for (let at = (height - 1) * width - 1; at >= 0; at--)
    if (bits[at] && bits[at + width]) depths[at] = depths[at + width]!;
  return depths;
}

/** Runs of neighbouring rows that touch belong together: for each run the number of another, or its own. */
function linked(runs: readonly Run[]): Uint32Array {
  const parent = Uint32Array.from(runs.keys());
  let above = 0;
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at]!;
    while (runs[above]!.row < run.row - 1 || (runs[above]!.row === run.row - 1 && runs[above]!.to < run.from)) above++;
    for (let other = above; runs[other]!.row === run.row - 1 && runs[other]!.from <= run.to; other++)
      parent[rootOf(parent, at)] = rootOf(parent, other);
  }
  return parent;
}

function rootOf(parent: Uint32Array, at: number): number {
  let root = at;
  while (parent[root] !== root) {
    parent[root] = parent[parent[root]!]!;
    root = parent[root]!;
  }
  return root;
}

/** What is too thick for its length is no rule. */
function pieceOf(runs: readonly Run[], { thickest }: PieceSize): InkPiece | undefined {
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  let ink = 0;
  let top = Number.POSITIVE_INFINITY;
  let bottom = 0;
  let inked = 0;
  let thin = 0;
  for (const run of runs) {
    inked += run.ink;
    thin += run.thin;
    from = Math.min(from, run.from);
    to = Math.max(to, run.to);
    ink += run.to - run.from;
    top = Math.min(top, run.row);
    bottom = Math.max(bottom, run.row);
  }
  const length = to - from;
  const thickness = ink / length;
  if (thickness > thickest || bottom + 1 - top > thickest + 0.02 * length) return undefined;
  const end = Math.max(8, length / 4);
  return {
    from,
    to,
    left: middle(runs, from, from + end),
    right: middle(runs, to - end, to),
    thickness,
    clean: thin / inked,
    dense: inked / ink,
    runs,
  };
}

/** The mean height of the ink between two places. */
function middle(runs: readonly Run[], from: number, to: number): number {
  let weight = 0;
  let sum = 0;
  for (const run of runs) {
    const share = Math.min(run.to, to) - Math.max(run.from, from);
    if (share <= 0) continue;
    weight += share;
    sum += share * (run.row + 0.5);
  }
  return weight > 0 ? sum / weight : (runs[0]?.row ?? 0) + 0.5;
}
