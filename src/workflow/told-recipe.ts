import type { Bilingual } from "../domain/result.ts";
import { readRecipe } from "../read/read-recipe.ts";
import type { ColumnRecipe } from "../read/recipe.ts";
import type { Store } from "../store/store.ts";
import { recipeIn } from "./kept-recipes.ts";

/** How a person tells the columns of a file: by a recipe of their own, or by one that is kept — 列对照的说法. */
export interface ToldColumns {
  readonly recipe?: unknown;
  /** Id of the kept one. */
  readonly use?: string | undefined;
}

/** What was told, as readers take it, or all that is wrong with it — 读懂列对照. */
export type ToldRecipe =
  | { readonly kind: "told"; readonly recipe: ColumnRecipe; readonly isKept: boolean }
  | { readonly kind: "wrong"; readonly problems: readonly { readonly path: string; readonly words: Bilingual }[] }
  | { readonly kind: "no-such-recipe" };

/** 读懂列对照. */
export async function toldRecipe(store: Store, { recipe, use }: ToldColumns): Promise<ToldRecipe> {
  if (use !== undefined) {
    const found = (await store.recipes()).find(({ id }) => id === use);
    if (!found) return { kind: "no-such-recipe" };
    const { id: _, who: __, at: ___, ...words } = found;
    const known = recipeIn(words);
    return known ? { kind: "told", recipe: known, isKept: true } : { kind: "no-such-recipe" };
  }
  const read = readRecipe(recipe);
  if (read.ok) return { kind: "told", recipe: read.recipe, isKept: false };
  return { kind: "wrong", problems: read.problems.map(({ path, words }) => ({ path: path.join("/"), words })) };
}
