import type { Span } from "../../../domain/place.ts";
import type { Cell, Line } from "../../cells.ts";
import { dimensionPrinted, levelOf, namesLevel } from "../printed-classes.ts";
import { alignColumns } from "./align-columns.ts";
import { spansOfCell } from "./cut-lines.ts";
import { decorate, type FieldDraft, type IndicatorDraft, type LevelDraft } from "./form-draft.ts";
import { type FormColumn, type FormColumnRole, type FormHead, headOf, withSecondLine } from "./form-heads.ts";
import { tokensOf } from "./form-tokens.ts";
import { amountUnitOf, fieldOf, isMoneyField, isSection, isTotalWord } from "./form-words.ts";
import { type OpenForm, unitOfSection, wordsOfLine } from "./open-form.ts";

/** Opens a table inside a form where the line is its head, or its second line — 读表中表的表头. */
export function addHeadLine(form: OpenForm, line: Line): boolean {
  const { table } = form;
  const wider = table && table.rows === 0 ? withSecondLine(table.head, line) : undefined;
  if (table && wider) {
    form.draft.heads[form.draft.heads.length - 1] = wider;
    form.table = { head: wider, rows: 0 };
    decorate(form.draft, spansOf(line.cells), "header");
    form.printed.add(wordsOfLine(line));
    return true;
  }
  const head = headOf(line);
  if (!head) return false;
  for (const cell of line.cells) {
    decorate(form.draft, spansOfCell(cell), "header");
    const field = fieldOf(cell.text);
    if (head.cells.includes(cell) || (field && !isSection(field))) continue;
    form.section = { field: field ?? "section", label: cell.text, cell };
  }
  form.draft.heads.push(head);
  form.table = { head, rows: 0 };
  form.above = [];
  if (head.kind === "indicators") resetLevels(form);
  form.printed.add(wordsOfLine(line));
  return true;
}

function resetLevels(form: OpenForm): void {
  form.level.level1 = undefined;
  form.level.level2 = [undefined, undefined];
  form.level.level3 = [undefined, undefined];
}

/** Whether a line ends the table inside the form: it begins with a label that is no row of it — 表中表结束. */
export function endsTable(head: FormHead, line: Line): boolean {
  const [first] = line.cells;
  const [token] = tokensOf(line);
  if (!first || !token?.field) return false;
  if (token.field === "indicatorSection" || token.field === "cycleIndicators") return line.cells.length === 1;
  if (head.kind === "execution" && (isMoneyField(token.field) || token.field === "moneySection")) return false;
  if (head.kind === "execution" && token.field === "particular") return line.cells.length < 3;
  if (isTotalWord(token.text) || (head.kind === "list" && token.field === "total")) return false;
  if (head.kind !== "indicators") return true;
  const isGrid = head.table !== undefined && head.table === line.table;
  if (isGrid) return first.index <= head.columns[0]!.from && !isRowOf(head, line);
  return !isRowOf(head, line);
}

/** A row whose first level is called like a field, 绩效目标 | 指标明确性 | 10 | …: one label, and columns for the rest. */
function isRowOf(head: FormHead, line: Line): boolean {
  if (line.cells.length < 4 || tokensOf(line).filter(({ field }) => field !== undefined).length > 1) return false;
  return head.columns.some(({ role }) => role === "level1" || role === "level2");
}

/** Sorts a line under the head of a table inside the form — 读表中表的一行. */
export function addTableLine(form: OpenForm, line: Line): void {
  const { table } = form;
  if (!table) return;
  table.rows++;
  const add = { execution: addExecution, list: addListed, indicators: addIndicators }[table.head.kind];
  add(form, table.head, line);
}

function addExecution(form: OpenForm, head: FormHead, line: Line): void {
  const cells = line.cells.filter((cell) => !leadsSection(form, cell, line));
  const before = head.columns[0]!.from;
  const isGrid = head.table !== undefined && head.table === line.table;
  const labels = isGrid ? cells.filter(({ index }) => index < before) : cells.slice(0, 1);
  const values = cells.filter((cell) => !labels.includes(cell));
  if (labels.length === 0) {
    for (const { span, text } of values) noteUnplaced(form, span, text);
    return;
  }
  const aligned = alignColumns(head, line, values);
  const found = new Map<FormColumnRole, Span[]>();
  for (const [at, own] of aligned.cells) {
    const { role } = head.columns[at]!;
    found.set(role, [...(found.get(role) ?? []), ...spansOf(own)]);
  }
  for (const { span, text } of aligned.leftOver) noteUnplaced(form, span, text);
  const amountUnit = labels.map(({ text }) => amountUnitOf(text)).find((unit) => unit) ?? unitOfSection(form);
  form.draft.execution.push({ label: spansOf(labels), cells: found, amountUnit });
}

/** A label over the rows of a table that stands in the line of the first: it is decoration, and opens its section. */
function leadsSection(form: OpenForm, cell: Cell, line: Line): boolean {
  if (cell !== line.cells[0] || line.cells.length < 2) return false;
  const field = fieldOf(cell.text);
  if (!field || !isSection(field)) return false;
  form.section = { field, label: cell.text, cell };
  decorate(form.draft, spansOfCell(cell), "label");
  return true;
}

