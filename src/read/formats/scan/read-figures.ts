import { cutOut } from "./cut-out.ts";
import { type DigitFaces, digitFaces, pictureOf } from "./digit-likeness.ts";
import { type FigureShape, figureShape } from "./figure-shape.ts";
import { inkParts } from "./ink-parts.ts";
import type { CleanPage, PrintLine } from "./print-line.ts";
import type { ReadSymbol } from "./read-symbol.ts";

/** A figure read in several ways, the likeliest first — 数字的多种读法. */
export interface FigureReadings {
  readonly texts: readonly string[];
  readonly symbols: readonly ReadSymbol[];
}

/** Letters of this height, in pixels: amounts are read in two sizes. */
const sizes = [36, 48];
/** And where the ink shows more or fewer digits than were read, in these. */
const otherSizes = [28, 60];
const paper = 12;

/**
 * Reads an amount again, with figures alone allowed — 金额复读: in two sizes, against the shape of its ink and against
 * the other digits of the page. `undefined` where the line is no figure.
 */
export function readFigures(
  page: CleanPage,
  line: PrintLine,
  words: readonly ReadSymbol[],
  faces: DigitFaces,
): FigureReadings | undefined {
  const asWords = words.map(({ text }) => text).join("");
  const inked = figureShape(page.ink, line, line.em);
  if (!isFigureLike(asWords, inked)) return undefined;
  const attempts = [{ text: plain(asWords), sure: least(words) }];
  const readAt = (size: number): void => {
    const symbols = page.recogniser.recognise(cutOut(page.image, line, size / line.em, paper), "figures");
    attempts.push({ text: plain(symbols.map(({ text }) => text).join("")), sure: least(symbols) });
  };
  for (const size of sizes) readAt(size);
  // a point too small to be ink is still a point where it was read
  const shape = attempts.some(({ text }) => text.includes(".")) && !inked?.pattern.includes(".") ? undefined : inked;
  if (shape && !attempts.some(({ text }) => fits(fitted(text, shape), shape)))
    for (const size of otherSizes) readAt(size);
  const readings = ranked(
    attempts.map(({ text, sure }) => ({ text: fitted(text, shape), sure })),
    shape,
  );
  const likely = shape && byLikeness(page, shape, faces, readings[0]?.text ?? "");
  const texts = [...new Set([...(likely ? [likely] : []), ...readings.map(({ text }) => text)])];
  const text = texts[0];
  if (text === undefined) return undefined;
  const agreed = texts.length === 1 && (!shape || fits(text, shape));
  const sure = Math.max(...readings.map((reading) => reading.sure), 0);
  return { texts, symbols: symbolsOf(text, line, words, shape, Math.round(agreed ? sure : Math.min(disputed, sure))) };
}

/** What a figure is worth that was read in several ways. */
const disputed = 60;

/** Whether a line is an amount: it reads like one, or half like one and is shaped like one. */
function isFigureLike(text: string, shape: FigureShape | undefined): boolean {
  const digits = text.replace(/\D/gu, "").length;
  if (digits === 0) return shape?.pattern.includes(".") === true;
  if (/^[-−－—一]?[\d.,，．。、·:;'’‘\s]+$/u.test(text)) return digits > 1 || shape !== undefined;
  return (
    shape !== undefined && (shape.pattern.includes(".") || shape.pattern.includes(",")) && 2 * digits >= text.length - 1
  );
}

/** Groups of three with a point between them: the recogniser takes a comma for a point. */
const pointedGroups = /^-?\d{1,3}(?:[.,]\d{3})*[.,]\d{3}\.\d{1,2}$/u;

/** Only what amounts are printed with, in one width. */
function plain(text: string): string {
  const figure = bare(text);
  return pointedGroups.test(figure) ? figure.replace(/\.(?=\d{3})/gu, ",") : figure;
}

function bare(text: string): string {
  return text
    .replace(/[，、‘’']/gu, ",")
    .replace(/[．。·]/gu, ".")
    .replace(/^[−－—一]/u, "-")
    .replace(/[^\d.,-]/gu, "");
}

function least(symbols: readonly { readonly confidence: number }[]): number {
  return symbols.reduce((low, { confidence }) => Math.min(low, confidence), symbols.length > 0 ? 100 : 0);
}

function fits(text: string, { pattern }: FigureShape): boolean {
  return text.replace(/\d/gu, "d") === pattern;
}

/** The right digits between other marks take the marks that the ink shows. */
function fitted(text: string, shape: FigureShape | undefined): string {
  const digits = text.replace(/\D/gu, "");
  if (!shape || digits.length !== shape.pattern.replace(/[^d]/gu, "").length) return text;
  let at = 0;
  return shape.pattern.replace(/d/gu, () => digits[at++]!);
}

/** What fits the shape first, then what was read more often, then what was read more surely. */
function ranked(attempts: readonly { readonly text: string; readonly sure: number }[], shape: FigureShape | undefined) {
  const all = [...Map.groupBy(attempts, ({ text }) => text)]
    .filter(([text]) => text !== "")
    .map(([text, same]) => ({ text, count: same.length, sure: Math.max(...same.map(({ sure }) => sure)) }));
  const fitting = shape ? all.filter(({ text }) => fits(text, shape)) : [];
  return (fitting.length > 0 ? fitting : all).sort((a, b) => b.count - a.count || b.sure - a.sure);
}

/**
 * What a figure says by the look of its digits: the reading with each digit replaced that clearly looks like another, or
 * where no reading has as many digits as the ink, all digits by their looks.
 */
function byLikeness(page: CleanPage, shape: FigureShape, faces: DigitFaces, text: string): string | undefined {
  const isRead = fits(text, shape);
  let figure = "";
  for (const [at, sign] of [...shape.pattern].entries()) {
    const named = sign === "d" ? faces.nameOf(pictureOf(page.image, shape.parts[at]!)) : sign;
    if (named === undefined && !isRead) return undefined;
    figure += named ?? text[at]!;
  }
  return figure;
}

function symbolsOf(
  text: string,
  line: PrintLine,
  words: readonly ReadSymbol[],
  shape: FigureShape | undefined,
  confidence: number,
): ReadSymbol[] {
  const left = words[0]?.left ?? line.left;
  const right = words.at(-1)?.right ?? line.right;
  const step = (right - left) / text.length;
  return [...text].map((sign, at) => {
    const part = shape && fits(text, shape) ? shape.parts[at] : undefined;
    return {
      text: sign,
      left: part?.left ?? left + at * step,
      right: part?.right ?? left + (at + 1) * step,
      confidence,
    };
  });
}

/** What a digit must be read with to teach how this page prints it. */
const sureDigit = 90;

/** How this page prints its digits, from all that were read surely and stand alone — 学习本页数字. */
export function facesOf(
  page: CleanPage,
  lines: readonly { readonly line: PrintLine; readonly symbols: readonly ReadSymbol[] }[],
): DigitFaces {
  return digitFaces(
    lines.flatMap(({ line, symbols }) =>
      symbols.flatMap(({ text, left, right, confidence }) => {
        if (!/^\d$/u.test(text) || confidence < sureDigit) return [];
        const parts = inkParts(page.ink, { ...line, left: Math.floor(left), right: Math.ceil(right) });
        const [part] = parts;
        if (!part || parts.length !== 1 || part.bottom - part.top < 0.4 * line.em) return [];
        return [{ digit: text, picture: pictureOf(page.image, part) }];
      }),
    ),
  );
}
