import type { Reading } from "../domain/reading.ts";
import { linesOfText } from "./formats/text.ts";
import { readPackedTables } from "./layouts/packed-table.ts";
import { noteLookalikes } from "./note-lookalikes.ts";
import { openRecord } from "./record.ts";
import { openSource } from "./source-file.ts";
import { wrappingOf } from "./wrapped-text.ts";

/** What is brought to be read — 待读文件. */
export interface Brought {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The budget year, where the person knows it; else it is read or inferred. */
  readonly year?: number;
}

/**
 * A published file in; its tables, with the place of every value, out — 读取绩效目标表. Pure and linear; a bad table is
 * notes, not an exception. Unknown layouts give no table, a located note, and the whole text as not placed.
 */
export function readSource({ name, bytes, year }: Brought): Reading {
  const { description, text, decoded } = openSource(name, bytes);
  const record = openRecord(text);
  const lines = decoded ? linesOfText(text) : [];
  const tables = readPackedTables(record, lines, wrappingOf(text), year);
  if (!decoded) record.note("encoding-unknown", "", [{ start: 0, end: 0 }]);
  else if (tables.length === 0) record.note("no-known-layout", "", [lines[0]?.cells[0]?.span ?? { start: 0, end: 0 }]);
  noteLookalikes(record, tables);
  return {
    source: description,
    text,
    tables,
    places: record.places,
    notes: record.notes.sort((a, b) => a.at.line - b.at.line),
    competing: record.competing,
    sums: record.sums,
    conservation: record.ledger.close(record.lineAt),
  };
}
