import type { Cell, Line } from "../../cells.ts";
import { bareHead, type HeadRole, roleOfHead } from "../header-words.ts";
import { bareLabel, fieldOf, isMoneyField, isSection } from "./form-words.ts";

/** What a column under a head inside a form holds; `text` and `amount` in lists of tasks and plans — 表中表的列. */
export type FormColumnRole = HeadRole | "level3" | "text" | "amount";

/** One column of a table inside a form — 表中表的一列. */
export interface FormColumn {
  readonly role: FormColumnRole;
  readonly label: string;
  /** Columns of the page's grid that it reaches over, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** 1 in the right half of a form that prints the period and the year side by side — 左右两栏. */
  readonly side: 0 | 1;
  /** A cell of it says yes by a tick: 经费保障, 确定能 … */
  readonly ticked: boolean;
}

/** The head of a table inside a form — 表中表的表头: of indicators, of money planned and spent, of tasks or steps. */
export interface FormHead {
  readonly kind: "indicators" | "execution" | "list";
  readonly columns: readonly FormColumn[];
  /** Cells of the line that name a column; the others are labels that span it. */
  readonly cells: readonly Cell[];
  readonly table: number | undefined;
  /** Its columns follow each other as they stand; not so where a second line lost its empty places. */
  readonly isInPlace: boolean;
}

const indicatorRoles: ReadonlySet<HeadRole> = new Set<HeadRole>([
  "ordinal",
  "level1",
  "level2",
  "name",
  "nature",
  "annualTarget",
  "cycleTarget",
  "measure",
  "weight",
  "definition",
  "standard",
  "basis",
  "source",
  "soFar",
  "expected",
  "likelihood",
  "actual",
  "score",
  "deviation",
  "remark",
]);
const executionRoles: ReadonlySet<HeadRole> = new Set<HeadRole>([
  "initialBudget",
  "adjustedBudget",
  "spent",
  "expectedSpent",
  "executionRate",
]);
const besideExecution: ReadonlySet<HeadRole> = new Set<HeadRole>(["weight", "score", "deviation", "remark"]);

const listWord =
  /^(?:任务名称|主要任务|主要任务名称|工作任务|重点任务|重点工作任务|任务|项目实施内容|实施内容|进度内容|实施进度|工作内容|阶段|实施步骤|开始时间|完成时间|起始时间|结束时间|计划开始时间|计划完成时间|子项目名称|明细项目|支出明细|支出内容)$/u;
const besideList = /^(?:主要内容|任务内容|具体内容|主要工作内容|预算金额|金额|备注|责任单位|总额|任务目标)$/u;

/** Columns before the levels that say what the indicators under them are for. */
const besideLevels = /^(?:目标名称|对应目标|任务名称|任务|子项目|子项目名称|明细项目|支出方向|资金用途)$/u;

/** A head has so many columns at most. */
const mostColumns = 40;

/** A role as the head of a table of indicators means it: 完成情况 there is what was achieved. */
function indicatorRole(text: string): HeadRole | undefined {
  const role = roleOfHead(text, ["绩效指标"]) ?? roleOfHead(bareLabel(text), ["绩效指标"]); // 全年（程）目标值
  if (role === "goalResult" || /^(?:实际)?完成情况$/u.test(bareHead(text))) return "actual";
  return role;
}

/** The head of a table inside a form, where a line is one — 识别表中表的表头. Names that stand for a listing of projects are none. */
export function headOf(line: Line): FormHead | undefined {
  if (line.cells.length < 2 || line.cells.length > mostColumns) return undefined;
  return indicatorHead(line) ?? executionHead(line) ?? listHead(line);
}

