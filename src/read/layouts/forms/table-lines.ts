import type { Span } from "../../../domain/place.ts";
import type { Cell, Line } from "../../cells.ts";
import { alignColumns } from "./align-columns.ts";
import { spansOfCell, spansOfCells } from "./cut-lines.ts";
import { decorate, noteUnplaced } from "./form-draft.ts";
import { type FormColumnRole, type FormHead, headOf, withSecondLine } from "./form-heads.ts";
import { tokensOf } from "./form-tokens.ts";
import { amountUnitOf, bareLabel, fieldOf, isMoneyField, isSection, isTotalWord } from "./form-words.ts";
import { addIndicators, placeholder } from "./indicator-lines.ts";
import { fieldUnder, leadsSection, type OpenForm, unitOfSection, wordsOfLine } from "./open-form.ts";

/** Opens a table inside a form where the line is its head, or its second line — 读表中表的表头. */
export function addHeadLine(form: OpenForm, line: Line): boolean {
  const { table } = form;
  const wider = table && table.rows === 0 ? withSecondLine(table.head, line) : undefined;
  if (table && wider) {
    form.draft.heads[form.draft.heads.length - 1] = wider;
    form.table = { head: wider, rows: 0 };
    decorate(form.draft, spansOfCells(line.cells), "header");
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
  if (!first || !token) return false;
  if (!token.field) return head.kind === "indicators" && isOpinion(head, line);
  if (token.field === "indicatorSection" || token.field === "cycleIndicators") return line.cells.length === 1;
  if (head.kind === "execution" && (isMoneyField(token.field) || token.field === "moneySection")) return false;
  if (head.kind === "execution" && token.field === "particular") return line.cells.length < 3;
  if (isTotalWord(token.text) || (head.kind === "list" && token.field === "total")) return false;
  if (head.kind !== "indicators") return true;
  const isGrid = head.table !== undefined && head.table === line.table;
  if (isGrid) return first.index <= head.columns[0]!.from && !isRowOf(head, line);
  return !isRowOf(head, line);
}

const opinion = /(?:意见|结论|说明|措施|建议|问题|签字|签章|盖章|日期|负责人)$/u;

/** 初审意见 | 同意 …: one text over the columns of names and values is no row of indicators. */
function isOpinion(head: FormHead, line: Line): boolean {
  if (line.cells.length > 2) return false;
  if (head.table === undefined || head.table !== line.table)
    return line.cells.length === 2 && opinion.test(bareLabel(line.cells[0]!.text));
  const reaches = (cell: Cell, of: (role: FormColumnRole) => boolean): boolean =>
    head.columns.some(({ role, from, to }) => of(role) && from < cell.index + (cell.columns ?? 1) && cell.index < to);
  return line.cells.some(
    (cell) => reaches(cell, (role) => role === "name") && reaches(cell, (role) => /Target$|^definition$/u.test(role)),
  );
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
  const aligned = alignColumns(head, line, values);
  const found = new Map<FormColumnRole, Span[]>();
  for (const [at, own] of aligned.cells) {
    const { role } = head.columns[at]!;
    found.set(role, [...(found.get(role) ?? []), ...spansOfCells(own)]);
  }
  for (const { span, text } of aligned.leftOver) noteUnplaced(form.draft, span, text);
  const amountUnit = labels.map(({ text }) => amountUnitOf(text)).find((unit) => unit) ?? unitOfSection(form);
  form.draft.execution.push({ label: spansOfCells(labels), cells: found, amountUnit });
}

/** A row of tasks or steps: each cell as a field under the words of its head; the sum of tasks is the form's money. */
function addListed(form: OpenForm, head: FormHead, line: Line): void {
  const isSum = line.cells.slice(0, 2).findIndex(({ text }) => isTotalWord(text) || fieldOf(text) === "total");
  if (isSum !== -1) {
    addSum(form, head, line, line.cells[isSum]!);
    return;
  }
  const cells = line.cells.filter((cell) => !leadsSection(form, cell, line));
  if (cells.every(({ text }) => placeholder.test(text))) {
    decorate(form.draft, spansOfCells(cells), "separator");
    return;
  }
  const aligned = alignColumns(head, line, cells);
  for (const [at, own] of [...aligned.cells].sort(([a], [b]) => a - b))
    form.draft.fields.push(fieldUnder(head.columns[at]!, own));
  for (const { span, text } of aligned.leftOver) noteUnplaced(form.draft, span, text);
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
  for (const { span, text } of aligned.leftOver) noteUnplaced(form.draft, span, text);
}
