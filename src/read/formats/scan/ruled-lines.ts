import type { Ink } from "./ink.ts";
import { type InkPiece, inkPieces, type Run } from "./ink-pieces.ts";

/** A ruled line of an image — 图像中的表线: it reaches along `from`–`to` and stands across at `at`, in pixels. */
export interface RuledLine {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** The pixels that it takes: of a level line by rows, of an upright one by columns. */
  readonly runs: readonly Run[];
}

/** The level and the upright rules of a page image — 图像中的横线与竖线. */
export interface RuledLines {
  readonly level: readonly RuledLine[];
  readonly upright: readonly RuledLine[];
}

/** What counts as a rule, in inches — 表线的尺寸. */
const inches = {
  thickest: 0.045,
  hole: 0.012,
  /** The shortest piece of a broken or dashed rule. */
  piece: 0.055,
  dashGap: 0.05,
  /** Pieces with less than this between them are one rule. */
  gap: 0.12,
  /** Across, pieces of one rule stand so near to each other. */
  drift: 0.015,
  /** No stroke of a letter is as long as this. */
  sure: 0.35,
  /** A line that ends so near to a rule meets it. */
  corner: 0.03,
  touching: 0.008,
  /** Between two rules near to each other a line may be this short. */
  short: 0.1,
  /** What touches no rule across must be as long as this. */
  alone: 1,
} as const;

/** A photograph or a screened picture breaks into more pieces than this: then only long ones are looked at. */
const mostPieces = 100_000;
/** No table has more rules on a page; a hatched drawing has. */
const mostLines = 2_000;

/** Finds the ruled lines of a straightened page, broken ones too — 找表线. */
export function ruledLines(ink: Ink): RuledLines {
  const { dpi } = ink;
  const level = linesOf(ink);
  const upright = linesOf(turnedOver(ink));
  const sure = { level: level.filter((line) => line.sure), upright: upright.filter((line) => line.sure) };
  if (sure.level.length + sure.upright.length > mostLines) return { level: [], upright: [] };
  const firm = {
    level: level.filter((line) => isFirm(line, sure.upright, dpi)),
    upright: upright.filter((line) => isFirm(line, sure.level, dpi)),
  };
  return {
    level: firm.level.map((line) => reachingOut(line, firm.upright, dpi)),
    upright: firm.upright.map((line) => reachingOut(line, firm.level, dpi)),
  };
}

/** Rows become columns, so that upright lines are found as level ones. */
function turnedOver({ width, height, bits, dpi }: Ink): Ink {
  const turned = new Uint8Array(bits.length);
  for (let y = 0, at = 0; y < height; y++) for (let x = 0; x < width; x++, at++) turned[x * height + y] = bits[at]!;
  return { width: height, height: width, bits: turned, dpi };
}

interface Candidate extends RuledLine {
  /** Has a piece longer than any stroke, or is dashed evenly. */
  readonly sure: boolean;
  readonly whole: boolean;
}

function linesOf(ink: Ink): Candidate[] {
  const { dpi } = ink;
  const size = {
    thickest: Math.max(3, Math.round(inches.thickest * dpi)),
    shortest: Math.round(inches.piece * dpi),
    hole: Math.max(1, Math.round(inches.hole * dpi)),
  };
  const all = inkPieces(ink, size);
  const pieces = all.length > mostPieces ? all.filter((piece) => piece.to - piece.from >= inches.sure * dpi) : all;
  return chained(pieces, dpi).map((chain) => lineOf(chain, dpi));
}

/** Puts pieces that follow each other on one line together. */
function chained(pieces: readonly InkPiece[], dpi: number): InkPiece[][] {
  const rows = Math.max(1, Math.round(inches.drift * dpi));
  const ends = new Map<number, InkPiece[][]>();
  const chains: InkPiece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    const row = Math.round(piece.left);
    let best: InkPiece[] | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (let near = row - rows; near <= row + rows; near++) {
      const waiting = ends.get(near);
      if (!waiting) continue;
      const reached = waiting.filter((chain) => piece.from - endOf(chain) <= inches.gap * dpi);
      if (reached.length < waiting.length) ends.set(near, reached);
      for (const chain of reached) {
        const apart = Math.abs(chain.at(-1)!.right - piece.left) + Math.max(0, piece.from - endOf(chain)) / dpi;
        // two lines above each other are two, unless they are one that the scanner split lengthwise
        if (piece.from < endOf(chain) - 0.1 * dpi || apart >= least) continue;
        best = chain;
        least = apart;
      }
    }
    if (best) {
      const old = ends.get(Math.round(best.at(-1)!.right))!;
      old.splice(old.indexOf(best), 1);
      best.push(piece);
    } else {
      best = [piece];
      chains.push(best);
    }
    const end = Math.round(best.at(-1)!.right);
    const there = ends.get(end);
    if (there) there.push(best);
    else ends.set(end, [best]);
  }
  return chains;
}

