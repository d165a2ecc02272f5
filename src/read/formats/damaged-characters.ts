import type { FormatNote } from "../source-document.ts";

/** Places that are named one by one; the last one tells of all that follow. */
const namedOneByOne = 20;

/** Notes where bytes of a text were no characters of its encoding: they stand as U+FFFD — 损坏的字. */
export function damagedCharacters(text: string): FormatNote[] {
  const notes: FormatNote[] = [];
  for (let at = text.indexOf("\uFFFD"); at !== -1; ) {
    let end = at + 1;
    while (text[end] === "\uFFFD") end++;
    if (notes.length === namedOneByOne - 1) {
      const characters = text.slice(at).match(/\uFFFD/gu)?.length ?? 0;
      notes.push({ code: "characters-damaged", at: { start: at, end }, facts: { characters } });
      break;
    }
    notes.push({ code: "characters-damaged", at: { start: at, end }, facts: { characters: end - at } });
    at = text.indexOf("\uFFFD", end);
  }
  return notes;
}
