import * as z from "zod";
import { anyCount, BilingualView, count, KeyView, PlaceView, SourceView, severities, span } from "./basic-views.ts";

/** Something that wants a person's attention — 审核发现. */
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
