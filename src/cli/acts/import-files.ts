import type { Finding } from "../../domain/finding.ts";
import type { Refusal } from "../../domain/result.ts";
import type { ImportDocument, ImportLine } from "../../publish/import-schema.ts";
import type { ColumnRecipe } from "../../read/recipe.ts";
import type { ImportOutcome, ImportPreview, Key, Store } from "../../store/store.ts";
import { importFile } from "../../workflow/import-file.ts";
import type { ImportRefusal } from "../../workflow/import-refusals.ts";
import type { ImportRequest } from "../../workflow/import-request.ts";
import { previewFile } from "../../workflow/preview-file.ts";
import type { BatchOptions } from "../batch-options.ts";
import { eachFile, type Work } from "../each-file.ts";
import { exitCodes } from "../exit-codes.ts";
import { openJournal } from "../journal.ts";
import type { ImportFormat } from "../output-formats.ts";
import { recipeMark } from "../recipe-option.ts";
import type { Terminal } from "../terminal.ts";
import { importInWords } from "./import-in-words.ts";

interface ImportOptions extends BatchOptions {
  readonly format: ImportFormat;
  /** Reads, checks and compares, and keeps nothing. */
  readonly dryRun: boolean;
  readonly region?: number;
  readonly year?: number;
  readonly sourceUrl?: string;
  /** Kept for later files once it has read one. */
  readonly recipe?: ColumnRecipe;
}

/** `jiheng import` — 文件入库: read, checked and kept, each file in one transaction. No store: nothing is kept yet. */
export async function importFiles(
  terminal: Terminal,
  store: Store | undefined,
  paths: readonly string[],
  { format, dryRun, jobs, out, recipe, ...options }: ImportOptions,
): Promise<void> {
  const told = recipe ? { recipe, recipeBy: "cli" } : {};
  const all: ImportLine[] = [];
  const become = dryRun || store === undefined ? previewing(store) : importing(store);
  const run = ["import", dryRun ? "dry" : "", ...Object.values(options), recipeMark(recipe)].join(" ").trim();
  const journal = out === undefined ? undefined : openJournal(out, run, "json");
  await eachFile<ImportLine>(
    terminal,
    paths,
    { jobs, journal },
    {
      async act({ path, name, bytes }, work) {
        const line = await become({ name, bytes, ...options, ...told, actor: "cli" }, work);
        if (line.outcome !== "refused") return { end: exitCodes.done, result: line };
        const at = path === "-" ? name : path;
        const place = line.line === null ? at : `${at}:${line.line}`;
        terminal.complain({ zh: `${place} ${line.message.zh}`, en: `${place} ${line.message.en}` });
        return { end: exitCodes.problemsInData, result: line };
      },
      async show(line) {
        if (format === "json") all.push(line);
        if (format === "jsonl") await terminal.write(`${JSON.stringify(line)}\n`);
        if (format === "text" && line.outcome !== "refused")
          await terminal.write(`${importInWords(line, terminal.language)}\n`);
      },
      text: async (line) => `${JSON.stringify(line)}\n`,
    },
  );
  const document: ImportDocument = { format: "jiheng-import/1", files: all };
  if (format === "json" && !journal) await terminal.write(`${JSON.stringify(document, null, 1)}\n`);
  if (dryRun) terminal.say({ zh: "试运行：什么也没有入库。", en: "Dry run: nothing was kept." });
}

type Become = (request: ImportRequest, work: Work) => Promise<ImportLine>;

/** Files are read beside each other and kept in the order in which they were given: a correction comes after what it corrects. */
const importing =
  (store: Store): Become =>
  async (request, work) => {
    const result = await importFile(store, request, {
      ...work,
      now: () => new Date(),
      onStage: (stage) => (stage === "keeping" ? work.turn() : undefined),
    });
    if (!result.ok) return refused(request, result);
    const { outcome, report } = result.value;
    return { file: request.name, ...became(outcome), document: pathOf(outcome.document), ...found(report.findings) };
  };

/** Files that would be kept by this very run are remembered, as the store would. */
function previewing(store: Store | undefined): Become {
  const seen = new Set<string>();
  return async (request, work) => {
    const result = await previewFile(store, request, work);
    await work.turn();
    if (!result.ok) return { ...refused(request, result), dryRun: true };
    const { reading, report, preview } = result.value;
    const head = { file: request.name, dryRun: true } as const;
    const { sha256 } = reading.source;
    if (seen.has(sha256)) return { ...head, outcome: "already-here", document: null, ...found(report.findings) };
    seen.add(sha256);
    const document = preview.kind === "already-here" ? pathOf(preview.document) : null;
    return { ...head, ...became(preview), document, ...found(report.findings) };
  };
}

const pathOf = ({ region, year, id }: Key): string => `${region}/${year}/${id}`;

const found = (findings: readonly Finding[]) => ({
  errors: findings.filter((one) => one.severity === "error").length,
  findings: findings.length,
});

function became(outcome: ImportOutcome | ImportPreview) {
  switch (outcome.kind) {
    case "already-here":
      return { outcome: outcome.kind };
    case "new":
      return { outcome: outcome.kind, projects: outcome.projects, indicators: outcome.indicators };
    case "new-version":
      return {
        outcome: outcome.kind,
        replaces: pathOf(outcome.replaces),
        version: outcome.version,
        projects: outcome.projects,
        indicators: outcome.indicators,
        differences: outcome.differences.length,
      };
  }
}

function refused(
  { name }: ImportRequest,
  { refusal }: { readonly refusal: Refusal<ImportRefusal> },
): Extract<ImportLine, { outcome: "refused" }> {
  const { code, message, hint, line } = refusal;
  return {
    file: name,
    outcome: "refused",
    code,
    line: line ?? null,
    message: { zh: `${message.zh}${hint.zh}`, en: `${message.en} ${hint.en}` },
  };
}
