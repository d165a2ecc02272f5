import { type FundingColumn, fundingColumnNames } from "../../domain/funding.ts";
import type { AmountUnit } from "../../domain/money.ts";
import type { Cell, Line } from "../cells.ts";
import { looksLikeAmount } from "../sums/printed-amount.ts";
import { roleOfDamagedHead } from "./damaged-head.ts";
import { type HeadPath, headLinesAt } from "./head-lines.ts";
import {
  amountUnitInHead,
  bareHead,
  type FundingPart,
  groupsOfHead,
  type HeadRole,
  isAspectRole,
  type MoreWords,
  roleGiven,
  roleOfHead,
} from "./header-words.ts";

/** The columns of a table as its head names them — 表头. */
export interface Columns {
  /** By place in the line; `undefined` where the head says something that we do not know. */
  readonly roles: readonly (HeadRole | undefined)[];
  /** The printed head of each column, by place; `undefined` where there is none. */
  readonly heads: readonly (Cell | undefined)[];
  /** The heads that span each column, outermost first. */
  readonly spanning: readonly (readonly Cell[])[];
  /** Heads that were recognised by their place or likeness, not by their words. */
  readonly damaged: readonly { readonly cell: Cell; readonly role: HeadRole }[];
  readonly unknown: readonly UnknownColumn[];
  /** The unit of the amounts, where a head prints it: 预算金额（元）. */
  readonly amountUnit: AmountUnit | undefined;
  /** Columns whose own head prints another unit than the table's. */
  readonly ownUnits: Readonly<Partial<Record<HeadRole, AmountUnit>>>;
}

/** A column whose head says nothing that we know — 未识别的列. */
export interface UnknownColumn {
  readonly cell: Cell;
  readonly index: number;
}

/** The head of a table and how many lines it takes — 表头及其行数. */
export interface TableHead {
  readonly columns: Columns;
  readonly lines: number;
}

/** Columns that stand beside the known sequences, wherever a publisher puts them. */
const besides: readonly HeadRole[] = ["ordinal", "code", "remark"];

/** Known sequences of columns; a damaged head takes its role from its place in one of them. */
export const knownSequences: readonly (readonly HeadRole[])[] = [
  ["project", "total", "appropriation", "specialAccount", "other", "goal", "indicators"],
  ["department", "unit", "project", "goal", "indicators"],
];

/** Columns of indicators by their class: 产出指标 | 效益指标 | 满意度指标, 数量指标 | 质量指标 … — 按级别分栏的指标. */
export function isClassColumn(role: HeadRole | undefined): boolean {
  return role !== undefined && (classRoles.includes(role) || isAspectRole(role));
}
const classRoles: readonly HeadRole[] = ["outputs", "benefits", "satisfactions", "costs"];

/** Whether all indicators of a project stand packed in its row — 指标合并在一格. */
export function isPacked({ roles }: Columns): boolean {
  return roles.includes("project") && !isListed({ roles }) && roles.some(isListColumn);
}

/** Whether each indicator has a line of its own — 一指标一行. */
export function isListed({ roles }: Pick<Columns, "roles">): boolean {
  return roles.includes("project") && roles.includes("name") && roles.some((role) => role && beside.includes(role));
}
const beside: readonly HeadRole[] = ["annualTarget", "cycleTarget", "level1", "level2", "actual", "weight"];

/** Whether a column holds packed indicators. */
export function isListColumn(role: HeadRole | undefined): boolean {
  return role === "indicators" || isClassColumn(role);
}

/** Whether a line begins the head of a table of projects, and which columns it names — 识别表头. */
export function headAt(lines: readonly Line[], at: number, more?: MoreWords): TableHead | undefined {
  const first = lines[at]!;
  if (!mayBegin(first, more)) return undefined;
  const { count, paths } = headLinesAt(lines, at, more);
  const columns = columnsOfPaths(paths, more);
  const named = new Set(columns.heads.filter((cell) => cell !== undefined)).size;
  const known = columns.roles.filter((role) => role !== undefined).length - columns.damaged.length;
  const isEnough = (known >= 3 && known >= named / 2) || isTold(paths, more);
  if (!isEnough || !(isPacked(columns) || isListed(columns))) return undefined;
  return { columns, lines: count };
}

