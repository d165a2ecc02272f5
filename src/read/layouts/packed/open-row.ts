import type { Span } from "../../../domain/place.ts";
import { isListColumn } from "../columns.ts";
import type { HeadRole } from "../header-words.ts";
import type { AlignedRow } from "./align-row.ts";
import { itemNumber } from "./item-number.ts";
import { hasValueLabel } from "./list-words.ts";
import { packedItems } from "./packed-indicators.ts";

/** The columns of words that a page break may cut — 可能被截断的文字列. */
export const wordRoles = ["project", "goal", "indicators"] as const;

/** What the rows of one table are told apart by — 分行依据. */
export interface RowHabits {
  readonly hasMoney: boolean;
  /** Whether lists of this table end with a mark: then one that does not was cut. */
  readonly closesLists: boolean;
  /** Whether lists of this table announce their values: 年度指标值：. */
  readonly labelsValues: boolean;
  /** Whether the borders of this table tell where pages cut its rows: then no others are cut. */
  readonly showsCuts: boolean;
  /** Names of departments and units that this table prints. */
  readonly names: ReadonlySet<string>;
}

/** A row as far as it was put together when the next line comes — 已拼合的行. */
export interface OpenRow {
  readonly last: AlignedRow;
  /** The name that its first line prints. */
  readonly name: string;
  /** Whether the row has a goal by now, and a list. */
  readonly hasGoal: boolean;
  readonly hasList: boolean;
  /** What a page break prints again on its other side: the money, or department and unit. Empty where there is none. */
  readonly anchor: string;
  /** Whether the goal ends as sentences do; one that does not may go on. */
  readonly goalEnds: boolean;
  /** The number that the next item of the list should bear. */
  readonly due: number | undefined;
  /** The last item lacks its annual value, or only the number of the next one stands there: the rest must follow. */
  readonly listBroken: boolean;
  /** Broken, or without the mark that ends the lists of this table. */
  readonly listUnfinished: boolean;
}

/** A row with one more line in it — 并入一行. Constant time. */
export function openRow(source: string, before: OpenRow | undefined, row: AlignedRow, habits: RowHabits): OpenRow {
  const { goal } = row.texts;
  const indicators = listIn(row.texts);
  const list = indicators ? listEnd(source, indicators, habits) : undefined;
  return {
    last: row,
    name: before?.name ?? wordsOf(source, row.texts.project ?? []),
    hasGoal: before?.hasGoal === true || goal !== undefined,
    hasList: before?.hasList === true || indicators !== undefined,
    anchor: anchorOf(source, row, habits.hasMoney) || (before?.anchor ?? ""),
    goalEnds: goal ? sentenceEnd.test(endOf(source, goal, 1)) : (before?.goalEnds ?? true),
    due: list?.due ?? before?.due,
    listBroken: list?.broken ?? before?.listBroken ?? false,
    listUnfinished: list?.unfinished ?? before?.listUnfinished ?? false,
  };
}

/** The packed indicators of a row: its list, or those of all columns of classes — 行内的指标. */
export function listIn(texts: AlignedRow["texts"]): readonly Span[] | undefined {
  if (texts.indicators) return texts.indicators;
  const spans = Object.entries(texts).flatMap(([role, own]) => (isListColumn(role as HeadRole) ? own : [])); // its own keys
  return spans.length > 0 ? spans.sort((a, b) => a.start - b.start) : undefined;
}

/** The money of a row, or its department and unit, as one text — 行的锚点. */
export function anchorOf(source: string, row: AlignedRow, hasMoney: boolean): string {
  if (hasMoney)
    return Object.entries(row.funding[0]?.cells ?? {})
      .map(([column, cell]) => `${column} ${cell.text}`)
      .join();
  return wordsOf(source, [...(row.texts.department ?? []), ...(row.texts.unit ?? [])]);
}

/** The words of some pieces without blanks, to compare. */
export function wordsOf(source: string, spans: readonly Span[]): string {
  return spans.map((span) => source.slice(span.start, span.end).replace(/\s+/gu, "")).join("");
}

/** So many rows in the midst of pages tell how lists end. */
const fewestWhole = 3;

/** Whether nine in ten lists of a table end with a mark — 指标栏是否以标点收尾. */
export function closesLists(source: string, rows: readonly AlignedRow[]): boolean {
  const whole = rows.filter((row, at) => rows[at + 1]?.page === row.page); // the last of a page may be cut
  const telling = whole.length >= fewestWhole ? whole : rows;
  const lists = telling.flatMap((row) => (row.texts.indicators ? [row.texts.indicators] : []));
  const closed = lists.filter((spans) => closingMark.test(endOf(source, spans, 1))).length;
  return closed >= 0.9 * lists.length - 1;
}

/** Whether a list of a table announces its values — 指标值是否有标签. */
export function labelsValues(source: string, rows: readonly AlignedRow[]): boolean {
  return rows.some(({ texts }) => hasValueLabel(startOf(source, texts.indicators ?? [], glance)));
}

/** Names of departments and units that rows print — 部门和单位名称. */
export function namesOf(source: string, rows: readonly AlignedRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ texts }) => nameRoles.map((role) => wordsOf(source, texts[role] ?? []))));
}

/** 部门、单位两栏. */
export const nameRoles = ["department", "unit"] as const;

/** The first characters of a cell. */
export function startOf(source: string, [first]: readonly Span[], length: number): string {
  return first ? source.slice(first.start, Math.min(first.end, first.start + length)) : "";
}

/** The last characters of a cell. */
export function endOf(source: string, spans: readonly Span[], length: number): string {
  const last = spans.at(-1);
  return last ? source.slice(Math.max(last.start, last.end - length), last.end) : "";
}

const closingMark = /[。；;,，]$/u;
const sentenceEnd = /[。！？；;.”"）)]$/u;
/** The number of an item whose words are on the next page: `。4、1-`. */
const dangling = /(?:^|[。；;,，])\s?(?:\d{1,3}(?:\s?、\s?[\d\-－一-龥]{0,6})?)$/u;
/** So much of a list tells how it ends. */
const glance = 800;

function listEnd(source: string, spans: readonly Span[], { closesLists, labelsValues }: RowHabits) {
  const text = endOf(source, spans, glance);
  const item = packedItems(text, labelsValues).at(-1);
  const broken = dangling.test(text) || (labelsValues && item !== undefined && item.annual === undefined);
  return {
    due: item?.number && itemNumber(text.slice(item.number.start, item.number.end)) + 1,
    broken,
    unfinished: broken || (closesLists && !closingMark.test(text)),
  };
}
