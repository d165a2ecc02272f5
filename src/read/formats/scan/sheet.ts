import type { GreyImage, TextRecogniser } from "../../engines.ts";
import type { Rule, Turning } from "../pdf/page-model.ts";
import { withoutRules } from "./clear-rules.ts";
import { type Ink, inkOf, inkThreshold } from "./ink.ts";
import { withoutSpecks } from "./ink-parts.ts";
import { type CleanPage, emOf } from "./print-line.ts";
import { recogniseLine } from "./recognise-line.ts";
import { type RuledLines, ruledLines } from "./ruled-lines.ts";
import { type PageRegions, regionsOf } from "./scan-regions.ts";
import { skewOf } from "./skew.ts";
import { quarterTurned, straightened } from "./turned.ts";

/** A page image made ready: straight, without rules, and where its print stands — 备好的扫描页. */
export interface Sheet extends PageRegions {
  readonly page: CleanPage;
  readonly rules: readonly Rule[];
  readonly turning: Turning;
}

/** Upright pages are read with 97 to 99 of 100, others with 83 to 88: then letters are taken for any others. */
const readable = 94;
const clearly = 4;

/** Makes a page ready, and turns it where it lies on its side or its head — 摆正: whichever way it can be read. */
export function uprightSheet(even: GreyImage, recogniser: TextRecogniser): Sheet {
  let best = sheetOf(even, 0, recogniser);
  let most = trialOf(best);
  if (most >= readable) return best;
  for (const quarters of [2, 1, 3] as const) {
    const sheet = sheetOf(quarterTurned(even, quarters), quarters, recogniser);
    const trial = trialOf(sheet);
    if (trial > most + clearly) {
      best = sheet;
      most = trial;
    }
    if (most >= readable) break;
  }
  return best;
}

function sheetOf(upright: GreyImage, quarters: Turning["quarters"], recogniser: TextRecogniser): Sheet {
  const skew = skewOf(inkOf(upright));
  const straight = straightened(upright, skew);
  const threshold = inkThreshold(straight);
  const ruled = ruledLines(inkOf(straight, threshold));
  const image = withoutRules(straight, ruled, threshold);
  const ink = inkOf(image, threshold);
  const { firm, legible } = withoutSpecks(ink);
  const rules = rulesOf(ruled, 72 / upright.dpi);
  const page: CleanPage = { image: whereInked(image, ink, legible), ink: legible, recogniser };
  return { ...regionsOf(firm, rules), page, rules, turning: { quarters, skew } };
}

/** The image with white paper where ink was taken away. */
function whereInked(image: GreyImage, before: Ink, after: Ink): GreyImage {
  if (after === before) return image;
  const pixels = image.pixels.map((level, at) => (before.bits[at] && !after.bits[at] ? 255 : level));
  return { ...image, pixels };
}

/** So many lines are tried, and so much of each, in letters. */
const triedLines = 4;
const triedLetters = 12;

/** How surely a few long lines are read, 0–100; an empty page needs no turning. */
function trialOf({ page, regions, usual }: Sheet): number {
  const lines = regions
    .flatMap((region) => region.lines)
    .filter(({ top, bottom }) => bottom - top >= 0.7 * usual && bottom - top <= 1.5 * usual)
    .sort((a, b) => b.right - b.left - (a.right - a.left))
    .slice(0, triedLines);
  if (lines.length === 0) return 100;
  let sum = 0;
  let count = 0;
  for (const line of lines) {
    const em = emOf(line, usual);
    const right = Math.min(line.right, Math.round(line.left + triedLetters * em));
    const symbols = recogniseLine(page, { ...line, right, em });
    count += Math.max(1, symbols.length);
    for (const { confidence } of symbols) sum += confidence;
  }
  return sum / count;
}

function rulesOf({ level, upright }: RuledLines, points: number): Rule[] {
  return [
    ...level.map(({ at, from, to }) => ({
      left: from * points,
      right: to * points,
      top: at * points,
      bottom: at * points,
    })),
    ...upright.map(({ at, from, to }) => ({
      left: at * points,
      right: at * points,
      top: from * points,
      bottom: to * points,
    })),
  ];
}
