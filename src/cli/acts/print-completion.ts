import type { Command } from "commander";
import { completionScript } from "../completion-scripts.ts";
import { completionTable } from "../completion-table.ts";
import type { Shell } from "../output-formats.ts";
import type { Terminal } from "../terminal.ts";

/** `jiheng completion` — 输出命令补全脚本, made from the very program that parses. */
export async function printCompletion(terminal: Terminal, program: Command, shell: Shell): Promise<void> {
  await terminal.write(completionScript(completionTable(program), shell));
}
