import type { FieldPath, Place, Span } from "../../domain/place.ts";
import { PlaceBook } from "../../domain/place-book.ts";
import type { CompetingReading, ReadingNote, ReadingNoteCode, SumCheck } from "../../domain/reading.ts";
import { type Ledger, openLedger } from "./conservation.ts";
import { placeOf } from "./joined-text.ts";
import { lineIndex } from "./line-index.ts";
import { type Once, onceForEach } from "./once-for-each.ts";

/** What is written down while a source is read: places, notes, competing readings, and the books — 读取记录. */
export interface ReadingRecord {
  readonly text: string;
  /** The file itself gives every character, once: none was recognised, and no page break printed a line twice. */
  readonly isExact: boolean;
  readonly ledger: Ledger;
  readonly lineAt: (offset: number) => number;
  /** Levels and values that are worded alike are one object. */
  readonly once: Once;
  readonly places: PlaceBook;
  readonly notes: ReadingNote[];
  readonly competing: CompetingReading[];
  readonly sums: SumCheck[];
  /** Files the spans as the value at a path. Blank spans file nothing. */
  place(path: FieldPath, spans: readonly Span[]): void;
  /** Remembers where something stands without filing its characters: rows, items, names printed elsewhere. */
  point(path: FieldPath, spans: readonly Span[]): void;
  note(code: ReadingNoteCode, subject: FieldPath, spans: readonly Span[], more?: NoteDetails): void;
}

interface NoteDetails {
  readonly facts?: ReadingNote["facts"];
  readonly proposal?: string;
}

export function openRecord(text: string, isExact = false): ReadingRecord {
  const lineAt = lineIndex(text);
  const ledger = openLedger(text);
  const places = new PlaceBook();
  const notes: ReadingNote[] = [];
  const point = (path: FieldPath, spans: readonly Span[]): Place | undefined => {
    const place = placeOf(text, spans, lineAt);
    if (place) places.file(path, place);
    return place;
  };
  return {
    text,
    isExact,
    ledger,
    lineAt,
    once: onceForEach(),
    places,
    notes,
    competing: [],
    sums: [],
    point,
    place(path, spans) {
      const place = point(path, spans);
      if (place) ledger.place(place.spans);
    },
    note(code, subject, spans, { facts = {}, proposal } = {}) {
      const at = placeOf(text, spans, lineAt) ?? { line: lineAt(spans[0]?.start ?? 0), spans };
      notes.push({ code, subject, at, facts, ...(proposal === undefined ? {} : { proposal }) });
    },
  };
}
