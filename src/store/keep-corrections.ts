import { pack } from "./compressed.ts";
import { documentCounts } from "./document-counts.ts";
import { documentHead } from "./document-head.ts";
import type { Engine } from "./engine.ts";
import { bothEnded, inPieces, keepCurrent, keepEvent } from "./keep-current.ts";
import { readKept, readRevision, type Verdict } from "./kept-readings.ts";
import { isKey } from "./keys.ts";
import { locate } from "./located.ts";
import { rowsOfImport } from "./rows-of-import.ts";
import { storable } from "./storable.ts";
import type { CorrectionOutcome, CorrectionRecord } from "./store.ts";
import type { CorrectionTable, Database } from "./tables.ts";

/**
 * Keeps corrections, or that they were taken back, with what holds then, in one transaction — 更正入库. Projects keep
 * their keys: a correction changes values, never rows.
 */
export async function keepCorrections(engine: Engine, record: CorrectionRecord): Promise<CorrectionOutcome> {
  const { document } = record;
  if (!isKey(document)) return { kind: "not-current" };
  return engine.importing(document.region, [], async (tx) => {
    if (!(await isCurrent(tx.db, record))) return { kind: "not-current" };
    const revision = await readRevision(tx.db, document);
    if (revision !== record.revision) return { kind: "changed-meanwhile" };
    const kept = await readKept(tx.db, document);
    if (!kept) throw new Error(`document ${document.id} is listed but not kept`);
    const { projectKeys } = kept.verdict;
    const { reading, findings } = record;
    const rows = rowsOfImport(reading, {
      region: document.region,
      givenYear: undefined,
      document,
      findings,
      projectKeys,
    });
    const verdict: Verdict = { findings, projectKeys };
    await tx.removeCurrent(document);
    const packing = Promise.all([pack(reading), pack(verdict)]);
    const [[packedReading, packedVerdict]] = await bothEnded(packing, keepCurrent(tx, rows));
    await keepHolding(tx.db, record, packedReading, packedVerdict);
    await tx.db
      .updateTable("document")
      .set({ ...documentCounts(record, rows), ...headOf(record) })
      .where("region", "=", document.region)
      .where("year", "=", document.year)
      .where("id", "=", document.id)
      .execute();
    await inPieces(correctionRows(record), (values) => tx.db.insertInto("correction").values(values).execute());
    await takeBack(tx.db, record);
    await keepEvent(tx.db, document, { ...record, verb: verbOf(record) }, factsOf(record));
    return { kind: "kept", revision: revision + 1 };
  });
}

const verbOf = ({ takenBack }: CorrectionRecord): string => (takenBack ? "undo-corrections" : "correct-values");

function factsOf({ made, takenBack, reading }: CorrectionRecord): Readonly<Record<string, string | number>> {
  const fileName = reading.source.name;
  if (takenBack) return { corrections: takenBack.ids.length, why: takenBack.undoing.why, fileName };
  return { corrections: made.length, batch: made[0]?.batch ?? "", why: made[0]?.why ?? "", fileName };
}

async function isCurrent(db: Database, { document: { region, year, id } }: CorrectionRecord): Promise<boolean> {
  const found = await db
    .selectFrom("document")
    .select("current")
    .where("region", "=", region)
    .where("year", "=", year)
    .where("id", "=", id)
    .executeTakeFirst();
  return found?.current === 1;
}

/** As lists show it. The title by which a new version is known stays as the machine read it: it will read it so again. */
function headOf({ document, reading }: CorrectionRecord) {
  const { title, department, departmentId } = documentHead(
    { region: document.region, year: undefined, reading },
    locate(reading),
  );
  return { title, department: storable(department), department_id: departmentId };
}

async function keepHolding(
  db: Database,
  { document: { region, year, id }, revision }: CorrectionRecord,
  reading: Uint8Array,
  verdict: Uint8Array,
): Promise<void> {
  const now = { revision: revision + 1, reading, verdict };
  await db
    .insertInto("corrected_reading")
    .values({ region, year, document_id: id, ...now })
    .onConflict((conflict) => conflict.columns(["region", "year", "document_id"]).doUpdateSet(now))
    .execute();
}

const correctionRows = ({ document, made }: CorrectionRecord): readonly CorrectionTable[] =>
  made.map((correction) => ({
    region: document.region,
    year: document.year,
    document_id: document.id,
    id: correction.id,
    batch: correction.batch,
    sha256: correction.sha256,
    path: correction.path,
    identity: JSON.stringify(correction.identity),
    machine: storable(correction.machine),
    corrected: storable(correction.corrected),
    placed: correction.placed ? JSON.stringify(correction.placed) : null,
    why: storable(correction.why),
    who: storable(correction.who),
    at: correction.at,
    undone_at: null,
    undone_by: null,
    undone_why: null,
  }));

async function takeBack(db: Database, { takenBack }: CorrectionRecord): Promise<void> {
  if (!takenBack) return;
  const { at, who, why } = takenBack.undoing;
  await inPieces(takenBack.ids, (ids) =>
    db
      .updateTable("correction")
      .set({ undone_at: at, undone_by: storable(who), undone_why: storable(why) })
      .where("id", "in", ids)
      .where("undone_at", "is", null)
      .execute(),
  );
}
