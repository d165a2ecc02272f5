import { cutOut, type PixelBox } from "./cut-out.ts";
import { doubtful } from "./doubtful.ts";
import type { Ink } from "./ink.ts";
import { markOf } from "./mark-shapes.ts";
import { placeSymbols } from "./place-symbols.ts";
import type { CleanPage, PrintLine } from "./print-line.ts";
import type { ReadSymbol } from "./read-symbol.ts";
import { type RelationSign, relationSigns } from "./relation-signs.ts";
import { typesetPunctuation } from "./typeset-punctuation.ts";

/** The recogniser reads letters of this height best, in pixels, with so much paper around them. */
const bestHeight = 36;
const paper = 12;

/** A line that is read so surely all over, without a doubtful character, is not read twice. */
const sure = 88;
const otherSizes = [1.3, 0.8];
/** What a character that ink and reading disagree about is worth. */
const disputed = 40;

/** Reads one line of print — 识别一行. Where it is read badly it is read again larger and smaller, and the best is kept. */
export function recogniseLine(page: CleanPage, line: PrintLine): ReadSymbol[] {
  const symbols: ReadSymbol[] = [];
  let left = line.left;
  const signs: readonly (RelationSign | undefined)[] = [...relationSigns(page.ink, line, line.em), undefined];
  for (const sign of signs) {
    const right = sign ? sign.left : line.right;
    const isInk = hasInk(page.ink, { ...line, left, right });
    if (isInk) symbols.push(...recogniseStretch(page, { ...line, left, right }));
    if (sign) {
      symbols.push({ text: sign.text, left: sign.left, right: sign.right, confidence: 95 });
      left = sign.right;
    }
  }
  return typesetPunctuation(withPercents(page, line, symbols), line.em);
}

const square = /[\u3400-\u9fff]/u;

/**
 * A Chinese character behind a figure that is too narrow for one is % in some types — 百分号: the figure is read again
 * with figures alone allowed.
 */
function withPercents(page: CleanPage, line: PrintLine, symbols: readonly ReadSymbol[]): ReadSymbol[] {
  return symbols.map((symbol, at) => {
    if (!square.test(symbol.text) || symbol.right - symbol.left > 0.58 * line.em) return symbol;
    let first = at;
    while (first > 0 && /[\d.]/u.test(symbols[first - 1]!.text)) first--;
    if (first === at) return symbol;
    const box = { ...line, left: Math.floor(symbols[first]!.left), right: Math.ceil(symbol.right) };
    const isPercent = [1, 0.75].some((size) => {
      const cut = cutOut(page.image, box, (size * bestHeight) / line.em, paper);
      return page.recogniser.recognise(cut, "figures").at(-1)?.text === "%";
    });
    return isPercent ? { ...symbol, text: "%", confidence: byShape } : symbol;
  });
}

function hasInk({ width, bits }: Ink, { left, top, right, bottom }: PixelBox): boolean {
  for (let y = top; y < bottom; y++)
    for (let x = left, at = y * width + left; x < right; x++, at++) if (bits[at]) return true;
  return false;
}

function recogniseStretch(page: CleanPage, line: PrintLine): ReadSymbol[] {
  const scale = bestHeight / line.em;
  const first = readAt(page, line, scale);
  if (first.worth >= sure && first.least >= doubtful) return first.symbols;
  let best = first;
  for (const other of otherSizes) {
    const again = readAt(page, line, scale * other);
    if (again.worth > best.worth) best = again;
  }
  return best.symbols;
}

interface Attempt {
  readonly symbols: ReadSymbol[];
  /** Mean confidence, less for ink that nothing was read from. */
  readonly worth: number;
  readonly least: number;
}

function readAt({ image, ink, recogniser }: CleanPage, line: PrintLine, scale: number): Attempt {
  const cut = cutOut(image, line, scale, paper);
  const onPage = (x: number): number => line.left + (x - paper) / scale;
  const found = recogniser
    .recognise(cut, "words")
    .map(({ text, left, right, confidence }) => ({ text, confidence, left: onPage(left), right: onPage(right) }));
  const { extents, without, lost } = placeSymbols(ink, line, line.em, found);
  const symbols: ReadSymbol[] = [];
  let unread = 0;
  for (let at = 0; at <= found.length; at++) {
    for (const gap of lost.filter(({ before }) => before === at)) {
      const mark = markOf(ink, { ...line, left: gap.left, right: gap.right }, line.em);
      if (mark) symbols.push({ text: mark, left: gap.left, right: gap.right, confidence: byShape });
      else unread++;
    }
    const symbol = found[at];
    if (!symbol || without.includes(at)) continue; // no ink: made up
    const { left, right } = extents[at]!;
    const mark = dots.test(symbol.text)
      ? markOf(ink, { ...line, left: Math.floor(left), right: Math.ceil(right) }, line.em)
      : undefined;
    const doubt = lost.some(({ before }) => before === at || before === at + 1);
    symbols.push({
      text: mark ?? symbol.text,
      left,
      right,
      confidence: Math.round(doubt ? Math.min(symbol.confidence, disputed) : symbol.confidence),
    });
  }
  const sum = symbols.reduce((all, one) => all + one.confidence, 0);
  const worth = symbols.length === 0 ? 0 : (sum - 40 * unread - 10 * without.length) / symbols.length;
  return { symbols, worth, least: symbols.reduce((least, one) => Math.min(least, one.confidence), 100) };
}

/** Marks that small print makes look alike. */
const dots = /^[:;：；，,、]$/u;
/** What a mark is worth that was told by its shape alone. */
const byShape = 75;