function indicatorHead(line: Line): FormHead | undefined {
  const named = line.cells.filter(({ text }) => !isSection(fieldOf(text)));
  const first = named.findIndex(({ text }) => indicatorRoles.has(indicatorRole(text) ?? "project"));
  if (first === -1 || first > 1) return undefined; // one label may span the table at its left
  const cells = named.slice(first === 1 && besideLevels.test(bareHead(named[0]!.text)) ? 0 : first);
  const roles = cells.map(({ text }) => indicatorRole(text));
  if (roles.includes("project") || roles.includes("total")) return undefined;
  const known = roles.filter((role) => role && indicatorRoles.has(role)).length;
  const levels = cells.filter(({ text }) => /[一二三四]级|指标/u.test(bareHead(text))).length;
  if (known < 2 || levels < 2 || known < cells.length * 0.6) return undefined;
  if (!roles.includes("name") && !roles.includes("level2")) return undefined;
  return { kind: "indicators", columns: indicatorColumns(cells, roles), cells, table: line.table, isInPlace: true };
}

function indicatorColumns(cells: readonly Cell[], roles: readonly (HeadRole | undefined)[]): FormColumn[] {
  const isTarget = (role: HeadRole | undefined) => role === "annualTarget" || role === "cycleTarget";
  const hasTarget = roles.some(isTarget);
  const columns: FormColumn[] = [];
  let side: 0 | 1 = 0;
  cells.forEach((cell, at) => {
    let role: FormColumnRole = roles[at] && indicatorRoles.has(roles[at]) ? roles[at] : "text";
    if (!hasTarget && roles[at] === "goal") role = "annualTarget";
    if (!hasTarget && roles[at] === "cycleGoal") role = "cycleTarget";
    const own = columns.filter((column) => column.side === side);
    const twice = own.some((column) => column.role === role);
    // The second 二级指标 or 三级指标 behind a column of values opens the right half.
    if (twice && (role === "level2" || role === "name") && own.some((column) => isTarget(roleOrNone(column)))) side = 1;
    else if (twice && role === "name") role = besideName(columns, cell);
    else if (twice) role = "text";
    columns.push(columnOf(cell, role, side));
  });
  return columns;
}

const roleOrNone = (column: FormColumn): HeadRole | undefined =>
  column.role === "annualTarget" || column.role === "cycleTarget" ? column.role : undefined;

/** Beside 三级指标 stand 四级指标, the real name, or 指标内容, which explains it. */
function besideName(columns: FormColumn[], cell: Cell): FormColumnRole {
  if (!/四级|名称/u.test(cell.text)) return "definition";
  const at = columns.findIndex(({ role }) => role === "name");
  columns[at] = { ...columns[at]!, role: "level3" };
  return "name";
}

function executionHead(line: Line): FormHead | undefined {
  const printed = line.cells.map(({ text }) => roleOfHead(text));
  const roles = printed.map((role, at) => (role === "total" && isBudget(printed, at) ? "adjustedBudget" : role));
  const own = roles.filter((role) => role && executionRoles.has(role)).length;
  if (own < 2) return undefined;
  const isColumn = (role: HeadRole | undefined) => role && (executionRoles.has(role) || besideExecution.has(role));
  const first = roles.findIndex(isColumn);
  const cells = line.cells.filter((_, at) => at >= first);
  if (roles.slice(first).filter(isColumn).length < cells.length * 0.6) return undefined;
  const columns = cells.map((cell, at) => {
    const role = roles[at + first];
    return columnOf(cell, isColumn(role) ? role! : "remark", 0);
  });
  return { kind: "execution", columns, cells, table: line.table, isInPlace: true };
}

/** 预算数 directly before 执行数. */
function isBudget(roles: readonly (HeadRole | undefined)[], at: number): boolean {
  return roles[at + 1] === "spent" && !roles.includes("adjustedBudget");
}

function listHead(line: Line): FormHead | undefined {
  const words = line.cells.map(({ text }) => bareHead(text).replace(/（[^（）]*）$/u, ""));
  const first = words.findIndex((word) => listWord.test(word));
  if (first === -1) return undefined;
  const cells = line.cells.slice(first);
  const isAmount = (word: string): boolean => /金额|总额/u.test(word) || isMoneyField(fieldOf(word));
  const isKnown = (word: string): boolean => listWord.test(word) || besideList.test(word) || isAmount(word);
  const known = words.slice(first).filter(isKnown).length;
  if (known < 2 || known < cells.length * 0.6) return undefined;
  const columns = cells.map((cell, at) => columnOf(cell, isAmount(words[first + at]!) ? "amount" : "text", 0));
  return { kind: "list", columns, cells, table: line.table, isInPlace: true };
}

