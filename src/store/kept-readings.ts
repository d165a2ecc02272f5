import type { Finding } from "../domain/finding.ts";
import type { Reading } from "../domain/reading.ts";
import { unpack } from "./compressed.ts";
import type { Key } from "./store.ts";
import type { Database } from "./tables.ts";

/** What is kept beside a reading: what the checks said, and under which key each project went — 审核结论. */
export interface Verdict {
  readonly findings: readonly Finding[];
  readonly projectKeys: Readonly<Record<string, Key>>;
}

/** A reading and what was said of it, as kept — 已存读取结果. */
interface KeptReading {
  /** What holds: with corrections, where there are any. */
  readonly reading: Reading;
  readonly verdict: Verdict;
  /** How often corrections changed it. */
  readonly revision: number;
  /** Characters of JSON. */
  readonly size: number;
}

/** The reading of one version of a document; `undefined` where there is no such document — 取回读取结果. */
export async function readKept(db: Database, key: Key): Promise<KeptReading | undefined> {
  const { region, year, id } = key;
  const corrected = await db
    .selectFrom("corrected_reading")
    .select(["reading", "verdict", "revision"])
    .where("region", "=", region)
    .where("year", "=", year)
    .where("document_id", "=", id)
    .executeTakeFirst();
  const row = corrected ?? (await readRow(db, key));
  if (!row) return undefined;
  const reading = unpack(row.reading);
  const verdict = unpack(row.verdict);
  return {
    reading: readingOf(reading),
    verdict: JSON.parse(verdict) as Verdict, // packed by this room from a value of this type
    revision: corrected?.revision ?? 0,
    size: reading.length + verdict.length,
  };
}

/** The reading as the machine made it — 机器读取结果. */
export async function readMachine(db: Database, key: Key): Promise<Reading | undefined> {
  const row = await readRow(db, key);
  return row && readingOf(unpack(row.reading));
}

const readRow = (db: Database, { region, year, id }: Key) =>
  db
    .selectFrom("document")
    .select(["reading", "verdict"])
    .where("region", "=", region)
    .where("year", "=", year)
    .where("id", "=", id)
    .executeTakeFirst();

/** How often a version was corrected; 0 where never — 更正次数. */
export async function readRevision(db: Database, { region, year, id }: Key): Promise<number> {
  const row = await db
    .selectFrom("corrected_reading")
    .select("revision")
    .where("region", "=", region)
    .where("year", "=", year)
    .where("document_id", "=", id)
    .executeTakeFirst();
  return row?.revision ?? 0;
}

/** Packed by this room from readings; the first of them knew neither pages nor kinds of tables. */
function readingOf(json: string): Reading {
  const reading = JSON.parse(json) as Reading;
  if ("views" in reading) return reading;
  const old: Reading = reading;
  const tables = old.tables.map((table) => ({ ...table, kind: "targets" as const }));
  return { ...old, tables, views: [], cells: [], runs: [] };
}

const charactersRemembered = 24_000_000;

/**
 * Readings that were asked for lately — 最近用过的读取结果. A kept document never changes but by corrections, and these
 * are counted: nothing here can be out of date.
 */
export class KeptReadings {
  readonly #db: Database;
  readonly #remembered = new Map<string, KeptReading>();
  #size = 0;

  constructor(db: Database) {
    this.#db = db;
  }

  async get(key: Key): Promise<KeptReading | undefined> {
    const remembered = this.#remembered.get(key.id);
    if (remembered) {
      this.#forget(key.id);
      if (remembered.revision === (await readRevision(this.#db, key))) {
        this.#remember(key.id, remembered);
        return remembered;
      }
    }
    const kept = await readKept(this.#db, key);
    if (kept) this.#remember(key.id, kept);
    return kept;
  }

  #remember(id: string, kept: KeptReading): void {
    this.#forget(id);
    this.#remembered.set(id, kept);
    this.#size += kept.size;
    for (const oldest of this.#remembered.keys()) {
      if (this.#size <= charactersRemembered || oldest === id) break;
      this.#forget(oldest);
    }
  }

  #forget(id: string): void {
    const kept = this.#remembered.get(id);
    if (!kept) return;
    this.#remembered.delete(id);
    this.#size -= kept.size;
  }
}
