import type { Box } from "../../../domain/source-view.ts";
import type { GreyImage, TextRecogniser } from "../../engines.ts";
import type { Glyph, PageModel } from "../pdf/page-model.ts";
import type { PixelBox } from "./cut-out.ts";
import { evenLight } from "./ink.ts";
import { type CleanPage, emOf, type PrintLine } from "./print-line.ts";
import { facesOf, readFigures } from "./read-figures.ts";
import type { ReadSymbol } from "./read-symbol.ts";
import { recogniseLine } from "./recognise-line.ts";
import type { Region } from "./scan-regions.ts";
import { uprightSheet } from "./sheet.ts";
import { withoutSeals } from "./without-seals.ts";

/** A page image → what it prints, like a page of a text PDF — 识别扫描页. */
export function readScan(image: GreyImage, number: number, recogniser: TextRecogniser): PageModel {
  const { page, rules, regions, usual, turning } = uprightSheet(evenLight(withoutSeals(image)), recogniser);
  const points = 72 / image.dpi;
  const lines = withFigures(page, readLines(page, regions, usual));
  return {
    number,
    width: page.image.width * points,
    height: page.image.height * points,
    glyphs: lines.flatMap(({ line, symbols }, object) => glyphsOf(line, symbols, object, points)),
    rules,
    images: [],
    unmapped: 0,
    hidden: "",
    scanned: true,
    turning,
    readings: lines
      .filter(({ texts }) => texts.length > 1)
      .map(({ line, texts }) => ({ box: scaled(line, points), texts })),
  };
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
