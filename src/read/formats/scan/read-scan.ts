import type { Box } from "../../../domain/source-view.ts";
import type { GreyImage, TextRecogniser } from "../../engines.ts";
import type { Glyph, PageModel } from "../pdf/page-model.ts";
import type { PixelBox } from "./cut-out.ts";
import { mendedWords } from "./fixed-words.ts";
import { evenLight } from "./ink.ts";
import { emOf, type PrintLine } from "./print-line.ts";
import { facesOf, readFigures } from "./read-figures.ts";
import type { ReadSymbol } from "./read-symbol.ts";
import { recogniseLine } from "./recognise-line.ts";
import { type Sheet, uprightSheet } from "./sheet.ts";
import { pairedBrackets } from "./typeset-punctuation.ts";
import { withoutSeals } from "./without-seals.ts";

/** A page image → what it prints, like a page of a text PDF — 识别扫描页. */
export function readScan(image: GreyImage, number: number, recogniser: TextRecogniser): PageModel {
  const sheet = uprightSheet(evenLight(withoutSeals(image)), recogniser);
  const { page, rules, turning } = sheet;
  const points = 72 / image.dpi;
  const { lines, readings } = readPage(sheet, points);
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
    readings,
  };
}

function scaled({ left, top, right, bottom }: PixelBox, points: number): Box {
  return { left: left * points, top: top * points, right: right * points, bottom: bottom * points };
}

/** A line of the page with what was read from it. */
interface ReadLine {
  readonly line: PrintLine;
  readonly symbols: readonly ReadSymbol[];
}

/** What a page says, line by line, and where it could be read in other ways. */
interface ReadPage {
  readonly lines: readonly ReadLine[];
  readonly readings: NonNullable<PageModel["readings"]>;
}

function readPage({ page, regions, usual }: Sheet, points: number): ReadPage {
  const read = regions.map(({ inTable, lines }) => ({
    inTable,
    lines: lines.map((box): ReadLine => {
      const line = { ...box, em: emOf(box, usual) };
      return { line, symbols: recogniseLine(page, line) };
    }),
  }));
  const faces = facesOf(
    page,
    read.flatMap(({ lines }) => lines),
  );
  const lines: ReadLine[] = [];
  const readings: { box: Box; texts: readonly string[] }[] = [];
  for (const region of read) {
    const only = region.inTable && region.lines.length === 1 ? region.lines[0] : undefined;
    const figures = only && readFigures(page, only.line, only.symbols, faces);
    if (only && figures) {
      lines.push({ line: only.line, symbols: figures.symbols });
      if (figures.texts.length > 1) readings.push({ box: scaled(only.line, points), texts: figures.texts });
    } else {
      const mended = withFixedWords(region.lines);
      lines.push(...mended.lines);
      for (const { box, texts } of mended.readings) readings.push({ box: scaled(box, points), texts });
    }
  }
  return { lines, readings };
}

/** What a word is worth that was put right. */
const mendedWord = 70;

/** Puts fixed words right over the lines of a cell, and keeps what was recognised. */
function withFixedWords(lines: readonly ReadLine[]) {
  const symbols = pairedBrackets(lines.flatMap((read) => read.symbols));
  const found = mendedWords(symbols);
  const readings = found.map(({ from, word, own }) => {
    const at = lines.find((_, n) => lines.slice(0, n + 1).reduce((sum, one) => sum + one.symbols.length, 0) > from)!;
    const { left, right } = symbols[from]!;
    return { box: { ...at.line, left, right }, texts: [word, own] };
  });
  let next = 0;
  const mended = lines.map((read) => ({
    line: read.line,
    symbols: read.symbols.map(() => {
      const at = next++;
      const symbol = symbols[at]!;
      const one = found.find(({ from, word }) => from <= at && at < from + word.length);
      const text = one?.word[at - one.from];
      return text === undefined || text === symbol.text ? symbol : { ...symbol, text, confidence: mendedWord };
    }),
  }));
  return { lines: mended, readings };
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
