import type { Bilingual } from "../domain/result.ts";
import { aspectOfCode } from "../domain/taxonomy.ts";
import { type HeadRole, isAspectRole, officialHead } from "../read/layouts/header-words.ts";

/** What a column can be said to hold, in words — 列的角色. */
export interface ColumnRole {
  readonly role: HeadRole;
  readonly label: Bilingual;
}

/** Roles that belong together — 角色分组. */
export interface RoleGroup {
  readonly label: Bilingual;
  readonly roles: readonly ColumnRole[];
}

const english: Readonly<Record<Exclude<HeadRole, `aspect-${string}`>, string>> = {
  ordinal: "Number",
  department: "Department",
  unit: "Unit",
  code: "Project code",
  project: "Project",
  category: "Category",
  total: "Total",
  appropriation: "Appropriation",
  specialAccount: "Special account",
  other: "Other funds",
  generalBudget: "General public budget",
  governmentFund: "Government funds",
  stateCapital: "State capital operations",
  unitMoney: "The unit's own money",
  cycleTotal: "Total of the whole cycle",
  initialBudget: "Initial budget",
  adjustedBudget: "Adjusted budget",
  spent: "Spent",
  expectedSpent: "Expected to be spent",
  executionRate: "Execution rate",
  goal: "Goal",
  cycleGoal: "Goal of the whole cycle",
  goalResult: "What became of the goal",
  indicators: "Indicators, several in a cell",
  outputs: "Output indicators",
  benefits: "Benefit indicators",
  satisfactions: "Satisfaction indicators",
  costs: "Cost indicators",
  level1: "Level 1",
  level2: "Level 2",
  name: "Indicator (level 3)",
  nature: "Direction (≥, ≤, qualitative)",
  annualTarget: "Annual target",
  cycleTarget: "Target of the whole cycle",
  measure: "Unit of measure",
  weight: "Weight",
  definition: "Definition",
  standard: "Scoring standard",
  basis: "Basis of the target",
  source: "Source of the data",
  soFar: "Progress so far",
  expected: "Expected for the year",
  likelihood: "Likelihood",
  actual: "Actual value",
  score: "Score",
  deviation: "Reasons of deviation",
  remark: "Remark",
};

const chinese: Readonly<Partial<Record<HeadRole, string>>> = {
  project: "项目名称",
  indicators: "绩效指标（一格多项）",
  name: "三级指标（指标名称）",
};

/** A role in words — 角色名称. */
export function roleInWords(role: HeadRole): Bilingual {
  const zh = chinese[role] ?? officialHead(role);
  return { zh, en: isAspectRole(role) ? (aspectOfCode(role.slice("aspect-".length))?.nameEn ?? zh) : english[role] };
}

const group = (zh: string, en: string, ...roles: readonly HeadRole[]): RoleGroup => ({
  label: { zh, en },
  roles: roles.map((role) => ({ role, label: roleInWords(role) })),
});

/** All roles, as a person looks for them — 列的角色一览. Cost and satisfaction are among the classes of indicators. */
export const roleGroups: readonly RoleGroup[] = [
  group("项目与单位", "Project and unit", "project", "unit", "department", "code", "category", "ordinal"),
  group(
    "资金",
    "Money",
    "total",
    "appropriation",
    "specialAccount",
    "other",
    "generalBudget",
    "governmentFund",
    "stateCapital",
    "unitMoney",
    "cycleTotal",
  ),
  group("绩效目标", "Goal", "goal", "cycleGoal", "goalResult"),
  group(
    "绩效指标：一格写多项",
    "Indicators, several in a cell",
    "indicators",
    "outputs",
    "benefits",
    "satisfactions",
    "costs",
  ),
  group(
    "绩效指标：一行一项",
    "Indicators, one per row",
    "name",
    "level1",
    "level2",
    "annualTarget",
    "cycleTarget",
    "nature",
    "measure",
    "weight",
    "definition",
    "standard",
    "basis",
    "source",
  ),
  group(
    "监控与自评",
    "Monitoring and self-evaluation",
    "actual",
    "score",
    "deviation",
    "soFar",
    "expected",
    "likelihood",
    "initialBudget",
    "adjustedBudget",
    "spent",
    "expectedSpent",
    "executionRate",
  ),
  group(
    "按二级指标分栏",
    "A column for each level 2",
    "aspect-11",
    "aspect-12",
    "aspect-13",
    "aspect-21",
    "aspect-22",
    "aspect-23",
    "aspect-24",
    "aspect-41",
    "aspect-42",
    "aspect-43",
  ),
  group("其他", "Other", "remark"),
];
