import type { Store } from "../../store/store.ts";
import { importFile } from "../../workflow/import-file.ts";
import { eachFile } from "../each-file.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";

export interface ImportOptions {
  readonly region?: number;
  readonly year?: number;
  readonly sourceUrl?: string;
}

/** `jiheng import` — 文件入库: read, checked and kept, each file in one transaction. */
export async function importCommand(
  terminal: Terminal,
  store: Store,
  paths: readonly string[],
  options: ImportOptions,
): Promise<void> {
  await eachFile(terminal, paths, async ({ name, bytes }): Promise<ExitCode> => {
    const result = await importFile(store, { name, bytes, ...options, actor: "cli" });
    if (!result.ok) {
      const { message, hint, line } = result.refusal;
      const at = line === undefined ? name : `${name}:${line}`;
      terminal.say({ zh: `${at} ${message.zh}${hint.zh}`, en: `${at} ${message.en} ${hint.en}` });
      return exitCodes.problemsInData;
    }
    const { outcome, findings } = result.value;
    const errors = findings.filter((one) => one.severity === "error").length;
    terminal.write(`${JSON.stringify({ file: name, ...summaryOf(outcome), errors, findings: findings.length })}\n`);
    return exitCodes.done;
  });
}

type Outcome = Extract<Awaited<ReturnType<typeof importFile>>, { ok: true }>["value"]["outcome"];

function summaryOf(outcome: Outcome): object {
  const { region, year, id } = outcome.document;
  const document = `${region}/${year}/${id}`;
  switch (outcome.kind) {
    case "already-here":
      return { outcome: outcome.kind, document };
    case "new":
      return { outcome: outcome.kind, document, projects: outcome.projects, indicators: outcome.indicators };
    case "new-version":
      return {
        outcome: outcome.kind,
        document,
        version: outcome.version,
        projects: outcome.projects,
        indicators: outcome.indicators,
        differences: outcome.differences.length,
      };
  }
}
