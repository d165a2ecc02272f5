import * as z from "zod";
import type { AspectCode, Dimension } from "../domain/taxonomy.ts";
import { TargetValueView } from "./target-value-view.ts";

export type { TargetValueView } from "./target-value-view.ts";

// What programs and pages get. One schema is the type, the check, the OpenAPI document and the test.

const dimensions = ["output", "benefit", "satisfaction", "cost"] as const satisfies readonly Dimension[];
const aspects = [
  "11",
  "12",
  "13",
  "14",
  "21",
  "22",
  "23",
  "24",
  "31",
  "41",
  "42",
  "43",
] as const satisfies readonly AspectCode[];
const valueKinds = [
  "quantity",
  "range",
  "deadline",
  "relative",
  "compound",
  "qualitative",
  "delegated",
  "withheld",
  "text",
] as const;
const severities = ["error", "warning", "info"] as const;
const count = z.number().int().min(0);
const anyCount = z.number().int();

export const BilingualView = z.object({ zh: z.string(), en: z.string() }).meta({ id: "Bilingual" });
export type BilingualView = z.infer<typeof BilingualView>;

/** Amount in 万元 as a decimal string, `null` where the cell is empty or unreadable — 金额. */
const amount = z.string().regex(/^-?\d+\.\d{2,6}$/);
export const FundingView = z
  .object({
    unit: z.literal("万元"),
    total: amount.nullable().describe("总计"),
    appropriation: amount.nullable().describe("财政拨款"),
    specialAccount: amount.nullable().describe("财政专户拨款"),
    other: amount.nullable().describe("其他资金"),
  })
  .meta({ id: "Funding", description: "资金（万元，十进制字符串）· money in 万元 as decimal strings" });
export type FundingView = z.infer<typeof FundingView>;

/** Key of anything that is kept — 键. */
export const KeyView = z.object({ region: count, year: count, id: z.string() }).meta({ id: "Key" });
export type KeyView = z.infer<typeof KeyView>;

const span = z.object({ start: count, end: count });
export const PlaceView = z
  .object({ line: anyCount, spans: z.array(span) })
  .meta({ id: "Place", description: "出处：行号与字符范围（UTF-16）· line and character ranges" });
export type PlaceView = z.infer<typeof PlaceView>;

const findingCounts = z.object({ error: count, warning: count, info: count });
const named = z.object({ id: z.string(), name: z.string() });

export const SourceView = z
  .object({
    key: KeyView,
    page: z.string().describe("页面地址 · address of its page"),
    fileName: z.string(),
    sha256: z.string(),
  })
  .meta({ id: "Source", description: "来源文件 · the file it was read from" });

const yearInferredWords = "年度既未印出也非导入时填写，而是推断 · the year is neither printed nor given, but inferred";

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

export const CountView = z
  .object({ n: count, capped: z.boolean(), estimate: z.number().nullable() })
  .meta({ id: "Count", description: "命中数；封顶时如实说明 · counting stops at a cap and says so" });
export type CountView = z.infer<typeof CountView>;

/** What a list of projects is narrowed by — 筛选条件: the same words in the address of a page and of the API. */
export const ProjectFilterQuery = z.strictObject({
  q: z.string().max(200).optional().describe("文字 · words"),
  region: z.array(count).default([]).describe("行政区划代码 · region"),
  year: z.array(count).default([]).describe("预算年度 · budget year"),
  department: z.array(z.string().max(80)).default([]).describe("主管部门 id · department"),
  unit: z.array(z.string().max(80)).default([]).describe("预算单位 id · unit"),
  dimension: z.array(z.enum(dimensions)).default([]).describe("一级指标 · level 1"),
  aspect: z.array(z.enum(aspects)).default([]).describe("二级指标代码 · level 2"),
  kind: z.array(z.enum(valueKinds)).default([]).describe("指标值类型 · kind of target"),
  rule: z.array(z.string().max(40)).default([]).describe("审核规则 · rule of a finding"),
  severity: z.array(z.enum(severities)).default([]).describe("严重程度 · severity of a finding"),
  document: z.array(z.string().max(80)).default([]).describe("文件 id · document"),
});
export type ProjectFilterQuery = z.infer<typeof ProjectFilterQuery>;

