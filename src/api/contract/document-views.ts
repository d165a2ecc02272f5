import * as z from "zod";
import { tableKinds } from "../../domain/declaration.ts";
import {
  amount,
  anyCount,
  BilingualView,
  count,
  FundingView,
  findingCounts,
  KeyView,
  named,
  PlaceView,
  YearView,
  yearInferredWords,
} from "./basic-views.ts";
import { CompetingView, FindingView } from "./reading-views.ts";
import { ReportView } from "./report-view.ts";

/** A document as lists show it — 文件行. */
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

/** One change between two versions — 版本差异. */
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

/** A printed sum and what its parts add up to — 勾稽. */
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

/** A document, its reading report and findings — 文件. */
export const DocumentView = z
  .object({
    row: DocumentRowView,
    encoding: z.string(),
    tables: z.array(
      z.object({
        path: z.string(),
        kind: z.enum(tableKinds).describe("目标表、运行监控表、自评表、部门整体支出绩效目标表、评价指标体系表"),
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
        reports: z.array(ReportView).describe("目标表以外各表的内容 · of tables that set no targets"),
        footnotes: z.array(z.string()),
      }),
    ),
    conservation: z.object({
      characters: count,
      placed: count,
      decoration: count,
      unplacedCharacters: count,
      unplaced: z.array(z.object({ line: anyCount, words: BilingualView, start: count, end: count, text: z.string() })),
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
