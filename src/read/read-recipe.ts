import type { z } from "zod";
import type { Bilingual } from "../domain/result.ts";
import { bareHead, headPath } from "./layouts/header-words.ts";
import { type ColumnRecipe, columnRecipeSchema } from "./recipe.ts";

/** What is wrong in a recipe, and where — 列对照表的问题. */
export interface RecipeProblem {
  /** Of the value in the JSON: `["heads", 2, "is"]`. */
  readonly path: readonly (string | number)[];
  readonly words: Bilingual;
}

/** A recipe, or all that is wrong with it — 列对照表或其问题. */
export type ReadRecipe =
  | { readonly ok: true; readonly recipe: ColumnRecipe }
  | { readonly ok: false; readonly problems: readonly RecipeProblem[] };

/** What somebody wrote, as a recipe — 读取列对照表. All problems are told at once. */
export function readRecipe(given: unknown): ReadRecipe {
  const parsed = columnRecipeSchema.safeParse(given);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, given)) };
  const problems = contradictions(parsed.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, recipe: parsed.data };
}

/** Heads that no printed head can be, heads that are mapped twice, and two columns said to hold the same. */
function contradictions({ heads }: ColumnRecipe): readonly RecipeProblem[] {
  const problems: RecipeProblem[] = [];
  const printedAt = new Map<string, number>();
  const roleAt = new Map<string, number>();
  heads.forEach(({ printed, is }, at) => {
    const parts = printed.split("/");
    const path = headPath(parts);
    const before = printedAt.get(path);
    if (bareHead(parts.at(-1)!) === "") problems.push({ path: ["heads", at, "printed"], words: unlikeHead(printed) });
    else if (before !== undefined)
      problems.push({ path: ["heads", at, "printed"], words: mappedTwice(printed, before) });
    else printedAt.set(path, at);
    const other = roleAt.get(is);
    if (other !== undefined && before === undefined)
      problems.push({ path: ["heads", at, "is"], words: sameRole(printed, heads[other]!.printed) });
    roleAt.set(is, other ?? at);
  });
  return problems;
}

function problemsOf(issue: z.core.$ZodIssue, given: unknown): readonly RecipeProblem[] {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...path, key], words: unknownKey(key) }));
  return [{ path, words: wordsFor(path, valueAt(given, path)) }];
}

function wordsFor(path: RecipeProblem["path"], value: unknown): Bilingual {
  if (path.length === 0) return { zh: "应为一个 JSON 对象。", en: "It should be a JSON object." };
  switch (path.at(-1)) {
    case "name":
      return { zh: "请写明列对照表的名称。", en: "Name the recipe." };
    case "publisher":
      return {
        zh: "公开单位应为表中所印的名称；不限单位时去掉这一项。",
        en: "The publisher should be named as its tables print it; leave it out where the recipe is for anybody's.",
      };
    case "heads":
      return { zh: "请对照 1 到 100 列。", en: "Map 1 to 100 columns." };
    case "printed":
      return {
        zh: "请照印出的样子写表头，1 到 80 字。",
        en: "Write the head as it is printed, in 1 to 80 characters.",
      };
    case "is":
      return noSuchRole(value);
    case "amountUnit":
      return { zh: "金额单位可写 元、万元 或 亿元。", en: "The unit of money is 元, 万元 or 亿元." };
    default:
      return { zh: "应为 { printed, is }。", en: "It should be { printed, is }." };
  }
}

function noSuchRole(value: unknown): Bilingual {
  if (value === undefined || value === "" || value === "?" || value === "？" || value === null)
    return {
      zh: "还没有说明这一列是什么：请写如“项目名称”“绩效指标”“总计”，不读的列请整行删去。",
      en: "It is not said yet what this column holds: write for example 项目名称, 绩效指标, 总计; delete the line of a column that is not to be read.",
    };
  const shown = typeof value === "string" ? value : JSON.stringify(value);
  return {
    zh: `没有“${shown}”这种列：请写如“项目名称”“绩效指标”“总计”。`,
    en: `There is no such column as “${shown}”: write for example 项目名称, 绩效指标, 总计.`,
  };
}

const unlikeHead = (printed: string): Bilingual => ({
  zh: `“${printed}”不像表头：应有汉字，至多 40 字；合并表头写作“上级/下级”。`,
  en: `“${printed}” is not like a head: it should have Chinese characters, 40 at most; under a head that spans it, 上级/下级.`,
});

const mappedTwice = (printed: string, before: number): Bilingual => ({
  zh: `表头“${printed}”与第 ${before + 1} 列相同，只能对照一次。`,
  en: `The head “${printed}” is that of column ${before + 1}; it can be mapped once only.`,
});

const sameRole = (printed: string, other: string): Bilingual => ({
  zh: `“${printed}”与“${other}”对照成了同一种列：每种只能有一列。`,
  en: `“${printed}” and “${other}” are mapped to the same: there can be one of each only.`,
});

const unknownKey = (key: string): Bilingual => ({
  zh: `不认识的键“${key}”：可写 name、publisher、heads、amountUnit。`,
  en: `Unknown key “${key}”: there are name, publisher, heads, amountUnit.`,
});

function valueAt(given: unknown, path: RecipeProblem["path"]): unknown {
  let value = given;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === String(part))?.[1];
  }
  return value;
}
