import type { Cell, Line } from "../../cells.ts";
import { spansOfCell } from "./cut-lines.ts";
import { decorate } from "./form-draft.ts";
import type { Token } from "./form-tokens.ts";
import { type FormField, fieldOf, isGoalField, isSection } from "./form-words.ts";
import { periodOf } from "./money-blocks.ts";
import { addField, addText, type OpenForm, openSection } from "./open-form.ts";

/** Where a label stands alone in its line: is its value in the next line, under it? */
export function isValueBelow(form: OpenForm, line: Line, next: Line | undefined): boolean {
  const [cell] = line.cells;
  if (!next || !cell || form.table) return false;
  return (cell.rows ?? 1) === 1 && next.cells.length === 1 && fieldOf(next.cells[0]!.text) === undefined;
}

/** A line of labels alone: those that span the next line are sections, the others wait for values below. */
export function addLabels(form: OpenForm, line: Line, labels: readonly Token[], next: Line | undefined): void {
  const waiting = labels.filter((token, at) => !isOver(token, at, labels, next));
  for (const token of labels)
    if (!waiting.includes(token) && isSection(token.field)) openSection(form, token);
    else if (!waiting.includes(token)) decorate(form.draft, spansOfCell(token), "label");
  const seen = new Map<FormField, number>();
  form.above = waiting.map((token) => ({
    token,
    field: addField(form, token, line, [], { period: periodOf(form, token, seen) }),
  }));
}

/** Whether a label at the left of others spans them: by its merged cell, or because the values below are fewer. */
function isOver(token: Token, at: number, labels: readonly Token[], next: Line | undefined): boolean {
  if (isSection(token.field)) return true;
  if (at > 0 || labels.length < 2) return false;
  if ((token.cell.rows ?? 1) > 1) return true;
  const goals = labels.filter(({ field }) => isGoalField(field)).length;
  return goals === labels.length && goals > 2 && next !== undefined && next.cells.length < goals;
}

/** Values under a line of labels: by the grid, else in order. */
export function addBelow(form: OpenForm, line: Line, texts: readonly Token[]): boolean {
  const { above } = form;
  const under = texts.map(({ cell }) => above.find(({ token }) => overlaps(token.cell, cell)));
  const isGrid = line.table !== undefined && under.every((one) => one !== undefined);
  if (!isGrid && texts.length > above.length) return false;
  const inTabs = texts.map(({ cell }) => above.find(({ token }) => token.cell.index === cell.index));
  const isTabbed = line.cells[0]!.index > 0 && inTabs.every((one) => one !== undefined);
  texts.forEach((text, at) => {
    const { field } = (isGrid ? under[at] : isTabbed ? inTabs[at] : above[lone(above, texts.length) + at])!;
    addText(form, field, spansOfCell(text), line);
  });
  return true;
}

function overlaps(label: Cell, value: Cell): boolean {
  return label.index < value.index + (value.columns ?? 1) && value.index < label.index + (label.columns ?? 1);
}

/** Of a period's goal and the year's, a lone text is the year's. */
function lone(above: OpenForm["above"], texts: number): number {
  return texts === 1 && above.length === 2 && above[1]!.token.field === "goal" ? 1 : 0;
}