function columnOf(cell: Cell, role: FormColumnRole, side: 0 | 1): FormColumn {
  return { role, label: cell.text, from: cell.index, to: cell.index + (cell.columns ?? 1), side, ticked: false };
}

const ticks: readonly (readonly [FormColumnRole, RegExp])[] = [
  ["deviation", /^(?:经费保障|制度保障|人员保障|硬件条件保障|硬件保障|其他|其它|原因说明|情况说明|说明)$/u],
  ["likelihood", /^(?:确定能|有可能|完全不可能|能完成|可能|不可能|确定能够)$/u],
];
const sums =
  /^(?:总额|合计|小计|总计|财政拨款|财政资金|其他资金|其他|单位资金|一般公共预算|政府性基金|专户资金|财政专户.*)$/u;

const valueParts: ReadonlySet<HeadRole | undefined> = new Set<HeadRole>([
  "annualTarget",
  "cycleTarget",
  "nature",
  "measure",
]);

/** A head of two lines — 两行表头: the second names the parts of columns of the first. `undefined` where it is no such line. */
export function withSecondLine(head: FormHead, line: Line): FormHead | undefined {
  const parents = line.cells.map((cell) => parentOf(head, cell, line));
  if (line.cells.length < 2 || parents.includes(undefined)) return undefined;
  const columns = head.columns.flatMap((column) => {
    const parts = line.cells.filter((_, at) => parents[at] === column);
    return parts.length === 0 ? [column] : parts.map((cell) => partOf(column, cell));
  });
  const isInPlace = columns.every(({ from }, at) => at === 0 || from >= columns[at - 1]!.to);
  return { ...head, columns, isInPlace };
}

function parentOf(head: FormHead, cell: Cell, line: Line): FormColumn | undefined {
  const bare = bareHead(cell.text);
  const fits = (column: FormColumn): boolean => {
    if (column.role === "amount") return sums.test(bare);
    if (ticks.some(([role, words]) => role === column.role && words.test(bare))) return true;
    return /Target$/u.test(column.role) && valueParts.has(roleOfHead(cell.text, ["指标值"]));
  };
  if (head.table === undefined || head.table !== line.table) return head.columns.find(fits);
  const over = head.columns.find((column) => column.from <= cell.index && cell.index < column.to);
  return over && (fits(over) || isUnderHead(head, line)) ? over : undefined;
}

/** Heads that reach down beside it tell a line to be of the head, whatever it says. */
function isUnderHead(head: FormHead, line: Line): boolean {
  return line.covered?.some((cell) => head.cells.includes(cell)) ?? false;
}

function partOf(column: FormColumn, cell: Cell): FormColumn {
  const { from, to } = columnOf(cell, column.role, column.side);
  const role = roleOfPart(column, cell.text);
  const ticked = (role === "deviation" || role === "likelihood") && !/说明$/u.test(bareHead(cell.text));
  const label = role === "text" && !/Target$/u.test(column.role) ? column.label + cell.text : cell.text;
  return { role, label, from, to, side: column.side, ticked };
}

/** 名称 and 分值 under 三级指标; values of other years under 指标值. */
function roleOfPart({ role }: FormColumn, text: string): FormColumnRole {
  if (/Target$/u.test(role)) {
    const own = roleOfHead(text, ["指标值"]);
    return own && indicatorRoles.has(own) ? own : "text";
  }
  if (role !== "name" && role !== "level1" && role !== "level2") return role;
  if (/^(?:名称|指标|内容|指标名称)$/u.test(bareHead(text))) return role;
  const own = roleOfHead(text, ["绩效指标"]);
  return role === "name" && own && indicatorRoles.has(own) ? own : "text";
}
