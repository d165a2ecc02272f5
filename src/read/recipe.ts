import { z } from "zod";
import type { Span } from "../domain/place.ts";
import type { Line } from "./cells.ts";
import {
  aspectRoles,
  bareHead,
  type HeadRole,
  headPath,
  headWords,
  type MoreWords,
  roleOfHead,
} from "./layouts/header-words.ts";
import type { HeadSettings } from "./layouts/layout.ts";
import type { SourceDocument } from "./source-document.ts";

/** Everything that a column can be said to hold — 列的角色. */
export const recipeRoles: readonly HeadRole[] = [...(Object.keys(headWords) as HeadRole[]), ...aspectRoles]; // its own keys

/** A role by its name here or by a head that such columns are known to have: `total`, `总计`, `金额` — 列的角色. */
const roleNamed = (name: unknown): unknown => (typeof name === "string" && roleOfHead(name)) || name;

/**
 * What a person said of the columns of one publisher's tables — 列对照表: which head means what, for tables whose heads are
 * not of the known words. A small JSON file.
 */
export const columnRecipeSchema = z.strictObject({
  name: z.string().trim().min(1, "请填写列对照表的名称 / name the recipe"),
  /** The name of the publisher as its tables print it. */
  publisher: z.string().trim().min(1).optional(),
  heads: z
    .array(
      z.strictObject({
        /** The head as printed; under a head that spans it `上级/下级`. */
        printed: z.string().trim().min(1).max(80),
        is: z.preprocess(
          roleNamed,
          z.custom<HeadRole>((role) => recipeRoles.some((one) => one === role), "未知的列角色 / no such role"),
        ),
      }),
    )
    .min(1, "至少对照一列 / map at least one column")
    .max(100),
  amountUnit: z.enum(["元", "万元", "亿元"]).optional(),
});
/** 列对照表. */
export type ColumnRecipe = z.infer<typeof columnRecipeSchema>;

/** A recipe as the layouts take it — 列对照表转表头用词. */
export function headSettingsOf(recipe: ColumnRecipe): HeadSettings {
  return { more: wordsOf(recipe), amountUnit: recipe.amountUnit };
}

function wordsOf({ heads }: ColumnRecipe): MoreWords {
  return new Map(heads.map(({ printed, is }) => [headPath(printed.split("/")), is]));
}

/** Where the heads that a recipe names stand in a document — 列对照表所用之处. */
export function headsMapped(recipe: ColumnRecipe, lines: readonly Line[]): readonly Span[] {
  const words = leafWords(recipe);
  const spans: Span[] = [];
  for (const { cells } of lines) {
    if (cells.some(({ text }) => text.length > longestHead)) continue;
    const own = cells.filter(({ text }) => words.has(bareHead(text)));
    if (own.length > 0) spans.push(...own.map(({ span }) => span));
    if (spans.length >= words.size) return spans;
  }
  return spans;
}

const longestHead = 80;
const leafWords = ({ heads }: ColumnRecipe): ReadonlySet<string> =>
  new Set(heads.map(({ printed }) => bareHead(printed.split("/").at(-1)!)));

/** So many of a recipe's heads must stand in a document, close to each other. */
const enough = 0.8;
/** Lines of one head. */
const headLines = 4;

/**
 * Whether a recipe was made for tables like these — 列对照表是否适用: its publisher is named, where it has one, and its heads
 * stand together. The same publisher's file of the next year fits.
 */
export function recipeFits(recipe: ColumnRecipe, document: SourceDocument): boolean {
  const bare = (text: string): string => text.replace(/\s+/gu, "");
  if (recipe.publisher !== undefined) {
    const publisher = bare(recipe.publisher);
    const isNamed = document.lines.some(({ cells }) => cells.some(({ text }) => bare(text).includes(publisher)));
    if (!isNamed && !bare(document.description.name).includes(publisher)) return false;
  }
  const words = leafWords(recipe);
  return document.lines.some((_, at) => {
    const found = new Set<string>();
    for (const { cells } of document.lines.slice(at, at + headLines))
      for (const { text } of cells) {
        const word = text.length > longestHead ? "" : bareHead(text);
        if (words.has(word)) found.add(word);
      }
    return found.size >= enough * words.size;
  });
}
