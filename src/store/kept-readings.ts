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
  readonly reading: Reading;
  readonly verdict: Verdict;
  /** Characters of JSON. */
  readonly size: number;
}

/** The reading of one version of a document; `undefined` where there is no such document — 取回读取结果. */
export async function readKept(db: Database, { region, year, id }: Key): Promise<KeptReading | undefined> {
  const row = await db
    .selectFrom("document")
    .select(["reading", "verdict"])
    .where("region", "=", region)
    .where("year", "=", year)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const reading = unpack(row.reading);
  const verdict = unpack(row.verdict);
  return {
    // Both were packed by this room from values of these types.
    reading: JSON.parse(reading) as Reading,
    verdict: JSON.parse(verdict) as Verdict,
    size: reading.length + verdict.length,
  };
}

const charactersRemembered = 24_000_000;

/**
 * Readings that were asked for lately — 最近用过的读取结果. A kept document never changes, so nothing here can be out
 * of date.
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
      this.#remembered.delete(key.id);
      this.#remembered.set(key.id, remembered);
      return remembered;
    }
    const kept = await readKept(this.#db, key);
    if (kept) this.#remember(key.id, kept);
    return kept;
  }

  #remember(id: string, kept: KeptReading): void {
    if (this.#remembered.has(id)) return;
    this.#remembered.set(id, kept);
    this.#size += kept.size;
    for (const [oldest, { size: freed }] of this.#remembered) {
      if (this.#size <= charactersRemembered || oldest === id) break;
      this.#remembered.delete(oldest);
      this.#size -= freed;
    }
  }
}
