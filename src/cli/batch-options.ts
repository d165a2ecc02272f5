import type { Command } from "commander";
import type { Cli } from "./cli.ts";
import { argument, jobsValue } from "./option-values.ts";

/** How many files are worked on together, and where their results go — 批量处理的选项. */
export interface BatchOptions {
  readonly jobs?: number;
  readonly out?: string;
}

/** `--jobs` and `--out`, for commands that take many files — 批量选项. */
export function addBatch(command: Command, { language, words }: Cli): Command {
  return command
    .option(
      "--jobs <n>",
      words({ zh: "同时处理几个文件（默认随处理器数）", en: "files at a time (default: as many as processors)" }),
      argument(jobsValue, language),
    )
    .option(
      "--out <folder>",
      words({
        zh: "每个文件的结果写到这个文件夹；再次运行时接着做",
        en: "write a result for each file here; run again to go on where it stopped",
      }),
    );
}
