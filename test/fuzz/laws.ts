import { type Span, wordsAt } from "../../src/domain/place.ts";
import type { Reading } from "../../src/domain/reading.ts";
import type { Refusal } from "../../src/domain/result.ts";
import { isBlankUnit } from "../../src/read/cells.ts";

/** What holds of every reading, whatever was read; a law that is broken, in words — 读取的定律. */
export function brokenLaw(reading: Reading): string | undefined {
  const { text, conservation, notes, cells, runs, places } = reading;
  const { characters, placed, decoration, unplacedCharacters, unplaced } = conservation;
  const within = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    start >= 0 && start <= end && end <= text.length;
  if (characters !== text.length) return "the count of characters is not that of the text";
  if (placed + decoration + unplacedCharacters !== characters) return "the spans do not tile the text";
  if (letters(text, unplaced) !== unplacedCharacters) return "what is not placed is counted wrong";
  if (unplaced.some(({ start }, at) => at > 0 && start < unplaced[at - 1]!.end)) return "what is not placed overlaps";
  if (!notes.every(({ at }) => at.line >= 1 && at.spans.length > 0 && at.spans.every(within)))
    return "a note has no place in the text";
  if (!cells.every(({ span }) => within(span)) || !runs.every(({ span }) => within(span)))
    return "a cell or a run stands outside the text";
  for (const place of Object.values(places)) if (!place.spans.every(within)) return "a value stands outside the text";
  return brokenNames(reading);
}

/** Blanks between what is not placed belong to nobody. */
function letters(text: string, spans: readonly Span[]): number {
  let count = 0;
  for (const { start, end } of spans)
    for (let at = start; at < end; at++) if (!isBlankUnit(text.charCodeAt(at))) count++;
  return count;
}

/** A name is what stands at its place. */
function brokenNames({ text, tables, places }: Reading): string | undefined {
  for (const [t, { declarations }] of tables.entries())
    for (const [d, { project }] of declarations.entries()) {
      const place = places[`tables/${t}/declarations/${d}/project/name`];
      if (place && bare(wordsAt(text, place)) !== bare(project.name)) return "a name is not what stands at its place";
    }
  return undefined;
}

const bare = (words: string): string => words.replace(/\s+/gu, "");

/** A refusal says what was found and what to do, in both languages. */
export function brokenRefusal({ code, message, hint }: Refusal): string | undefined {
  const all = [code, message.zh, message.en, hint.zh, hint.en];
  return all.some((words) => words.trim() === "") ? "a refusal is silent" : undefined;
}
