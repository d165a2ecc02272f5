import type { Span } from "../../../domain/place.ts";
import type { Cell } from "../../cells.ts";
import { isMoney, type MoneyRole } from "../columns.ts";
import type { HeadRole } from "../header-words.ts";
import type { RoledCell } from "../packed/align-row.ts";
import type { ListedRow, OtherCell } from "./listed-row.ts";
import { isCutAmount, type ListedHabits } from "./page-cut.ts";

/** A cell that several rows share: merged downwards, or printed once — 各行共用的单元格. */
export interface SharedCell {
  readonly spans: Span[];
}

/** An indicator as its lines were put together, before its values are filed — 未定稿的指标. */
export interface IndicatorDraft {
  readonly level1: SharedCell | undefined;
  readonly level2: SharedCell | undefined;
  readonly cells: Map<HeadRole, Span[]>;
  readonly others: OtherCell[];
}

/** A project, or a row of sums, as its lines were put together — 未定稿的项目. */
export interface ProjectDraft {
  readonly rows: ListedRow[];
  readonly texts: Map<HeadRole, Span[]>;
  readonly money: Map<MoneyRole, RoledCell>;
  /** Amounts that the other side of a page break prints otherwise. */
  readonly rivals: { readonly role: MoneyRole; readonly cell: Cell }[];
  readonly department: SharedCell | undefined;
  readonly unit: SharedCell | undefined;
  readonly repeated: Span[];
  readonly others: OtherCell[];
  readonly indicators: IndicatorDraft[];
  /** Its name was cut away by the program that made the file. */
  readonly clipped: boolean;
}

/** Whether a line says an indicator — 是否写有指标: a row with its classes alone was left blank, or prints a sum of points. */
export function isSaid({ cells }: IndicatorDraft): boolean {
  return saying.some((role) => cells.has(role));
}
const saying: readonly HeadRole[] = ["name", "annualTarget", "cycleTarget", "actual", "soFar"];

/** So many indicators are looked back at: no file asks for more. */
export const glance = 100;

/** A project whose first line is still to be added. */
export function openProject(
  row: ListedRow,
  department: SharedCell | undefined,
  unit: SharedCell | undefined,
  habits: ListedHabits,
): ProjectDraft {
  return {
    rows: [],
    texts: new Map(),
    money: new Map(),
    rivals: [],
    department,
    unit,
    repeated: [],
    others: [],
    indicators: [],
    clipped: habits.merges && !row.own.has("project"),
  };
}

/** The money of a line as one text. */
export function moneyOf(row: ListedRow): string {
  return [...row.own].flatMap(([role, cell]) => (isMoney(role) ? [`${role} ${cell.text}`] : [])).join();
}

/** The money of a project as one text. */
export function moneyOfDraft(project: ProjectDraft): string {
  return [...project.money].map(([role, cell]) => `${role} ${cell.text}`).join();
}

/** Adds an amount of a line: the first, the rest of one that the page cut, the same again, or a rival. */
export function addMoney(
  project: ProjectDraft,
  { pageTop }: ListedRow,
  role: MoneyRole,
  cell: Cell,
  habits: ListedHabits,
): void {
  const printed = project.money.get(role);
  if (!printed) project.money.set(role, { text: cell.text, span: cell.span });
  else if (pageTop && isCutAmount(printed.text, cell.text, habits))
    project.money.set(role, { ...printed, text: printed.text + cell.text, rest: cell.span });
  else if (printed.text === cell.text) project.repeated.push(cell.span);
  else project.rivals.push({ role, cell });
}

/** The words of a merged level may stand below the break: the lines above it have them as well. */
export function fillUp(project: ProjectDraft, level1: SharedCell | undefined, level2: SharedCell | undefined): void {
  const from = Math.max(0, project.indicators.length - glance);
  for (let at = project.indicators.length - 1; at >= from; at--) {
    const one = project.indicators[at]!;
    if (one.level1) return;
    project.indicators[at] = { ...one, level1, level2: one.level2 ?? level2 };
  }
}

/** Adds a piece to the cell of a column. */
export function push(cells: Map<HeadRole, Span[]>, role: HeadRole, span: Span): void {
  const spans = cells.get(role);
  if (spans) spans.push(span);
  else cells.set(role, [span]);
}
