import type { PixelBox } from "./cut-out.ts";
import type { Ink } from "./ink.ts";
import { type InkPart, inkParts } from "./ink-parts.ts";

/**
 * Tells a mark by its ink — 按形状认标点: two dots above each other are a colon, where the lower one has a tail a
 * semicolon; a tall bow is a bracket, a small ring a full stop. Small print leaves the recogniser so few pixels of these that it guesses or drops
 * them, and all of the grammar hangs on them. `undefined` where the shape is none of these.
 */
export function markOf(ink: Ink, box: PixelBox, em: number): ":" | ";" | "(" | ")" | "。" | undefined {
  const parts = inkParts(ink, box).filter(({ area }) => area >= 3);
  if (parts.length === 2) return dotsOf(parts, em);
  if (parts.length !== 1) return undefined;
  return bowOf(parts[0]!, em) ?? (isRing(parts[0]!, em) ? "。" : undefined);
}

/** The full stop: as wide as high, and no stroke that slants. */
function isRing({ left, right, top, bottom, area, runs }: InkPart, em: number): boolean {
  const [width, height] = [right - left, bottom - top];
  if (width < 0.18 * em || width > 0.4 * em || width > 1.25 * height || height > 1.25 * width) return false;
  const [middleX, middleY] = [(left + right - 1) / 2, (top + bottom - 1) / 2];
  let slant = 0;
  let spreadX = 0;
  let spreadY = 0;
  for (const { row, from, to } of runs)
    for (let x = from; x < to; x++) {
      slant += (x - middleX) * (row - middleY);
      spreadX += (x - middleX) ** 2;
      spreadY += (row - middleY) ** 2;
    }
  return area >= 0.35 * width * height && Math.abs(slant) <= 0.2 * Math.sqrt(spreadX * spreadY);
}

function dotsOf(parts: readonly InkPart[], em: number): ":" | ";" | undefined {
  const [upper, lower] = [...parts].sort((a, b) => a.top - b.top) as [InkPart, InkPart]; // two were counted
  const height = (part: InkPart): number => part.bottom - part.top;
  const width = (part: InkPart): number => part.right - part.left;
  const isDot = (part: InkPart): boolean => width(part) <= 0.26 * em && height(part) <= 0.24 * em;
  const apart = lower.top - upper.bottom;
  if (!isDot(upper) || width(lower) > 0.3 * em || height(lower) > 0.42 * em) return undefined;
  if (apart < 0.08 * em || apart > 0.6 * em) return undefined;
  if (Math.abs(upper.left + upper.right - lower.left - lower.right) > 0.3 * em) return undefined;
  const tail = height(lower) - height(upper);
  if (tail >= Math.max(2, 0.08 * em)) return ";";
  return tail <= Math.max(1, 0.05 * em) && isDot(lower) ? ":" : undefined;
}

function bowOf(part: InkPart, em: number): "(" | ")" | undefined {
  const height = part.bottom - part.top;
  const width = part.right - part.left;
  if (height < 0.7 * em || height > 1.25 * em || width > 0.4 * em || width < 0.08 * em) return undefined;
  const middles = new Float64Array(height).fill(Number.NaN);
  for (const { row, from, to } of part.runs) {
    if (!Number.isNaN(middles[row - part.top]!)) return undefined; // one stroke only
    if (to - from > 0.22 * em) return undefined;
    middles[row - part.top] = (from + to) / 2;
  }
  const mean = (from: number, to: number): number => {
    const some = middles.subarray(Math.floor(from * height), Math.ceil(to * height));
    return some.reduce((sum, one) => sum + one, 0) / some.length;
  };
  const [top, middle, bottom] = [mean(0, 0.15), mean(0.4, 0.6), mean(0.85, 1)];
  const bow = Math.max(1.2, 0.05 * em);
  if (top - middle >= bow && bottom - middle >= bow) return "(";
  return middle - top >= bow && middle - bottom >= bow ? ")" : undefined;
}
