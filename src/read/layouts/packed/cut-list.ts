import type { Span } from "../../../domain/place.ts";
import { type JoinedText, joinPieces, spansOf } from "../../record/joined-text.ts";
import type { ReadingRecord } from "../../record/record.ts";
import { optionAt, wordsOfSpans } from "../../sums/competing-option.ts";
import { itemNumber } from "./item-number.ts";
import { type Range, sameLabels } from "./list-words.ts";
import { repeatedLine } from "./overlap.ts";
import { packedItems } from "./packed-indicators.ts";
import type { PackedItem } from "./packed-item.ts";

export type ItemField = "number" | "level1" | "level2" | "name" | "cycle" | "annual";
const itemFields: readonly ItemField[] = ["number", "level1", "level2", "name", "cycle", "annual"];

/** An item with the source spans of its fields. */
export interface SpannedItem {
  readonly fields: Readonly<Partial<Record<ItemField, readonly Span[]>>>;
  readonly whole: readonly Span[];
  readonly labels: readonly Span[];
}

/** The items of a cell, and the copy of a line that was left out because a page break printed it on both sides. */
export interface CutList {
  readonly items: readonly SpannedItem[];
  readonly repeated: readonly Span[];
}

/**
 * Items of a cell from its pieces — 拼合指标单元格; where a page break printed a line on both sides, with the copy whose
 * items are whole.
 */
export function itemsOf(record: ReadingRecord, pieces: readonly Span[], path: string, labelsValues: boolean): CutList {
  const readingOf = (joined: JoinedText): ListReading => {
    const likeOthers = packedItems(joined.clean, labelsValues);
    const items = likeOthers.length > 0 ? likeOthers : packedItems(joined.clean);
    return { joined, items, faults: faultsOf(joined.clean, items) };
  };
  const plain = readingOf(joinPieces(record.text, pieces));
  const [first, second] = pieces;
  const copies = first && second && copiesOf(record, first, second);
  if (!copies || (plain.faults === 0 && !copies.isSure)) return { items: spanned(plain), repeated: [] };
  const { inFirst, inSecond } = copies;
  const rest = pieces.slice(2);
  const withFirst = readingOf(joinPieces(record.text, [first, { start: inSecond.end, end: second.end }, ...rest]));
  const withSecond = readingOf(joinPieces(record.text, [{ start: first.start, end: inFirst.start }, second, ...rest]));
  const [taken, other, leftOut] =
    withSecond.faults < withFirst.faults ? [withSecond, withFirst, inFirst] : [withFirst, withSecond, inSecond];
  if (taken.faults > plain.faults || (taken.faults === plain.faults && !copies.isSure))
    return { items: spanned(plain), repeated: [] };
  record.note("printed-twice", path, [leftOut], { facts: { text: record.text.slice(leftOut.start, leftOut.end) } });
  return settled(record, taken, other, leftOut, path);
}

interface ListReading {
  readonly joined: JoinedText;
  readonly items: readonly PackedItem[];
  readonly faults: number;
}

/** How much the items of a cell lack; a cycle value only where other items of the cell print one. */
function faultsOf(text: string, items: readonly PackedItem[]): number {
  const cycles = items.some((item) => item.cycle);
  let faults = 0;
  let before: number | undefined;
  for (const item of items) {
    for (const field of [item.level1, item.name, item.annual]) if (!field) faults++;
    if (cycles && !item.cycle) faults++;
    const number = item.number && itemNumber(text.slice(item.number.start, item.number.end));
    if (number !== undefined && number === before) faults++; // the same item again
    before = number;
  }
  return faults;
}

/** The line that two pieces of a cut cell both print, as it stands in each — 重印的一行. */
export function copiesOf(record: ReadingRecord, first: Span, second: Span) {
  if (record.isExact) return undefined;
  const tail = joinPieces(record.text, [first]);
  const head = joinPieces(record.text, [second]);
  const overlap = repeatedLine(tail.clean, head.clean);
  if (!overlap) return undefined;
  return {
    inFirst: { start: tail.offsets[tail.clean.length - overlap.tail] ?? first.end, end: first.end },
    inSecond: { start: second.start, end: head.offsets[overlap.head] ?? second.end },
    isSure: overlap.isEven && sameLabels(tail.clean.slice(-overlap.tail), head.clean.slice(0, overlap.head)),
  };
}

/**
 * Two copies of a cut line, field by field: what the taken copy lacks, the one that was left out gives; where both print
 * a name, the words that stand elsewhere in the document too win. The loser is kept.
 */
function settled(record: ReadingRecord, taken: ListReading, other: ListReading, leftOut: Span, path: string): CutList {
  const items = spanned(taken);
  const others = spanned(other);
  if (items.length !== others.length) return { items, repeated: [leftOut] };
  const isLeftOut = (span: Span): boolean => leftOut.start <= span.start && span.end <= leftOut.end;
  const repeated = [leftOut];
  const mended = items.map((item, at) => {
    const fields: Partial<Record<ItemField, readonly Span[]>> = { ...item.fields };
    for (const field of itemFields) {
      const mine = item.fields[field];
      const theirs = others[at]!.fields[field];
      if (!theirs || sameSpans(mine, theirs)) continue;
      if (!mine) {
        if (theirs.every(isLeftOut)) fields[field] = theirs;
      } else if (field === "name" && foldedWords(record, mine) !== foldedWords(record, theirs)) {
        const fits = theirs.every((span) => isLeftOut(span) || mine.some((own) => contains(own, span)));
        const theirsWins = fits && occurrences(record, theirs) > 1 && occurrences(record, mine) <= 1;
        record.competing.push({
          subject: `${path}/${at}/name`,
          options: [optionAt(record, mine, !theirsWins), optionAt(record, theirs, theirsWins)],
          because: "order",
        });
        if (!theirsWins) continue;
        fields[field] = theirs;
        repeated.push(...mine);
      }
    }
    return { ...item, fields };
  });
  return { items: mended, repeated: repeated.sort((a, b) => a.start - b.start) };
}

function spanned({ joined, items }: ListReading): SpannedItem[] {
  const spansIn = (range: Range): Span[] => spansOf(joined, range.start, range.end);
  return items.map((item) => {
    const fields: Partial<Record<ItemField, readonly Span[]>> = {};
    for (const field of itemFields) {
      const range = item[field];
      if (range) fields[field] = spansIn(range);
    }
    return { fields, whole: spansIn(item.whole), labels: item.labels.flatMap(spansIn) };
  });
}

const foldedWords = (record: ReadingRecord, spans: readonly Span[]): string =>
  wordsOfSpans(record, spans).replace(/\s+/gu, "");
const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
const sameSpans = (a: readonly Span[] | undefined, b: readonly Span[]): boolean =>
  a !== undefined &&
  a.length === b.length &&
  a.every((span, at) => span.start === b[at]!.start && span.end === b[at]!.end);

/** How often the words stand in the document in one piece, up to two. */
function occurrences(record: ReadingRecord, spans: readonly Span[]): number {
  const text = foldedWords(record, spans);
  const first = record.text.indexOf(text);
  return first === -1 ? 0 : record.text.indexOf(text, first + 1) === -1 ? 1 : 2;
}
