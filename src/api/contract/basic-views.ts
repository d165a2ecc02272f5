import * as z from "zod";

// What all views are made of. One schema is the type, the check, the OpenAPI document and the test.

/** How much a finding weighs — 严重程度. */
export const severities = ["error", "warning", "info"] as const;

/** A number of things — 个数. */
export const count = z.number().int().min(0);

/** A line number: −1 where nothing stands — 行号. */
export const anyCount = z.number().int();

/** Words in both languages — 双语文字. */
export const BilingualView = z.object({ zh: z.string(), en: z.string() }).meta({ id: "Bilingual" });
export type BilingualView = z.infer<typeof BilingualView>;

/** Amount in 万元 as a decimal string — 金额. */
export const amount = z.string().regex(/^-?\d+\.\d{2,6}$/);

/** Money by source, `null` where a cell is empty or unreadable — 资金. */
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

/** A range of characters — 字符范围. */
export const span = z.object({ start: count, end: count });

/** Where a value stands — 出处. */
export const PlaceView = z
  .object({
    words: BilingualView.describe("第 3 页第 12 行、工作表“绩效”B7 等说法 · as a person says it"),
    line: anyCount,
    spans: z.array(span),
  })
  .meta({ id: "Place", description: "出处：说法、行号与字符范围（UTF-16）· in words, line and character ranges" });
export type PlaceView = z.infer<typeof PlaceView>;

/** Findings by severity — 发现数. */
export const findingCounts = z.object({ error: count, warning: count, info: count });

/** A department or unit as a list names it — 部门、单位. */
export const named = z.object({ id: z.string(), name: z.string() });

/** The file that something was read from — 来源文件. */
export const SourceView = z
  .object({
    key: KeyView,
    page: z.string().describe("页面地址 · address of its page"),
    fileName: z.string(),
    sha256: z.string(),
  })
  .meta({ id: "Source", description: "来源文件 · the file it was read from" });

/** What `yearInferred` means, for every list that has it — 推断的年度. */
export const yearInferredWords =
  "年度既未印出也非导入时填写，而是推断 · the year is neither printed nor given, but inferred";

/** How many hits; where counting stopped, it says so — 命中数. */
export const CountView = z
  .object({ n: count, capped: z.boolean(), estimate: z.number().nullable() })
  .meta({ id: "Count", description: "命中数；封顶时如实说明 · counting stops at a cap and says so" });
export type CountView = z.infer<typeof CountView>;

/** A budget year and how it is known — 预算年度. */
export const YearView = z
  .object({ value: count.nullable(), basis: z.enum(["printed", "given", "inferred", "unknown"]) })
  .meta({ id: "FiscalYear", description: "预算年度及依据 · budget year and how it is known" });
export type YearView = z.infer<typeof YearView>;
