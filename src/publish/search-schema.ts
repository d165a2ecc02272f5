import { z } from "zod";

const key = z.string().meta({ description: "region/year/id" });
const wanYuan = z.string().nullable().meta({ description: "万元, exact decimal; null where empty or unreadable" });
const count = z
  .strictObject({
    n: z.int(),
    capped: z.boolean().meta({ description: "there are more than n: counting stopped" }),
    estimate: z.int().nullable(),
  })
  .meta({ description: "命中数" });

const project = z.strictObject({
  key,
  document: key,
  year: z.int().nullable(),
  department: z.string(),
  unit: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  title: z.string(),
  withheld: z.boolean(),
  funding: z.strictObject({ total: wanYuan, appropriation: wanYuan, specialAccount: wanYuan, other: wanYuan }),
  indicators: z.int(),
  findings: z.strictObject({ error: z.int(), warning: z.int(), info: z.int() }),
});

const indicator = z.strictObject({
  project: z.strictObject({
    key,
    year: z.int().nullable(),
    department: z.string(),
    unit: z.string(),
    name: z.string(),
  }),
  path: z.string().meta({ description: "field path in the document's reading" }),
  name: z.string(),
  level1: z.string().nullable(),
  level2: z.string().nullable(),
  cycle: z.string().nullable().meta({ description: "实施周期指标值, as printed" }),
  annual: z.string().nullable().meta({ description: "年度指标值, as printed" }),
});

/** What `jiheng search --format json` prints — 检索结果的结构. */
export const searchSchema = z
  .strictObject({
    format: z.literal("jiheng-search/1"),
    query: z.string(),
    projects: z.strictObject({ count, rows: z.array(project) }),
    indicators: z.strictObject({ count, rows: z.array(indicator) }),
  })
  .meta({ title: "Jiheng search", description: "检索结果 · projects and indicators that were found" });

/** 检索结果（JSON）. */
export type SearchDocument = z.infer<typeof searchSchema>;
