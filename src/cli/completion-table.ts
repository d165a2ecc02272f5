import type { Command, Option } from "commander";

/** A flag as a shell completes it — 可补全的选项. */
export interface CompletedFlag {
  readonly flag: string;
  readonly about: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
}

/** A command as a shell completes it — 可补全的命令. */
export interface CompletedCommand {
  readonly name: string;
  readonly about: string;
  readonly flags: readonly CompletedFlag[];
  /** What its arguments may be; files where empty. */
  readonly choices: readonly string[];
}

/** All that a shell needs to know of the program — 补全表. Global flags are part of every command. */
export interface CompletionTable {
  readonly global: readonly CompletedFlag[];
  readonly commands: readonly CompletedCommand[];
}

/** What the program itself says of its commands and flags — 取补全表. */
export function completionTable(program: Command): CompletionTable {
  const help = {
    flag: "--help",
    about: program.createHelp().optionDescription(helpOf(program)),
    takesValue: false,
    choices: [],
  };
  const global = [...program.options.flatMap(flagOf), help];
  return {
    global,
    commands: program.commands.map((command) => ({
      name: command.name(),
      about: command.description(),
      flags: [...command.options.flatMap(flagOf), ...global],
      choices: command.registeredArguments.flatMap((one) => one.argChoices ?? []),
    })),
  };
}

function helpOf(program: Command): Option {
  const help = program
    .createHelp()
    .visibleOptions(program)
    .find((option) => option.long === "--help");
  if (!help) throw new Error("the program has no --help");
  return help;
}

function flagOf(option: Option): readonly CompletedFlag[] {
  if (option.long === undefined || option.long === null) return [];
  const values = option.flags.includes("<zh|en>") ? ["zh", "en"] : [];
  return [
    {
      flag: option.long,
      about: option.description,
      takesValue: option.required || option.optional,
      choices: option.argChoices ?? values,
    },
  ];
}
