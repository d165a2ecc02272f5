import type { Line } from "../../cells.ts";
import { roleOfHead } from "../header-words.ts";
import { levelWord } from "./align-columns.ts";
import { type FormHead, headOf } from "./form-heads.ts";
import { headCellOf, isTitleLine } from "./form-title.ts";
import { type Token, tokensOf } from "./form-tokens.ts";
import { fieldOf, isSection } from "./form-words.ts";
import { wordsOfLine } from "./open-form.ts";

/** So many lines behind a title or a first label are looked at. */
const farAhead = 40;
/** A title stands so many lines above the first field at most. */
const titleReach = 6;

/** Whether a form begins at this line: its title, its first field, or the head of a table of evaluation — 表单开始. */
export function startsForm(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!;
  if (isTitleLine(line)) return startsBelowTitle(lines, at);
  if (namesProject(line)) return hasFormBelow(lines, at);
  const head = indicatorHeadAt(line);
  return head !== undefined && !isUnderListing(lines, at) && isEvaluation(head);
}

function startsBelowTitle(lines: readonly Line[], at: number): boolean {
  for (let below = at + 1; below <= Math.min(at + titleReach, lines.length - 1); below++) {
    if (indicatorHeadAt(lines[below]!)) return !isUnderListing(lines, below);
    if (isListingHead(lines[below]!) || (below > at + 1 && isTitleLine(lines[below]!))) return false;
    if (namesProject(lines[below]!)) return hasFormBelow(lines, below);
  }
  return hasIndicatorsBelow(lines, at);
}

/** A line `项目名称 | 某项目`: a label with a value beside it, and no head of a listing. */
export function namesProject(line: Line): boolean {
  return projectOf(line) !== undefined;
}

/** The project that a line names beside its label, blanks left out — 表单的项目名称. */
export function projectOf(line: Line): string | undefined {
  if (!line.cells.some(({ text }) => mayLabelProject(text))) return undefined;
  const tokens = tokensOf(line);
  const at = tokens.findIndex(({ field }) => field === "project");
  const value = tokens[at + 1];
  if (at === -1 || !value || value.field !== undefined || isListingHead(line)) return undefined;
  return value.text.replace(/\s+/gu, "");
}

/** A cheap look, asked at every cell of a document. */
function mayLabelProject(text: string): boolean {
  return /名\s*称|(?:预算|支出)项目/u.test(text.slice(0, 24));
}

/** The head of a listing of projects, packed or with an indicator in each row. */
function isListingHead(line: Line): boolean {
  if (line.cells.length < 3) return false;
  const roles = line.cells.map(({ text }) => roleOfHead(text));
  return roles.filter((role) => role !== undefined).length > line.cells.length * 0.7 && roles.includes("project");
}

/** Under the first line of a listing's head stands its second: that is no table of evaluation. */
function isUnderListing(lines: readonly Line[], at: number): boolean {
  const covered = lines[at]!.covered ?? [];
  if (covered.some(({ text }) => roleOfHead(text) === "project")) return true;
  return at > 0 && isListingHead(lines[at - 1]!);
}

function indicatorHeadAt(line: Line): FormHead | undefined {
  const head = headOf(line);
  return head?.kind === "indicators" ? head : undefined;
}

/** Points and what is asked for them: a table of evaluation, which needs no fields above it — 评价指标体系表. */
export function isEvaluation(head: FormHead): boolean {
  const has = (role: string) => head.columns.some((column) => column.role === role);
  return (has("definition") || has("standard")) && (has("weight") || has("score")) && !has("soFar");
}

/** A form has labels of several kinds below its project, or a table of indicators. */
function hasFormBelow(lines: readonly Line[], at: number): boolean {
  const fields = new Set(tokensOf(lines[at]!).flatMap(({ field }) => field ?? []));
  for (let below = at + 1; below <= Math.min(at + farAhead, lines.length - 1); below++) {
    const line = lines[below]!;
    if (isListingHead(line)) return fields.size > 3;
    if (indicatorHeadAt(line)) return true;
    if (namesProject(line)) return fields.size > 3;
    const tokens = tokensOf(line);
    if (tokens[0]) for (const field of labelsBeside(tokens)) fields.add(field);
    if (fields.size > 4) return true;
  }
  return fields.size > 3;
}

function labelsBeside(tokens: readonly Token[]): readonly NonNullable<Token["field"]>[] {
  return tokens.flatMap(({ field }) => field ?? []);
}

