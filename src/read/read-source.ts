import type { Reading } from "../domain/reading.ts";
import { linesOfText } from "./formats/text.ts";
import { readPackedTables } from "./layouts/packed-table.ts";
import { lookalikesIn } from "./lookalikes.ts";
import { openRecord, type ReadingRecord } from "./record.ts";
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
  if (tables.length > 0) noteLookalikes(record);
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

function noteLookalikes(record: ReadingRecord): void {
  const found = lookalikesIn(record.text);
  if (found.length === 0) return;
  const fieldAt = fieldIndex(record);
  for (const { span, printed, proposal } of found)
    record.note("lookalike-characters", fieldAt(span.start), [span], { facts: { printed }, proposal });
}

/** Offset → path of the narrowest value that stands there; "" where none does. Linear: values nest only a few deep. */
function fieldIndex(record: ReadingRecord): (offset: number) => string {
  const spans = Object.entries(record.places)
    .flatMap(([path, place]) => place.spans.map((span) => ({ path, ...span })))
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  const narrowest = new Uint32Array(record.text.length);
  spans.forEach((span, at) => {
    narrowest.fill(at + 1, span.start, span.end);
  });
  return (offset) => spans[narrowest[offset]! - 1]?.path ?? "";
}
