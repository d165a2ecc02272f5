import type { Command } from "commander";
import type { ColumnRecipe } from "../read/recipe.ts";
import type { Cli } from "./cli.ts";

/** `--recipe`, for commands that read files — 列对照表选项. */
export function addRecipe(command: Command, { words }: Cli): Command {
  return command.option(
    "--recipe <file>",
    words({
      zh: "列对照表（JSON）：版式不认识的表，按它说的各列读取",
      en: "column recipe (JSON): reads tables of unknown layout by what it says of their columns",
    }),
  );
}

/** The recipe that was asked for; nothing where none was. */
export async function chosenRecipe(cli: Cli, path: string | undefined): Promise<{ readonly recipe?: ColumnRecipe }> {
  if (path === undefined) return {};
  const { recipeFile } = await import("./recipe-file.ts");
  return { recipe: await recipeFile(cli.terminal(), path) };
}

/** What tells a run with one recipe from a run with another, for those that go on where they stopped. */
export const recipeMark = (recipe: ColumnRecipe | undefined): string => (recipe ? JSON.stringify(recipe) : "");
