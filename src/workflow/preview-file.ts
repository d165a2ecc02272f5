import { countReading } from "../domain/count-reading.ts";
import type { Reading } from "../domain/reading.ts";
import type { Result } from "../domain/result.ts";
import type { CheckReport } from "../rules/check-report.ts";
import { runChecks } from "../rules/run-checks.ts";
import type { ImportPreview, Store } from "../store/store.ts";
import { type BoundedOptions, readBounded } from "./bounded/read-bounded.ts";
import { type ImportRefusal, refuseBeforeReading, refuseReading } from "./import-refusals.ts";
import type { ImportRequest } from "./import-request.ts";
import { knowingOf } from "./kept-recipes.ts";
import { withCorrections } from "./with-corrections.ts";

/** What an import would come to: read and checked, and not kept — 试导入结果. */
interface Previewed {
  readonly reading: Reading;
  readonly report: CheckReport;
  readonly preview: ImportPreview;
}

/** Goes the way of an import up to the door of the store, and writes nothing — 试导入. Without a store everything is new. */
export async function previewFile(
  store: Store | undefined,
  request: ImportRequest,
  options: BoundedOptions = {},
): Promise<Result<Previewed, ImportRefusal>> {
  const { name, bytes, region = 0, year, sourceUrl, actor } = request;
  const refusal = refuseBeforeReading(request);
  if (refusal) return { ok: false, refusal };
  const knowing = await knowingOf(store, request);
  const read = await readBounded({ name, bytes, ...(year === undefined ? {} : { year }), ...knowing }, options);
  if (!read.ok) return read;
  const reading = read.value;
  const unread = refuseReading(reading, knowing.recipe);
  if (unread) return { ok: false, refusal: unread };
  const report = runChecks(reading);
  if (!store) return { ok: true, value: { reading, report, preview: { kind: "new", ...countReading(reading) } } };
  const { findings } = report;
  const at = new Date(0); // nothing is kept, so nothing has a time
  const corrected = await withCorrections(store, reading, region);
  const record = { region, year, sourceUrl, bytes, reading, findings, ...corrected, actor, at };
  const preview = await store.previewImport(record);
  return { ok: true, value: { reading, report, preview } };
}