function hasIndicatorsBelow(lines: readonly Line[], at: number): boolean {
  for (let below = at + 1; below <= Math.min(at + farAhead, lines.length - 1); below++) {
    const line = lines[below]!;
    if (isListingHead(line) || isTitleLine(line)) return false;
    if (indicatorHeadAt(line)) return !isUnderListing(lines, below);
  }
  return false;
}

/** Parts lines into forms: each title or first field opens the next, unless a page only prints it again — 逐张分开. */
export function splitForms(lines: readonly Line[]): readonly (readonly Line[])[] {
  const forms: Line[][] = [];
  let seen = emptyProgress();
  let isAbove = false;
  const from = firstLine(lines);
  lines.forEach((line, at) => {
    if (at < from) return;
    const opens = isTitleLine(line) ? isNewTitle(lines, at, seen) : !isAbove && isNewFirst(lines, at, seen);
    if (forms.length === 0 || opens) {
      forms.push(takeLabelsAbove(forms.at(-1), line));
      seen = emptyProgress();
      isAbove = isTitleLine(line);
    }
    forms.at(-1)!.push(line);
    note(seen, line);
    if (seen.project !== undefined || seen.rows > 0) isAbove = false;
  });
  return forms;
}

/** 主管部门 or 实施单位 printed directly above 项目名称 are of the form that begins there, not of the one before. */
function takeLabelsAbove(before: Line[] | undefined, line: Line): Line[] {
  const taken: Line[] = [];
  while (before && before.length > 1 && projectOf(line) !== undefined && isAboveProject(before.at(-1)!))
    taken.unshift(before.pop()!);
  return taken;
}

function isAboveProject(line: Line): boolean {
  const field = tokensOf(line)[0]?.field;
  return field === "department" || field === "unit" || field === "code" || isHeadLine(line);
}

/** The first line of the first form, and what belongs to it above; prose before it is no part of it. */
function firstLine(lines: readonly Line[]): number {
  let at = lines.findIndex((_, one) => startsForm(lines, one));
  while (at > 0 && isAboveProject(lines[at - 1]!)) at--;
  return Math.max(at, 0);
}

function isHeadLine(line: Line): boolean {
  return line.cells.every(({ text }) => headCellOf(text) !== undefined);
}

/** How far a form has been read. */
interface Progress {
  project: string | undefined;
  titles: Set<string>;
  fields: number;
  rows: number;
  evaluation: boolean;
  page: number;
}

function emptyProgress(): Progress {
  return { project: undefined, titles: new Set(), fields: 0, rows: 0, evaluation: false, page: 0 };
}

function note(seen: Progress, line: Line): void {
  if (isTitleLine(line)) seen.titles.add(wordsOfLine(line));
  seen.project ??= projectOf(line);
  const head = indicatorHeadAt(line);
  if (head) {
    seen.rows++;
    seen.evaluation ||= isEvaluation(head);
  }
  if (tokensOf(line)[0]?.field) seen.fields++;
  seen.page = line.page;
}

function isNewTitle(lines: readonly Line[], at: number, seen: Progress): boolean {
  if (seen.fields === 0 && seen.rows === 0) return false;
  if (!startsForm(lines, at) || isSection(fieldOf(lines[at]!.cells[0]!.text))) return false; // 年度绩效目标表 over its rows
  const next = lines
    .slice(at + 1, at + 1 + titleReach)
    .map(projectOf)
    .find((project) => project !== undefined);
  return next !== undefined
    ? next !== seen.project || seen.rows === 0 || !seen.titles.has(wordsOfLine(lines[at]!))
    : !isPrintedAgain(lines, at, seen);
}

/** A title at the top of the next page, over rows of the same table. */
function isPrintedAgain(lines: readonly Line[], at: number, seen: Progress): boolean {
  const line = lines[at]!;
  if (!seen.titles.has(wordsOfLine(line))) return false;
  const below = lines.slice(at + 1, at + 1 + titleReach);
  const rows = below.findIndex(
    (one) => indicatorHeadAt(one) !== undefined || levelWord(one.cells[0]!.text) !== undefined,
  );
  return rows !== -1 && !below.slice(0, rows).some((one) => tokensOf(one)[0]?.field !== undefined);
}

function isNewFirst(lines: readonly Line[], at: number, seen: Progress): boolean {
  const line = lines[at]!;
  const project = projectOf(line);
  if (project === undefined || seen.project === undefined) return false;
  return (project !== seen.project || seen.rows > 0) && hasFormBelow(lines, at);
}