/** Whether a person has said so of two columns: then the others need not be known. */
function isTold(paths: readonly HeadPath[], more: MoreWords | undefined): boolean {
  if (!more) return false;
  const told = paths.map(({ heads }) => {
    const own = heads.at(-1);
    return (
      own &&
      roleGiven(
        own.text,
        heads.slice(0, -1).map(({ text }) => text),
        more,
      )
    );
  });
  return new Set(told.filter((role) => role !== undefined)).size >= 2;
}

/** A cheap look at a line, asked at every line of a document. */
function mayBegin({ cells, table }: Line, more: MoreWords | undefined): boolean {
  if (cells.length < 2) return false;
  let known = 0;
  let wide = 0;
  for (const { text, columns = 1, rows = 1 } of cells) {
    if (text.length > 40 || looksLikeAmount(text)) return false;
    if (columns > 1 || rows > 1) wide++;
    if (roleOfHead(text, [], more) || groupsOfHead(text).length > 0) known++;
  }
  return known >= (more ? 2 : 3) || (table !== undefined && wide > 0 && (known > 0 || wide === cells.length));
}

function columnsOfPaths(paths: readonly HeadPath[], more: MoreWords | undefined): Columns {
  const heads = paths.map((path) => path.heads.at(-1));
  const under = paths.map((path) => path.heads.slice(0, -1).map(({ text }) => text));
  const given = heads.map((cell, at) => cell && roleGiven(cell.text, under[at]!, more));
  const taken = new Set(given);
  const printed = heads.map((cell, at) => {
    if (!cell || given[at]) return given[at];
    const role = roleOfHead(cell.text, under[at]) ?? (groupsOfHead(cell.text).includes("money") ? "total" : undefined);
    return role && taken.has(role) ? undefined : role;
  });
  const roles = settled(printed);
  const damaged: { cell: Cell; role: HeadRole }[] = [];
  const likeness = new Map<string, HeadRole | undefined>(); // a head may reach over thousands of columns
  if (roles.filter((role) => role !== undefined).length >= 3)
    heads.forEach((cell, index) => {
      if (!cell || roles[index]) return;
      if (!likeness.has(cell.text)) likeness.set(cell.text, roleOfDamagedHead(bareHead(cell.text)));
      const role = roleByPlace(roles, index) ?? ownLikeness(likeness.get(cell.text), roles);
      if (!role) return;
      roles[index] = role;
      damaged.push({ cell, role });
    });
  const unknown = heads.flatMap((cell, index) => (cell && roles[index] === undefined ? [{ cell, index }] : []));
  const spanning = paths.map((path) => path.heads.slice(0, -1));
  return { roles, heads, spanning, damaged, unknown, ...unitsOf(paths, roles) };
}

/** A damaged head of a column that the table does not have yet. */
function ownLikeness(role: HeadRole | undefined, roles: readonly (HeadRole | undefined)[]): HeadRole | undefined {
  return role && !roles.includes(role) ? role : undefined;
}

/** The unit that most columns of money print, and the columns that print another. */
function unitsOf(
  paths: readonly HeadPath[],
  roles: readonly (HeadRole | undefined)[],
): Pick<Columns, "amountUnit" | "ownUnits"> {
  const printed = paths.map(({ heads }) => heads.map(({ text }) => amountUnitInHead(text)).findLast((unit) => unit));
  const main = printed.find((unit, at) => unit && roles[at] !== "cycleTotal") ?? printed.find((unit) => unit);
  const ownUnits: Partial<Record<HeadRole, AmountUnit>> = {};
  roles.forEach((role, at) => {
    const unit = printed[at];
    if (role && unit && unit !== main) ownUnits[role] = unit;
  });
  return { amountUnit: main, ownUnits };
}

