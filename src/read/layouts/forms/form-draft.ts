import type { PrintedLevel } from "../../../domain/indicator.ts";
import type { AmountUnit } from "../../../domain/money.ts";
import type { Span } from "../../../domain/place.ts";
import type { DecorationKind, ReadingNoteCode } from "../../../domain/reading.ts";
import type { FormColumnRole, FormHead } from "./form-heads.ts";
import type { FormField } from "./form-words.ts";

/** A labelled field with what stands beside it, before anything is filed — 未定稿的栏目. */
export interface FieldDraft {
  /** `undefined` for a label that we do not know. */
  readonly field: FormField | undefined;
  readonly label: string;
  /** Its texts, each in the pieces of a page break. */
  readonly texts: Span[][];
  /** Which of two amounts beside each other it is — 中期或年度. */
  readonly period: "cycle" | "annual";
  readonly amountUnit: AmountUnit | undefined;
}

/** A row of money planned and spent — 未定稿的预算执行行. */
export interface ExecutionDraft {
  readonly label: readonly Span[];
  readonly cells: Map<FormColumnRole, Span[]>;
  readonly amountUnit: AmountUnit | undefined;
}

/** A level as printed once for all the indicators under it — 指标级别的出处. */
export interface LevelDraft {
  readonly spans: Span[];
  readonly names: PrintedLevel;
}

/** An indicator as its cells were found — 未定稿的指标. */
export interface IndicatorDraft {
  readonly side: 0 | 1;
  /** Its values are for the whole period, as the section over it says. */
  readonly ofCycle: boolean;
  readonly level1: LevelDraft | undefined;
  readonly level2: LevelDraft | undefined;
  readonly level3: LevelDraft | undefined;
  readonly cells: Map<FormColumnRole, Span[]>;
  /** Ticked cells, by the words above them. */
  readonly ticks: { readonly role: FormColumnRole; readonly label: string; readonly span: Span }[];
  /** Cells under heads that we do not know. */
  readonly others: { readonly label: string; readonly spans: readonly Span[] }[];
  readonly page: number;
}

/** Everything that a form says, sorted but not filed — 未定稿的表单. */
export interface FormDraft {
  /** Title, years and unit of money were printed above an earlier form of the same file. */
  isHeadInherited: boolean;
  readonly titles: Span[];
  readonly years: Span[];
  headUnit: { readonly label: Span; readonly value: Span; readonly unit: AmountUnit } | undefined;
  readonly fields: FieldDraft[];
  readonly execution: ExecutionDraft[];
  readonly indicators: IndicatorDraft[];
  /** All heads of tables in it, in order. */
  readonly heads: FormHead[];
  /** The last line of the indicators: points and score in total. */
  readonly totals: Map<FormColumnRole, Span[]>;
  readonly footnotes: Span[];
  readonly decorations: { readonly span: Span; readonly kind: DecorationKind }[];
  readonly notes: { readonly code: ReadingNoteCode; readonly span: Span; readonly printed: string }[];
}

/** Files words as what is no value — 记为版面文字. */
export function decorate(draft: FormDraft, spans: readonly Span[], kind: DecorationKind): void {
  for (const span of spans) draft.decorations.push({ span, kind });
}

/** Notes words of a row that fit no column: they stay for the list of what was not placed — 未归列. */
export function noteUnplaced(draft: FormDraft, span: Span, printed: string): void {
  draft.notes.push({ code: "row-unplaced", span, printed });
}

/** One title above several forms is the title of each: 逐张沿用抬头. */
export function inheritHead(draft: FormDraft, from: FormDraft): void {
  if (draft.titles.length > 0 || draft.years.length > 0) return;
  draft.isHeadInherited = true;
  draft.titles.push(...from.titles);
  draft.years.push(...from.years);
  draft.headUnit ??= from.headUnit;
}

/** A form of which nothing is read yet. */
export function emptyDraft(): FormDraft {
  return {
    isHeadInherited: false,
    titles: [],
    years: [],
    headUnit: undefined,
    fields: [],
    execution: [],
    indicators: [],
    heads: [],
    totals: new Map(),
    footnotes: [],
    decorations: [],
    notes: [],
  };
}
