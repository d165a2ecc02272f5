import type { Span } from "../../../domain/place.ts";
import type { Cell, Line } from "../../cells.ts";
import { dimensionPrinted, levelOf, namesLevel } from "../printed-classes.ts";
import { alignColumns } from "./align-columns.ts";
import { spansOfCell, spansOfCells } from "./cut-lines.ts";
import { decorate, type IndicatorDraft, type LevelDraft, noteUnplaced } from "./form-draft.ts";
import type { FormColumnRole, FormHead } from "./form-heads.ts";
import { fieldOf, isSection, isTotalWord } from "./form-words.ts";
import { fieldUnder, leadsSection, type OpenForm } from "./open-form.ts";

/** What a template leaves where nothing was filled in — 未填写的占位: 指标1：, ……, — */
export const placeholder = /^(?:指标\s?\d{0,2}\s?[:：]?)?\s?(?:[….。·*]{1,6}|[-—－–/／]{0,2})$/u;
const ticked = /^[√✓✔☑■●Yy是]$/u;

/** Sorts a row of the table of indicators — 读指标行. */
export function addIndicators(form: OpenForm, head: FormHead, line: Line): void {
  const own = line.cells.filter((cell) => !leadsSection(form, cell, line));
  if (own.length === 0) return;
  if (own.slice(0, 2).some(({ text }) => isTotalWord(text))) {
    addTotals(form, head, line, own);
    return;
  }
  const { cells, leftOver } = alignColumns(head, line, own);
  for (const cell of leftOver)
    if (isRestOfSection(form, head, cell)) decorate(form.draft, spansOfCell(cell), "label");
    else noteUnplaced(form.draft, cell.span, cell.text);
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
      open.spans.push(...spansOfCells(found));
      continue;
    }
    const draft: LevelDraft = { spans: spansOfCells(found), names: levelOf(found.map(({ text }) => text).join(""))! };
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
    if (column.role === "text") others.push({ label: column.label, spans: spansOfCells(cells) });
    else if (column.ticked && cells.every(({ text }) => ticked.test(text)))
      ticks.push({ role: column.role, label: column.label, span: cells[0]!.span });
    else found.set(column.role, [...(found.get(column.role) ?? []), ...spansOfCells(cells)]);
  }
  if (found.size + ticks.length + others.length === 0) return;
  if (!isBlank)
    for (const [at, cells] of aligned) for (const one of cells) form.ofIndicators.set(one, head.columns[at]!.role);
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
  for (const [role, spans] of sharedCells(form, head, line, side)) if (!found.has(role)) found.set(role, spans);
  lastIndicator[side] = indicator;
  form.draft.indicators.push(indicator);
}

/** Texts that hold for all the indicators that they are merged over; points are divided among them, so they are none. */
const sharable: ReadonlySet<FormColumnRole> = new Set<FormColumnRole>([
  "annualTarget",
  "cycleTarget",
  "definition",
  "standard",
  "basis",
  "source",
  "deviation",
  "remark",
]);

function sharedCells(form: OpenForm, head: FormHead, line: Line, side: 0 | 1): Map<FormColumnRole, Span[]> {
  const shared = new Map<FormColumnRole, Span[]>();
  if (head.table === undefined || head.table !== line.table) return shared;
  for (const cell of line.covered ?? []) {
    const column = head.columns.find(({ from, to }) => from <= cell.index && cell.index < to);
    if (!column || column.side !== side || !sharable.has(column.role)) continue;
    if (form.ofIndicators.get(cell) === column.role) shared.set(column.role, [cell.span]);
  }
  return shared;
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
  for (const [at, found] of cells) form.draft.totals.set(columns[at]!.role, spansOfCells(found));
  for (const cell of leftOver) {
    const over = head.columns.find(({ role, from, to }) => role === "text" && from <= cell.index && cell.index < to);
    if (!over) noteUnplaced(form.draft, cell.span, cell.text);
    else form.draft.fields.push(fieldUnder({ ...over, label: `${over.label}${label.text}` }, [cell]));
  }
}
