import type { Command } from "commander";
import type { Cli } from "./cli.ts";

/** `--store`: a file, or a server's address — 数据位置选项. */
export const addStore = (command: Command, { words }: Cli): Command =>
  command.option(
    "--store <location>",
    words({
      zh: "数据位置：文件路径或 postgres://…（默认 data/jiheng.sqlite）",
      en: "where data is kept: a path or postgres://… (default data/jiheng.sqlite)",
    }),
  );
