import type { StoredRecipe } from "../../store/store.ts";
import type { ColumnsView, HeadView, RecipeForm } from "../contract/recipe-views.ts";
import { recipeView } from "./recipe-view.ts";

/** What the reader saw of a file whose columns may be told. */
export interface Seen {
  readonly heads: readonly {
    readonly line: number;
    readonly lines: number;
    readonly columns: readonly {
      readonly printed: string;
      readonly role: string | undefined;
      readonly because: HeadView["columns"][number]["because"] | undefined;
      readonly samples: readonly string[];
    }[];
  }[];
  readonly fitting: readonly string[];
  readonly publisher: string | undefined;
  readonly title: string | undefined;
}

/** Whether a recipe is for the tables of a file: it fitted, or was made of the very same heads since. */
export function isFitting({ id, heads }: StoredRecipe, seen: Seen): boolean {
  if (seen.fitting.includes(id)) return true;
  return seen.heads.some(({ columns }) => {
    const printed = new Set(columns.map((column) => column.printed));
    return heads.every((head) => printed.has(head.printed));
  });
}

/** The columns of a file as a page asks about them — 待对照的文件. */
export function columnsView(
  seen: Seen,
  recipes: readonly StoredRecipe[],
  tried: RecipeForm | undefined,
  until: Date | undefined,
): ColumnsView {
  return {
    until: until?.toISOString() ?? null,
    heads: seen.heads.map(({ line, lines, columns }) => ({ line, lines, columns: oncePrinted(columns) })),
    fitting: recipes.filter((recipe) => isFitting(recipe, seen)).map(recipeView),
    tried: tried ?? null,
    publisher: seen.publisher ?? null,
    name: nameFor(seen.title, seen.publisher),
  };
}

/** Two columns under one head are one to a recipe. */
function oncePrinted(columns: Seen["heads"][number]["columns"]): HeadView["columns"] {
  const byHead = new Map<string, HeadView["columns"][number]>();
  for (const [at, { printed, role, because, samples }] of columns.entries()) {
    const bare = printed.split("/").at(-1) === "" ? "" : printed;
    const before = byHead.get(bare || String(at));
    if (before) before.samples.push(...samples);
    else
      byHead.set(bare || String(at), {
        printed: bare,
        role: role ?? null,
        because: because ?? null,
        samples: [...samples],
      });
  }
  return [...byHead.values()];
}

/** The title without its year and its publisher. */
function nameFor(title: string | undefined, publisher: string | undefined): string | null {
  const bare = (title ?? "")
    .replace(/\s+/gu, "")
    .replace(publisher ?? "", "")
    .replace(/[（(]?\d{4}年?度?[)）]?/u, "");
  return bare === "" ? null : bare.slice(0, 40);
}
