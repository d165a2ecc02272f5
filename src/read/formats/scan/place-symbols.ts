import type { PixelBox } from "./cut-out.ts";
import type { Ink } from "./ink.ts";

/** Characters that are set in a full square — 全角字. */
const isFullWidth = /[\u2e80-\u2fff〇\u3040-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const isWideLetter = /[%‰mwMW@]/u;
const isPunctuation = /[^\p{L}\p{N}%‰+<>=≥≤&@#$~]/u;

/** Where the characters of a line stand, and how much of its ink none of them accounts for — 字符定位. */
export interface PlacedSymbols {
  /** Left and right of each character, in pixels; where it has no ink of its own, between its neighbours. */
  readonly extents: readonly Extent[];
  /** Characters that no ink was found for: they were made up. */
  readonly without: readonly number[];
  /** Ink that no character was found for, and the number of the character before which it stands: one was lost. */
  readonly lost: readonly (Extent & { readonly before: number })[];
}

/** From where to where, in pixels. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** Longer lines are not looked at so closely. */
const mostWork = 400_000;
/** At most so many characters share their ink, or have it in so many pieces. */
const together = 4;

/**
 * Lays the characters that were recognised over the ink of their line — 字与墨迹对齐. The recogniser knows their order
 * well and their places badly; the gaps in the ink know the places. What does not fit tells of lost and invented
 * characters, of which the recogniser itself says nothing.
 */
export function placeSymbols(ink: Ink, line: PixelBox, em: number, symbols: readonly Placeable[]): PlacedSymbols {
  const segments = segmentsOf(ink, line);
  const [n, m] = [symbols.length, segments.length];
  if (n === 0 || m === 0 || n * m > mostWork) return { extents: spread(symbols), without: [], lost: [] };
  const best = new Float64Array((n + 1) * (m + 1)).fill(Number.POSITIVE_INFINITY);
  const step = new Uint8Array((n + 1) * (m + 1)); // characters × 16 + segments
  best[0] = 0;
  const relax = (from: number, to: number, cost: number, taken: number): void => {
    const total = best[from]! + cost;
    if (total < best[to]!) {
      best[to] = total;
      step[to] = taken;
    }
  };
  for (let i = 0; i <= n; i++)
    for (let j = 0; j <= m; j++) {
      const at = i * (m + 1) + j;
      if (best[at] === Number.POSITIVE_INFINITY) continue;
      if (i < n) relax(at, at + m + 1, noInkCost(symbols[i]!), 16);
      if (j < m) relax(at, at + 1, strayCost(segments[j]!, em), 1);
      for (let chars = 1; chars <= together && i + chars <= n; chars++)
        for (let pieces = 1; pieces <= together && j + pieces <= m; pieces++) {
          const taken = segments.slice(j, j + pieces);
          if (!hangTogether(taken, chars, em)) break;
          const cost = fitCost(symbols.slice(i, i + chars), taken, em);
          relax(at, at + chars * (m + 1) + pieces, cost, chars * 16 + pieces);
        }
    }
  return retraced(symbols, segments, step, em);
}

/** A character and where the recogniser thinks that it begins. */
export interface Placeable {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly confidence: number;
}

/** Ink that costs less to leave is dirt. */
const lostCost = 0.35;
/** A character without ink is unlikely. */
function noInkCost({ text, confidence }: Placeable): number {
  return (isPunctuation.test(text) ? 1 : 1.6) * (0.5 + confidence / 200);
}

interface Segment extends Extent {
  readonly area: number;
  readonly top: number;
  readonly bottom: number;
}

/** Stretches of the line that hold ink, parted by columns of paper. */
function segmentsOf({ width, bits }: Ink, { left, top, right, bottom }: PixelBox): Segment[] {
  const segments: Segment[] = [];
  let open: { left: number; area: number; top: number; bottom: number } | undefined;
  for (let x = left; x <= right; x++) {
    let area = 0;
    let [first, last] = [bottom, top];
    for (let y = top; y < bottom && x < right; y++) {
      if (!bits[y * width + x]) continue;
      area++;
      if (y < first) first = y;
      last = y + 1;
    }
    if (area > 0) {
      open ??= { left: x, area: 0, top: first, bottom: last };
      open.area += area;
      open.top = Math.min(open.top, first);
      open.bottom = Math.max(open.bottom, last);
    } else if (open) {
      segments.push({ ...open, right: x });
      open = undefined;
    }
  }
  return segments;
}

/** What it costs to leave ink without a character: little for a speck. */
function strayCost({ left, right, area }: Segment, em: number): number {
  return Math.min(1.4, (12 * area) / (em * em) + (0.8 * (right - left)) / em);
}

/** Characters share their ink only where it is in one piece; pieces of one character stand near to each other. */
function hangTogether(segments: readonly Segment[], chars: number, em: number): boolean {
  const [first, last] = [segments[0]!, segments.at(-1)!];
  if (chars > 1 && segments.length > 1) return false;
  const isNear = (one: Segment, at: number): boolean => at === 0 || one.left - segments[at - 1]!.right <= 0.4 * em;
  return last.right - first.left <= (chars + 1) * em && segments.every(isNear);
}

/** How badly so many characters fill a stretch of ink: widths are in letters. */
function fitCost(symbols: readonly Placeable[], segments: readonly Segment[], em: number): number {
  const pieces = segments.length;
  const { left } = segments[0]!;
  const width = (segments.at(-1)!.right - left) / em;
  const [least, most] = symbols.length === 1 ? widthOf(symbols[0]!.text) : widthTogether(symbols);
  const off = width < least ? (symbols.length === 1 ? 4 : 12) * (least - width) : 8 * Math.max(0, width - most);
  const drift = Math.abs(symbols[0]!.left - left) / em;
  const broken = symbols.some(({ text }) => isFullWidth.test(text)) ? 0 : 0.25 * (pieces - 1);
  const marks = symbols.length > 1 && symbols.some(({ text }) => isPunctuation.test(text)) ? 0.8 : 0;
  const touching = 0.3 * (symbols.length - 1) + marks;
  return off + touching + broken + Math.min(0.5, 0.2 * drift) + heightCost(symbols, segments, em);
}

/** Marks are low and letters are high, but for a few. */
function heightCost(symbols: readonly Placeable[], segments: readonly Segment[], em: number): number {
  const only = symbols.length === 1 ? symbols[0]!.text : undefined;
  if (only === undefined || lowOrHigh.test(only)) return 0;
  const top = Math.min(...segments.map((segment) => segment.top));
  const height = (Math.max(...segments.map((segment) => segment.bottom)) - top) / em;
  if (isPunctuation.test(only)) return height > 0.82 ? 0.8 : 0;
  return height < 0.5 ? 1.8 : 0;
}

/** Brackets are as high as letters, 一 as low as a dash; of others there is no telling. */
const lowOrHigh = /[一()（）[\]〔〕【】《》〈〉「」『』{}|/\\!！?？"“”'‘’~=+<>^*※]/u;

function widthOf(text: string): readonly [number, number] {
  if (isFullWidth.test(text)) return [0.6, 1];
  if (isPunctuation.test(text)) return [0.04, 0.4];
  if (/[02-9]/u.test(text)) return [0.36, 0.65];
  return [0.1, isWideLetter.test(text) ? 1 : 0.65];
}

/** Characters that touch stand as far apart as ever: only at both ends there is no paper. */
function widthTogether(symbols: readonly Placeable[]): readonly [number, number] {
  let least = -0.15 * symbols.length;
  let most = 0.02;
  for (const { text } of symbols) {
    const isMark = isPunctuation.test(text);
    const isWide = isWideLetter.test(text);
    least += isFullWidth.test(text) ? 0.93 : isMark ? 0.25 : isWide ? 0.85 : 0.46;
    most += isFullWidth.test(text) || isMark || isWide ? 1.02 : 0.7;
  }
  return [least, most];
}

function retraced(
  symbols: readonly Placeable[],
  segments: readonly Segment[],
  step: Uint8Array,
  em: number,
): PlacedSymbols {
  const across = segments.length + 1;
  const extents: (Extent | undefined)[] = symbols.map(() => undefined);
  const without: number[] = [];
  const lost: (Extent & { before: number })[] = [];
  let i = symbols.length;
  let j = segments.length;
  while (i > 0 || j > 0) {
    const taken = step[i * across + j]!;
    const chars = taken >> 4;
    const pieces = taken & 15;
    if (chars === 0 && strayCost(segments[j - 1]!, em) > lostCost)
      lost.push({ left: segments[j - 1]!.left, right: segments[j - 1]!.right, before: i });
    if (pieces === 0) without.push(i - 1);
    if (chars > 0 && pieces > 0) {
      const left = segments[j - pieces]!.left;
      const right = segments[j - 1]!.right;
      const shares = symbols.slice(i - chars, i).map(({ text }) => (isFullWidth.test(text) ? 2 : 1));
      const unit = (right - left) / shares.reduce((sum, share) => sum + share, 0);
      let from = left;
      shares.forEach((share, at) => {
        extents[i - chars + at] = { left: from, right: from + share * unit };
        from += share * unit;
      });
    }
    i -= chars;
    j -= pieces;
  }
  return {
    extents: extents.map((extent, at) => extent ?? between(extents, at, segments)),
    without: without.reverse(),
    lost: lost.reverse(),
  };
}

function between(extents: readonly (Extent | undefined)[], at: number, segments: readonly Segment[]): Extent {
  const before = extents.slice(0, at).findLast((extent) => extent !== undefined);
  const after = extents.slice(at + 1).find((extent) => extent !== undefined);
  const left = before?.right ?? segments[0]!.left;
  return { left, right: Math.max(left, after?.left ?? segments.at(-1)!.right) };
}

/** As the recogniser has them, but never backwards. */
function spread(symbols: readonly Placeable[]): Extent[] {
  return symbols.map(({ left, right }, at) => {
    const next = symbols[at + 1]?.left ?? right;
    return { left, right: Math.max(left, Math.min(right, next)) };
  });
}