function endOf(chain: readonly InkPiece[]): number {
  return chain.at(-1)!.to;
}

/** Letters touch a rule here and there; strokes of letters are touched all along. */
const cleanRule = 0.65;
const cleanDash = 0.95;
/** The same letter in the rows below each other makes dashes too, but not so many, nor so near. */
const fewestDashes = 12;
/** Where an upright rule crosses, a dash is none. */
const mostlyDashes = 0.85;
/** Letters of tight lines nearly touch those below: short of a whole rule, only length tells. */
const wholeRule = 0.975;

/** The strokes of letters may chain by chance; a broken rule is nearly whole, and straight. */
function lineOf(chain: readonly InkPiece[], dpi: number): Candidate {
  const isLong = ({ from, to, clean, dense }: InkPiece): boolean =>
    to - from >= (dense >= wholeRule ? inches.sure : inches.alone) * dpi && clean >= cleanRule;
  const first = chain.findIndex(isLong);
  const last = chain.findLastIndex(isLong);
  // strokes of letters beside a rule do not make it longer
  const kept =
    first === -1
      ? chain
      : chain.filter(
          (piece, at) => (at >= first && at <= last) || isLevel(piece, chain[at < first ? first : last]!, dpi),
        );
  const from = kept.reduce((least, piece) => Math.min(least, piece.from), Number.POSITIVE_INFINITY);
  const to = kept.reduce((most, piece) => Math.max(most, piece.to), 0);
  let ink = 0;
  let sum = 0;
  for (const piece of kept) {
    ink += piece.to - piece.from;
    sum += ((piece.left + piece.right) / 2) * (piece.to - piece.from);
  }
  const at = sum / ink;
  const isDash = (piece: InkPiece): boolean =>
    piece.clean >= cleanDash && Math.abs((piece.left + piece.right) / 2 - at) <= 0.006 * dpi;
  const isNear = (piece: InkPiece, n: number): boolean =>
    n === 0 || piece.from - kept[n - 1]!.to <= inches.dashGap * dpi;
  const dashed =
    kept.length >= fewestDashes && kept.filter(isDash).length >= mostlyDashes * kept.length && kept.every(isNear);
  return {
    at,
    from,
    to,
    runs: kept.flatMap((piece) => piece.runs),
    sure: first !== -1 || dashed,
    whole: ink >= 0.92 * (to - from),
  };
}

function isLevel(piece: InkPiece, beside: InkPiece, dpi: number): boolean {
  return Math.abs(piece.left - beside.left) <= 0.006 * dpi && piece.thickness <= 2 * beside.thickness;
}

/** A long line stands for itself; a short one must be whole and run from rule to rule. */
function isFirm(line: Candidate, sureAcross: readonly Candidate[], dpi: number): boolean {
  if (line.sure && line.to - line.from >= inches.alone * dpi) return true;
  const met = (end: number, near: number): boolean =>
    sureAcross.some(
      (other) => Math.abs(other.at - end) <= near && other.from - near <= line.at && line.at <= other.to + near,
    );
  if (line.sure) {
    const [near, far] = [inches.corner * dpi, inches.gap * dpi];
    const isHeld = (met(line.from, near) && met(line.to, far)) || (met(line.from, far) && met(line.to, near));
    return isHeld || crossings(line, sureAcross) >= 2;
  }
  const touching = inches.touching * dpi + 1;
  return line.whole && line.to - line.from >= inches.short * dpi && met(line.from, touching) && met(line.to, touching);
}

function crossings(line: Candidate, sureAcross: readonly Candidate[]): number {
  return sureAcross.filter(
    (other) => line.from <= other.at && other.at <= line.to && other.from <= line.at && line.at <= other.to,
  ).length;
}

/** A line that stops just short of another reaches it: corners break first. */
function reachingOut(line: RuledLine, across: readonly RuledLine[], dpi: number): RuledLine {
  let { from, to } = line;
  const reach = inches.gap * dpi;
  for (const other of across) {
    if (line.at < other.from - reach || line.at > other.to + reach) continue;
    if (other.at < line.from && line.from - other.at <= reach) from = Math.min(from, other.at);
    if (other.at > line.to && other.at - line.to <= reach) to = Math.max(to, other.at);
  }
  return { ...line, from, to };
}
