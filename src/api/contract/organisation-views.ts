import * as z from "zod";
import { amount, BilingualView, count } from "./basic-views.ts";

/** A department or unit as lists show it — 部门、单位. */
export const OrganisationView = z
  .object({
    id: z.string(),
    self: z.string(),
    page: z.string(),
    region: count,
    name: z.string(),
    years: z.array(count),
    projects: count,
    indicators: count,
    total: amount,
  })
  .meta({ id: "Organisation" });
export type OrganisationView = z.infer<typeof OrganisationView>;

const share = <Name extends string>(name: Name) =>
  z.array(z.object({ value: z.string(), label: BilingualView, indicators: count })).describe(name);

/** What indicators are made of — 指标构成. */
export const ProfileView = z
  .object({
    dimension: share("一级指标"),
    aspect: share("二级指标"),
    kind: share("指标值类型"),
    quantified: count.describe("年度指标值为定量或区间的 · annual targets that are numbers"),
    all: count,
  })
  .meta({ id: "Profile", description: "指标构成 · profile of the indicators" });
export type ProfileView = z.infer<typeof ProfileView>;

/** A department with its units — 部门. */
export const DepartmentView = z
  .object({ row: OrganisationView, units: z.array(OrganisationView), profile: ProfileView })
  .meta({ id: "Department" });
export type DepartmentView = z.infer<typeof DepartmentView>;

/** A unit with its department — 单位. */
export const UnitView = z
  .object({ row: OrganisationView, department: OrganisationView, profile: ProfileView })
  .meta({ id: "Unit" });
export type UnitView = z.infer<typeof UnitView>;

/** Figures of everything that is kept — 总数. */
export const FiguresView = z
  .object({
    departments: count,
    units: count,
    documents: count,
    projects: count,
    indicators: count,
    total: amount,
    quantified: count,
    annualTargets: count,
    years: z.array(count),
    byYear: z.array(z.object({ year: count, projects: count, total: amount.nullable() })),
  })
  .meta({ id: "Figures" });
export type FiguresView = z.infer<typeof FiguresView>;