export const projectSorts = [
  "total-desc",
  "total-asc",
  "name",
  "year-desc",
  "findings-desc",
  "document-order",
] as const;
export const ProjectQuery = ProjectFilterQuery.extend({
  sort: z.enum(projectSorts).default("total-desc").describe("排序 · order"),
  limit: z.number().int().min(1).max(1000).default(50),
  offset: z.number().int().min(0).max(10_000_000).default(0),
});
export type ProjectQuery = z.infer<typeof ProjectQuery>;

const defaultQuery: Readonly<Record<string, unknown>> = { sort: "total-desc", limit: 50, offset: 0 };

/** A query as it stands in an address; what is the default is left out. */
export function addressOf(query: Partial<ProjectQuery>): string {
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === "" || value === defaultQuery[name]) continue;
    for (const one of Array.isArray(value) ? value : [value]) address.append(name, String(one));
  }
  return address.toString();
}

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

export const FacetValueView = z
  .object({ value: z.string(), label: BilingualView, projects: count })
  .meta({ id: "FacetValue" });
export type FacetValueView = z.infer<typeof FacetValueView>;
const facet = z.array(FacetValueView);
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

export const FindingView = z
  .object({
    rule: z.string(),
    version: z.string(),
    severity: z.enum(severities),
    title: BilingualView,
    message: BilingualView,
    advice: BilingualView,
    basis: BilingualView,
    subject: z.string().describe("所指字段路径 · field path"),
    at: z.array(PlaceView),
    quoted: z.string(),
    expected: z.string().nullable(),
    found: z.string().nullable(),
    project: z
      .object({ key: KeyView, page: z.string(), title: z.string() })
      .nullable()
      .describe("所属项目；整份文件的发现为 null · null for the whole file"),
  })
  .meta({ id: "Finding", description: "审核发现 · something that wants a person's attention" });
export type FindingView = z.infer<typeof FindingView>;

export const ClassView = z
  .object({ value: z.string(), name: BilingualView, basis: z.enum(["printed", "inferred"]) })
  .meta({ id: "Class", description: "归类及依据：原表印出或系统推断 · printed, or inferred by us" });
export type ClassView = z.infer<typeof ClassView>;
const printedLevel = z.object({ code: z.string().nullable(), name: z.string() });

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
  })
  .meta({ id: "Indicator", description: "绩效指标（三级指标）" });
export type IndicatorView = z.infer<typeof IndicatorView>;

export const YearView = z
  .object({ value: count.nullable(), basis: z.enum(["printed", "given", "inferred", "unknown"]) })
  .meta({ id: "FiscalYear", description: "预算年度及依据 · budget year and how it is known" });
export type YearView = z.infer<typeof YearView>;

/** Two or more readings of one value, the one that was taken, and why — 两种读法. */
export const CompetingView = z
  .object({
    subject: z.string(),
    of: z.string().describe("所属项目或单位 · whose value it is"),
    because: z.enum(["sum", "same-row", "order"]),
    options: z.array(z.object({ text: z.string(), taken: z.boolean(), place: PlaceView })),
  })
  .meta({ id: "Competing", description: "两种读法：采用的与落选的 · competing readings of one value" });
export type CompetingView = z.infer<typeof CompetingView>;

/** A stretch of the source with the places of the values in it — 原文片段. */
export const ExcerptView = z
  .object({
    document: SourceView,
    start: count,
    firstLine: count,
    text: z.string(),
    marks: z.array(z.object({ path: z.string(), line: anyCount, spans: z.array(span) })),
  })
  .meta({
    id: "Excerpt",
    description: "原文及其中各值的位置；位置按整份文件计 · ranges count from the start of the file",
  });
export type ExcerptView = z.infer<typeof ExcerptView>;

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
    source: ExcerptView,
  })
  .meta({ id: "Project" });
export type ProjectView = z.infer<typeof ProjectView>;

