import type { Place } from "../domain/place.ts";

/** A place as JSON: its line and character ranges, and nothing that was ever added to it — 出处 JSON. */
export const placeJson = (place: Place): { line: number; spans: { start: number; end: number }[] } => ({
  line: place.line,
  spans: place.spans.map(({ start, end }) => ({ start, end })),
});
