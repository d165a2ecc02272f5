import type { Correction } from "../../domain/correction.ts";
import type { FieldPath, Place, Span } from "../../domain/place.ts";
import type { Conservation, Reading } from "../../domain/reading.ts";
import { lineIndex } from "../record/line-index.ts";

/**
 * A reading in which words that had found no place stand at the values that people gave them to — 归入后的守恒. Where the
 * words are not where they were, the value stays and has no place.
 */
export function withPlacedWords(reading: Reading, applied: ReadonlyMap<FieldPath, Correction>): Reading {
  const placed = [...applied].flatMap(([path, { placed: words }]) => {
    const spans = words && spansNow(reading, words.text, words.spans);
    return spans ? [{ path, spans }] : [];
  });
  if (placed.length === 0) return reading;
  const lineAt = lineIndex(reading.text);
  const places: Record<FieldPath, Place> = { ...reading.places };
  let conservation = reading.conservation;
  for (const { path, spans } of placed) {
    const before = places[path];
    const all = [...(before?.spans ?? []), ...spans].sort((a, b) => a.start - b.start);
    places[path] = { line: lineAt(all[0]!.start), spans: all };
    for (const span of spans) conservation = withoutSpan(conservation, span, lineAt);
  }
  return { ...reading, places, conservation };
}

/** Where they were; else the one stretch without a place that says the same. */
function spansNow({ text, conservation }: Reading, words: string, spans: readonly Span[]): readonly Span[] | undefined {
  const said = spans.map(({ start, end }) => text.slice(start, end)).join("");
  const isFree = (span: Span): boolean =>
    conservation.unplaced.some(({ start, end }) => start <= span.start && span.end <= end);
  if (said === words && spans.every(isFree)) return spans;
  const same = conservation.unplaced.filter(({ start, end }) => text.slice(start, end) === words);
  return same.length === 1 ? same.map(({ start, end }) => ({ start, end })) : undefined;
}

function withoutSpan(books: Conservation, span: Span, lineAt: (offset: number) => number): Conservation {
  const found = books.unplaced.find(({ start, end }) => start <= span.start && span.end <= end);
  if (!found) return books; // given to two values: counted once
  const rest = [
    { start: found.start, end: span.start },
    { start: span.end, end: found.end },
  ].filter(({ start, end }) => end > start);
  const length = span.end - span.start;
  return {
    ...books,
    placed: books.placed + length,
    unplaced: books.unplaced.flatMap((one) =>
      one === found ? rest.map((piece) => ({ ...piece, line: lineAt(piece.start) })) : [one],
    ),
    unplacedCharacters: books.unplacedCharacters - length,
  };
}
