import * as z from "zod";
import {
  BilingualView,
  CountView,
  count,
  FundingView,
  findingCounts,
  KeyView,
  named,
  YearView,
  yearInferredWords,
} from "./basic-views.ts";
import { CorrectionView } from "./correction-view.ts";
import { FormView } from "./form-view.ts";
import { projectSorts } from "./project-query.ts";
import { CompetingView, ExcerptView, FindingView } from "./reading-views.ts";
import { TargetValueView } from "./target-value-view.ts";

/** A project as lists show it — 项目行. */
export const ProjectRowView = z
  .object({
    key: KeyView,
    yearInferred: z.boolean().describe(yearInferredWords),
    self: z.string(),
    page: z.string(),
    document: KeyView,
    department: named,
    unit: named,
    name: z.string().describe("项目名称，原文 · as printed, code included"),
    title: z.string(),
    code: z.string().nullable(),
    withheld: z.boolean(),
    funding: FundingView,
    indicators: count,
    findings: findingCounts,
  })
  .meta({ id: "ProjectRow" });
export type ProjectRowView = z.infer<typeof ProjectRowView>;

/** A page of projects with the sums of all that the filter keeps — 项目列表. */
export const ProjectListView = z
  .object({
    count: CountView,
    sums: FundingView.describe("对全部命中求和，不只本页 · over everything that the filter keeps"),
    withoutTotal: count.describe("总计为空或读不出、未计入合计的项目数 · not in the sums"),
    indicators: count,
    sort: z.enum(projectSorts),
    limit: count,
    offset: count,
    next: z.string().nullable(),
    rows: z.array(ProjectRowView),
  })
  .meta({ id: "ProjectList" });
export type ProjectListView = z.infer<typeof ProjectListView>;

/** A value of a filter and the projects under it — 筛选值. */
export const FacetValueView = z
  .object({ value: z.string(), label: BilingualView, projects: count })
  .meta({ id: "FacetValue" });
export type FacetValueView = z.infer<typeof FacetValueView>;

const facet = z.array(FacetValueView);

/** Projects under each value of each filter — 分面. */
export const FacetsView = z
  .object({
    year: facet,
    department: facet,
    unit: facet,
    dimension: facet,
    aspect: facet,
    kind: facet,
    rule: facet,
    severity: facet,
  })
  .meta({ id: "Facets", description: "每个筛选值下的项目数 · projects under each value" });
export type FacetsView = z.infer<typeof FacetsView>;

/** A class, printed or inferred — 归类. */
export const ClassView = z
  .object({ value: z.string(), name: BilingualView, basis: z.enum(["printed", "inferred"]) })
  .meta({ id: "Class", description: "归类及依据：原表印出或系统推断 · printed, or inferred by us" });
export type ClassView = z.infer<typeof ClassView>;

const printedLevel = z.object({ code: z.string().nullable(), name: z.string() });

/** An indicator with its typed values — 绩效指标. */
export const IndicatorView = z
  .object({
    path: z.string(),
    number: z.string().nullable(),
    level1: printedLevel.nullable(),
    level2: printedLevel.nullable(),
    dimension: ClassView.nullable(),
    aspect: ClassView.nullable(),
    name: z.string(),
    cycleTarget: TargetValueView.nullable(),
    annualTarget: TargetValueView.nullable(),
    printed: z
      .record(z.string(), z.string())
      .describe("表中其他栏：分值、解释、实际完成值等，原文 · further columns, as printed"),
  })
  .meta({ id: "Indicator", description: "绩效指标（三级指标）" });
export type IndicatorView = z.infer<typeof IndicatorView>;

/** What changed since the same project's year before: one entry per value that differs — 与上一年度相比. */
export const SinceView = z
  .object({
    year: count,
    page: z.string(),
    changes: z.array(
      z.object({
        field: z.enum(["total", "goal", "annualTarget", "indicator-added", "indicator-removed"]),
        indicator: z.string().nullable(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "Since" });
export type SinceView = z.infer<typeof SinceView>;

/** A project with all that is known of it — 项目. */
export const ProjectView = z
  .object({
    row: ProjectRowView,
    path: z.string(),
    year: YearView,
    tableTitle: z.string().nullable(),
    printedUnit: z.enum(["元", "万元", "亿元"]),
    unreadable: z
      .array(z.object({ column: z.enum(["total", "appropriation", "specialAccount", "other"]), text: z.string() }))
      .describe("读不出的金额，原文 · amounts that could not be read"),
    hasFunding: z.boolean().describe("原表有无资金栏 · whether the table has columns of money"),
    goal: z.string(),
    withheldReason: z.string().nullable(),
    indicators: z.array(IndicatorView),
    competing: z.array(CompetingView),
    findings: z.array(FindingView),
    otherYears: z.array(ProjectRowView),
    sinceYearBefore: SinceView.nullable().describe("与上一年度相比 · against the year before"),
    form: FormView.nullable().describe("表单内容 · what a form prints beyond money, goal and indicators"),
    corrections: z
      .array(CorrectionView)
      .describe("人的更正，与机器读法并存 · corrections, beside the machine's reading"),
    desk: z.string().describe("核对台地址 · address on the reading desk"),
    source: ExcerptView,
  })
  .meta({ id: "Project" });
export type ProjectView = z.infer<typeof ProjectView>;
