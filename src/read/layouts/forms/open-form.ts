import type { AmountUnit } from "../../../domain/money.ts";
import type { Span } from "../../../domain/place.ts";
import type { Cell, Line } from "../../cells.ts";
import { type FormCell, spansOfCell, spansOfCells } from "./cut-lines.ts";
import {
  decorate,
  emptyDraft,
  type FieldDraft,
  type FormDraft,
  type IndicatorDraft,
  type LevelDraft,
} from "./form-draft.ts";
import type { FormColumn, FormColumnRole, FormHead } from "./form-heads.ts";
import type { Token } from "./form-tokens.ts";
import { amountUnitOf, type FormField, fieldOf, isSection } from "./form-words.ts";

/** A label that spans others — 正在生效的合并栏目. */
export interface OpenSection {
  readonly field: FormField;
  readonly label: string;
  readonly cell: Cell;
}

/** Two amounts beside each other: which column begins where — 左右两组资金. */
export interface MoneyBlock {
  readonly period: "cycle" | "annual";
  readonly index: number;
}

/** A form while its lines are sorted — 读取中的表单. */
export interface OpenForm {
  readonly draft: FormDraft;
  /** The table inside the form whose rows are being read. */
  table: { head: FormHead; rows: number } | undefined;
  /** Labels whose values stand below them. */
  above: readonly { readonly token: Token; readonly field: FieldDraft }[];
  last: { readonly field: FieldDraft; readonly page: number; readonly table: number | undefined } | undefined;
  /** The page on which the last text of a field stands. */
  readonly pageOf: Map<FieldDraft, number>;
  section: OpenSection | undefined;
  blocks: readonly MoneyBlock[];
  readonly ofCell: Map<Cell, FieldDraft>;
  /** Cells of the indicators, to know those that reach down to the next ones. */
  readonly ofIndicators: Map<Cell, FormColumnRole>;
  readonly level: OpenLevels;
  readonly lastIndicator: [IndicatorDraft | undefined, IndicatorDraft | undefined];
  /** The last line that was of the form. */
  lastLine: Line | undefined;
  hasEnded: boolean;
  /** Footnotes have begun: what follows without a label belongs to them. */
  inFootnotes: boolean;
  /** Words of heads and titles, to know them when a page prints them again. */
  readonly printed: Set<string>;
}

/** The levels under which the next indicator stands; the right half of a form has its own level 2. */
export interface OpenLevels {
  level1: LevelDraft | undefined;
  level2: [LevelDraft | undefined, LevelDraft | undefined];
  level3: [LevelDraft | undefined, LevelDraft | undefined];
  /** All levels that were printed, to tell those under which nothing stands. */
  readonly printed: LevelDraft[];
}

/** A form before its first line. */
export function openForm(): OpenForm {
  return {
    draft: emptyDraft(),
    table: undefined,
    above: [],
    last: undefined,
    pageOf: new Map(),
    section: undefined,
    blocks: [],
    ofCell: new Map(),
    ofIndicators: new Map(),
    level: { level1: undefined, level2: [undefined, undefined], level3: [undefined, undefined], printed: [] },
    lastIndicator: [undefined, undefined],
    lastLine: undefined,
    hasEnded: false,
    inFootnotes: false,
    printed: new Set(),
  };
}

/** Opens a field; `texts` are what stands beside its label. */
export function addField(
  form: OpenForm,
  label: Token,
  { page, table }: Line,
  texts: readonly Span[] = [],
  more: { readonly field?: FormField | undefined; readonly period?: "cycle" | "annual" } = {},
): FieldDraft {
  const field: FieldDraft = {
    field: "field" in more ? more.field : label.field,
    label: label.text,
    texts: texts.length > 0 ? [[...texts]] : [],
    period: more.period ?? "annual",
    amountUnit: amountUnitOf(label.text) ?? unitOfSection(form),
  };
  form.draft.fields.push(field);
  decorate(form.draft, spansOfCell(label), "label");
  form.ofCell.set(label.cell, field);
  form.pageOf.set(field, page);
  form.last = { field, page, table };
  return field;
}

/** A field that is a cell under a head: its label is what the head says — 列表中的栏目. */
export function fieldUnder({ label }: Pick<FormColumn, "label">, cells: readonly FormCell[]): FieldDraft {
  return { field: undefined, label, texts: [spansOfCells(cells)], period: "annual", amountUnit: undefined };
}

/** The unit of money that the label over the present lines prints: 项目资金（万元）. */
export function unitOfSection(form: OpenForm): AmountUnit | undefined {
  return form.section && amountUnitOf(form.section.label);
}

/** Adds a text to a field: a line of its own, or at the top of a page the rest of the last one. */
export function addText(form: OpenForm, field: FieldDraft, spans: readonly Span[], line: Line): void {
  const page = form.pageOf.get(field);
  const isRest = page !== undefined && page !== line.page && field.texts.length > 0;
  if (isRest) field.texts.at(-1)!.push(...spans);
  else field.texts.push([...spans]);
  form.pageOf.set(field, line.page);
  form.last = { field, page: line.page, table: line.table };
}

/** The words of a line, blanks left out. */
export function wordsOfLine(line: Line): string {
  return line.cells.map(({ text }) => text.replace(/\s+/gu, "")).join("\t");
}

/** A label over the rows of a table that stands in the line of the first: it is decoration, and opens its section. */
export function leadsSection(form: OpenForm, cell: Cell, line: Line): boolean {
  if (cell !== line.cells[0] || line.cells.length < 2) return false;
  const field = fieldOf(cell.text);
  if (!field || !isSection(field)) return false;
  form.section = { field, label: cell.text, cell };
  decorate(form.draft, spansOfCell(cell), "label");
  return true;
}

/** A label that spans others is in force — 合并栏目开始. */
export function openSection(form: OpenForm, token: Token): void {
  form.section = { field: token.field!, label: token.text, cell: token.cell }; // only labels open sections
  decorate(form.draft, spansOfCell(token), "label");
}
