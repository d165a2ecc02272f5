import { type FundingColumn, fundingColumnNames } from "../../domain/funding.ts";
import type { Cell, Line } from "../cells.ts";

/** What a column of a packed table holds — 列的角色. */
export type ColumnRole = "department" | "unit" | "project" | FundingColumn | "goal" | "indicators";

/** Words that tables print at the head of their columns — 表头同义词. Compared without blanks and brackets. */
const headerWords: Readonly<Record<ColumnRole, readonly string[]>> = {
  department: ["主管部门", "预算部门", "部门名称", "部门"],
  unit: ["预算单位", "资金使用单位", "项目单位", "实施单位", "单位名称"],
  project: ["项目名称（资金使用单位）", "项目名称", "项目"],
  total: [fundingColumnNames.total, "合计", "金额", "预算金额", "项目总额", "年度资金总额"],
  appropriation: [fundingColumnNames.appropriation, "财政拨款收入", "一般公共预算"],
  specialAccount: [fundingColumnNames.specialAccount, "财政专户管理资金", "财政专户"],
  other: [fundingColumnNames.other, "单位资金", "其他"],
  goal: ["绩效目标", "项目绩效目标", "总体绩效目标", "年度绩效目标"],
  indicators: ["绩效指标", "项目绩效指标", "绩效指标及指标值"],
};

const roles = Object.keys(headerWords) as ColumnRole[]; // the keys of a record literal

/** Known sequences of columns; a damaged head takes its role from its place in one of them. */
const knownSequences: readonly (readonly ColumnRole[])[] = [
  ["project", "total", "appropriation", "specialAccount", "other", "goal", "indicators"],
  ["department", "unit", "project", "goal", "indicators"],
];

/** The columns of a table as its head names them — 表头. */
export interface Columns {
  readonly roles: readonly (ColumnRole | undefined)[];
  /** Heads that were recognised by their place, not by their words. */
  readonly damaged: readonly { readonly cell: Cell; readonly role: ColumnRole }[];
}

const bare = (text: string): string =>
  text
    .replace(/\s+/gu, "")
    .replace(/\(/gu, "（")
    .replace(/\)/gu, "）")
    .replace(/（万元）|（元）/gu, "");

function roleOfHead(text: string): ColumnRole | undefined {
  const head = bare(text);
  return roles.find((role) => headerWords[role].includes(head));
}

/** Whether a line is the head of a packed table, and which columns it names — 识别表头. */
export function columnsOfHead(line: Line): Columns | undefined {
  const found = line.cells.map((cell) => roleOfHead(cell.text));
  const known = found.filter((role) => role !== undefined);
  if (new Set(known).size !== known.length) return undefined;
  if (!known.includes("indicators") && !known.includes("goal")) return undefined;
  if (known.length < 3 || known.length < line.cells.length / 2) return undefined;
  const roleAt: (ColumnRole | undefined)[] = Array.from({ length: line.width }, () => undefined);
  line.cells.forEach((cell, at) => {
    roleAt[cell.index] = found[at];
  });
  const damaged: { cell: Cell; role: ColumnRole }[] = [];
  for (const cell of line.cells) {
    if (roleAt[cell.index]) continue;
    const role = roleByPlace(roleAt, cell.index);
    if (!role) continue;
    roleAt[cell.index] = role;
    damaged.push({ cell, role });
  }
  return roleAt.includes("project") && roleAt.includes("indicators") ? { roles: roleAt, damaged } : undefined;
}

/** The role that a known sequence has at this place, where all heads that were recognised agree with it. */
function roleByPlace(roleAt: readonly (ColumnRole | undefined)[], index: number): ColumnRole | undefined {
  const fitting = knownSequences.find(
    (sequence) => sequence.length === roleAt.length && roleAt.every((role, at) => !role || role === sequence[at]),
  );
  const role = fitting?.[index];
  return role && !roleAt.includes(role) ? role : undefined;
}

/** Official head of a column, to propose where one is damaged. */
export function officialHead(role: ColumnRole): string {
  return headerWords[role][0]!;
}
