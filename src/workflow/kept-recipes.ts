import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { readRecipe } from "../read/read-recipe.ts";
import type { ColumnRecipe } from "../read/recipe.ts";
import type { OfferedRecipe } from "../read/seen-columns.ts";
import type { BroughtKnowing, RecipeWords, Store } from "../store/store.ts";
import type { ImportRequest } from "./import-request.ts";

/** So many are tried on a file that opens no known layout. */
const mostOffered = 200;

/** The recipes that a file may be read by, newest first — 可沿用的列对照表. */
export async function offeredRecipes(store: Store): Promise<readonly OfferedRecipe[]> {
  const kept = (await store.recipes()).slice(0, mostOffered);
  return kept.flatMap(({ id, who: _, at: __, ...words }) => {
    const recipe = recipeIn(words);
    return recipe ? [{ id, recipe }] : [];
  });
}

/** A kept recipe as the layouts take it; `undefined` where it speaks of columns that this program does not know. */
export function recipeIn(words: RecipeWords): ColumnRecipe | undefined {
  const read = readRecipe(JSON.parse(JSON.stringify(words))); // what is undefined is not there
  return read.ok ? read.recipe : undefined;
}

/** What a file is read with beside its bytes — 读取时的已知信息. */
export interface Knowing {
  readonly recipe?: ColumnRecipe;
  readonly pasted?: "html" | "text";
}

/** What is said of a file now; where nothing is, what was known of the same bytes before. */
export async function knowingOf(
  store: Store | undefined,
  { bytes, region = 0, recipe, pasted }: ImportRequest,
): Promise<Knowing> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const before = knowingIn(await store?.knownOf(sha256, region));
  return { ...before, ...(recipe ? { recipe } : {}), ...(pasted ? { pasted } : {}) };
}

/** What was kept with a file, as readers take it. */
export function knowingIn(known: BroughtKnowing | undefined): Knowing {
  const recipe = known?.recipe && recipeIn(known.recipe);
  return { ...(recipe ? { recipe } : {}), ...(known?.pasted ? { pasted: known.pasted } : {}) };
}

/** The same to be kept with a file; nothing where nothing is known. */
export function kept(knowing: Knowing): { readonly known?: BroughtKnowing } {
  return knowing.recipe || knowing.pasted ? { known: knowing } : {};
}

/** Keeps a recipe that has read a file, for files of later years; the very same is kept once — 保存列对照表. */
export async function keepForLater(
  store: Store,
  recipe: ColumnRecipe,
  by: { readonly who: string; readonly at: Date },
): Promise<void> {
  const known = await offeredRecipes(store);
  if (!known.some((one) => isDeepStrictEqual(one.recipe, recipe))) await store.keepRecipe(recipe, by);
}
