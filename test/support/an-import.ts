import type { ImportRecord } from "../../src/store/store.ts";
import { aReading, type TableInTest } from "./a-reading.ts";

/** What a test hands to the store: a table in a few words, as if it had been read and checked. */
export function anImport(table: TableInTest = {}, record: Partial<ImportRecord> = {}): ImportRecord {
  const reading = aReading(table);
  return {
    region: 990101,
    year: undefined,
    sourceUrl: undefined,
    bytes: Buffer.from(reading.text),
    reading,
    findings: [],
    actor: "tester",
    at: new Date("2026-03-01T08:00:00.000Z"),
    ...record,
  };
}