/** A row of tasks or steps: each cell as a field under the words of its head; the sum of tasks is the form's money. */
function addListed(form: OpenForm, head: FormHead, line: Line): void {
  const isSum = line.cells.slice(0, 2).findIndex(({ text }) => isTotalWord(text) || fieldOf(text) === "total");
  if (isSum !== -1) {
    addSum(form, head, line, line.cells[isSum]!);
    return;
  }
  const cells = line.cells.filter((cell) => !leadsSection(form, cell, line));
  const aligned = alignColumns(head, line, cells);
  for (const [at, own] of [...aligned.cells].sort(([a], [b]) => a - b))
    form.draft.fields.push(fieldUnder(head.columns[at]!, own));
  for (const { span, text } of aligned.leftOver) noteUnplaced(form, span, text);
}

function fieldUnder({ label }: FormColumn, cells: readonly Cell[]): FieldDraft {
  return { field: undefined, label, texts: [spansOf(cells)], period: "annual", amountUnit: undefined };
}

function addSum(form: OpenForm, head: FormHead, line: Line, label: Cell): void {
  for (const cell of line.cells.slice(0, line.cells.indexOf(label) + 1))
    decorate(form.draft, spansOfCell(cell), "label");
  const rest = line.cells.slice(line.cells.indexOf(label) + 1);
  const columns = head.columns.filter(({ role }) => role === "amount");
  const aligned = alignColumns({ ...head, columns }, line, rest);
  for (const [at, own] of aligned.cells) {
    const column = columns[at]!;
    const printed = fieldOf(column.label);
    const field = isMoneyField(printed) ? printed : "total";
    form.draft.fields.push({ ...fieldUnder(column, own), field, amountUnit: amountUnitOf(column.label) });
  }
  for (const { span, text } of aligned.leftOver) noteUnplaced(form, span, text);
}

/** What a template leaves where nothing was filled in — 未填写的占位: 指标1：, ……, — */
export const placeholder = /^(?:指标\s?\d{0,2}\s?[:：]?)?\s?(?:[….。·*]{1,6}|[-—－–/／]{0,2})$/u;
const ticked = /^[√✓✔☑■●Yy是]$/u;

function addIndicators(form: OpenForm, head: FormHead, line: Line): void {
  const own = line.cells.filter((cell) => !leadsSection(form, cell, line));
  if (own.length === 0) return;
  if (own.slice(0, 2).some(({ text }) => isTotalWord(text))) {
    addTotals(form, head, line, own);
    return;
  }
  const { cells, leftOver } = alignColumns(head, line, own);
  for (const cell of leftOver)
    if (isRestOfSection(form, head, cell)) decorate(form.draft, spansOfCell(cell), "label");
    else noteUnplaced(form, cell.span, cell.text);
  const page = form.lastIndicator.map((last) => last?.page).find((one) => one !== undefined);
  const isNew = openLevels(form, head, cells, {
    isGrid: head.table !== undefined && head.table === line.table,
    isTop: page !== undefined && page !== line.page,
  });
  for (const side of [0, 1] as const) addSide(form, head, line, cells, side, isNew);
}

/** The rest of a merged cell at the top of a page: 服务对象 | 满意度指标. */
function isRestOfLevel(open: LevelDraft, cells: readonly Cell[]): boolean {
  const rest = levelOf(cells.map(({ text }) => text).join(""))!;
  if (/^（[^（）]*）$/u.test(rest.name) || /^\([^()]*\)$/u.test(rest.name)) return true;
  return !namesLevel(open.names) && namesLevel({ ...open.names, name: open.names.name + rest.name });
}

/** 满意度指标 in a text that lost its merged cells: the level of another class than the one in force is a level 1. */
function standsForLevel1(draft: LevelDraft, level1: LevelDraft | undefined): boolean {
  const own = dimensionPrinted(draft.names)?.value;
  const over = level1 && dimensionPrinted(level1.names)?.value;
  return own === "satisfaction" && over !== undefined && own !== over;
}

/** The rest of the label at the left of the table, which a page break cut: 绩效指 | 标. */
function isRestOfSection({ section }: OpenForm, head: FormHead, { index, text }: Cell): boolean {
  const bare = text.replace(/\s+/gu, "");
  const label = (section?.label ?? "").replace(/\s+/gu, "");
  return index < head.columns[0]!.from && (label.endsWith(bare) || isSection(fieldOf(label + bare)));
}

