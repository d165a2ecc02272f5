import type { Result } from "../domain/result.ts";
import type { ColumnRecipe } from "../read/recipe.ts";
import type { SeenColumns } from "../read/seen-columns.ts";
import type { Key, Store } from "../store/store.ts";
import { type BoundedOptions, readAndSeeBounded } from "./bounded/read-bounded.ts";
import type { ImportRefusal } from "./import-refusals.ts";
import { knowingIn, offeredRecipes } from "./kept-recipes.ts";

/** A kept file whose columns a person wants to tell anew — 重新对照的文件. */
export interface FileToMap {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly region: number;
  readonly pasted?: "html" | "text";
  /** What it was read by. */
  readonly recipe: ColumnRecipe | undefined;
}

/** Takes a kept file out to have its columns told anew; `undefined` where it is not the current version — 取出待重新对照. */
export async function fileToMap(store: Store, key: Key): Promise<FileToMap | undefined> {
  const document = await store.document(key);
  const bytes = document?.row.current ? await store.sourceBytes(key) : undefined;
  if (!document || !bytes) return undefined;
  const { recipe, pasted } = knowingIn(document.known);
  return { name: document.row.fileName, bytes, region: key.region, ...(pasted ? { pasted } : {}), recipe };
}

/** Looks at the columns of a file, whatever layout it has, and keeps nothing — 查看各列. */
export async function seeColumnsOf(
  store: Store,
  { name, bytes, pasted }: Pick<FileToMap, "name" | "bytes" | "pasted">,
  options: BoundedOptions,
): Promise<Result<SeenColumns, ImportRefusal>> {
  const seek = { recipes: await offeredRecipes(store), always: true };
  const read = await readAndSeeBounded({ name, bytes, seek, ...(pasted ? { pasted } : {}) }, options);
  if (!read.ok) return read;
  const { seen } = read.value;
  return { ok: true, value: seen ?? { heads: [], fitting: [], publisher: undefined, title: undefined } };
}
