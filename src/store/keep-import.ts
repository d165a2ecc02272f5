import { v7 as newId } from "uuid";
import { compareVersions } from "./compare-versions.ts";
import { pack } from "./compressed.ts";
import { documentCounts } from "./document-counts.ts";
import { type DocumentHead, documentHead } from "./document-head.ts";
import type { Engine, ImportTransaction } from "./engine.ts";
import { findPrevious, findReread, type KnownDocument } from "./find-previous.ts";
import { bothEnded, inPieces, keepCurrent, keepEvent } from "./keep-current.ts";
import { readKept, type Verdict } from "./kept-readings.ts";
import { type Located, locate, locateTargets, yearOf } from "./located.ts";
import { matchProjects } from "./match-projects.ts";
import { rowsOfImport } from "./rows-of-import.ts";
import { storable } from "./storable.ts";
import type { Difference, ImportOutcome, ImportRecord, Key } from "./store.ts";
import type { Database, DocumentTable } from "./tables.ts";

/** Keeps one file with all that was read from it and found in it, in one transaction — 入库. */
export function keepImport(engine: Engine, record: ImportRecord): Promise<ImportOutcome> {
  const { reading } = record.corrected ?? record;
  const located = locate(reading);
  const head = documentHead({ ...record, reading }, located);
  const years = new Set(locateTargets(reading).map(({ table }) => yearOf(record.year, table)));
  return engine.importing(record.region, [...years], async (tx) => {
    const known = record.rereads
      ? await findReread(tx.db, record.rereads)
      : await findPrevious(tx.db, head, record.year, located);
    if (known.kind === "already-here") return { kind: "already-here", document: keyOf(known.document) };
    const previous = known.kind === "previous" ? known.document : undefined;
    return keep(tx, record, located, head, previous);
  });
}

async function keep(
  tx: ImportTransaction,
  record: ImportRecord,
  located: readonly Located[],
  head: DocumentHead,
  previous: KnownDocument | undefined,
): Promise<ImportOutcome> {
  const { region } = head;
  const document: Key = { region, year: head.year, id: newId() };
  const holds = record.corrected ?? record;
  const supersession = previous && (await supersede(tx, previous, located));
  const projectKeys: Record<string, Key> = {};
  for (const { path, table } of locateTargets(holds.reading))
    projectKeys[path] = { region, year: yearOf(record.year, table), id: supersession?.idsByPath.get(path) ?? newId() };
  const { findings } = holds;
  const rows = rowsOfImport(holds.reading, { region, givenYear: record.year, document, findings, projectKeys });
  const version = previous ? previous.version + 1 : 1;
  const verdict: Verdict = { findings: record.findings, projectKeys };
  // Rows are kept while the readings are packed on another thread.
  const packing = Promise.all([pack(record.reading), pack(verdict)]);
  const [[reading, verdictBytes]] = await bothEnded(packing, keepCurrent(tx, rows));
  await tx.db
    .insertInto("document")
    .values({
      ...documentRow(record, head, document),
      ...documentCounts(holds, rows),
      series: previous?.series ?? document.id,
      version,
      reading,
      verdict: verdictBytes,
    })
    .execute();
  if (record.corrected) await keepCorrected(tx.db, document, record.corrected.reading, { findings, projectKeys });
  if (supersession) await keepDifferences(tx.db, document, supersession.differences);
  const counts = { projects: rows.projects.length, indicators: rows.indicators.length };
  const verb = record.rereads ? "reread" : previous ? "correct" : "import";
  const recipe = record.known?.recipe;
  await keepEvent(
    tx.db,
    document,
    { ...record, verb },
    { ...counts, version, fileName: record.reading.source.name, ...(recipe ? { recipe: recipe.name } : {}) },
  );
  if (!previous || !supersession) return { kind: "new", document, ...counts };
  return {
    kind: "new-version",
    document,
    replaces: keyOf(previous),
    version,
    ...counts,
    differences: supersession.differences,
  };
}

/** Takes the old version out of what is current, and says what changed and which project is which. */
async function supersede(tx: ImportTransaction, previous: KnownDocument, after: readonly Located[]) {
  const old = await readKept(tx.db, previous);
  if (!old) throw new Error(`document ${previous.id} is listed but not kept`);
  const before = locate(old.reading);
  const matches = matchProjects(before, after);
  await tx.removeCurrent(previous);
  await tx.db
    .updateTable("document")
    .set({ current: 0 })
    .where("region", "=", previous.region)
    .where("year", "=", previous.year)
    .where("id", "=", previous.id)
    .execute();
  const idsByPath = new Map(
    matches.flatMap((match) => {
      const id = old.verdict.projectKeys[match.before.path]?.id;
      return id ? [[match.after.path, id] as const] : [];
    }),
  );
  return { idsByPath, differences: compareVersions(before, after, matches) };
}

function documentRow(record: ImportRecord, head: DocumentHead, document: Key) {
  const { reading } = record;
  return {
    ...document,
    year_inferred: head.yearInferred ? 1 : 0,
    current: 1,
    kind: reading.source.kind,
    sha256: head.sha256,
    file_name: storable(reading.source.name),
    title: head.title,
    title_key: head.titleKey,
    department_id: head.departmentId,
    department: storable(head.department),
    source_url: record.sourceUrl === undefined ? null : storable(record.sourceUrl),
    imported_at: record.at.toISOString(),
    imported_by: storable(record.actor),
    bytes: record.bytes.length,
    source: record.bytes,
    known: record.known ? JSON.stringify(record.known) : null,
  } satisfies Partial<DocumentTable>;
}

async function keepCorrected(
  db: Database,
  { region, year, id }: Key,
  holds: ImportRecord["reading"],
  verdict: Verdict,
) {
  const [reading, packed] = await Promise.all([pack(holds), pack(verdict)]);
  await db
    .insertInto("corrected_reading")
    .values({ region, year, document_id: id, revision: 1, reading, verdict: packed })
    .execute();
}

async function keepDifferences(db: Database, document: Key, differences: readonly Difference[]): Promise<void> {
  const rows = differences.map((difference, seq) => ({
    region: document.region,
    year: document.year,
    document_id: document.id,
    seq,
    kind: difference.kind,
    unit: storable(difference.unit),
    project: storable(difference.project),
    indicator: difference.indicator === undefined ? null : storable(difference.indicator),
    field: difference.field ?? null,
    before: difference.before === undefined ? null : storable(difference.before),
    after: difference.after === undefined ? null : storable(difference.after),
  }));
  await inPieces(rows, (values) => db.insertInto("difference").values(values).execute());
}

const keyOf = ({ region, year, id }: Key): Key => ({ region, year, id });
