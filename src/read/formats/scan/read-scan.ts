import type { Box } from "../../../domain/source-view.ts";
import type { GreyImage, TextRecogniser } from "../../engines.ts";
import type { Glyph, PageModel, Rule } from "../pdf/page-model.ts";
import { withoutRules } from "./clear-rules.ts";
import type { PixelBox } from "./cut-out.ts";
import { evenLight, inkOf, inkThreshold } from "./ink.ts";
import { withoutSpecks } from "./ink-parts.ts";
import { facesOf, readFigures } from "./read-figures.ts";
import type { ReadSymbol } from "./read-symbol.ts";
import { type CleanPage, type PrintLine, recogniseLine } from "./recognise-line.ts";
import { type RuledLines, ruledLines } from "./ruled-lines.ts";
import { type Region, regionsOf } from "./scan-regions.ts";
import { skewOf } from "./skew.ts";
import { straightened } from "./turned.ts";
import { withoutSeals } from "./without-seals.ts";

/** A page image → what it prints, like a page of a text PDF — 识别扫描页. */
export function readScan(image: GreyImage, number: number, recogniser: TextRecogniser): PageModel {
  const even = evenLight(withoutSeals(image));
  const skew = skewOf(inkOf(even));
  const straight = straightened(even, skew);
  const threshold = inkThreshold(straight);
  const ruled = ruledLines(inkOf(straight, threshold));
  const cleared = withoutRules(straight, ruled, threshold);
  const ink = inkOf(cleared, threshold);
  const firm = withoutSpecks(ink);
  const page: CleanPage = { image: cleared, ink: firm.dirty ? firm.ink : ink, recogniser };
  const points = 72 / image.dpi;
  const rules = rulesOf(ruled, points);
  const { regions, usual } = regionsOf(firm.ink, rules);
  const lines = withFigures(page, readLines(page, regions, squareToInk * usual));
  return {
    number,
    width: image.width * points,
    height: image.height * points,
    glyphs: lines.flatMap(({ line, symbols }, object) => glyphsOf(line, symbols, object, points)),
    rules,
    images: [],
    unmapped: 0,
    hidden: "",
    scanned: true,
    turning: { quarters: 0, skew },
    readings: lines
      .filter(({ texts }) => texts.length > 1)
      .map(({ line, texts }) => ({ box: scaled(line, points), texts })),
  };
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

function scaled({ left, top, right, bottom }: PixelBox, points: number): Box {
  return { left: left * points, top: top * points, right: right * points, bottom: bottom * points };
}

/** A line of the page with what was read from it. */
interface ReadLine {
  readonly line: PrintLine;
  readonly symbols: readonly ReadSymbol[];
  /** It is all that its cell prints: perhaps an amount. */
  readonly alone: boolean;
}

function readLines(page: CleanPage, regions: readonly Region[], usual: number): ReadLine[] {
  return regions.flatMap(({ inTable, lines }) =>
    lines.map((box) => {
      const line = { ...box, em: emOf(box, usual) };
      return { line, symbols: recogniseLine(page, line), alone: inTable && lines.length === 1 };
    }),
  );
}

function withFigures(page: CleanPage, lines: readonly ReadLine[]) {
  const faces = facesOf(page, lines);
  return lines.map(({ line, symbols, alone }) => {
    const figures = alone ? readFigures(page, line, symbols, faces) : undefined;
    return { line, symbols: figures?.symbols ?? symbols, texts: figures?.texts ?? [] };
  });
}

function glyphsOf(line: PrintLine, symbols: readonly ReadSymbol[], object: number, points: number): Glyph[] {
  const baseline = (line.bottom - 0.08 * (line.bottom - line.top)) * points;
  return symbols.map(({ text, left, right, confidence }) => ({
    text,
    left: left * points,
    right: right * points,
    baseline,
    size: line.em * points,
    object,
    confidence,
  }));
}

/** The ink of Chinese characters is a little lower than their square. */
const squareToInk = 1.04;

/** Figures and dashes are lower than the letters beside them would be. */
function emOf({ top, bottom }: PixelBox, usual: number): number {
  const own = squareToInk * (bottom - top);
  if (own >= 0.88 * usual) return own;
  return own >= 0.55 * usual || bottom - top < 0.3 * usual ? usual : 1.3 * own;
}