const partOf: Readonly<Record<FundingPart, FundingColumn>> = {
  generalBudget: "appropriation",
  governmentFund: "appropriation",
  stateCapital: "appropriation",
  unitMoney: "other",
};
/** Sources that some tables print apart, with the column they are part of. */
export const fundingParts = Object.entries(partOf) as readonly (readonly [FundingPart, FundingColumn])[]; // its own keys

/** What words mean beside the others of one head: each role once, and short words by their neighbours. */
function settled(printed: readonly (HeadRole | undefined)[]): (HeadRole | undefined)[] {
  const roles = [...printed];
  const at = (role: HeadRole): number => roles.indexOf(role);
  const has = (role: HeadRole): boolean => roles.includes(role);
  const turn = (from: HeadRole, to: HeadRole, where = at(from)): void => {
    if (where >= 0 && !has(to)) roles[where] = to;
  };
  const hasValue = has("annualTarget") || has("cycleTarget");
  if (!has("name") && hasValue) turn("indicators", "name");
  if (!has("name") && !has("indicators") && !has("level1")) turn("annualTarget", "indicators");
  if (has("name")) {
    turn("unit", "measure", roles.lastIndexOf("unit") > at("name") ? roles.lastIndexOf("unit") : -1);
    turn("indicators", has("level1") ? "level2" : "level1");
    roles.forEach((role, index) => {
      if (isClassColumn(role)) roles[index] = undefined;
    });
  }
  for (const [part, whole] of fundingParts) {
    const siblings = fundingParts.filter(([other, of]) => of === whole && has(other));
    if (siblings.length === 1) turn(part, whole);
  }
  return roles.map((role, index) => (role !== undefined && roles.indexOf(role) < index ? undefined : role));
}

/** The columns of a known sequence, for a text that lost its head — 无表头时的列. */
export function columnsOfSequence(roles: readonly HeadRole[]): Columns {
  return {
    roles,
    heads: roles.map(() => undefined),
    spanning: roles.map(() => []),
    damaged: [],
    unknown: [],
    amountUnit: undefined,
    ownUnits: {},
  };
}

/** The columns of money that a line names and nothing else — 资金各栏表头; the second line of a head. */
export function fundingHeads(line: Line): readonly FundingColumn[] | undefined {
  const names = line.cells.flatMap(({ text }) => {
    const role = roleOfHead(text);
    return role && isFunding(role) ? [role] : [];
  });
  return names.length === line.cells.length && names.length > 1 && new Set(names).size === names.length
    ? names
    : undefined;
}

/** A column of money — 资金列: the official ones, sources that are printed apart, and the money of the whole cycle. */
export type MoneyRole = FundingColumn | FundingPart | "cycleTotal";

/** Whether a role is one of the four official columns of money. */
function isFunding(role: HeadRole): role is FundingColumn {
  return role in fundingColumnNames;
}

/** Whether a column holds money — 是否资金列. */
export function isMoney(role: HeadRole): role is MoneyRole {
  return isFunding(role) || role in partOf || role === "cycleTotal";
}

/** The unit of the amounts in a column — 某列的金额单位; `unit` is the table's. */
export type UnitOfColumn = (role: MoneyRole) => AmountUnit;
export const unitOfColumn =
  (columns: Columns, unit: AmountUnit): UnitOfColumn =>
  (role) =>
    columns.ownUnits[role] ?? unit;

/** The role that a known sequence has at this place, where all heads that were recognised agree with it. */
function roleByPlace(roleAt: readonly (HeadRole | undefined)[], index: number): HeadRole | undefined {
  if (roleAt.length > 64) return undefined; // no sequence is nearly as wide, and this is asked for every head
  const places = [...roleAt.keys()].filter((at) => !besides.some((role) => role === roleAt[at]));
  const fitting = knownSequences.find(
    (sequence) =>
      sequence.length === places.length &&
      places.every((place, at) => roleAt[place] === undefined || roleAt[place] === sequence[at]),
  );
  const role = fitting?.[places.indexOf(index)];
  return role && !roleAt.includes(role) ? role : undefined;
}
