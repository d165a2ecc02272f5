import { v7 as uuidv7 } from "uuid";
import type { StoredRecipe } from "../../store/store.ts";
import type { ToldRecipe } from "../../workflow/told-recipe.ts";
import type { ImportedFileView, ImportStage, ImportView } from "../contract/import-view.ts";
import { apiRoot } from "../row-views.ts";
import { columnsView, isFitting, type Seen } from "./columns-view.ts";
import { recipeForm, recipeView } from "./recipe-view.ts";

/** A recipe that a person told. */
export type Recipe = Extract<ToldRecipe, { kind: "told" }>["recipe"];

/** A file that someone brought — 待导入文件. */
export interface BroughtFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly year?: number;
  readonly region?: number;
  readonly pasted?: "html" | "text";
  readonly recipe?: Recipe;
  /** Who told it, or said that a kept one is to be used. */
  readonly toldBy?: string;
  /** Who told it, where it is to be kept. */
  readonly recipeBy?: string;
}

/** An import as it goes on — 进行中的导入. */
export interface ImportRun {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly startedAt: string;
  readonly within: string | undefined;
  stage: ImportStage;
  pages: ImportView["pages"];
  outcome: ImportView["outcome"];
  /** What was seen of its columns, where they may be told. */
  seen: Seen | undefined;
  tried: Recipe | undefined;
  /** The files that came together. */
  files: ImportRun[] | undefined;
  skipped: ImportView["skipped"];
}

/** Begins one. */
export function newRun({ name, bytes }: Pick<BroughtFile, "name" | "bytes">, now: Date, within?: string): ImportRun {
  return {
    id: uuidv7(),
    fileName: name,
    bytes: bytes.byteLength,
    startedAt: now.toISOString(),
    within,
    stage: "received",
    pages: null,
    outcome: null,
    seen: undefined,
    tried: undefined,
    files: undefined,
    skipped: [],
  };
}

/** Begins anew with the same file. */
export function beginAgain(run: ImportRun): void {
  run.stage = "received";
  run.pages = null;
  run.outcome = null;
}

/** What is known beside a run when it is shown. */
interface Surroundings {
  readonly recipes: readonly StoredRecipe[];
  /** How long the file of a run is at hand. */
  readonly until: (id: string) => Date | undefined;
}

/** An import in the words of the contract — 导入进度. */
export function importView(run: ImportRun, { recipes, until }: Surroundings): ImportView {
  const { seen, tried, files, skipped, within } = run;
  const finished = files ? files.every(isFinished) : isFinished(run);
  const asks = seen && run.outcome && !isKept(run);
  return {
    ...stateOf(run),
    outcome: files ? outcomeOfSeveral(files) : run.outcome,
    stage: finished ? "done" : run.stage,
    finished,
    columns: asks ? columnsView(seen, recipes, tried && recipeForm(tried), until(run.id)) : null,
    files: files?.map((one) => fileView(one, until)) ?? null,
    skipped,
    fitting: files
      ? recipes.flatMap((recipe) => {
          const fits = waiting(files, recipe).filter(({ id }) => until(id));
          return fits.length > 0 ? [{ recipe: recipeView(recipe), files: fits.length }] : [];
        })
      : [],
    readBy: isKept(run) ? (tried?.name ?? null) : null,
    within: within === undefined ? null : `/imports/${within}`,
  };
}

/** The files whose columns wait to be told, and which a recipe fits. */
export function waiting(files: readonly ImportRun[], recipe: StoredRecipe): readonly ImportRun[] {
  return files.filter((run) => run.seen && run.outcome && !isKept(run) && isFitting(recipe, run.seen));
}

const isFinished = ({ outcome }: ImportRun): boolean => outcome !== null;

const isKept = ({ outcome }: ImportRun): boolean =>
  outcome?.kind === "new" || outcome?.kind === "new-version" || outcome?.kind === "already-here";

function stateOf(run: ImportRun) {
  const { id, fileName, bytes, startedAt, stage, pages } = run;
  const finished = isFinished(run);
  return {
    id,
    self: `${apiRoot}/imports/${id}`,
    page: `/imports/${id}`,
    fileName,
    bytes,
    startedAt,
    stage,
    pages,
    finished,
  };
}

function outcomeOfSeveral(files: readonly ImportRun[]): ImportView["outcome"] {
  if (!files.every(isFinished)) return null;
  const kept = files.filter(isKept).length;
  const asking = files.filter((run) => run.seen && run.seen.heads.length > 0 && !isKept(run)).length;
  return { kind: "several", kept, refused: files.length - kept, asking };
}

function fileView(run: ImportRun, until: Surroundings["until"]): ImportedFileView {
  const { outcome } = run;
  if (!outcome || outcome.kind === "several" || outcome.kind === "columns-asked")
    return { ...stateOf(run), result: null };
  const nothing = { document: null, projects: null, indicators: null, message: null, hint: null, asksColumns: false };
  switch (outcome.kind) {
    case "already-here":
      return { ...stateOf(run), result: { ...nothing, kind: outcome.kind, document: outcome.document.page } };
    case "new":
    case "new-version": {
      const { kind, projects, indicators } = outcome;
      return { ...stateOf(run), result: { ...nothing, kind, document: outcome.document.page, projects, indicators } };
    }
    case "refused": {
      const { kind, message, hint } = outcome;
      const asksColumns = run.seen !== undefined && run.seen.heads.length > 0 && until(run.id) !== undefined;
      return { ...stateOf(run), result: { ...nothing, kind, message, hint, asksColumns } };
    }
    case "failed":
      return { ...stateOf(run), result: { ...nothing, kind: outcome.kind } };
  }
}
