import type { PixelBox } from "./cut-out.ts";
import type { Ink } from "./ink.ts";
import { type InkPart, inkParts } from "./ink-parts.ts";

/** What the ink of a figure is made of, from left to right — 数字的字形构成: `d` for a digit, else the mark itself. */
export interface FigureShape {
  /** As `dd,ddd.dd`. */
  readonly pattern: string;
  /** The ink of each sign of the pattern. */
  readonly parts: readonly PixelBox[];
}

const amountPattern = /^-?(?:d{1,3}(?:,ddd)+|d{1,13})(?:\.d{1,6})?$/;

/**
 * Tells by the size and height of its pieces of ink how many digits a figure has and where its marks stand — 按字形数位数.
 * The recogniser may lose a leading digit or double one; the ink cannot. `undefined` where digits touch or the line is
 * no amount.
 */
export function figureShape(ink: Ink, line: PixelBox, em: number): FigureShape | undefined {
  const pieces = inkParts(ink, line).filter(({ area }) => area >= leastInk * em * em);
  const heights = pieces.map(({ top, bottom }) => bottom - top).filter((height) => height >= 0.4 * em);
  if (heights.length === 0 || pieces.length > 40) return undefined;
  const digit = [...heights].sort((a, b) => a - b)[heights.length >> 1]!;
  const parts = mergedParts(pieces, digit);
  const floor = Math.max(...parts.filter((part) => isDigit(part, digit)).map(({ bottom }) => bottom));
  let pattern = "";
  for (const part of parts) {
    const sign = signOf(part, digit, floor);
    if (sign === undefined) return undefined;
    pattern += sign;
  }
  return amountPattern.test(pattern) ? { pattern, parts } : undefined;
}

/** Less ink than this, in squares of a letter, is no point. */
const leastInk = 0.006;

/** Thin digits come apart: pieces above each other are one, and pieces side by side that are no wider than a digit. */
function mergedParts(pieces: readonly InkPart[], digit: number): PixelBox[] {
  const signs: PixelBox[] = [];
  for (const { left, right, top, bottom } of pieces) {
    const before = signs.at(-1);
    const shared = before ? Math.min(before.right, right) - Math.max(before.left, left) : -1;
    const isStacked = before !== undefined && shared >= 0.5 * Math.min(before.right - before.left, right - left);
    const isBroken = before !== undefined && shared >= 0 && right - before.left <= 0.75 * digit;
    if (before && (isStacked || isBroken))
      signs[signs.length - 1] = {
        left: Math.min(before.left, left),
        right: Math.max(before.right, right),
        top: Math.min(before.top, top),
        bottom: Math.max(before.bottom, bottom),
      };
    else signs.push({ left, right, top, bottom });
  }
  return signs;
}

function isDigit({ left, right, top, bottom }: PixelBox, digit: number): boolean {
  const height = bottom - top;
  return height >= 0.82 * digit && height <= 1.15 * digit && right - left <= 0.85 * digit;
}

function signOf(part: PixelBox, digit: number, floor: number): "d" | "." | "," | "-" | undefined {
  if (isDigit(part, digit)) return "d";
  const height = part.bottom - part.top;
  const width = part.right - part.left;
  const middle = (part.top + part.bottom) / 2;
  if (height > 0.5 * digit || width > 0.8 * digit) return undefined;
  if (width >= 1.6 * height && Math.abs(middle - (floor - digit / 2)) <= 0.25 * digit) return "-";
  if (part.bottom < floor - 0.2 * digit || width > 0.4 * digit) return undefined;
  const hangs = part.bottom - floor > 0.08 * digit;
  return hangs || height > 1.5 * width || height > 0.3 * digit ? "," : ".";
}
