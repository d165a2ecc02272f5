import { type Command, Option } from "commander";
import type { Cli } from "./cli.ts";
import { exitCodes } from "./exit-codes.ts";
import { CommandRefusal } from "./terminal.ts";

/** `--format x`, and `--x` for short — 输出格式选项. */
export function addFormats<Format extends string>(
  command: Command,
  cli: Cli,
  formats: readonly [Format, ...Format[]],
): Command {
  const words = cli.words({ zh: "输出格式", en: "output format" });
  command.addOption(new Option("--format <format>", words).choices(formats).default(undefined, formats[0]));
  for (const format of formats) {
    const same = cli.words({ zh: `即 --format ${format}`, en: `same as --format ${format}` });
    command.addOption(new Option(`--${format}`, same));
  }
  return command;
}

/** The one format that was asked for, else the first, usual one — 选定的格式. */
export function chosenFormat<Format extends string>(
  options: Readonly<Record<string, unknown>>,
  formats: readonly [Format, ...Format[]],
): Format {
  const asked = formats.filter((format) => options[format] === true || options.format === format);
  if (asked.length <= 1) return asked[0] ?? formats[0];
  throw new CommandRefusal(
    {
      zh: `只能选一种输出格式，给出的有：${asked.join("、")}。`,
      en: `One output format at a time; these were given: ${asked.join(", ")}.`,
    },
    exitCodes.usage,
  );
}
