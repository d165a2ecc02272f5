import type { AspectCode } from "../domain/taxonomy.ts";

/** The years that the invented district has published — 预算年度. */
export const districtYears = [2023, 2024, 2025] as const;
/** 示例年度. */
export type DistrictYear = (typeof districtYears)[number];

/** The four printed layouts of published tables — 版式. */
export type LayoutId = "A" | "B" | "C" | "D";

/**
 * One indicator as its officer would plan it — 指标计划: `["11", "培训护理员人次", "≥{}人次", 240, 20, "≥{sum}人次"]`.
 * In the texts `{}` is the number of the year (base + step a year), `{sum}` that of all years, `{y}` the year and `{wan}`
 * the money of the project. Where no text for the cycle is given it is the year's.
 */
export type IndicatorPlan = readonly [
  aspect: AspectCode,
  name: string,
  annual: string,
  base?: number | undefined,
  step?: number | undefined,
  cycle?: string,
];

/** One project over the years — 项目计划. `wan` is the money of 2023 in 万元, `growth` its change a year in percent. */
export interface ProjectPlan {
  readonly name: string;
  readonly wan: number;
  readonly growth?: number;
  readonly goal: string;
  readonly indicators: readonly IndicatorPlan[];
  readonly years?: readonly DistrictYear[];
  /** 项目代码, printed before the name; `{y}` is the year, `{yy}` its last two digits. */
  readonly code?: string;
  /** Percent of the money that comes from 财政专户拨款 or 其他资金. */
  readonly specialAccount?: number;
  readonly other?: number;
  /** Set where the targets may not be published — 不公开原因. */
  readonly withheld?: string;
}

/** One budget unit — 预算单位. */
export interface UnitPlan {
  readonly name: string;
  readonly projects: readonly ProjectPlan[];
}

/** One department and the layout of each of its years — 主管部门. */
export interface DepartmentPlan {
  readonly name: string;
  readonly short: string;
  readonly layouts: Readonly<Record<DistrictYear, LayoutId>>;
  readonly units: readonly UnitPlan[];
}
