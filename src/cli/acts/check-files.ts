import { createHash } from "node:crypto";
import { relative } from "node:path";
import { type CheckedFile, findingsJson, findingsText } from "../../publish/findings.ts";
import { sarifLog } from "../../publish/sarif.ts";
import type { ColumnRecipe } from "../../read/recipe.ts";
import { runChecks } from "../../rules/run-checks.ts";
import { readBounded } from "../../workflow/bounded/read-bounded.ts";
import type { BatchOptions } from "../batch-options.ts";
import { eachFile } from "../each-file.ts";
import { exitCodes } from "../exit-codes.ts";
import { openJournal } from "../journal.ts";
import type { CheckFormat } from "../output-formats.ts";
import { recipeMark } from "../recipe-option.ts";
import type { Terminal } from "../terminal.ts";

interface CheckOptions extends BatchOptions {
  readonly format: CheckFormat;
  readonly recipe?: ColumnRecipe;
}

const endings: Readonly<Record<CheckFormat, string>> = { text: "txt", json: "json", sarif: "sarif" };

/** `jiheng check` — 审核文件. Ends with 3 where an error was found; warnings alone are no failure. */
export async function checkFiles(
  terminal: Terminal,
  paths: readonly string[],
  { format, recipe, jobs, out }: CheckOptions,
): Promise<void> {
  const journal =
    out === undefined ? undefined : openJournal(out, `check ${format} ${recipeMark(recipe)}`.trim(), endings[format]);
  const files: CheckedFile[] = [];
  await eachFile<CheckedFile>(
    terminal,
    paths,
    { jobs, journal },
    {
      async act({ path: given, name, bytes }, work) {
        const path = given === "-" ? name : given;
        const result = await readBounded({ name, bytes, ...(recipe ? { recipe } : {}) }, work);
        if (!result.ok) {
          const sha256 = createHash("sha256").update(bytes).digest("hex");
          return {
            end: exitCodes.problemsInData,
            result: { path, sha256, bytes: bytes.length, refusal: result.refusal },
          };
        }
        const reading = result.value;
        const report = runChecks(reading);
        const wrong = reading.tables.length === 0 || report.findings.some((finding) => finding.severity === "error");
        return { end: wrong ? exitCodes.problemsInData : exitCodes.done, result: { path, reading, report } };
      },
      async show(file) {
        files.push(file);
      },
      async text(file) {
        return textOf([file], format, { language: terminal.language, paint: (_, word) => word });
      },
    },
  );
  if (files.length === 0) return;
  await terminal.write(textOf(files, format, terminal));
}

function textOf(
  files: readonly CheckedFile[],
  format: CheckFormat,
  { language, paint }: Pick<Terminal, "language" | "paint">,
): string {
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
