import type { Box } from "../../../domain/source-view.ts";
import type { WrittenPiece } from "../../document-writer.ts";
import { doubtful } from "../scan/doubtful.ts";
import type { Glyph } from "./page-model.ts";

/** Glyphs that stand on one line, from left to right — 印刷行. */
export interface PrintedLine {
  readonly glyphs: readonly Glyph[];
  readonly box: Box;
  readonly baseline: number;
  readonly size: number;
}

/** Glyphs → the lines that they make, from the top: those that stand upright, then those that are turned — 成行. */
export function printedLines(glyphs: readonly Glyph[]): PrintedLine[] {
  const upright: Glyph[] = [];
  const turned = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const others = glyph.turned && turned.get(glyph.turned.degrees);
    if (!glyph.turned) upright.push(glyph);
    else if (others) others.push(glyph);
    else turned.set(glyph.turned.degrees, [glyph]);
  }
  return [upright, ...turned.values()].flatMap(linesOf);
}

function linesOf(glyphs: readonly Glyph[]): PrintedLine[] {
  const lines: Glyph[][] = [];
  let tallest: Glyph | undefined;
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline)) {
    // half of the lower one's size: letters set high or low belong to the line, the next line does not
    if (tallest && glyph.baseline - tallest.baseline <= 0.5 * glyph.size) {
      lines.at(-1)!.push(glyph);
      if (glyph.size > tallest.size) tallest = glyph;
    } else {
      lines.push([glyph]);
      tallest = glyph;
    }
  }
  return lines.map(lineOf);
}

function lineOf(glyphs: Glyph[]): PrintedLine {
  const sorted = printedOnce(glyphs.sort((a, b) => a.left + a.right - b.left - b.right));
  const first = sorted[0]!;
  let tallest = first;
  let right = first.right;
  for (const glyph of sorted) {
    if (glyph.size > tallest.size) tallest = glyph;
    if (glyph.right > right) right = glyph.right;
  }
  const { baseline, size } = tallest;
  return { glyphs: sorted, box: boxOf(sorted, { left: first.left, right, baseline, size }), baseline, size };
}

function boxOf(
  glyphs: readonly Glyph[],
  line: { readonly left: number; readonly right: number; readonly baseline: number; readonly size: number },
): Box {
  if (!glyphs[0]?.turned) {
    const { left, right, baseline, size } = line;
    return { left, top: baseline - 0.88 * size, right, bottom: baseline + 0.12 * size };
  }
  return glyphs.reduce(
    (whole: Box, { turned: { box } = { box: whole } }) => ({
      left: Math.min(whole.left, box.left),
      top: Math.min(whole.top, box.top),
      right: Math.max(whole.right, box.right),
      bottom: Math.max(whole.bottom, box.bottom),
    }),
    glyphs[0].turned.box,
  );
}

/** Letters printed twice for boldness, a fraction of a point apart, are one — 重叠印刷去重. */
function printedOnce(sorted: readonly Glyph[]): Glyph[] {
  const once: Glyph[] = [];
  for (const glyph of sorted) {
    const isCopy = (before: Glyph | undefined): boolean =>
      before !== undefined &&
      before.text === glyph.text &&
      // the two of “ll” stand a whole narrow letter apart
      Math.abs(before.left - glyph.left) < Math.min(0.25 * glyph.size, 0.5 * (glyph.right - glyph.left)) &&
      Math.abs(before.baseline - glyph.baseline) < 0.25 * glyph.size;
    // a letter between may stand nearer to the copy than its original
    if (!isCopy(once.at(-1)) && !isCopy(once.at(-2))) once.push(glyph);
  }
  return once;
}

const latin = /[A-Za-z]/u;

/** The words of a line with their box, blanks where the print leaves room — 行文字. */
export function pieceOf({ glyphs, box }: Pick<PrintedLine, "glyphs" | "box">): WrittenPiece {
  let text = "";
  let before: Glyph | undefined;
  let confidence = 0;
  let recognised = 0;
  const stretches: { length: number; box: Box; confidence: number }[] = [];
  for (const glyph of glyphs) {
    const blank = before && leavesBlank(before, glyph) ? " " : "";
    text += blank + glyph.text;
    before = glyph;
    if (glyph.confidence === undefined) continue;
    confidence += glyph.confidence;
    recognised++;
    const length = blank.length + glyph.text.length;
    const last = stretches.at(-1);
    if (last && last.confidence >= doubtful && glyph.confidence >= doubtful) {
      last.length += length;
      last.box = { ...last.box, right: glyph.right };
      last.confidence = Math.min(last.confidence, glyph.confidence);
    } else
      stretches.push({ length, box: { ...box, left: glyph.left, right: glyph.right }, confidence: glyph.confidence });
  }
  return recognised > 0 ? { text, box, confidence: Math.round(confidence / recognised), stretches } : { text, box };
}

/** Room of a whole character parts words; between Latin letters a fifth of one does. */
function leavesBlank(before: Glyph, glyph: Glyph): boolean {
  const room = glyph.left - before.right;
  if (room < 0.2 * glyph.size || before.text === " " || glyph.text === " ") return false;
  return room > glyph.size || (latin.test(before.text) && latin.test(glyph.text));
}

/** A line in pieces where more than so much of its size is empty — 按空隙分段. */
export function splitAtGaps(line: PrintedLine, gap: number): PrintedLine[] {
  const pieces: Glyph[][] = [];
  let right = 0;
  for (const glyph of line.glyphs) {
    if (glyph.text.trim() === "") continue;
    if (pieces.length === 0 || glyph.left - right > gap * line.size) pieces.push([glyph]);
    else pieces.at(-1)!.push(glyph);
    right = Math.max(right, glyph.right);
  }
  if (pieces.length <= 1) return [line];
  return pieces.map((glyphs) => {
    const { left } = glyphs[0]!;
    return {
      ...line,
      glyphs,
      box: { ...line.box, left, right: glyphs.reduce((most, one) => Math.max(most, one.right), left) },
    };
  });
}
