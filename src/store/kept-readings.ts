import type { Reading } from "../domain/reading.ts";
import { unpack } from "./compressed.ts";
import type { Verdict } from "./keep-import.ts";
import type { Key } from "./store.ts";
import type { Database } from "./tables.ts";

/** A reading and what was said of it, as kept — 已存读取结果. */
interface KeptReading {
  readonly reading: Reading;
  readonly verdict: Verdict;
}

const charactersRemembered = 24_000_000;

/** Readings that were asked for lately. A kept document never changes, so nothing here can be out of date. */
export class KeptReadings {
  readonly #db: Database;
  readonly #remembered = new Map<string, { readonly kept: KeptReading; readonly size: number }>();
  #size = 0;

  constructor(db: Database) {
    this.#db = db;
  }

  async get({ region, year, id }: Key): Promise<KeptReading | undefined> {
    const remembered = this.#remembered.get(id);
    if (remembered) {
      this.#remembered.delete(id);
      this.#remembered.set(id, remembered);
      return remembered.kept;
    }
    const row = await this.#db
      .selectFrom("document")
      .select(["reading", "verdict"])
      .where("region", "=", region)
      .where("year", "=", year)
      .where("id", "=", id)
      .executeTakeFirst();
    if (!row) return undefined;
    const reading = unpack(row.reading);
    const verdict = unpack(row.verdict);
    // Both were packed by this room from values of these types.
    const kept: KeptReading = { reading: JSON.parse(reading) as Reading, verdict: JSON.parse(verdict) as Verdict };
    this.#remember(id, kept, reading.length + verdict.length);
    return kept;
  }

  #remember(id: string, kept: KeptReading, size: number): void {
    if (this.#remembered.has(id)) return;
    this.#remembered.set(id, { kept, size });
    this.#size += size;
    for (const [oldest, { size: freed }] of this.#remembered) {
      if (this.#size <= charactersRemembered || oldest === id) break;
      this.#remembered.delete(oldest);
      this.#size -= freed;
    }
  }
}
