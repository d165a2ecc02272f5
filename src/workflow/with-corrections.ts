import type { Reading } from "../domain/reading.ts";
import { applyCorrections } from "../read/corrections/apply-corrections.ts";
import { runChecks } from "../rules/run-checks.ts";
import type { ImportRecord, Store } from "../store/store.ts";

/** What holds of a file of which people have corrected a reading before; nothing where nobody has — 沿用更正. */
export async function withCorrections(
  store: Store,
  reading: Reading,
  region: number,
): Promise<Pick<ImportRecord, "corrected">> {
  const corrections = await store.correctionsOf(reading.source.sha256, region);
  if (corrections.length === 0) return {};
  const corrected = applyCorrections(reading, corrections).reading;
  return { corrected: { reading: corrected, findings: runChecks(corrected).findings } };
}
