import { inferAspect } from "../../domain/classify-indicator.ts";
import type { Classified, Indicator, PrintedLevel } from "../../domain/indicator.ts";
import { parseTargetValue } from "../../domain/parse-target-value.ts";
import type { Span } from "../../domain/place.ts";
import type { TargetValue } from "../../domain/target-value.ts";
import {
  type AspectCode,
  aspectNamed,
  aspectOfCode,
  type Dimension,
  dimensionNamed,
  dimensionOfCode,
} from "../../domain/taxonomy.ts";
import { halfWidthDigits, itemNumber } from "../item-number.ts";
import { type JoinedText, joinPieces, placeOf, spansOf } from "../joined-text.ts";
import { repeatedLine } from "../overlap.ts";
import { type PackedItem, packedItems, type Range } from "../packed-indicators.ts";
import type { ReadingRecord } from "../record.ts";
import { textOf, type Wrapping } from "../wrapped-text.ts";

type ItemField = "number" | "level1" | "level2" | "name" | "cycle" | "annual";
const itemFields: readonly ItemField[] = ["number", "level1", "level2", "name", "cycle", "annual"];

/** An item with the source spans of its fields. */
interface SpannedItem {
  readonly fields: Readonly<Partial<Record<ItemField, readonly Span[]>>>;
  readonly whole: readonly Span[];
  readonly labels: readonly Span[];
}

/** The packed cell of a project → its indicators, every value with its place — 读指标单元格. */
export function readIndicators(
  record: ReadingRecord,
  pieces: readonly Span[],
  path: string,
  wrapping: Wrapping,
): Indicator[] {
  if (pieces.length === 0) return [];
  const { items, repeated } = itemsOf(record, pieces, path);
  if (items.length === 0) {
    record.note("item-unread", path, pieces);
    return [];
  }
  const covered = items[0]!.whole[0]!.start;
  if (record.text.slice(pieces[0]!.start, covered).trim() !== "")
    record.note("item-unread", path, [{ start: pieces[0]!.start, end: covered }]);
  for (const item of items) if (!item.fields.level1) record.note("item-unread", path, item.whole);
  const shaped = items.filter((item) => item.fields.level1);
  const indicators = shaped.map((item, at) => readItem(record, item, `${path}/${at}`, wrapping));
  noteNumbering(record, items, path);
  decorateRest(record, shaped, repeated);
  return indicators;
}

/** Items of a cell; where a page break printed a line on both sides, of the reading in which every item is whole. */
function itemsOf(
  record: ReadingRecord,
  pieces: readonly Span[],
  path: string,
): { items: SpannedItem[]; repeated: Span[] } {
  const plain = joinPieces(record.text, pieces);
  const items = packedItems(plain.clean);
  const [first, second] = pieces;
  if (!first || !second || faults(items) === 0)
    return { items: items.map((item) => spanned(plain, item)), repeated: [] };
  const tail = joinPieces(record.text, [first]);
  const head = joinPieces(record.text, [second]);
  const overlap = repeatedLine(tail.clean, head.clean);
  if (overlap) {
    const headEnd = head.offsets[overlap.head] ?? second.end;
    const tailStart = tail.offsets[tail.clean.length - overlap.tail] ?? first.end;
    const rest = pieces.slice(2);
    const once = joinPieces(record.text, [first, { start: headEnd, end: second.end }, ...rest]);
    const other = joinPieces(record.text, [{ start: first.start, end: tailStart }, second, ...rest]);
    const onceItems = packedItems(once.clean);
    if (faults(onceItems) < faults(items)) {
      const repeated = { start: second.start, end: headEnd };
      record.note("printed-twice", path, [repeated], {
        facts: { text: record.text.slice(repeated.start, repeated.end) },
      });
      return { items: settleCopies(record, once, onceItems, other, path), repeated: [repeated] };
    }
  }
  return { items: items.map((item) => spanned(plain, item)), repeated: [] };
}

