import type { Ink } from "./ink.ts";

/** Pages stand at most so many degrees askew. */
const most = 5;
/** Ink is counted in strips so many pixels wide. */
const stripWidth = 16;

/**
 * By how many degrees a page leans: positive where its lines fall to the right — 倾斜角. The right angle is the one at
 * which the rows of pixels differ most from each other: ink stands in rules and lines of text.
 */
export function skewOf(ink: Ink): number {
  const strips = stripsOf(ink);
  let best = bestAngle(strips, 0, most, 0.25);
  for (const [reach, step] of [
    [0.25, 0.05],
    [0.05, 0.01],
  ] as const)
    best = bestAngle(strips, best, reach, step);
  return Math.abs(best) < 0.02 ? 0 : best;
}

interface Strips {
  readonly width: number;
  readonly height: number;
  readonly count: number;
  /** Pixels of ink in each row of each strip, strip by strip. */
  readonly ink: Uint8Array;
}

/** Every row counts: where rows are skipped, level lines win falsely. */
function stripsOf({ width, height, bits }: Ink): Strips {
  const count = Math.ceil(width / stripWidth);
  const ink = new Uint8Array(count * height);
  for (let y = 0; y < height; y++)
    for (let x = 0, at = y * width; x < width; x++, at++) if (bits[at]) ink[Math.floor(x / stripWidth) * height + y]!++;
  return { width, height, count, ink };
}

function bestAngle(strips: Strips, around: number, reach: number, step: number): number {
  let best = around;
  let sharpest = -1;
  const steps = Math.round(reach / step);
  for (let at = -steps; at <= steps; at++) {
    const angle = around + at * step;
    const sharp = sharpness(strips, angle);
    // of equals the straighter one
    if (sharp > sharpest || (sharp === sharpest && Math.abs(angle) < Math.abs(best))) {
      sharpest = sharp;
      best = angle;
    }
  }
  return best;
}

function sharpness({ width, height, count, ink }: Strips, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const reach = Math.ceil(Math.abs(slope) * width) + 2;
  const sums = new Float64Array(height + 2 * reach);
  for (let strip = 0; strip < count; strip++) {
    const shift = reach - Math.round(slope * (strip + 0.5) * stripWidth);
    const from = strip * height;
    for (let y = 0; y < height; y++) sums[y + shift]! += ink[from + y]!;
  }
  let sharp = 0;
  for (let y = 1; y < sums.length; y++) {
    const step = sums[y]! - sums[y - 1]!;
    sharp += step * step;
  }
  return sharp;
}
