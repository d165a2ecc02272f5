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

/** A speck is smaller than a point of common print, in square inches. */
const speck = 0.00012;

/** The ink without dirt, and whether there is so much of it that small ink cannot be believed — 去噪点. */
export function withoutSpecks(ink: Ink): { readonly ink: Ink; readonly dirty: boolean } {
  const most = speck * ink.dpi * ink.dpi;
  const bits = ink.bits.slice();
  let specks = 0;
  let letters = 0;
  for (const part of inkParts(ink, { left: 0, top: 0, right: ink.width, bottom: ink.height })) {
    if (part.area > most) letters++;
    else {
      specks++;
      for (const { row, from, to } of part.runs) bits.fill(0, row * ink.width + from, row * ink.width + to);
    }
  }
  return { ink: { ...ink, bits }, dirty: specks > 0.6 * letters };
}
