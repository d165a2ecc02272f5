import type { ColumnsForm, RecipeForm } from "../../api/contract/recipe-views.ts";

const units = ["元", "万元", "亿元"] as const;

/** What the form about columns sent — 列对照表单: the kept recipe that was chosen, or one as it was told. */
export function sentColumns(form: URLSearchParams): ColumnsForm {
  const who = form.get("who")?.trim().slice(0, 60) ?? "";
  const use = form.get("use");
  return use === null ? { who, recipe: sentRecipe(form) } : { who, use };
}

/** Each select stands behind the head that it speaks of. */
function sentRecipe(form: URLSearchParams): RecipeForm {
  const said = form.getAll("is");
  const publisher = form.get("publisher")?.trim() ?? "";
  const amountUnit = units.find((unit) => unit === form.get("amountUnit"));
  return {
    name: form.get("name")?.trim() ?? "",
    ...(publisher === "" ? {} : { publisher }),
    heads: form.getAll("printed").flatMap((printed, at) => {
      const is = said[at] ?? "";
      return is === "" ? [] : [{ printed, is }];
    }),
    ...(amountUnit ? { amountUnit } : {}),
  };
}

/** Which of the likely heads was looked at, from 0. */
export function headShown(asked: string | null): number {
  return asked !== null && /^[1-9]$/.test(asked) ? Number(asked) - 1 : 0;
}
