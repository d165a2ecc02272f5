import type { Span } from "../../../domain/place.ts";
import { looksLikeAmount } from "../../sums/printed-amount.ts";
import { isMoney } from "../columns.ts";
import type { HeadRole } from "../header-words.ts";
import { levelOf, namesLevel } from "../printed-classes.ts";
import type { ListedRow } from "./listed-row.ts";

/** What almost every row of a table prints, by which a row that was cut is told — 各行通例. */
export interface ListedHabits {
  /** Level 2, and a target, on almost every line of an indicator. */
  readonly level2Always: boolean;
  readonly targetAlways: boolean;
  /** Money, a code, a goal on almost every line that names a project. */
  readonly moneyAlways: boolean;
  readonly goalAlways: boolean;
  /** Decimals of almost every amount. */
  readonly decimals: number | undefined;
  /** Some project's cells are merged downwards. */
  readonly merges: boolean;
  /** The cells of projects are merged wherever they have several lines: one that stands empty is its own. */
  readonly mergesAlways: boolean;
}

const targets = ["annualTarget", "cycleTarget"] as const;
const hasTarget = ({ own }: ListedRow): boolean => targets.some((role) => own.has(role));
const nearlyAll = (rows: readonly ListedRow[], test: (row: ListedRow) => boolean): boolean =>
  rows.length > 0 && rows.filter(test).length >= 0.9 * rows.length;

/** Looks at the lines that no page break can have cut — 统计通例. */
export function habitsOf(rows: readonly ListedRow[], isMoneyRow: (row: ListedRow) => boolean): ListedHabits {
  const whole = rows.filter((row, at) => !row.pageTop && !rows[at + 1]?.pageTop);
  const listed = whole.filter(({ own }) => own.has("name"));
  const named = listed.filter(({ own }) => own.has("project"));
  const merges = rows.some(({ own }) => (own.get("project")?.rows ?? 1) > 1);
  return {
    level2Always: nearlyAll(listed, ({ own }) => own.has("level2")),
    targetAlways: nearlyAll(listed, hasTarget),
    moneyAlways: nearlyAll(named, isMoneyRow),
    goalAlways: nearlyAll(named, ({ own }) => own.has("goal")),
    decimals: usualDecimals(rows),
    merges,
    mergesAlways: merges && nearlyAll(listed, ({ own, covered }) => own.has("project") || covered.has("project")),
  };
}

/** Decimals of nine in ten amounts — 小数位数. */
function usualDecimals(rows: readonly ListedRow[]): number | undefined {
  const counts = new Map<number, number>();
  let amounts = 0;
  for (const { own } of rows)
    for (const [role, { text }] of own) {
      if (!isMoney(role)) continue;
      amounts++;
      counts.set(decimalsOf(text), (counts.get(decimalsOf(text)) ?? 0) + 1);
    }
  const [decimals, most] = [...counts].sort(([, n], [, m]) => m - n)[0] ?? [0, 0];
  return decimals > 0 && most > 0.5 * amounts ? decimals : undefined;
}

function decimalsOf(text: string): number {
  const point = text.search(/[.．]/u);
  return point === -1 ? 0 : text.length - point - 1;
}

/** Whether two pieces are one amount that a page break cut: `1,20` | `0.00`. Only the whole has the decimals of the others. */
export function isCutAmount(first: string, rest: string, { decimals }: ListedHabits): boolean {
  if (decimals === undefined || decimalsOf(first) === decimals) return false;
  const whole = first + rest;
  return decimalsOf(whole) === decimals && looksLikeAmount(whole) && rest.length <= whole.length / 2 + 1;
}

/** The words of some pieces without blanks, to compare — 去空白文字. */
export function bareWords(source: string, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => source.slice(start, end).replace(/\s+/gu, "")).join("");
}

/** An indicator as far as it was put together: its level 2 and the cells that it has by now. */
export interface LastIndicator {
  readonly level2: string;
  readonly has: (role: HeadRole) => boolean;
}

/**
 * Whether the first line of a page is the rest of the last indicator — 跨页续指标: level 2 begins anew with one of its known
 * words; where it stands empty or says the rest of a word, the line goes on.
 */
export function continuesIndicator(row: ListedRow, last: LastIndicator, habits: ListedHabits): boolean {
  const { own } = row;
  const level2 = own.get("level2")?.text.replace(/\s+/gu, "") ?? "";
  const lastIsWhole = last.has("name") && (!habits.targetAlways || targets.some(last.has));
  const rowIsWhole = own.has("name") && (!habits.targetAlways || hasTarget(row));
  const isCut = row.line.cut === "above" || row.line.cut === "both";
  if (level2 !== "") {
    if (isKnownLevel(level2) && (last.level2 !== "" || lastIsWhole)) return false;
    if (isKnownLevel(level2)) return !lastIsWhole;
    if (isKnownLevel(last.level2 + level2)) return last.level2 !== "";
    return !isKnownLevel(last.level2) && last.level2 !== "" ? !lastIsWhole || isCut : isCut;
  }
  if (habits.level2Always && !row.covered.has("level2")) return true;
  if (!rowIsWhole) return true;
  if (!lastIsWhole) return true;
  return isCut && !own.has("level1");
}

/** A project as far as it was put together. */
export interface OpenProject {
  readonly name: string;
  readonly money: string;
  readonly goalEnds: boolean;
  readonly hasGoal: boolean;
  /** Classes of level 1 that its indicators name. */
  readonly level1: readonly string[];
  /** Whether the amounts of a line are the rest of its own. */
  readonly isCutBy: (row: ListedRow) => boolean;
}

/** Whether a line at the top of a page that prints something in the column of names goes on with the project — 跨页续项目. */
export function continuesProject(row: ListedRow, project: OpenProject, money: string, habits: ListedHabits): boolean {
  const name = row.own.get("project")!.text.replace(/\s+/gu, "");
  if (project.name === "") return !project.hasGoal && project.money === "" && !beginsAnew(row, project);
  const level1 = row.own.get("level1")?.text;
  if (money !== "" && name === project.name) return money === project.money;
  if (money !== "") return (money === project.money || project.isCutBy(row)) && !beginsAnew(row, project);
  if (name === project.name) return true;
  if (habits.moneyAlways) return true;
  if (row.own.has("code")) return false;
  if (project.money !== "" && !project.goalEnds && row.own.has("goal")) return true;
  if (habits.goalAlways) return !row.own.has("goal") || !project.goalEnds;
  return !isKnownLevel(level1);
}

/** Whether level 1 starts from a class that the project had already: its cells were cut away, and this is another one. */
function beginsAnew(row: ListedRow, project: OpenProject): boolean {
  const level1 = row.own.get("level1")?.text.replace(/\s+/gu, "");
  return level1 !== undefined && project.level1.includes(level1);
}

function isKnownLevel(text: string | undefined): boolean {
  const level = levelOf(text);
  return level !== undefined && namesLevel(level);
}
