import { relative } from "node:path";
import { type FindingsFile, findingsJson, findingsText } from "../../publish/findings.ts";
import { sarifLog } from "../../publish/sarif.ts";
import { readText } from "../../read/read-source.ts";
import { runChecks } from "../../rules/run-checks.ts";
import { eachFile } from "../each-file.ts";
import { exitCodes } from "../exit-codes.ts";
import type { CheckFormat } from "../output-formats.ts";
import type { Terminal } from "../terminal.ts";

/** `jiheng check` — 审核文件. Ends with 3 where an error was found; warnings alone are no failure. */
export async function checkFiles(terminal: Terminal, paths: readonly string[], format: CheckFormat): Promise<void> {
  const files: FindingsFile[] = [];
  await eachFile(terminal, paths, async ({ path, name, bytes }) => {
    const reading = readText({ name, bytes });
    const report = runChecks(reading);
    files.push({ path: path === "-" ? name : path, reading, report });
    const wrong = reading.tables.length === 0 || report.findings.some((finding) => finding.severity === "error");
    return wrong ? exitCodes.problemsInData : exitCodes.done;
  });
  if (files.length === 0) return;
  await terminal.write(textOf(files, format, terminal));
}

function textOf(files: readonly FindingsFile[], format: CheckFormat, { language, paint }: Terminal): string {
  switch (format) {
    case "text":
      return findingsText(files, language, paint);
    case "json":
      return `${JSON.stringify(findingsJson(files), null, 1)}\n`;
    case "sarif": {
      const fromHere = files.map((file) => ({ ...file, path: relative(process.cwd(), file.path) }));
      return `${JSON.stringify(sarifLog(fromHere, language), null, 1)}\n`;
    }
  }
}
