import type { Indicator, PrintedLevel } from "../../../domain/indicator.ts";
import { parseTargetValue } from "../../../domain/parse-target-value.ts";
import type { Span } from "../../../domain/place.ts";
import type { TargetValue } from "../../../domain/target-value.ts";
import type { ReadingRecord } from "../../record/record.ts";
import { textOf, type Wrapping } from "../../record/wrapped-text.ts";
import { wordsOfSpans } from "../../sums/competing-option.ts";
import { bareHead } from "../header-words.ts";
import { aspectOf, dimensionPrinted, levelOf } from "../printed-classes.ts";
import { type ItemField, itemsOf, type SpannedItem } from "./cut-list.ts";
import { itemNumber } from "./item-number.ts";
import type { HeldLevels } from "./list-columns.ts";

/** What the table and the column tell of a list — 指标列的读取环境. */
export interface ListFiling {
  readonly wrapping: Wrapping;
  readonly labelsValues: boolean;
  readonly held: HeldLevels | undefined;
  /** The number of the first indicator: other columns of the row may come before. */
  readonly first: number;
}

/** The packed cell of a project → its indicators, every value with its place — 读指标单元格. */
export function readIndicators(
  record: ReadingRecord,
  pieces: readonly Span[],
  path: string,
  { wrapping, labelsValues, held, first }: ListFiling,
): Indicator[] {
  if (pieces.length === 0) return [];
  const { items, repeated } = itemsOf(record, pieces, path, labelsValues);
  const shaped = items.filter(({ fields }) => fields.level1 ?? (fields.name && (fields.annual ?? held)));
  if (shaped.length === 0) {
    record.note("item-unread", path, pieces);
    return [];
  }
  const covered = items[0]!.whole[0]!.start;
  if (record.text.slice(pieces[0]!.start, covered).trim() !== "")
    record.note("item-unread", path, [{ start: pieces[0]!.start, end: covered }]);
  for (const item of items) if (!shaped.includes(item)) record.note("item-unread", path, item.whole);
  const filing: ItemFiling = {
    wrapping,
    held,
    isLabelled: labelsValues,
    filedLevels: new Set(),
  };
  const indicators = shaped.map((item, at) => readItem(record, item, `${path}/${first + at}`, filing));
  if (!held) noteNumbering(record, items, path);
  decorateRest(record, shaped, repeated);
  return indicators;
}

interface ItemFiling {
  readonly wrapping: Wrapping;
  readonly held: HeldLevels | undefined;
  /** Words announce the values of this cell. */
  readonly isLabelled: boolean;
  /** Where levels start that were filed: one that speaks of several items is filed once. */
  readonly filedLevels: Set<number>;
}

function readItem(record: ReadingRecord, item: SpannedItem, path: string, filing: ItemFiling): Indicator {
  const { wrapping, held, filedLevels } = filing;
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
  const level = (field: "level1" | "level2"): PrintedLevel | undefined => {
    const spans = item.fields[field];
    const head = held?.[field];
    if (!spans) {
      if (head) record.point(`${path}/${field}`, [head.span]);
      return levelOf(head && bareHead(head.text));
    }
    if (filedLevels.has(spans[0]!.start)) record.point(`${path}/${field}`, spans);
    else record.place(`${path}/${field}`, spans);
    filedLevels.add(spans[0]!.start);
    const words = text(field);
    return words === undefined ? undefined : record.once(levelOf, words);
  };
  const level1 = level("level1");
  const level2 = level("level2");
  file("name", "name");
  file("cycle", "cycleTarget");
  file("annual", "annualTarget");
  for (const label of item.labels) record.ledger.decorate(label, "label");
  const name = text("name") ?? "";
  const dimension = (level1 && dimensionPrinted(level1)) ?? (level2 && dimensionPrinted(level2));
  const target = (field: "cycle" | "annual"): TargetValue | undefined => {
    const printed = text(field);
    return printed === undefined ? undefined : record.once(parseTargetValue, printed);
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
    record.note(filing.isLabelled ? "cell-truncated" : "item-unread", path, item.whole, {
      facts: { text: wordsOfSpans(record, item.whole).slice(0, 60) },
    });
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
    if (spans && /[；;]/u.test(wordsOfSpans(record, spans)))
      record.note("delimiter-inside-value", `${path}/${as}`, spans, { facts: { text: wordsOfSpans(record, spans) } });
  }
}

function noteNumbering(record: ReadingRecord, items: readonly SpannedItem[], path: string): void {
  if (items.every(({ fields }) => !fields.number)) return; // a list without numbers breaks none
  let before = 0;
  items.forEach(({ fields, whole }, at) => {
    const printed = fields.number && wordsOfSpans(record, fields.number);
    const now = printed === undefined ? undefined : itemNumber(printed);
    if (now !== before + 1)
      record.note("numbering-break", `${path}/${at}/number`, fields.number ?? whole, {
        facts: { before, found: printed ?? "" },
      });
    before = now ?? before + 1;
  });
}

const leftovers = /[-\s；;，,。.、．:：()（）"“”－—–|｜/]/u;

/** What is left of the items is separators; any other character stays for the list of what was not placed. */
function decorateRest(record: ReadingRecord, items: readonly SpannedItem[], repeated: readonly Span[]): void {
  const taken = inOrder(items.flatMap((item) => [...Object.values(item.fields).flat(), ...item.labels]));
  for (const at of outside(repeated, taken)) record.ledger.decorate({ start: at, end: at + 1 }, "repeated");
  const whole = items.flatMap((item) => item.whole);
  for (const at of outside(whole, inOrder([...taken, ...repeated])))
    if (leftovers.test(record.text[at]!)) record.ledger.decorate({ start: at, end: at + 1 }, "separator");
}

const inOrder = (spans: readonly Span[]): Span[] => [...spans].sort((a, b) => a.start - b.start);

/** The offsets of the spans that lie in none of the taken ones; both in reading order. */
function* outside(spans: readonly Span[], taken: readonly Span[]): Iterable<number> {
  let next = 0;
  for (const span of spans)
    for (let at = span.start; at < span.end; at++) {
      while (next < taken.length && taken[next]!.end <= at) next++;
      if (next === taken.length || taken[next]!.start > at) yield at;
    }
}
