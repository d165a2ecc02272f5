import { wordsAt } from "../domain/place.ts";
import type { ReadingNote, ReadingNoteCode } from "../domain/reading.ts";
import type { Observation } from "./check.ts";
import { clip } from "./clip.ts";
import { isWithheldAt, projectTitleAt } from "./project-at.ts";
import type { ReadingSubject } from "./subjects.ts";

/** What stands in a finding for the words of a project that is not disclosed. */
const notShown = "（不公开）";

/** What the reader noted, as an observation of a rule — 读取说明转为审核观察. */
export function observationOf(subject: ReadingSubject, note: ReadingNote): Observation {
  const withheld = isWithheldAt(subject, note.subject);
  const words = withheld ? notShown : wordsAt(subject.reading.text, note.at).trim();
  return {
    subject: note.subject,
    at: [note.at],
    quoted: clip(words, 200),
    found: clip(words, 200),
    ...(note.proposal === undefined ? {} : { expected: note.proposal }),
    facts: {
      ...(withheld ? {} : note.facts),
      code: note.code,
      line: note.at.line,
      words: clip(words.replace(/\s+/gu, " "), 40),
      ...(note.proposal === undefined ? {} : { proposal: note.proposal }),
    },
  };
}

/** The same, with the project that the note speaks of — 附所在项目. */
export function observationInProject(subject: ReadingSubject, note: ReadingNote): Observation {
  const seen = observationOf(subject, note);
  return { ...seen, facts: { ...seen.facts, project: projectTitleAt(subject, note.subject) } };
}

/** All notes of these codes, in the order of the source — 同类读取说明. */
export function notesOf(subject: ReadingSubject, codes: readonly ReadingNoteCode[]): readonly ReadingNote[] {
  return codes.flatMap((code) => subject.notes.get(code) ?? []).sort((a, b) => startOf(a) - startOf(b));
}

const startOf = (note: ReadingNote): number => note.at.spans[0]?.start ?? 0;
