import { expect, test } from "vitest";
import { recipeRoles } from "../read/recipe.ts";
import { roleGroups } from "./column-roles.ts";

test("every role can be chosen, once, by a label of its own; of cost and satisfaction as aspects the classes speak", () => {
  const offered = roleGroups.flatMap(({ roles }) => roles);
  expect(offered.map(({ role }) => role).sort()).toEqual(
    recipeRoles.filter((role) => role !== "aspect-14" && role !== "aspect-31").sort(),
  );
  for (const language of ["zh", "en"] as const) {
    const labels = offered.map(({ label }) => label[language]);
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([]);
  }
});