/** Puts the levels that a row prints in force; returns which were printed. */
function openLevels(
  form: OpenForm,
  head: FormHead,
  cells: ReadonlyMap<number, readonly Cell[]>,
  { isGrid, isTop }: { readonly isGrid: boolean; readonly isTop: boolean },
): ReadonlySet<string> {
  const { level } = form;
  const isNew = new Set<string>();
  for (const [at, found] of [...cells].sort(([a], [b]) => a - b)) {
    const { role, side } = head.columns[at]!;
    if (role !== "level1" && role !== "level2" && role !== "level3") continue;
    const open = role === "level1" ? level.level1 : level[role][side];
    if (open && isTop && isRestOfLevel(open, found)) {
      open.spans.push(...spansOf(found));
      continue;
    }
    const draft: LevelDraft = { spans: spansOf(found), names: levelOf(found.map(({ text }) => text).join(""))! };
    level.printed.push(draft);
    isNew.add(`${role} ${side}`);
    if (
      role === "level1" ||
      (!isGrid && role === "level2" && !isNew.has("level1 0") && standsForLevel1(draft, level.level1))
    ) {
      level.level1 = draft;
      level.level2 = [undefined, undefined];
      level.level3 = [undefined, undefined];
    } else {
      level[role][side] = draft;
      if (role === "level2") level.level3[side] = undefined;
    }
  }
  return isNew;
}

function addSide(
  form: OpenForm,
  head: FormHead,
  line: Line,
  aligned: ReadonlyMap<number, readonly Cell[]>,
  side: 0 | 1,
  isNew: ReadonlySet<string>,
): void {
  const { level, lastIndicator } = form;
  const found = new Map<FormColumnRole, Span[]>();
  const ticks: IndicatorDraft["ticks"] = [];
  const others: IndicatorDraft["others"] = [];
  let isBlank = true;
  for (const [at, cells] of aligned) {
    const column = head.columns[at]!;
    if (column.side !== side || /^level/u.test(column.role)) continue;
    if (!cells.every(({ text }) => placeholder.test(text))) isBlank = false;
    if (column.role === "text") others.push({ label: column.label, spans: spansOf(cells) });
    else if (column.ticked && cells.every(({ text }) => ticked.test(text)))
      ticks.push({ role: column.role, label: column.label, span: cells[0]!.span });
    else found.set(column.role, [...(found.get(column.role) ?? []), ...spansOf(cells)]);
  }
  if (found.size + ticks.length + others.length === 0) return;
  const last = lastIndicator[side];
  if (isBlank) {
    const blank = [...found.values(), ...others.map(({ spans }) => spans)].flat();
    for (const span of blank) form.draft.decorations.push({ span, kind: "separator" });
    return;
  }
  if (last && goesOn(last, found, line, isNew, side)) {
    for (const [role, spans] of found) last.cells.set(role, [...(last.cells.get(role) ?? []), ...spans]);
    last.ticks.push(...ticks);
    last.others.push(...others);
    return;
  }
  const indicator: IndicatorDraft = {
    side,
    ofCycle: form.section?.field === "cycleIndicators",
    level1: level.level1,
    level2: level.level2[side],
    level3: level.level3[side],
    cells: found,
    ticks,
    others,
    page: line.page,
  };
  lastIndicator[side] = indicator;
  form.draft.indicators.push(indicator);
}

const targets: readonly FormColumnRole[] = ["annualTarget", "cycleTarget", "actual", "definition", "standard"];
/** What fits into one line, so that no page break parts it. */
const short: readonly FormColumnRole[] = ["weight", "score", "nature", "measure", "ordinal"];

/** Whether a row is the rest of the indicator before: it has no name of its own, or a page break cut it — 跨页续指标. */
function goesOn(
  last: IndicatorDraft,
  found: ReadonlyMap<FormColumnRole, unknown>,
  line: Line,
  isNew: ReadonlySet<string>,
  side: 0 | 1,
): boolean {
  if (isNew.has("level1 0") || isNew.has(`level2 ${side}`) || isNew.has(`level3 ${side}`)) return false;
  if (!found.has("name") && last.cells.has("name")) return true;
  if (last.page === line.page) return false;
  const isWhole = (cells: ReadonlyMap<FormColumnRole, unknown>) =>
    cells.has("name") && targets.some((role) => cells.has(role));
  if (!isWhole(found) || !isWhole(last.cells)) return !short.some((role) => found.has(role) && last.cells.has(role));
  const isCut = line.cut === "above" || line.cut === "both";
  return isCut && !short.some((role) => found.has(role) && last.cells.has(role));
}

/** 总分 | 100 | 98.5: points and score in total. */
function addTotals(form: OpenForm, head: FormHead, line: Line, own: readonly Cell[]): void {
  const label = own.find(({ text }) => isTotalWord(text))!; // the caller saw one
  decorate(form.draft, spansOfCell(label), "label");
  const rest = own.filter((cell) => cell !== label);
  const columns = head.columns.filter(({ role }) => role === "weight" || role === "score");
  const { cells, leftOver } = alignColumns({ ...head, columns }, line, rest);
  for (const [at, found] of cells) form.draft.totals.set(columns[at]!.role, spansOf(found));
  for (const { span, text } of leftOver) noteUnplaced(form, span, text);
}

function noteUnplaced(form: OpenForm, span: Span, printed: string): void {
  form.draft.notes.push({ code: "row-unplaced", span, printed });
}

function spansOf(cells: readonly Cell[]): Span[] {
  return cells.flatMap(spansOfCell);
}
