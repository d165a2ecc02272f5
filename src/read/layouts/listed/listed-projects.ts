import type { Span } from "../../../domain/place.ts";
import type { Cell } from "../../cells.ts";
import type { ReadingRecord } from "../../record/record.ts";
import { type Columns, isMoney } from "../columns.ts";
import type { HeadRole } from "../header-words.ts";
import { levelOf, namesLevel } from "../printed-classes.ts";
import { columnOwners, withNameOfSum } from "./column-owners.ts";
import type { ListedRow } from "./listed-row.ts";
import { bareWords, continuesIndicator, continuesProject, habitsOf, isCutAmount } from "./page-cut.ts";
import {
  addMoney,
  fillUp,
  glance,
  moneyOf,
  moneyOfDraft,
  openProject,
  type ProjectDraft,
  push,
  type SharedCell,
} from "./project-draft.ts";

/** So many pieces of one cell are compared with the next: no file asks for more. */
const mostPieces = 20;

/**
 * Puts the lines of a table together — 拼合项目与指标: a project goes on while its cells reach down, stand empty or say the
 * same; at the top of a page a cell may hold the rest of what the page before began.
 */
export function joinListedRows(record: ReadingRecord, rows: readonly ListedRow[], columns: Columns): ProjectDraft[] {
  const owners = columnOwners(columns);
  const { isProjects, isIndicators } = owners;
  const source = record.text;
  const habits = habitsOf(rows, (row) => moneyOf(row) !== "");
  const projects: ProjectDraft[] = [];
  let department: SharedCell | undefined;
  let unit: SharedCell | undefined;

  rows.forEach((printed, at) => {
    const row = withNameOfSum(printed, owners);
    const { own } = row;
    const current = projects.at(-1);
    const hasIndicator = [...own].some(([role, cell]) => isIndicators(role, cell));
    const goesOn = current !== undefined && continues(current, row, rows[at + 1], hasIndicator);
    const shared = (role: "department" | "unit", before: SharedCell | undefined): SharedCell | undefined => {
      const cell = own.get(role);
      if (!cell) return before;
      if (!goesOn || !before) return { spans: [cell.span] };
      if (bareWords(source, before.spans) === bareWords(source, [cell.span])) {
        record.ledger.decorate(cell.span, "repeated");
        return before;
      }
      if (!row.pageTop) return { spans: [cell.span] };
      before.spans.push(cell.span);
      return before;
    };
    department = shared("department", department);
    unit = shared("unit", unit);
    const project = goesOn ? current : openProject(row, department, unit, habits);
    if (!goesOn) projects.push(project);
    project.rows.push(row);
    for (const [role, cell] of own) {
      if (isProjects(role, cell)) addText(project, role, cell);
      else if (isMoney(role)) addMoney(project, row, role, cell, habits);
    }
    if (hasIndicator) addIndicator(project, row, goesOn);
    for (const other of row.others)
      (hasIndicator && other.isIndicators ? project.indicators.at(-1)! : project).others.push(other);
  });
  return projects;

  function continues(
    current: ProjectDraft,
    row: ListedRow,
    next: ListedRow | undefined,
    hasIndicator: boolean,
  ): boolean {
    const { own, covered } = row;
    if (covered.has("project")) return true;
    const cell = own.get("project");
    const money = moneyOf(row);
    const name = bareWords(source, (current.texts.get("project") ?? []).slice(0, mostPieces));
    if (cell) {
      const goal = current.texts.get("goal");
      const open = {
        name,
        money: moneyOfDraft(current),
        goalEnds: goal === undefined || sentenceEnd.test(bareWords(source, goal.slice(-1))),
        hasGoal: goal !== undefined,
        level1: current.indicators.slice(-glance).map(({ level1 }) => bareWords(source, level1?.spans ?? [])),
        isCutBy: (other: ListedRow) => isRestOfMoney(current, other),
      };
      if (row.pageTop && (hasIndicator || current.indicators.length > 0))
        return (hasIndicator || money === "" || open.isCutBy(row)) && continuesProject(row, open, money, habits);
      if (bareWords(source, [cell.span]) !== name || !hasIndicator || current.indicators.length === 0) return false;
      return (cell.rows ?? 1) === 1 && saysTheSame(current, row);
    }
    if (row.pageTop)
      return money === "" || current.money.size === 0 || money === moneyOfDraft(current) || isRestOfMoney(current, row);
    const startsClipped = habits.merges && row.line.table !== undefined && beginsMerged(row, next);
    if (startsClipped || (habits.mergesAlways && row.line.table !== undefined)) return false;
    if (money !== "" && own.has("goal") && row.line.table !== undefined && habits.merges) return false;
    return hasIndicator || own.has("goal");
  }

  /** Every amount of a line is the rest of one that the page before began. */
  function isRestOfMoney(current: ProjectDraft, row: ListedRow): boolean {
    const amounts = [...row.own].flatMap(([role, cell]) => (isMoney(role) ? [{ role, cell }] : []));
    return (
      amounts.length > 0 &&
      amounts.every(({ role, cell }) => isCutAmount(current.money.get(role)?.text ?? "", cell.text, habits))
    );
  }

  /** Code, unit, money and the like, where the line prints them again. */
  function saysTheSame(current: ProjectDraft, row: ListedRow): boolean {
    const money = moneyOf(row);
    if (money !== "" && money !== moneyOfDraft(current)) return false;
    for (const role of ["code", "ordinal"] as const) {
      const cell = row.own.get(role);
      if (
        cell &&
        isProjects(role, cell) &&
        bareWords(source, [cell.span]) !== bareWords(source, current.texts.get(role) ?? [])
      )
        return false;
    }
    for (const role of ["unit", "department"] as const) {
      const cell = row.own.get(role);
      if (cell && bareWords(source, [cell.span]) !== bareWords(source, current[role]?.spans ?? [])) return false;
    }
    return true;
  }

  function addText(project: ProjectDraft, role: HeadRole, cell: Cell): void {
    const spans = project.texts.get(role);
    if (!spans) project.texts.set(role, [cell.span]);
    else if (spans.length < mostPieces && bareWords(source, [cell.span]) === bareWords(source, spans))
      project.repeated.push(cell.span);
    else spans.push(cell.span);
  }

  function addIndicator(project: ProjectDraft, row: ListedRow, goesOn: boolean): void {
    const last = project.indicators.at(-1);
    const cells = [...row.own].filter(([role, cell]) => isIndicators(role, cell));
    const isRest =
      goesOn &&
      last !== undefined &&
      row.pageTop &&
      continuesIndicator(
        row,
        { level2: bareWords(source, last.level2?.spans ?? []), has: (role) => last.cells.has(role) },
        habits,
      );
    const level1 = levelCell(row, "level1", last?.level1, isRest);
    const startsLevel1 = bareWords(source, level1?.spans ?? []) !== bareWords(source, last?.level1?.spans ?? []);
    const level2 = levelCell(row, "level2", startsLevel1 ? undefined : last?.level2, isRest, last?.level2);
    if (isRest) {
      if (level1 && !last.level1) project.indicators[project.indicators.length - 1] = { ...last, level1 };
      const kept = project.indicators.at(-1)!;
      if (level2 && !last.level2) project.indicators[project.indicators.length - 1] = { ...kept, level2 };
      for (const [role, cell] of cells) if (!isLevel(role)) push(kept.cells, role, cell.span);
      return;
    }
    if (goesOn && row.pageTop) fillUp(project, level1, startsLevel1 ? undefined : level2);
    const own = new Map<HeadRole, Span[]>();
    for (const [role, cell] of cells) if (!isLevel(role)) push(own, role, cell.span);
    project.indicators.push({ level1, level2, cells: own, others: [] });
  }

  /** The cell of a level for a line: its own, the rest of the one above, or the one above filled down. */
  function levelCell(
    row: ListedRow,
    role: "level1" | "level2",
    above: SharedCell | undefined,
    isRest: boolean,
    last = above,
  ): SharedCell | undefined {
    const cell = row.own.get(role);
    if (!cell) {
      if (isRest) return last;
      const isBlank = role === "level2" && habits.level2Always && !row.covered.has(role);
      return isBlank ? undefined : above;
    }
    if (row.pageTop && last && isRestOfLevel(bareWords(source, last.spans), cell.text, isRest)) {
      last.spans.push(cell.span);
      return last;
    }
    return { spans: [cell.span] };
  }
}

const isLevel = (role: HeadRole): boolean => role === "level1" || role === "level2";

/** 1-产出指 | 标. */
function isRestOfLevel(before: string, printed: string, isRest: boolean): boolean {
  const words = printed.replace(/\s+/gu, "");
  const isKnown = (text: string): boolean => {
    const level = levelOf(text);
    return level !== undefined && namesLevel(level);
  };
  if (isKnown(words)) return false;
  return isKnown(before + words) || isRest;
}

const sentenceEnd = /[。！？；;.”"）)]$/u;

/** Whether an empty merged cell begins at a line in the column of names: the line below is under it, not under another. */
function beginsMerged(row: ListedRow, next: ListedRow | undefined): boolean {
  const below = next?.covered.get("project");
  return below !== undefined && below.text === "" && !row.covered.has("project");
}
