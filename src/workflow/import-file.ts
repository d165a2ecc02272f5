import { isDeepStrictEqual } from "node:util";
import type { Reading } from "../domain/reading.ts";
import type { Result } from "../domain/result.ts";
import type { SeenColumns } from "../read/seen-columns.ts";
import type { CheckReport } from "../rules/check-report.ts";
import { runChecks } from "../rules/run-checks.ts";
import type { ImportOutcome, Store } from "../store/store.ts";
import { readAndSeeBounded, readBounded } from "./bounded/read-bounded.ts";
import type { ReadingProgress } from "./bounded/reading-process.ts";
import { type ImportRefusal, refuseBeforeReading, refuseReading } from "./import-refusals.ts";
import type { ImportRequest } from "./import-request.ts";
import { keepForLater, kept, knowingOf, offeredRecipes } from "./kept-recipes.ts";
import { rereadDocument } from "./reread-document.ts";
import { withCorrections } from "./with-corrections.ts";

/** What became of it: what was read, what the rules say of it, and what was kept — 导入结果. */
export interface Imported {
  readonly reading: Reading;
  readonly report: CheckReport;
  readonly outcome: ImportOutcome;
}

/** Where an import has got to, in this order — 导入阶段. */
export const importStages = ["reading", "checking", "keeping", "done"] as const;
/** 导入阶段. */
export type ImportStage = (typeof importStages)[number];

/** The world an import needs. */
interface ImportEffects {
  now(): Date;
  /** Told as each stage begins; a promise is waited for, so that a page can show it. */
  onStage?(stage: ImportStage): void | Promise<void>;
  /** Told after each page, sheet or the like. */
  readonly onProgress?: (progress: ReadingProgress) => void;
  /** Told what an error of ours was, for a log; the person gets a refusal. */
  readonly onFailure?: (detail: string) => void;
  /** Told what is seen of a file in which no layout opens: its columns may be told by a person. */
  readonly onUnknown?: (seen: SeenColumns) => void;
  /** Gives up the reading; what is being kept is kept. */
  readonly signal?: AbortSignal;
}

const realEffects: ImportEffects = { now: () => new Date() };

/** The only conductor: bytes → reading → checks → kept in one transaction, or a refusal and nothing kept — 导入文件. */
export async function importFile(
  store: Store,
  request: ImportRequest,
  effects: ImportEffects = realEffects,
): Promise<Result<Imported, ImportRefusal>> {
  const { name, bytes, region = 0, year, sourceUrl, actor } = request;
  const refusal = refuseBeforeReading(request);
  if (refusal) return { ok: false, refusal };
  await effects.onStage?.("reading");
  const knowing = await knowingOf(store, request);
  const { onUnknown } = effects;
  const seek = onUnknown && { recipes: await offeredRecipes(store), always: false };
  const brought = { name, bytes, ...(year === undefined ? {} : { year }), ...knowing, ...(seek ? { seek } : {}) };
  const read = await readAndSeeBounded(brought, effects);
  if (!read.ok) return read;
  const { reading, seen } = read.value;
  const unread = refuseReading(reading, knowing.recipe);
  if (unread) {
    if (seen) onUnknown?.(seen);
    return { ok: false, refusal: unread };
  }
  await effects.onStage?.("checking");
  const report = runChecks(reading);
  await effects.onStage?.("keeping");
  const at = effects.now();
  const { findings } = report;
  const corrected = await withCorrections(store, reading, region);
  const record = { region, year, sourceUrl, bytes, reading, findings, ...corrected, ...kept(knowing), actor, at };
  const outcome = await store.keepImport(record);
  if (request.recipe && request.recipeBy) await keepForLater(store, request.recipe, { who: request.recipeBy, at });
  await effects.onStage?.("done");
  if (outcome.kind !== "already-here") return { ok: true, value: { reading, report, outcome } };
  const again = await rereadDocument(store, {
    document: outcome.document,
    ...(request.recipe ? { recipe: request.recipe } : {}),
    actor,
    at,
    // what came under another name may show that name: it is read as it came first
    read: async (again) =>
      again.name === name && again.year === year && isDeepStrictEqual(again.recipe, knowing.recipe)
        ? { ok: true, value: reading }
        : readBounded(again, effects),
  });
  return again.ok ? { ok: true, value: { reading, report, outcome: again.value } } : again;
}
