import { readRecipe } from "../read/read-recipe.ts";
import type { ColumnRecipe } from "../read/recipe.ts";
import { exitCodes } from "./exit-codes.ts";
import { jsonLines } from "./json-lines.ts";
import { refusalOf } from "./known-troubles.ts";
import { CommandRefusal, type Terminal } from "./terminal.ts";

/** The recipe in a file that `--recipe` names — 读取列对照表文件. All that is wrong with it is told at once, line by line. */
export async function recipeFile(terminal: Terminal, path: string): Promise<ColumnRecipe> {
  const bytes = await terminal.readBytes(path, new AbortController().signal).catch((error: unknown) => {
    throw refusalOf(error, path) ?? error;
  });
  return recipeOfText(path, new TextDecoder().decode(bytes));
}

/** The same of a text. */
export function recipeOfText(path: string, text: string): ColumnRecipe {
  const read = readRecipe(parsed(path, text));
  if (read.ok) return read.recipe;
  const lines = jsonLines(text);
  const places = read.problems.map(({ path: at, words }) => {
    let up = at.length;
    while (up > 0 && !lines.has(at.slice(0, up).join("/"))) up--;
    const place = `${path}:${lines.get(at.slice(0, up).join("/")) ?? 1}`;
    const name = at.length === 0 ? "" : ` ${at.join("/")}`;
    return { zh: `${place}${name} ${words.zh}`, en: `${place}${name} ${words.en}` };
  });
  throw new CommandRefusal(
    { zh: places.map(({ zh }) => zh).join("\n"), en: places.map(({ en }) => en).join("\n") },
    exitCodes.usage,
  );
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const line = /line (\d+)/.exec(error.message)?.[1];
    const at = line === undefined ? path : `${path}:${line}`;
    throw new CommandRefusal(
      {
        zh: `${at} 不是 JSON：${error.message}。可用 jiheng read 文件 --recipe-draft 写出一份再改。`,
        en: `${at} is not JSON: ${error.message}. Let jiheng read FILE --recipe-draft write one, and edit it.`,
      },
      exitCodes.usage,
    );
  }
}
