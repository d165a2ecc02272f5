import type { Command } from "commander";
import type { Bilingual, Language } from "../domain/result.ts";
import type { Settings, SomeSettings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

/** What every command is declared with — 命令行环境. */
export interface Cli {
  readonly language: Language;
  readonly version: string;
  /** A text of ours in the language of the person. */
  words(both: Bilingual): string;
  /** Defaults < file < environment < these flags; a mistake in one of them is a refusal. */
  settings(flags: SomeSettings): Settings;
  terminal(): Terminal;
}

/** Adds one command to the program: its words, its options, and what it does, loaded when it is called — 声明一个命令. */
export type DeclareCommand = (program: Command, cli: Cli) => void;
