import { v7 as newId } from "uuid";
import { fen, sumFen } from "../domain/money.ts";
import { compareVersions } from "./compare-versions.ts";
import { pack } from "./compressed.ts";
import { type DocumentHead, documentHead } from "./document-head.ts";
import type { Engine, ImportTransaction } from "./engine.ts";
import { findPrevious, type KnownDocument } from "./find-previous.ts";
import { readKept, type Verdict } from "./kept-readings.ts";
import { type Located, locate, yearOf } from "./located.ts";
import { matchProjects } from "./match-projects.ts";
import { type CurrentRows, countSeverity, rowsOfImport } from "./rows-of-import.ts";
import { storable } from "./storable.ts";
import type { Difference, ImportOutcome, ImportRecord, Key } from "./store.ts";
import type { Database, DocumentTable } from "./tables.ts";

/** Keeps one file with all that was read from it and found in it, in one transaction — 入库. */
export function keepImport(engine: Engine, record: ImportRecord): Promise<ImportOutcome> {
  const located = locate(record.reading);
  const head = documentHead(record, located);
  const years = new Set(located.map(({ table }) => yearOf(record.year, table)));
  return engine.importing(record.region, [...years], async (tx) => {
    const known = await findPrevious(tx.db, head, record.year);
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
  const document: Key = { region: head.region, year: head.year, id: newId() };
  const correction = previous && (await correct(tx, previous, located));
  const projectIds = new Map(located.map(({ path }) => [path, correction?.idsByPath.get(path) ?? newId()]));
  const rows = rowsOfImport(record.reading, {
    region: head.region,
    givenYear: record.year,
    document,
    findings: record.findings,
    projectIds,
  });
  const version = previous ? previous.version + 1 : 1;
  const verdict: Verdict = { findings: record.findings, projectKeys: keysByPath(rows) };
  const packing = Promise.all([pack(record.reading), pack(verdict)]);
  // Rows are kept while the readings are packed on another thread. Both end before anything else: nothing may still write
  // when a failure has ended the transaction.
  const [packed, kept] = await Promise.allSettled([packing, keepCurrent(tx, rows)]);
  if (kept.status === "rejected") throw kept.reason;
  if (packed.status === "rejected") throw packed.reason;
  const [reading, verdictBytes] = packed.value;
  await tx.db
    .insertInto("document")
    .values({
      ...documentRow(record, head, document, rows),
      series: previous?.series ?? document.id,
      version,
      reading,
      verdict: verdictBytes,
    })
    .execute();
  if (correction) await keepDifferences(tx.db, document, correction.differences);
  const counts = { projects: rows.projects.length, indicators: rows.indicators.length };
  await keepEvent(tx.db, record, document, previous ? "correct" : "import", { ...counts, version });
  if (!previous || !correction) return { kind: "new", document, ...counts };
  return {
    kind: "new-version",
    document,
    replaces: keyOf(previous),
    version,
    ...counts,
    differences: correction.differences,
  };
}

/** Takes the old version out of what is current, and says what changed and which project is which. */
async function correct(tx: ImportTransaction, previous: KnownDocument, after: readonly Located[]) {
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

function documentRow(
  record: ImportRecord,
  head: DocumentHead,
  document: Key,
  rows: CurrentRows,
): Omit<DocumentTable, "series" | "version" | "reading" | "verdict"> {
  const { reading, findings } = record;
  const totals = rows.projects.flatMap((project) => (project.total === null ? [] : fen(project.total)));
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
    projects: rows.projects.length,
    indicators: rows.indicators.length,
    total: totals.length > 0 ? sumFen(totals) : null,
    errors: countSeverity(findings, "error"),
    warnings: countSeverity(findings, "warning"),
    infos: countSeverity(findings, "info"),
    characters: reading.conservation.characters,
    unplaced_characters: reading.conservation.unplacedCharacters,
    source: record.bytes,
  };
}

const keysByPath = (rows: CurrentRows): Readonly<Record<string, Key>> =>
  Object.fromEntries(rows.projects.map(({ path, region, year, id }) => [path, { region, year, id }]));

async function keepCurrent(tx: ImportTransaction, rows: CurrentRows): Promise<void> {
  await keepOrganisations(tx.db, rows);
  await tx.addProjects(rows.projects);
  await tx.addIndicators(rows.indicators);
  await inPieces(rows.findings, (values) => tx.db.insertInto("finding").values(values).execute());
}

async function keepOrganisations(db: Database, rows: CurrentRows): Promise<void> {
  await inPieces(rows.organisations, (values) =>
    db
      .insertInto("organisation")
      .values(values)
      .onConflict((conflict) => conflict.columns(["region", "id"]).doNothing())
      .execute(),
  );
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

async function keepEvent(
  db: Database,
  record: ImportRecord,
  document: Key,
  verb: string,
  facts: Readonly<Record<string, string | number>>,
): Promise<void> {
  await db
    .insertInto("event")
    .values({
      region: document.region,
      year: document.year,
      document_id: document.id,
      id: newId(),
      at: record.at.toISOString(),
      actor: storable(record.actor),
      verb,
      facts: JSON.stringify({ ...facts, fileName: storable(record.reading.source.name) }),
    })
    .execute();
}

const rowsPerStatement = 500;

/** A statement has a limit of parameters: long lists go in pieces. */
async function inPieces<T>(rows: readonly T[], write: (rows: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < rows.length; i += rowsPerStatement) await write(rows.slice(i, i + rowsPerStatement));
}

const keyOf = ({ region, year, id }: Key): Key => ({ region, year, id });
