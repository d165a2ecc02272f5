import type { PixelBox } from "./cut-out.ts";
import type { Ink } from "./ink.ts";
import { type InkPart, inkParts } from "./ink-parts.ts";

/** ≥ or ≤ in a line of print. */
export interface RelationSign extends PixelBox {
  readonly text: "≥" | "≤";
}

/**
 * Finds ≥ and ≤ by their shape — 按形状认 ≥ ≤: a thin wedge over a bar. The recogniser's Chinese data does not know these
 * two signs, on which half of all targets hang, and reads 过, 乏 or nothing in their place.
 */
export function relationSigns(ink: Ink, line: PixelBox, em: number): RelationSign[] {
  const parts = inkParts(ink, line);
  const signs: RelationSign[] = [];
  parts.forEach((part, at) => {
    const whole = signOf(part, em);
    if (whole) {
      signs.push({ ...boxOf([part]), text: whole });
      return;
    }
    // the wedge and its bar stand apart in most fonts
    for (let other = Math.max(0, at - 3); other <= at + 3 && other < parts.length; other++) {
      const bar = parts[other]!;
      const wedge = other !== at && isBarUnder(bar, part, em) && wedgeOf(part, part.bottom, em);
      if (wedge) signs.push({ ...boxOf([part, bar]), text: wedge });
    }
  });
  return signs.sort((a, b) => a.left - b.left);
}

function boxOf(parts: readonly InkPart[]): PixelBox {
  return {
    left: Math.min(...parts.map(({ left }) => left)),
    right: Math.max(...parts.map(({ right }) => right)),
    top: Math.min(...parts.map(({ top }) => top)),
    bottom: Math.max(...parts.map(({ bottom }) => bottom)),
  };
}

/** The stroke below a wedge: level, or slanting as the wedge does. */
function isBarUnder(bar: InkPart, part: InkPart, em: number): boolean {
  const width = part.right - part.left;
  const height = bar.bottom - bar.top;
  return (
    Math.abs(bar.right - bar.left - width) <= Math.max(3, 0.3 * width) &&
    Math.abs(bar.left + bar.right - part.left - part.right) <= Math.max(4, 0.3 * width) &&
    bar.bottom > part.bottom &&
    bar.bottom - part.bottom <= 0.35 * em &&
    bar.area <= 0.16 * em * width &&
    (height <= Math.max(3, 0.14 * em)
      ? bar.top >= part.bottom - 0.15 * em
      : height <= 0.5 * em && bar.top >= (part.top + part.bottom) / 2 && bar.runs.length <= 1.2 * height)
  );
}

/** A wedge whose bar touches it: its lowest rows reach all across. */
function signOf(part: InkPart, em: number): RelationSign["text"] | undefined {
  const width = part.right - part.left;
  const height = part.bottom - part.top;
  if (height < 0.45 * em || height > em || width < 0.35 * em || width > em) return undefined;
  const wide = part.runs.filter(({ from, to }) => to - from >= 0.85 * width);
  const first = wide[0];
  if (!first || first.row < part.bottom - Math.max(4, 0.3 * height)) return undefined;
  return wedgeOf(part, first.row, em);
}

/** Whether the rows of a part down to `bottom` draw > or <: one thin stroke that runs out and back. */
function wedgeOf(part: InkPart, bottom: number, em: number): RelationSign["text"] | undefined {
  const width = part.right - part.left;
  const height = bottom - part.top;
  if (height < 0.28 * em || height > 0.8 * em || width < 0.3 * em || width > em) return undefined;
  const rows = Array.from({ length: height }, () => ({ left: Number.POSITIVE_INFINITY, right: 0, runs: 0 }));
  for (const { row, from, to } of part.runs) {
    const one = rows[row - part.top];
    if (!one) continue;
    one.left = Math.min(one.left, from - part.left);
    one.right = Math.max(one.right, to - part.left);
    one.runs++;
  }
  const middles = rows.map(({ left, right }) => (left + right) / 2 / width);
  const thin = rows.filter(({ left, right, runs }) => runs === 1 && right - left <= 0.62 * width).length;
  if (thin < 0.85 * height) return undefined;
  const mean = (from: number, to: number): number => {
    const some = middles.slice(
      Math.floor(from * height),
      Math.max(Math.floor(from * height) + 1, Math.ceil(to * height)),
    );
    return some.reduce((sum, middle) => sum + middle, 0) / some.length;
  };
  const ends = (mean(0, 0.2) + mean(0.8, 1)) / 2;
  const turn = mean(0.4, 0.6);
  const evenly = Math.abs(mean(0, 0.2) - mean(0.8, 1)) <= 0.3;
  if (!evenly || Math.abs(turn - ends) < 0.35) return undefined;
  return turn > ends ? "≥" : "≤";
}