/** How much the items of a cell lack; a cycle value only where other items of the cell print one. */
function faults(items: readonly PackedItem[]): number {
  const cycles = items.some((item) => item.cycle);
  const lacks = (item: PackedItem): number =>
    [item.level1, item.name, item.annual, ...(cycles ? [item.cycle] : [])].filter((field) => field === undefined)
      .length;
  return items.reduce((sum, item) => sum + lacks(item), 0);
}

/**
 * Two copies of a cut line, field by field: what one copy lacks, the other gives; where both print a field, the words
 * that stand elsewhere in the document too win, else the first copy. The loser is kept.
 */
function settleCopies(
  record: ReadingRecord,
  once: JoinedText,
  onceItems: readonly PackedItem[],
  other: JoinedText,
  path: string,
): SpannedItem[] {
  const first = onceItems.map((item) => spanned(once, item));
  const second = packedItems(other.clean).map((item) => spanned(other, item));
  if (first.length !== second.length) return first;
  return first.map((item, at) => {
    const fields: Partial<Record<ItemField, readonly Span[]>> = { ...item.fields };
    for (const field of itemFields) {
      const mine = item.fields[field];
      const theirs = second[at]!.fields[field];
      if (!theirs || sameSpans(mine, theirs)) continue;
      if (!mine) fields[field] = theirs;
      else if (field === "name" && foldedWords(record, mine) !== foldedWords(record, theirs)) {
        const theirsWins = occurrences(record, theirs) > 1 && occurrences(record, mine) <= 1;
        record.competing.push({
          subject: `${path}/${at}/name`,
          options: [optionAt(record, mine, !theirsWins), optionAt(record, theirs, theirsWins)],
          because: "order",
        });
      }
    }
    return { ...item, fields };
  });
}

function optionAt(record: ReadingRecord, spans: readonly Span[], taken: boolean) {
  const place = placeOf(record.text, spans, record.lineAt) ?? { line: record.lineAt(spans[0]!.start), spans };
  return { text: words(record, spans), place, taken };
}

const words = (record: ReadingRecord, spans: readonly Span[]): string =>
  spans.map((span) => record.text.slice(span.start, span.end)).join("");
const foldedWords = (record: ReadingRecord, spans: readonly Span[]): string =>
  words(record, spans).replace(/\s+/gu, "");
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

function spanned(joined: JoinedText, item: PackedItem): SpannedItem {
  const spansIn = (range: Range): Span[] => spansOf(joined, range.start, range.end);
  const fields: Partial<Record<ItemField, readonly Span[]>> = {};
  for (const field of itemFields) {
    const range = item[field];
    if (range) fields[field] = spansIn(range);
  }
  return { fields, whole: spansIn(item.whole), labels: item.labels.flatMap(spansIn) };
}

function readItem(record: ReadingRecord, item: SpannedItem, path: string, wrapping: Wrapping): Indicator {
  record.point(path, item.whole);
  const text = (field: ItemField): string | undefined => {
    const spans = item.fields[field];
    return spans && textOf(record.text, spans, wrapping);
  };
  const file = (field: ItemField, as: string): void => {
    const spans = item.fields[field];
    if (spans) record.place(`${path}/${as}`, spans);
  };
  file("number", "number");
  file("level1", "level1");
  file("level2", "level2");
  file("name", "name");
  file("cycle", "cycleTarget");
  file("annual", "annualTarget");
  for (const label of item.labels) record.ledger.decorate(label, "label");
  const name = text("name") ?? "";
  const level1 = levelOf(text("level1"));
  const level2 = levelOf(text("level2"));
  const dimension = level1 && dimensionPrinted(level1);
  const target = (field: "cycle" | "annual"): TargetValue | undefined => {
    const printed = text(field);
    return printed === undefined ? undefined : parseTargetValue(printed);
  };
  const indicator: Indicator = {
    number: text("number"),
    level1,
    level2,
    dimension,
    aspect: aspectOf(level1, level2, dimension?.value, name),
    name,
    cycleTarget: target("cycle"),
    annualTarget: target("annual"),
  };
  if (!item.fields.annual)
    record.note("cell-truncated", path, item.whole, { facts: { text: words(record, item.whole).slice(0, 60) } });
  noteDelimiters(record, item, path, level2 !== undefined);
  return indicator;
}

