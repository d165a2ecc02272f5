import type { ReadingNote } from "../../domain/reading.ts";
import { dataQuality } from "../bases.ts";
import type { Observation, ReadingCheck } from "../check.ts";
import { notesOf, observationOf } from "../note-observations.ts";
import { failIfAny, noTable } from "../outcome.ts";
import type { ReadingSubject } from "../subjects.ts";

/** A character looks like another and is most likely a slip — 形近字. Proposed only; the text stays as printed. */
export const lookalikeCharacters: ReadingCheck = {
  id: "S07",
  version: "1",
  scope: "reading",
  severity: "info",
  title: { zh: "疑似形近字或误识字", en: "A character that looks like another" },
  basis: dataQuality,
  looksAt: {
    zh: "名称、目标和指标文字中是否混有形近字、繁体字或误识字。只提出，不改动。",
    en: "Whether names, goals and indicators contain look-alike or traditional characters. Proposed only, never changed.",
  },
  says: (fact) => ({
    zh: `${fact("whereZh")}“${fact("words")}”中的“${fact("printed")}”疑为误识${fact("proposal") === "—" ? "" : `，可能是“${fact("proposal")}”`}。`,
    en: `${fact("WhereEn")}: “${fact("printed")}” in “${fact("words")}” looks like a slip${fact("proposal") === "—" ? "" : `, perhaps for “${fact("proposal")}”`}.`,
  }),
  advice: () => ({
    zh: "请对照原件；原件有误的，请在下次公开时改正。",
    en: "Compare with the original; if it is wrong there, correct it when publishing again.",
  }),
  look(subject) {
    if (subject.tables.length === 0) return noTable;
    const noted = notesOf(subject, ["lookalike-characters"]).map((note): Observation => {
      const seen = observationOf(subject, note);
      return { ...seen, facts: { ...seen.facts, words: wordsAround(subject, note) } };
    });
    return failIfAny(noted);
  },
};

/** The slip with a few characters on either side, of the same value. */
function wordsAround({ reading }: ReadingSubject, { subject, at }: ReadingNote): string {
  const span = at.spans[0] ?? { start: 0, end: 0 };
  const value = reading.places[subject]?.spans.find(({ start, end }) => start <= span.start && span.end <= end);
  return reading.text
    .slice(Math.max(value?.start ?? 0, span.start - 4), Math.min(value?.end ?? reading.text.length, span.end + 4))
    .replace(/\s+/gu, " ")
    .trim();
}
