import type { Span } from "../../domain/place.ts";
import type { CompetingReading } from "../../domain/reading.ts";
import { placeOf } from "../record/joined-text.ts";
import type { ReadingRecord } from "../record/record.ts";

/** One of the readings that compete, with its place — 竞争读法之一. */
export function optionAt(
  record: ReadingRecord,
  spans: readonly Span[],
  taken: boolean,
): CompetingReading["options"][number] {
  const place = placeOf(record.text, spans, record.lineAt) ?? { line: record.lineAt(spans[0]?.start ?? 0), spans };
  return { text: wordsOfSpans(record, spans), place, taken };
}

/** The words of some spans, one after the other. */
export function wordsOfSpans(record: ReadingRecord, spans: readonly Span[]): string {
  return spans.map((span) => record.text.slice(span.start, span.end)).join("");
}
