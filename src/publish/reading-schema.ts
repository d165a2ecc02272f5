import { z } from "zod";
import { tableKinds } from "../domain/declaration.ts";
import { fundingColumns } from "../domain/funding.ts";
import { targetValueKinds } from "../domain/target-value.ts";
import { place } from "./place-schema.ts";

const amount = z.union([
  z.strictObject({ kind: z.literal("read"), wanYuan: z.string().meta({ description: "万元, exact decimal" }) }),
  z.strictObject({ kind: z.literal("empty") }),
  z.strictObject({ kind: z.literal("unreadable"), text: z.string() }),
]);
const funding = z.strictObject({ total: amount, appropriation: amount, specialAccount: amount, other: amount });
const comparator = z.enum([">=", ">", "<=", "<", "="]);
const kinds = targetValueKinds.map((entry) => entry.kind);

/** A typed target value — 指标值. */
const targetValue: z.ZodType = z.lazy(() =>
  z.strictObject({
    kind: z.enum(kinds),
    text: z.string().meta({ description: "as printed" }),
    comparator: comparator.optional(),
    number: z.number().optional(),
    upper: z.number().optional(),
    unit: z.string().optional(),
    per: z.string().optional(),
    date: z.string().meta({ description: "ISO, partial allowed: 2025-11, --06" }).optional(),
    relativeTo: z.string().optional(),
    qualifiers: z.array(z.string()).optional(),
    formula: z.string().optional(),
    reason: z.string().meta({ description: "why the text could not be typed" }).optional(),
    parts: z.array(targetValue).optional(),
  }),
);

const particular = z.strictObject({ label: z.string(), text: z.string() });
const printedDetails = z
  .strictObject({
    level3: z.string().meta({ description: "三级指标, where a 四级指标 below it is the name" }).optional(),
    nature: z.string().meta({ description: "指标性质" }).optional(),
    unit: z.string().meta({ description: "计量单位" }).optional(),
    weight: z.string().meta({ description: "权重、分值" }).optional(),
    definition: z.string().meta({ description: "指标解释" }).optional(),
    standard: z.string().meta({ description: "评分标准、评价要点" }).optional(),
    basis: z.string().meta({ description: "指标值设定依据" }).optional(),
    source: z.string().meta({ description: "数据来源" }).optional(),
    soFar: z.string().meta({ description: "监控期执行情况" }).optional(),
    expected: z.string().meta({ description: "全年预计完成情况" }).optional(),
    likelihood: z.string().meta({ description: "完成目标可能性" }).optional(),
    actual: z.string().meta({ description: "实际完成值" }).optional(),
    score: z.string().meta({ description: "得分" }).optional(),
    deviation: z.string().meta({ description: "偏差原因分析及改进措施、扣分原因" }).optional(),
    remark: z.string().meta({ description: "备注" }).optional(),
    others: z.array(particular).meta({ description: "columns whose heads are not known" }).optional(),
  })
  .meta({ description: "further columns of the indicator, as printed; only those that the table has" });
const executionRow = z.strictObject({
  label: z.string().meta({ description: "as printed: 年度资金总额, 其中：当年财政拨款" }),
  initial: amount.meta({ description: "年初预算数" }),
  adjusted: amount.meta({ description: "全年预算数" }),
  spent: amount.meta({ description: "执行数" }),
  expected: amount.meta({ description: "全年预计执行数" }),
  rate: z.string().nullable().meta({ description: "执行率, as printed" }),
  weight: z.string().nullable().meta({ description: "分值" }),
  score: z.string().nullable().meta({ description: "得分" }),
  remark: z.string().meta({ description: "原因、备注" }).optional(),
});
const formContent = z
  .strictObject({
    particulars: z.array(particular).meta({ description: "labelled fields without a place of their own, in order" }),
    cycleGoal: z.string().nullable().meta({ description: "中期目标、实施期目标" }),
    cycleFunding: funding.nullable().meta({ description: "中期资金" }),
    goalResult: z.string().nullable().meta({ description: "目标实际完成情况" }),
    execution: z.array(executionRow).meta({ description: "预算执行情况" }),
    totalScore: z.string().nullable().meta({ description: "总分, as printed" }),
  })
  .meta({ description: "what a form prints beyond money, goal and indicators" });
