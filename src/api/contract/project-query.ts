import * as z from "zod";
import type { AspectCode, Dimension } from "../../domain/taxonomy.ts";
import { count, severities } from "./basic-views.ts";

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

/** Orders of a list of projects — 排序. */
export const projectSorts = [
  "total-desc",
  "total-asc",
  "name",
  "year-desc",
  "findings-desc",
  "document-order",
] as const;

/** A filter with its order and page — 查询. */
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