/** In coded lists the separator of fields should not stand inside a value. */
function noteDelimiters(record: ReadingRecord, item: SpannedItem, path: string, coded: boolean): void {
  if (!coded) return;
  for (const [field, as] of [
    ["cycle", "cycleTarget"],
    ["annual", "annualTarget"],
  ] as const) {
    const spans = item.fields[field];
    if (spans && /[；;]/u.test(words(record, spans)))
      record.note("delimiter-inside-value", `${path}/${as}`, spans, { facts: { text: words(record, spans) } });
  }
}

function noteNumbering(record: ReadingRecord, items: readonly SpannedItem[], path: string): void {
  if (items.every(({ fields }) => !fields.number)) return; // a list without numbers breaks none
  let before = 0;
  items.forEach(({ fields, whole }, at) => {
    const printed = fields.number && words(record, fields.number);
    const now = printed === undefined ? undefined : itemNumber(printed);
    if (now !== before + 1)
      record.note("numbering-break", `${path}/${at}/number`, fields.number ?? whole, {
        facts: { before, found: printed ?? "" },
      });
    before = now ?? before + 1;
  });
}

const leftovers = /[\s；;,，。.、．:：()（）"“”]/u;

/** What is left of the items is separators; any other character stays for the list of what was not placed. */
function decorateRest(record: ReadingRecord, items: readonly SpannedItem[], repeated: readonly Span[]): void {
  const taken = items
    .flatMap((item) => [...Object.values(item.fields).flat(), ...item.labels])
    .sort((a, b) => a.start - b.start);
  for (const at of outside(
    items.flatMap((item) => item.whole),
    taken,
  ))
    if (leftovers.test(record.text[at]!)) record.ledger.decorate({ start: at, end: at + 1 }, "separator");
  for (const at of outside(repeated, taken)) record.ledger.decorate({ start: at, end: at + 1 }, "repeated");
}

/** The offsets of the spans that lie in none of the taken ones; both in reading order. */
function* outside(spans: readonly Span[], taken: readonly Span[]): Iterable<number> {
  let next = 0;
  for (const span of spans)
    for (let at = span.start; at < span.end; at++) {
      while (next < taken.length && taken[next]!.end <= at) next++;
      if (next === taken.length || taken[next]!.start > at) yield at;
    }
}

const codedLevel = /^([\d０-９]{1,2})\s?[-－—]\s?(.*)$/su;

function levelOf(text: string | undefined): PrintedLevel | undefined {
  if (text === undefined) return undefined;
  const coded = codedLevel.exec(text) ?? undefined;
  const name = (coded ? coded[2]! : text).replace(/\s+/gu, "");
  return { code: coded && halfWidthDigits(coded[1]!), name };
}

function dimensionPrinted(level: PrintedLevel): Classified<Dimension> | undefined {
  const value =
    dimensionNamed(level.name)?.dimension ??
    aspectNamed(level.name)?.dimension ??
    (level.code === undefined ? undefined : dimensionOfCode(level.code));
  return value && { value, basis: "printed" };
}

function aspectOf(
  level1: PrintedLevel | undefined,
  level2: PrintedLevel | undefined,
  dimension: Dimension | undefined,
  name: string,
): Classified<AspectCode> | undefined {
  for (const level of [level2, level1]) {
    const printed =
      level && ((level.code === undefined ? undefined : aspectOfCode(level.code)) ?? aspectNamed(level.name));
    if (printed) return { value: printed.code, basis: "printed" };
  }
  const inferred = dimension && inferAspect(dimension, name);
  return inferred && { value: inferred, basis: "inferred" };
}