export const DocumentRowView = z
  .object({
    key: KeyView,
    yearInferred: z.boolean().describe(yearInferredWords),
    self: z.string(),
    page: z.string(),
    sha256: z.string(),
    fileName: z.string(),
    title: z.string().nullable(),
    department: named,
    bytes: count,
    sourceUrl: z.string().nullable(),
    importedAt: z.string(),
    version: count,
    current: z.boolean(),
    projects: count,
    indicators: count,
    total: amount.nullable(),
    findings: findingCounts,
    characters: count,
    unplacedCharacters: count,
  })
  .meta({ id: "DocumentRow" });
export type DocumentRowView = z.infer<typeof DocumentRowView>;

export const DifferenceView = z
  .object({
    kind: z.enum(["project-added", "project-removed", "indicator-added", "indicator-removed", "changed"]),
    unit: z.string(),
    project: z.string(),
    indicator: z.string().nullable(),
    field: z.string().nullable(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  })
  .meta({ id: "Difference", description: "版本差异 · one change between two versions" });
export type DifferenceView = z.infer<typeof DifferenceView>;

export const SumView = z
  .object({
    kind: z.enum(["row", "unit", "table"]),
    column: z.enum(["total", "appropriation", "specialAccount", "other"]),
    subject: z.string(),
    label: z.string(),
    printed: amount,
    added: amount,
    difference: amount,
    tolerance: amount,
    closes: z.boolean(),
    parts: count,
  })
  .meta({
    id: "SumCheck",
    description: "勾稽：印出的合计与各项之和（万元）· printed sum and what its parts add up to",
  });
export type SumView = z.infer<typeof SumView>;

export const DocumentView = z
  .object({
    row: DocumentRowView,
    encoding: z.string(),
    tables: z.array(
      z.object({
        path: z.string(),
        title: z.string().nullable(),
        department: z.string().nullable(),
        year: YearView,
        layout: z.string(),
        printedUnit: z.enum(["元", "万元", "亿元"]),
        total: FundingView.nullable(),
        units: z.array(z.object({ name: z.string(), funding: FundingView })),
        projects: z.array(
          z.object({
            path: z.string(),
            key: KeyView.nullable(),
            page: z.string().nullable(),
            title: z.string(),
            unit: z.string().nullable(),
            funding: FundingView.nullable(),
            indicators: count,
            withheld: z.boolean(),
          }),
        ),
        footnotes: z.array(z.string()),
      }),
    ),
    conservation: z.object({
      characters: count,
      placed: count,
      decoration: count,
      unplacedCharacters: count,
      unplaced: z.array(z.object({ line: anyCount, start: count, end: count, text: z.string() })),
    }),
    sums: z.array(SumView),
    competing: z.array(CompetingView),
    notes: z.array(
      z.object({
        code: z.string(),
        title: BilingualView,
        message: BilingualView,
        subject: z.string(),
        at: PlaceView,
        quoted: z.string(),
        proposal: z.string().nullable(),
      }),
    ),
    findings: z.array(FindingView),
    versions: z.array(DocumentRowView),
    differences: z.array(DifferenceView),
  })
  .meta({ id: "Document", description: "文件、读取报告与审核发现 · a document, its reading report and findings" });
export type DocumentView = z.infer<typeof DocumentView>;

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

export const DepartmentView = z
  .object({ row: OrganisationView, units: z.array(OrganisationView), profile: ProfileView })
  .meta({ id: "Department" });
export type DepartmentView = z.infer<typeof DepartmentView>;
export const UnitView = z
  .object({ row: OrganisationView, department: OrganisationView, profile: ProfileView })
  .meta({ id: "Unit" });
export type UnitView = z.infer<typeof UnitView>;

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
    byYear: z.array(z.object({ year: count, projects: count, total: amount })),
  })
  .meta({ id: "Figures" });
export type FiguresView = z.infer<typeof FiguresView>;

export const SearchView = z
  .object({
    query: z.string(),
    projects: z.object({
      count: CountView,
      rows: z.array(
        z.object({
          project: ProjectRowView,
          goal: z
            .string()
            .nullable()
            .describe("名称中没有检索词时，给出绩效目标原文 · the goal, where the name lacks the words"),
        }),
      ),
    }),
    indicators: z.object({
      count: CountView,
      rows: z.array(
        z.object({
          project: ProjectRowView,
          path: z.string(),
          name: z.string(),
          level1: z.string().nullable(),
          level2: z.string().nullable(),
          cycle: z.string().nullable(),
          annual: z.string().nullable(),
        }),
      ),
    }),
  })
  .meta({ id: "Search" });
