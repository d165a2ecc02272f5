import type { PixelBox } from "./cut-out.ts";
import type { Ink } from "./ink.ts";

/** Ink that hangs together — 连通域: a letter, a part of one, a point or a speck. */
export interface InkPart extends PixelBox {
  /** Pixels of ink. */
  readonly area: number;
  readonly runs: readonly InkRun[];
}

/** A stretch of ink in one row. */
export interface InkRun {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** The parts of ink within a region, corners touching, from left to right. Linear in its pixels. */
export function inkParts({ width, bits }: Ink, region: PixelBox): InkPart[] {
  const runs: InkRun[] = [];
  const parent: number[] = [];
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  let above = 0;
  let aboveEnd = 0;
  for (let row = region.top; row < region.bottom; row++) {
    const start = runs.length;
    for (let x = region.left, at = row * width + x; x < region.right; x++, at++) {
      if (!bits[at]) continue;
      const from = x;
      while (x < region.right && bits[at]) {
        x++;
        at++;
      }
      const run = runs.length;
      runs.push({ row, from, to: x });
      parent.push(run);
      while (above < aboveEnd && runs[above]!.to < from) above++;
      for (let other = above; other < aboveEnd && runs[other]!.from <= x; other++) {
        const root = rootOf(run);
        const joined = rootOf(other);
        parent[Math.max(root, joined)] = Math.min(root, joined);
      }
    }
    above = start;
    aboveEnd = runs.length;
  }
  const groups = new Map<number, InkRun[]>();
  runs.forEach((run, at) => {
    const root = rootOf(at);
    const group = groups.get(root);
    if (group) group.push(run);
    else groups.set(root, [run]);
  });
  return [...groups.values()].map(partOf).sort((a, b) => a.left - b.left);
}

function partOf(runs: readonly InkRun[]): InkPart {
  let { left, right, area } = { left: Number.POSITIVE_INFINITY, right: 0, area: 0 };
  for (const run of runs) {
    if (run.from < left) left = run.from;
    if (run.to > right) right = run.to;
    area += run.to - run.from;
  }
  return { left, right, top: runs[0]!.row, bottom: runs.at(-1)!.row + 1, area, runs };
}

/** Lone ink that is smaller than this, in square inches, is a speck or the point of a mark in small print. */
const speck = 0.00012;
/** And this is a speck in any print. */
const mote = 0.00006;

/** The ink of a page cleaned of specks — 去噪点. */
export interface CleanInk {
  /** Without anything that may be a speck: lines of print stand apart in it. */
  readonly firm: Ink;
  /** For reading: with the points of marks, and on a dirty page without its motes. */
  readonly legible: Ink;
}

/** Takes specks off; a page with more of them than letters is dirty. */
export function withoutSpecks(ink: Ink): CleanInk {
  const area = ink.dpi * ink.dpi;
  const firm = ink.bits.slice();
  const legible = ink.bits.slice();
  let specks = 0;
  let letters = 0;
  for (const part of inkParts(ink, { left: 0, top: 0, right: ink.width, bottom: ink.height })) {
    if (part.area > speck * area) {
      letters++;
      continue;
    }
    specks++;
    for (const { row, from, to } of part.runs) {
      firm.fill(0, row * ink.width + from, row * ink.width + to);
      if (part.area <= mote * area) legible.fill(0, row * ink.width + from, row * ink.width + to);
    }
  }
  const dirty = specks > 0.6 * letters;
  return { firm: { ...ink, bits: firm }, legible: dirty ? { ...ink, bits: legible } : ink };
}
