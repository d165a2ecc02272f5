import { z } from "zod";
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
});
const table = z.strictObject({
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
    table: table.pick({ title: true, department: true, year: true, amountUnit: true, layout: true }),
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
