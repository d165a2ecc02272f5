/** A range of characters in the text of a source document: UTF-16 offsets, end exclusive — 字符范围. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a value stands in its source — 出处. A value that a page break cut has several spans, in reading order.
 * `line` is the 1-based line on which the first span starts.
 */
export interface Place {
  readonly line: number;
  readonly spans: readonly Span[];
}

/**
 * The path of a value inside a reading, as the places are filed under it — 字段路径.
 * `tables/0/declarations/3/indicators/1/annualTarget`, `tables/0/units/0/funding/total`, `tables/0/title` …
 */
export type FieldPath = string;

/**
 * Places of all values of a reading by path — 出处表. A declaration has one shape whether it came from a file or a
 * form.
 */
export type Places = Readonly<Record<FieldPath, Place>>;

/** The place of a value, where the path may be anything that someone typed — 按路径取出处. */
export const placeAt = (places: Places, path: FieldPath): Place | undefined =>
  Object.hasOwn(places, path) ? places[path] : undefined;

/** The words of a place, as they stand in the source — 出处文字; the pieces of a cut value put together. */
export function wordsAt(text: string, place: Place): string {
  return place.spans.map((span) => text.slice(span.start, span.end)).join("");
}