export type SearchView = z.infer<typeof SearchView>;

export const RuleView = z
  .object({
    id: z.string(),
    version: z.string(),
    severity: z.enum(severities),
    title: BilingualView,
    about: BilingualView.describe("查什么 · what it looks at"),
    basis: BilingualView,
    projects: count.describe("有此发现的项目数 · projects with such a finding"),
    ofTables: z
      .boolean()
      .describe("也有不属于单个项目、只在文件页列出的发现 · may also speak of a whole table: listed with its document"),
  })
  .meta({ id: "Rule" });
export type RuleView = z.infer<typeof RuleView>;

export const importStages = ["received", "reading", "checking", "keeping", "done"] as const;
export type ImportStage = (typeof importStages)[number];

/** Where an import stands — 导入进度. */
export const ImportView = z
  .object({
    id: z.string(),
    self: z.string(),
    page: z.string(),
    fileName: z.string(),
    bytes: count,
    startedAt: z.string(),
    stage: z.enum(importStages),
    finished: z.boolean(),
    outcome: z
      .discriminatedUnion("kind", [
        z.object({ kind: z.literal("already-here"), document: SourceView }),
        z.object({ kind: z.literal("new"), document: SourceView, projects: count, indicators: count }),
        z.object({
          kind: z.literal("new-version"),
          document: SourceView,
          version: count,
          projects: count,
          indicators: count,
          differences: z.array(DifferenceView),
        }),
        z.object({ kind: z.literal("refused"), code: z.string(), message: BilingualView, hint: BilingualView }),
        z.object({ kind: z.literal("failed"), requestId: z.string() }),
      ])
      .nullable(),
  })
  .meta({ id: "Import" });
export type ImportView = z.infer<typeof ImportView>;

/** An answer that is a "no" — 问题（RFC 9457）. */
export const ProblemView = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    hint: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem" });
export type ProblemView = z.infer<typeof ProblemView>;

/** What the pages ask — 公开事实: published facts only, in the same views that programs get. */
export interface PublicFacts {
  readonly allowUpload: boolean;
  /** The ways in for programs, as they are declared. */
  readonly routes: readonly { readonly method: string; readonly path: string; readonly summary: BilingualView }[];
  /** Every “no” that the way in can answer. */
  readonly problems: readonly {
    readonly code: string;
    readonly status: number;
    readonly title: BilingualView;
    readonly hint: BilingualView;
  }[];
  /** The columns of the CSV, in order. */
  readonly csvColumns: readonly string[];
  figures(): Promise<FiguresView>;
  projects(query: ProjectQuery): Promise<ProjectListView>;
  facets(filter: ProjectFilterQuery): Promise<FacetsView>;
  profile(filter: ProjectFilterQuery): Promise<ProfileView>;
  project(key: KeyView): Promise<ProjectView | undefined>;
  departments(): Promise<readonly OrganisationView[]>;
  department(id: string): Promise<DepartmentView | undefined>;
  unit(id: string): Promise<UnitView | undefined>;
  documents(): Promise<readonly DocumentRowView[]>;
  document(key: KeyView): Promise<DocumentView | undefined>;
  documentSource(key: KeyView): Promise<ExcerptView | undefined>;
  documentWithSource(
    key: KeyView,
  ): Promise<{ readonly document: DocumentView; readonly source: ExcerptView } | undefined>;
  search(query: string, limit: number): Promise<SearchView>;
  rules(): Promise<readonly RuleView[]>;
  import(id: string): ImportView | undefined;
  /** Starts reading a file; the progress is asked for with `import`. */
  startImport(file: { readonly name: string; readonly bytes: Uint8Array; readonly year?: number }): ImportView;
  /** The current view as a file, a piece at a time — 下载. */
  downloadCsv(filter: ProjectFilterQuery): AsyncIterable<string>;
  downloadJson(filter: ProjectFilterQuery): AsyncIterable<string>;
}
