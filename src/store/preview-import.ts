import { compareVersions } from "./compare-versions.ts";
import { documentHead } from "./document-head.ts";
import type { Engine } from "./engine.ts";
import { findPrevious } from "./find-previous.ts";
import type { KeptReadings } from "./kept-readings.ts";
import { locate, locateTargets } from "./located.ts";
import { matchProjects } from "./match-projects.ts";
import type { ImportPreview, ImportRecord } from "./store.ts";

/** What keeping a file would come to, by the same questions as keeping it, with nothing written — 试导入. */
export async function previewImport(
  engine: Engine,
  readings: KeptReadings,
  record: ImportRecord,
): Promise<ImportPreview> {
  const { reading } = record.corrected ?? record;
  const located = locate(reading);
  const known = await findPrevious(engine.db, documentHead({ ...record, reading }, located), record.year, located);
  const targets = locateTargets(reading);
  const counts = {
    projects: targets.length,
    indicators: targets.reduce((sum, { declaration }) => sum + declaration.indicators.length, 0),
  };
  if (known.kind === "none") return { kind: "new", ...counts };
  const { region, year, id, version } = known.document;
  const document = { region, year, id };
  if (known.kind === "already-here") return { kind: "already-here", document };
  const kept = await readings.get(document);
  if (!kept) throw new Error(`document ${id} is listed but not kept`);
  const before = locate(kept.reading);
  const differences = compareVersions(before, located, matchProjects(before, located));
  return { kind: "new-version", replaces: document, version: version + 1, ...counts, differences };
}
