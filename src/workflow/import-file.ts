import type { Reading } from "../domain/reading.ts";
import type { Result } from "../domain/result.ts";
import { readSource } from "../read/read-source.ts";
import type { CheckReport } from "../rules/check-report.ts";
import { runChecks } from "../rules/run-checks.ts";
import type { ImportOutcome, Store } from "../store/store.ts";
import { type ImportRefusal, refuseBeforeReading, refuseReading } from "./import-refusals.ts";
import type { ImportRequest } from "./import-request.ts";
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
  const corrected = await withCorrections(store, reading, region);
  const record = { region, year, sourceUrl, bytes, reading, findings, ...corrected, actor, at };
  const outcome = await store.keepImport(record);
  await effects.onStage?.("done");
  if (outcome.kind !== "already-here") return { ok: true, value: { reading, report, outcome } };
  const again = await rereadDocument(store, {
    document: outcome.document,
    actor,
    at,
    read: async (brought) =>
      brought.year === year ? { ok: true, value: named(reading, brought.name) } : readSource(brought),
  });
  return again.ok ? { ok: true, value: { reading, report, outcome: again.value } } : again;
}

/** The same file under the name that it has here. */
const named = (reading: Reading, name: string): Reading => ({ ...reading, source: { ...reading.source, name } });
