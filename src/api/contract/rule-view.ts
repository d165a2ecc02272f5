import * as z from "zod";
import { BilingualView, count, severities } from "./basic-views.ts";

/** A rule and how often it spoke — 审核规则. */
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
