import type { Cell } from "../../cells.ts";
import { type Columns, isMoney } from "../columns.ts";
import type { HeadRole } from "../header-words.ts";
import { executionRoles } from "../list-form.ts";
import type { ListedRow } from "./listed-row.ts";

/** Which cells speak of the project and which of its indicators — 栏目归属. */
export interface ColumnOwners {
  /** Whether a cell says something of the project itself; money, department and unit aside. */
  readonly isProjects: (role: HeadRole, cell: Cell) => boolean;
  readonly isIndicators: (role: HeadRole, cell: Cell) => boolean;
}

const holders: readonly HeadRole[] = ["department", "unit"];
const ofProject: readonly HeadRole[] = [
  "code",
  "project",
  "category",
  "goal",
  "cycleGoal",
  "goalResult",
  ...executionRoles,
];

/** Tells the columns of a table apart — 区分项目栏与指标栏: numbers and remarks go with what they stand beside. */
export function columnOwners({ roles }: Columns): ColumnOwners {
  const isBefore = (role: HeadRole): boolean => roles.indexOf(role) < roles.indexOf("name");
  const isProjects: ColumnOwners["isProjects"] = (role, cell) => {
    if (role === "ordinal") return isBefore(role);
    if (role === "remark") return isBefore(role) || (cell.rows ?? 1) > 1; // beside several merged lines: of them all
    return ofProject.includes(role);
  };
  const isIndicators: ColumnOwners["isIndicators"] = (role, cell) =>
    !isProjects(role, cell) && !isMoney(role) && !holders.includes(role);
  return { isProjects, isIndicators };
}

const nameColumns = ["unit", "department", "code", "ordinal"] as const;
const sumWords = /^(?:本页|本级)?[合总小累]\s*计$/u;

/** A row of sums prints its name in whatever column comes first: put where the names of projects are — 合计行的名称. */
export function withNameOfSum(row: ListedRow, { isIndicators }: ColumnOwners): ListedRow {
  const { own, covered } = row;
  if (own.has("project") || covered.has("project")) return row;
  if ([...own].some(([role, cell]) => role !== "remark" && role !== "ordinal" && isIndicators(role, cell))) return row;
  const role = nameColumns.find((one) => own.has(one));
  const isSum = [...own.keys()].some(isMoney) || nameColumns.some((one) => sumWords.test(own.get(one)?.text ?? ""));
  if (!role || !isSum) return row;
  const named = new Map(own);
  named.set("project", own.get(role)!);
  named.delete(role);
  return { ...row, own: named };
}
