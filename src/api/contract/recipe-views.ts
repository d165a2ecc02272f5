import * as z from "zod";
import { BilingualView, count } from "./basic-views.ts";

const amountUnit = z.enum(["元", "万元", "亿元"]);
const told = z.strictObject({ printed: z.string().max(400), is: z.string().max(40) });

/** A recipe as a form or a program sends it, and as a file for the command line — 列对照表. */
export const RecipeForm = z
  .strictObject({
    name: z.string().max(200),
    publisher: z.string().max(200).optional(),
    heads: z.array(told).max(200),
    amountUnit: amountUnit.optional(),
  })
  .describe("列对照表：哪个表头是什么列 · which head means what");
export type RecipeForm = z.infer<typeof RecipeForm>;

/** A kept recipe — 已保存的列对照表. */
export const RecipeView = z
  .object({
    id: z.string(),
    self: z.string(),
    file: z.string().describe("作为文件下载，供命令行 --recipe 使用 · as a file for --recipe"),
    name: z.string(),
    publisher: z.string().nullable(),
    heads: z.array(z.object({ printed: z.string(), is: z.string(), label: BilingualView })),
    amountUnit: amountUnit.nullable(),
    who: z.string(),
    at: z.string(),
  })
  .meta({ id: "KeptRecipe" });
export type RecipeView = z.infer<typeof RecipeView>;

/** What tells the columns of a file: a recipe, or the id of a kept one — 列对照请求. */
export const ColumnsForm = z.strictObject({
  recipe: RecipeForm.optional(),
  use: z.string().max(40).optional(),
  who: z.string().max(200),
});
export type ColumnsForm = z.infer<typeof ColumnsForm>;

/** Who removes a recipe — 删除请求. */
export const RemovalForm = z.strictObject({ who: z.string().max(200) });

/** A column that may be told — 待对照的列. */
export const ColumnView = z.object({
  /** As a recipe names it; "" where its head has no Chinese word, so that no recipe can name it. */
  printed: z.string(),
  role: z.string().nullable(),
  because: z.enum(["word", "likeness", "content"]).nullable(),
  samples: z.array(z.string()),
});
export type ColumnView = z.infer<typeof ColumnView>;

/** A likely head of a table — 可能的表头. */
export const HeadView = z.object({ line: count, lines: count, columns: z.array(ColumnView) });
export type HeadView = z.infer<typeof HeadView>;

/** What is asked of a file in which no known layout opened — 待对照的文件. */
export const ColumnsView = z
  .object({
    until: z.string().nullable().describe("文件保留到何时；null 为已不在 · how long the file is at hand"),
    heads: z.array(HeadView),
    fitting: z.array(RecipeView).describe("可沿用的列对照表 · kept recipes that fit"),
    tried: RecipeForm.nullable().describe("上次所用的对照 · what was tried last"),
    publisher: z.string().nullable(),
    name: z.string().nullable(),
  })
  .meta({ id: "Columns" });
export type ColumnsView = z.infer<typeof ColumnsView>;
