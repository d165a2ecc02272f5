import type { StoredRecipe } from "../../store/store.ts";
import { roleGroups } from "../../workflow/column-roles.ts";
import type { RecipeForm, RecipeView } from "../contract/recipe-views.ts";
import { apiRoot } from "../row-views.ts";

const labels = new Map<string, RecipeView["heads"][number]["label"]>(
  roleGroups.flatMap(({ roles }) => roles).map(({ role, label }) => [role, { ...label }]),
);

/** A kept recipe in the words of the contract — 列对照表. */
export function recipeView(recipe: StoredRecipe): RecipeView {
  const { id, name, publisher, heads, who, at } = recipe;
  return {
    id,
    self: `${apiRoot}/recipes/${id}`,
    file: `${apiRoot}/recipes/${id}/file`,
    name,
    publisher: publisher ?? null,
    heads: heads.map(({ printed, is }) => ({ printed, is, label: labels.get(is) ?? { zh: is, en: is } })),
    amountUnit: unitOf(recipe) ?? null,
    who,
    at,
  };
}

/** A recipe as a file for the command line, or as a form has it. */
export function recipeForm({ name, publisher, heads, ...recipe }: Omit<StoredRecipe, "id" | "who" | "at">): RecipeForm {
  const amountUnit = unitOf(recipe);
  return {
    name,
    ...(publisher === undefined ? {} : { publisher }),
    heads: heads.map(({ printed, is }) => ({ printed, is })),
    ...(amountUnit ? { amountUnit } : {}),
  };
}

const units = ["元", "万元", "亿元"] as const;
const unitOf = ({ amountUnit }: Pick<StoredRecipe, "amountUnit">) => units.find((unit) => unit === amountUnit);
