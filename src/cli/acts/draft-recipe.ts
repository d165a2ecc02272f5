import { basename } from "node:path";
import type { HeadCandidate } from "../../read/head-candidates.ts";
import type { SeenColumns } from "../../read/seen-columns.ts";
import { readAndSeeBounded } from "../../workflow/bounded/read-bounded.ts";
import { roleGroups, roleInWords } from "../../workflow/column-roles.ts";
import { exitCodes } from "../exit-codes.ts";
import { refusalOf } from "../known-troubles.ts";
import { CommandRefusal, type Terminal } from "../terminal.ts";
import { complainOfRefusal } from "./refusal-in-words.ts";

/**
 * `jiheng read 文件 --recipe-draft` — 写出列对照表草稿: the likeliest head of a file with what each column may hold, to be
 * edited and given to `--recipe`. What nothing is known of is `?`.
 */
export async function draftRecipe(terminal: Terminal, paths: readonly string[]): Promise<void> {
  const [path] = paths;
  if (path === undefined || paths.length > 1) throw oneAtATime;
  await terminal.interruptible(async (signal) => {
    const bytes = await terminal.readBytes(path, signal).catch((error: unknown) => {
      throw refusalOf(error, path) ?? error;
    });
    const name = path === "-" ? "stdin" : basename(path);
    const read = await readAndSeeBounded({ name, bytes, seek: { recipes: [], always: true } }, { signal });
    if (!read.ok) {
      complainOfRefusal(terminal, path, read.refusal);
      return terminal.end(exitCodes.problemsInData);
    }
    const { reading, seen } = read.value;
    const [head, ...others] = seen?.heads ?? [];
    if (!seen || !head) {
      terminal.complain({
        zh: `${path} 没有找到像表头的行。请确认文件里有表格。`,
        en: `${path}: no line looks like the head of a table. Make sure that there is one.`,
      });
      return terminal.end(exitCodes.problemsInData);
    }
    await terminal.write(draftOf(seen, head, name));
    explain(terminal, head, others, reading.tables.length > 0);
    terminal.end(exitCodes.done);
  });
}

const oneAtATime = new CommandRefusal(
  { zh: "--recipe-draft 一次只看一份文件。", en: "--recipe-draft looks at one file at a time." },
  exitCodes.usage,
);

/** A column a line, so that it can be edited and a problem has a line. */
function draftOf({ publisher, title }: SeenColumns, { columns }: HeadCandidate, name: string): string {
  const quoted = (text: string): string => JSON.stringify(text);
  const own = title
    ?.replace(publisher ?? "", "")
    .replace(/\d{4}\s?年?度?/u, "")
    .trim();
  const heads = mapped(columns).map(({ printed, role }) => {
    const is = role === undefined ? "?" : roleInWords(role).zh.replace(/（.*$/u, "");
    return `    { "printed": ${quoted(printed)}, "is": ${quoted(is)} }`;
  });
  return [
    "{",
    `  "name": ${quoted(own || name)},`,
    ...(publisher === undefined ? [] : [`  "publisher": ${quoted(publisher)},`]),
    '  "heads": [',
    heads.join(",\n"),
    "  ]",
    "}",
    "",
  ].join("\n");
}

/** Each head once, those without a Chinese word left out: no recipe can name them. */
const mapped = (columns: HeadCandidate["columns"]): HeadCandidate["columns"] =>
  columns.filter(
    ({ printed }, at) =>
      printed.split("/").at(-1) !== "" && columns.findIndex((other) => other.printed === printed) === at,
  );

function explain(terminal: Terminal, head: HeadCandidate, others: readonly HeadCandidate[], isKnown: boolean): void {
  if (isKnown)
    terminal.say({
      zh: "这份文件的版式已经认识，通常不需要列对照表。",
      en: "The layout of this file is known: a recipe is usually not needed.",
    });
  const more = others.map(({ line }) => line);
  terminal.say({
    zh: `取第 ${head.line} 行起的表头${more.length > 0 ? `；其他可能的表头在第 ${more.join("、")} 行` : ""}。`,
    en: `Taken from the head at line ${head.line}${more.length > 0 ? `; others may be at ${more.join(", ")}` : ""}.`,
  });
  for (const { printed, samples, because } of mapped(head.columns)) {
    const [zh, en] = because === undefined ? ["？", "?"] : certainty[because];
    const shown = samples.map((sample) => sample.slice(0, 20)).join(" | ");
    terminal.say({ zh: `  ${printed}（${zh}）：${shown}`, en: `  ${printed} (${en}): ${shown}` });
  }
  const roles = roleGroups.flatMap(({ roles }) => roles.map(({ label }) => label.zh.replace(/（.*$/u, "")));
  terminal.say({
    zh: `请核对每个 is，“?”改成这一列的意思，不读的列删去；然后用 --recipe 给出这个文件。可写：${roles.join("、")}。`,
    en: `Check every “is”, put what the column holds for “?”, delete the columns that are not to be read, and give the file with --recipe. There are: ${roles.join(", ")}.`,
  });
}

const certainty = {
  word: ["按用词认出", "known word"],
  likeness: ["按相近用词推断", "inferred from a similar word"],
  content: ["按内容推断", "inferred from its content"],
} as const;
