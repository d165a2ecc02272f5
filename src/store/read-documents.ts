import { fen } from "../domain/money.ts";
import type { Engine } from "./engine.ts";
import { type KeptReadings, readMachine } from "./kept-readings.ts";
import { isKey, isSha256 } from "./keys.ts";
import { readCorrections } from "./read-corrections.ts";
import { severityCounts } from "./read-projects.ts";
import type { BroughtKnowing, Difference, DocumentRow, Key, StoredDocument } from "./store.ts";
import type { Database, DocumentTable } from "./tables.ts";

const documentColumns = [
  "region",
  "year",
  "id",
  "year_inferred",
  "series",
  "version",
  "current",
  "sha256",
  "file_name",
  "title",
  "department_id",
  "department",
  "source_url",
  "imported_at",
  "bytes",
  "projects",
  "indicators",
  "total",
  "errors",
  "warnings",
  "infos",
  "characters",
  "unplaced_characters",
] as const satisfies readonly (keyof DocumentTable)[];

function documentRow(row: Pick<DocumentTable, (typeof documentColumns)[number]>): DocumentRow {
  const { region, year, id } = row;
  return {
    key: { region, year, id },
    yearInferred: row.year_inferred === 1,
    sha256: row.sha256,
    fileName: row.file_name,
    title: row.title ?? undefined,
    departmentId: row.department_id,
    department: row.department,
    bytes: row.bytes,
    sourceUrl: row.source_url ?? undefined,
    importedAt: row.imported_at,
    version: row.version,
    current: row.current === 1,
    projects: row.projects,
    indicators: row.indicators,
    total: row.total === null ? undefined : fen(row.total),
    findings: severityCounts(row),
    characters: row.characters,
    unplacedCharacters: row.unplaced_characters,
  };
}

/** Current documents, newest year and newest import first — 文件列表. */
export async function readDocuments({ db }: Engine): Promise<readonly DocumentRow[]> {
  const rows = await db
    .selectFrom("document")
    .select(documentColumns)
    .where("current", "=", 1)
    .orderBy("year", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(documentRow);
}

/** One version of a document with its reading, its other versions and what it changed — 文件详情. */
export async function readDocument(
  { db }: Engine,
  readings: KeptReadings,
  key: Key,
): Promise<StoredDocument | undefined> {
  if (!isKey(key)) return undefined;
  const found = await db
    .selectFrom("document")
    .select([...documentColumns, "known"])
    .where("region", "=", key.region)
    .where("year", "=", key.year)
    .where("id", "=", key.id)
    .executeTakeFirst();
  const kept = found && (await readings.get(key));
  if (!found || !kept) return undefined;
  const machine = kept.revision === 0 ? kept.reading : await readMachine(db, key);
  if (!machine) throw new Error(`document ${key.id} is listed but not kept`);
  const versions = await db
    .selectFrom("document")
    .select(documentColumns)
    .where("series", "=", found.series)
    .orderBy("version", "desc")
    .execute();
  return {
    row: documentRow(found),
    reading: kept.reading,
    machine,
    corrections: await readCorrections(db, found.sha256, key.region),
    revision: kept.revision,
    ...(found.known === null ? {} : { known: knownIn(found.known) }),
    findings: kept.verdict.findings,
    versions: versions.map(documentRow),
    differences: await readDifferences(db, key.id),
    projectKeys: kept.verdict.projectKeys,
  };
}

const knownIn = (json: string): BroughtKnowing => JSON.parse(json) as BroughtKnowing; // written by this room from that type

/** What was known of a file with these bytes when it was brought, here or while its region was not known — 导入时的已知信息. */
export async function readKnown({ db }: Engine, sha256: string, region: number): Promise<BroughtKnowing | undefined> {
  if (!isSha256(sha256)) return undefined;
  const found = await db
    .selectFrom("document")
    .select("known")
    .where("sha256", "=", sha256.toLowerCase())
    .where((eb) => (region === 0 ? eb.and([]) : eb("region", "in", [0, region])))
    .orderBy("current", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  return found?.known ? knownIn(found.known) : undefined;
}

async function readDifferences(db: Database, documentId: string): Promise<readonly Difference[]> {
  const rows = await db
    .selectFrom("difference")
    .selectAll()
    .where("document_id", "=", documentId)
    .orderBy("seq")
    .execute();
  return rows.map((row) => ({
    kind: row.kind as Difference["kind"], // written by this room from that type
    unit: row.unit,
    project: row.project,
    indicator: row.indicator ?? undefined,
    field: row.field ?? undefined,
    before: row.before ?? undefined,
    after: row.after ?? undefined,
  }));
}

/** The document with these bytes; where there are several versions of it, the current one — 按哈希查找. */
export async function findDocumentWithHash({ db }: Engine, sha256: string): Promise<Key | undefined> {
  if (!isSha256(sha256)) return undefined;
  return db
    .selectFrom("document")
    .select(["region", "year", "id"])
    .where("sha256", "=", sha256.toLowerCase())
    .orderBy("current", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
}

/** The file as it was brought, to the byte — 原始文件. */
export async function readSourceBytes({ db }: Engine, key: Key): Promise<Uint8Array | undefined> {
  if (!isKey(key)) return undefined;
  const row = await db
    .selectFrom("document")
    .select("source")
    .where("region", "=", key.region)
    .where("year", "=", key.year)
    .where("id", "=", key.id)
    .executeTakeFirst();
  return row?.source;
}
