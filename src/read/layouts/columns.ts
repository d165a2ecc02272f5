import { type FundingColumn, fundingColumnNames } from "../../domain/funding.ts";
import type { AmountUnit } from "../../domain/money.ts";
import type { Cell, Line } from "../cells.ts";

/** What a column of a packed table holds — 列的角色. */
export type ColumnRole =
  | "ordinal"
  | "department"
  | "unit"
  | "code"
  | "project"
  | FundingColumn
  | "goal"
  | "indicators"
  | "remark";

/** Words that tables print at the head of their columns — 表头同义词. Compared without blanks, brackets of units and 其中. */
const headerWords: Readonly<Record<ColumnRole, readonly string[]>> = {
  ordinal: ["序号", "编号"],
  department: ["主管部门", "主管部门名称", "预算部门", "部门名称", "部门"],
  unit: [
    "预算单位",
    "预算单位名称",
    "资金使用单位",
    "项目单位",
    "项目实施单位",
    "实施单位",
    "申报单位",
    "单位名称",
    "单位",
  ],
  code: ["项目代码", "项目编码", "项目编号"],
  project: ["项目名称（资金使用单位）", "项目名称", "项目", "支出项目", "项目（政策）名称", "预算项目", "预算项目名称"],
  total: [
    fundingColumnNames.total,
    "合计",
    "金额",
    "总额",
    "预算金额",
    "预算数",
    "预算安排",
    "年度预算",
    "年度预算金额",
    "项目预算",
    "项目金额",
    "项目总额",
    "资金总额",
    "年度资金总额",
  ],
  appropriation: [
    fundingColumnNames.appropriation,
    "财政资金",
    "财政拨款资金",
    "财政拨款收入",
    "一般公共预算",
    "一般公共预算拨款",
  ],
  specialAccount: [fundingColumnNames.specialAccount, "财政专户管理资金", "财政专户资金", "财政专户"],
  other: [fundingColumnNames.other, "单位资金", "其他"],
  goal: [
    "绩效目标",
    "项目绩效目标",
    "总体绩效目标",
    "年度绩效目标",
    "总体目标",
    "年度总体目标",
    "年度目标",
    "项目总体绩效目标",
    "绩效总目标",
  ],
  indicators: ["绩效指标", "项目绩效指标", "年度绩效指标", "绩效指标及指标值", "绩效指标值", "具体绩效指标"],
  remark: ["备注"],
};

const roleOfWords: ReadonlyMap<string, ColumnRole> = new Map(
  Object.entries(headerWords).flatMap(
    ([role, words]) => words.map((word) => [word, role as ColumnRole] as const), // the keys of a record literal
  ),
);

/** Columns that stand beside the known sequences, wherever a publisher puts them. */
const besides: readonly ColumnRole[] = ["ordinal", "code", "remark"];

/** Known sequences of columns; a damaged head takes its role from its place in one of them. */
export const knownSequences: readonly (readonly ColumnRole[])[] = [
  ["project", "total", "appropriation", "specialAccount", "other", "goal", "indicators"],
  ["department", "unit", "project", "goal", "indicators"],
];

/** The columns of a table as its head names them — 表头. */
export interface Columns {
  /** By place in the line; `undefined` where the head says something that we do not know. */
  readonly roles: readonly (ColumnRole | undefined)[];
  /** Heads that were recognised by their place, not by their words. */
  readonly damaged: readonly { readonly cell: Cell; readonly role: ColumnRole }[];
  readonly unknown: readonly Cell[];
  /** The unit of the amounts, where the head of a column prints it: 预算金额（元）. */
  readonly amountUnit: AmountUnit | undefined;
}

const unitInHead = /[（(](?:单位[:：])?(万元|亿元|元)[)）]/u;

function roleOfHead(text: string): ColumnRole | undefined {
  if (text.length > 40) return undefined;
  const bare = text
    .replace(/\s+/gu, "")
    .replace(unitInHead, "")
    .replace(/^其中[:：]?/u, "")
    .replace(/\(/gu, "（")
    .replace(/\)/gu, "）");
  return roleOfWords.get(bare);
}

/** Whether a line is the head of a packed table, and which columns it names — 识别表头. */
export function columnsOfHead(line: Line): Columns | undefined {
  const roleAt: (ColumnRole | undefined)[] = Array.from({ length: line.width }, () => undefined);
  let known = 0;
  for (const { text, index } of line.cells) {
    const role = roleOfHead(text);
    if (!role || roleAt.includes(role)) continue;
    roleAt[index] = role;
    known++;
  }
  if (known < 3 || known < line.cells.length / 2) return undefined;
  const damaged: { cell: Cell; role: ColumnRole }[] = [];
  for (const cell of line.cells) {
    if (roleAt[cell.index]) continue;
    const role = roleByPlace(roleAt, cell.index);
    if (!role) continue;
    roleAt[cell.index] = role;
    damaged.push({ cell, role });
  }
  if (!roleAt.includes("project") || !roleAt.includes("indicators")) return undefined;
  return columnsWith(roleAt, line.cells, damaged);
}

function columnsWith(
  roles: readonly (ColumnRole | undefined)[],
  cells: readonly Cell[],
  damaged: Columns["damaged"],
): Columns {
  const printed = cells.map(({ text }) => unitInHead.exec(text)?.[1]).find((unit) => unit !== undefined);
  return {
    roles,
    damaged,
    unknown: cells.filter(({ index }) => roles[index] === undefined),
    amountUnit: printed as AmountUnit | undefined, // the pattern names no other
  };
}

/** The columns of a known sequence, for a text that lost its head — 无表头时的列. */
export function columnsOfSequence(roles: readonly ColumnRole[]): Columns {
  return { roles, damaged: [], unknown: [], amountUnit: undefined };
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

/**
 * A head of two lines — 两行表头: under 预算金额 stand 总计, 财政拨款 … By place where no cell was lost, else in place of
 * the one column that spans them. `undefined` where the line is no second line of this head.
 */
export function withSecondLine(columns: Columns, line: Line): Columns | undefined {
  const names = fundingHeads(line);
  const money = columns.roles.flatMap((role, at) => (role && isFunding(role) ? [at] : []));
  if (!names || money.length > 1) return undefined;
  const spanning = money[0] ?? columns.unknown[0]?.index;
  if (spanning === undefined) return undefined;
  const free = columns.roles.slice(spanning + 1).findIndex((role) => role !== undefined);
  const inPlace = line.cells[0]!.index === spanning && line.cells.at(-1)!.index <= spanning + free;
  const roles: (ColumnRole | undefined)[] = [...columns.roles];
  roles.splice(spanning, inPlace ? names.length : 1, ...names);
  return { ...columns, roles, unknown: columns.unknown.filter(({ index }) => !inPlace && index !== spanning) };
}

function isFunding(role: ColumnRole): role is FundingColumn {
  return role in fundingColumnNames;
}

/** The role that a known sequence has at this place, where all heads that were recognised agree with it. */
function roleByPlace(roleAt: readonly (ColumnRole | undefined)[], index: number): ColumnRole | undefined {
  const places = [...roleAt.keys()].filter((at) => !besides.some((role) => role === roleAt[at]));
  const fitting = knownSequences.find(
    (sequence) =>
      sequence.length === places.length &&
      places.every((place, at) => roleAt[place] === undefined || roleAt[place] === sequence[at]),
  );
  const role = fitting?.[places.indexOf(index)];
  return role && !roleAt.includes(role) ? role : undefined;
}

/** Official head of a column, to propose where one is damaged. */
export function officialHead(role: ColumnRole): string {
  return headerWords[role][0]!;
}