const level = z.strictObject({ code: z.string().nullable(), name: z.string() });
const classified = z.strictObject({ value: z.string(), basis: z.enum(["printed", "inferred"]) });
const indicator = z.strictObject({
  number: z.string().nullable(),
  level1: level.nullable(),
  level2: level.nullable(),
  dimension: classified.nullable(),
  aspect: classified.nullable(),
  name: z.string(),
  cycleTarget: targetValue.nullable(),
  annualTarget: targetValue.nullable(),
  printed: printedDetails.nullable(),
});
const declaration = z.strictObject({
  line: z.int(),
  department: z.string().nullable(),
  unit: z.string().nullable(),
  project: z.strictObject({ name: z.string(), code: z.string().nullable(), title: z.string() }),
  funding: funding.nullable(),
  goal: z.string(),
  disclosure: z.union([
    z.strictObject({ kind: z.literal("public") }),
    z.strictObject({ kind: z.literal("withheld"), reason: z.string() }),
  ]),
  indicators: z.array(indicator),
  form: formContent.nullable(),
});
const table = z.strictObject({
  kind: z.enum(tableKinds).meta({ description: "目标表、运行监控表、自评表、部门整体支出绩效目标表、评价指标体系表" }),
  title: z.string().nullable(),
  department: z.string().nullable(),
  year: z.strictObject({ basis: z.enum(["printed", "given", "inferred", "unknown"]), year: z.int().nullable() }),
  amountUnit: z.enum(["元", "万元", "亿元"]),
  layout: z.string(),
  total: funding.nullable(),
  units: z.array(z.strictObject({ name: z.string(), funding })),
  declarations: z.array(declaration),
  footnotes: z.array(z.string()),
});

/**
 * What `jiheng read` prints as JSON — 读取结果的结构. One schema: it types the writer and is what `jiheng schema`
 * prints.
 */
export const readingSchema = z
  .strictObject({
    format: z.literal("jiheng-reading/1"),
    source: z.strictObject({
      name: z.string(),
      sha256: z.string(),
      bytes: z.int(),
      kind: z.string(),
      encoding: z.string(),
    }),
    tables: z.array(table),
    notes: z.array(
      z.strictObject({
        code: z.string(),
        subject: z.string(),
        at: place,
        facts: z.record(z.string(), z.union([z.string(), z.number()])),
        proposal: z.string().optional(),
      }),
    ),
    competing: z.array(
      z.strictObject({
        subject: z.string(),
        because: z.enum(["sum", "same-row", "order"]),
        options: z.array(z.strictObject({ text: z.string(), place, taken: z.boolean() })),
      }),
    ),
    sums: z.array(
      z.strictObject({
        kind: z.enum(["row", "unit", "table"]),
        column: z.enum(fundingColumns),
        subject: z.string(),
        label: z.string(),
        printed: z.string(),
        added: z.string(),
        difference: z.string(),
        closes: z.boolean(),
        parts: z.int(),
      }),
    ),
    conservation: z.strictObject({
      characters: z.int(),
      placed: z.int(),
      decoration: z.int(),
      unplacedCharacters: z.int(),
      unplaced: z.array(z.strictObject({ line: z.int(), start: z.int(), end: z.int(), text: z.string() })),
    }),
    places: z.record(z.string(), place).meta({ description: "出处表: field path → place; with --places" }).optional(),
  })
  .meta({
    title: "Jiheng reading",
    description: "绩效目标表的读取结果 · what a published performance-target table says",
  });

/** 读取结果（JSON）. */
export type ReadingDocument = z.infer<typeof readingSchema>;

/** A line of `jiheng read --format jsonl`: a project with its file and table — 逐项目行. */
export const readingLineSchema = z
  .strictObject({
    source: z.strictObject({ name: z.string(), sha256: z.string() }),
    table: table.pick({ kind: true, title: true, department: true, year: true, amountUnit: true, layout: true }),
    ...declaration.shape,
  })
  .meta({ title: "Jiheng reading line", description: "一行一个项目 · a project a line" });

/** 读取结果（JSON Lines）. */
export type ReadingLine = z.infer<typeof readingLineSchema>;

/** A project that `jiheng export --format json` or `jsonl` prints — 导出的项目. */
export const exportedProjectSchema = z
  .strictObject({
    key: z.strictObject({ region: z.int(), year: z.int(), id: z.string() }),
    file: z.string(),
    ...declaration.shape,
  })
  .meta({ title: "Jiheng exported project", description: "导出的项目 · a project as it is kept" });

/** 导出的项目（JSON）. */
export type ExportedProject = z.infer<typeof exportedProjectSchema>;
