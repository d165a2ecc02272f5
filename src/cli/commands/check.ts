import { type FindingsFile, findingsJson, findingsText } from "../../publish/findings.ts";
import { sarifLog } from "../../publish/sarif.ts";
import { readSource } from "../../read/read-source.ts";
import { runChecks } from "../../rules/run-checks.ts";
import { eachFile } from "../each-file.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";

export const checkFormats = ["text", "json", "sarif"] as const;

export interface CheckOptions {
  readonly format: (typeof checkFormats)[number];
}

/** `jiheng check` — 审核文件. Ends with 3 where an error was found; warnings alone are no failure. */
export async function checkCommand(terminal: Terminal, paths: readonly string[], options: CheckOptions): Promise<void> {
  const files: FindingsFile[] = [];
  await eachFile(terminal, paths, async ({ path, name, bytes }) => {
    const reading = readSource({ name, bytes });
    const report = runChecks(reading);
    files.push({ path, reading, report });
    const wrong = reading.tables.length === 0 || report.findings.some((finding) => finding.severity === "error");
    return wrong ? exitCodes.problemsInData : exitCodes.done;
  });
  if (options.format === "text") terminal.write(findingsText(files, terminal.language));
  else if (options.format === "json") terminal.write(`${JSON.stringify(findingsJson(files), null, 1)}\n`);
  else terminal.write(`${JSON.stringify(sarifLog(files), null, 1)}\n`);
}
