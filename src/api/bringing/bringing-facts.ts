import { archiveFormat, fileFormats } from "../../domain/file-formats.ts";
import type { Store } from "../../store/store.ts";
import { roleGroups } from "../../workflow/column-roles.ts";
import { pastedImport } from "../../workflow/pasted-import.ts";
import { fileToMap } from "../../workflow/see-columns.ts";
import { toldRecipe } from "../../workflow/told-recipe.ts";
import type { BringingFacts } from "../contract/bringing-facts.ts";
import { defaultFileLimit } from "../file-limit.ts";
import type { Imports } from "../imports.ts";
import { badRecipe, fileGone, nobody, noSuchRecipe, nothingPasted, nothingToTell } from "../problem.ts";
import { documentPage } from "../row-views.ts";
import { recipeForm, recipeView } from "./recipe-view.ts";

/** How files are brought, over a store — 导入的事实. */
export function bringingFacts(
  store: Store,
  imports: Imports,
  fileLimit: number = defaultFileLimit,
  now: () => Date = () => new Date(),
): BringingFacts {
  const find = async (id: string) => (await store.recipes()).find((recipe) => recipe.id === id);
  return {
    formats: [...fileFormats, archiveFormat].map(({ name, endings }) => ({ name: { ...name }, endings })),
    fileLimit,
    roles: roleGroups.map(({ label, roles }) => ({
      label: { ...label },
      roles: roles.map((one) => ({ role: one.role, label: { ...one.label } })),
    })),
    startSeveral: (files) => imports.startSeveral(files, now()),
    startPasted({ name, html, text, year }) {
      if (html.trim() === "" && text.trim() === "") throw nothingPasted();
      return imports.start({ ...pastedImport({ name, html, text }), ...(year === undefined ? {} : { year }) }, now());
    },
    async tellColumns(id, { recipe, use, who }) {
      const asked = imports.asks(id);
      if (!asked) return undefined;
      if (who.trim() === "") throw nobody();
      const told = await toldRecipe(store, { recipe, use });
      if (told.kind === "no-such-recipe") throw noSuchRecipe();
      if (told.kind === "wrong") throw badRecipe(told.problems);
      if (asked.several) {
        const kept = use === undefined ? undefined : await find(use);
        if (!kept) throw nothingToTell();
        imports.tellEach(id, kept, { recipe: told.recipe, toldBy: who.trim() });
      } else {
        if (!asked.atHand) throw fileGone();
        imports.tell(id, { recipe: told.recipe, toldBy: who.trim(), ...(told.isKept ? {} : { recipeBy: who.trim() }) });
      }
      return imports.find(id);
    },
    async askColumns(key) {
      const file = await fileToMap(store, key);
      if (!file) return undefined;
      const { recipe, ...bare } = file;
      return imports.startAsking({ ...bare, ...(recipe ? { recipe } : {}) }, documentPage(key), now());
    },
    recipes: async () => (await store.recipes()).map(recipeView),
    async recipe(id) {
      const found = await find(id);
      return found && recipeView(found);
    },
    async recipeFile(id) {
      const found = await find(id);
      return found && recipeForm(found);
    },
    async removeRecipe(id, who) {
      if (who.trim() === "") throw nobody();
      const removed = await store.removeRecipe(id, { who: who.trim(), at: now() });
      return removed && recipeView(removed);
    },
  };
}
