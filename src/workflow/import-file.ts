import type { Reading } from "../domain/reading.ts";
import type { Result } from "../domain/result.ts";
import { readSource } from "../read/read-source.ts";
import type { CheckReport } from "../rules/check-report.ts";
import { runChecks } from "../rules/run-checks.ts";
import type { ImportOutcome, Store } from "../store/store.ts";
import { type ImportRefusal, refuseBeforeReading, refuseReading } from "./import-refusals.ts";
import type { ImportRequest } from "./import-request.ts";

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
  const read = readSource({ name, bytes, ...(year === undefined ? {} : { year }) });
  if (!read.ok) return read;
  const reading = read.value;
  const unread = refuseReading(reading);
  if (unread) return { ok: false, refusal: unread };
  await effects.onStage?.("checking");
  const report = runChecks(reading);
  await effects.onStage?.("keeping");
  const at = effects.now();
  const { findings } = report;
  const outcome = await store.keepImport({ region, year, sourceUrl, bytes, reading, findings, actor, at });
  await effects.onStage?.("done");
  return { ok: true, value: { reading, report, outcome } };
}
