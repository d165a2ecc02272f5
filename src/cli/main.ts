import { CommanderError } from "commander";
import type { Bilingual } from "../domain/result.ts";
import type { DeclareCommand } from "./cli.ts";
import { declareCheck } from "./commands/check.ts";
import { declareCompletion } from "./commands/completion.ts";
import { declareConfig } from "./commands/config.ts";
import { declareEnqueue } from "./commands/enqueue.ts";
import { declareExample } from "./commands/example.ts";
import { declareExport } from "./commands/export.ts";
import { declareImport } from "./commands/import.ts";
import { declareQueue } from "./commands/queue.ts";
import { declareRead } from "./commands/read.ts";
import { declareSchema } from "./commands/schema.ts";
import { declareSearch } from "./commands/search.ts";
import { declareServe } from "./commands/serve.ts";
import { declareWork } from "./commands/work.ts";
import { exitCodes } from "./exit-codes.ts";
import { usageInWords } from "./help-words.ts";
import { refusalOf } from "./known-troubles.ts";
import { makeProgram } from "./program.ts";

/** All commands, in the order in which one meets them — 命令清单. */
const commands: readonly DeclareCommand[] = [
  declareRead,
  declareCheck,
  declareImport,
  declareEnqueue,
  declareWork,
  declareQueue,
  declareSearch,
  declareExport,
  declareServe,
  declareExample,
  declareSchema,
  declareConfig,
  declareCompletion,
];

const { program, cli } = makeProgram(commands, process.argv.slice(2), process.env);
process.once("uncaughtException", (error) => {
  tell(error);
  process.exit();
});
try {
  await program.parseAsync();
} catch (error) {
  tell(error);
}

/** The last word of a command that did not do its work: a sentence and an exit code, never a bare stack. */
function tell(error: unknown): void {
  const terminal = cli.terminal();
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0 && error.code !== "commander.help") terminal.complain(usageInWords(error));
    terminal.end(error.exitCode === 0 ? exitCodes.done : exitCodes.usage);
    return;
  }
  const refusal = refusalOf(error);
  terminal.complain(refusal?.words ?? unexpected(error));
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (!refusal || refusal.cause !== undefined) terminal.detail({ zh: stack, en: stack });
  terminal.end(refusal?.code ?? exitCodes.unexpectedFailure);
}

function unexpected(error: unknown): Bilingual {
  const said = error instanceof Error ? error.message : String(error);
  return {
    zh: `意外失败，这是绩衡的错：${said}。请加上 --verbose 再运行一次，把输出连同文件一起报告给维护者。`,
    en: `Unexpected failure, our mistake: ${said}. Run it again with --verbose and report what it prints, with the file.`,
  };
}
