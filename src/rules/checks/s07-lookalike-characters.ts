import type { FieldPath } from "../../domain/place.ts";
import type { ReadingNote } from "../../domain/reading.ts";
import { dataQuality } from "../bases.ts";
import type { Observation, ReadingCheck } from "../check.ts";
import { clip } from "../clip.ts";
import { findLookalikes } from "../find-lookalikes.ts";
import { notesOf, observationOf } from "../note-observations.ts";
import { failIfAny } from "../outcome.ts";
import { noTable } from "../reading-outcomes.ts";
import type { DeclarationSubject, ReadingSubject } from "../subjects.ts";

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
    zh: `第 ${fact("line")} 行“${fact("words")}”中的“${fact("printed")}”疑为误识${fact("proposal") === "—" ? "" : `，可能是“${fact("proposal")}”`}。`,
    en: `Line ${fact("line")}: “${fact("printed")}” in “${fact("words")}” looks like a slip${fact("proposal") === "—" ? "" : `, perhaps for “${fact("proposal")}”`}.`,
  }),
  advice: () => ({
    zh: "请对照原件；原件有误的，请在下次公开时改正。",
    en: "Compare with the original; if it is wrong there, correct it when publishing again.",
  }),
  look(subject) {
    if (subject.tables.length === 0) return noTable;
    const noted = notesOf(subject, ["lookalike-characters"]).map((note): Observation => {
      const seen = observationOf(subject, note);
      const printed = seen.facts.printed ?? seen.facts.words ?? "—";
      return { ...seen, facts: { ...seen.facts, printed, words: wordsAround(subject, note) } };
    });
    const spokenOf = new Set(noted.map(({ facts }) => slipKey(Number(facts.line), String(facts.printed))));
    const projects = subject.tables
      .flatMap((table) => table.declarations)
      .filter(({ declaration }) => declaration.disclosure.kind === "public");
    const found = projects.flatMap((project) => slipsIn(subject, project, spokenOf));
    // A table that is written in traditional characters has no slips, only its own spelling.
    const isItsSpelling = found.length > 10 && found.length > projects.length;
    return failIfAny(isItsSpelling ? noted : [...noted, ...found]);
  },
};

/** One slip of one line, however much of the words around it was noted. */
const slipKey = (line: number | undefined, printed: string): string => `${line} ${printed.charAt(0)}`;

function wordsAround({ reading }: ReadingSubject, { at }: ReadingNote): string {
  const span = at.spans[0] ?? { start: 0, end: 0 };
  return reading.text
    .slice(Math.max(0, span.start - 4), span.end + 4)
    .replace(/\s+/gu, " ")
    .trim();
}

function slipsIn(subject: ReadingSubject, project: DeclarationSubject, spokenOf: ReadonlySet<string>): Observation[] {
  const observations: Observation[] = [];
  const look = (path: FieldPath, text: string): void => {
    const slip = findLookalikes(text)[0];
    if (!slip) return;
    const line = subject.reading.places[path]?.line;
    if (spokenOf.has(slipKey(line, slip.printed))) return;
    observations.push({
      subject: path,
      quoted: clip(text, 200),
      found: slip.printed,
      ...(slip.meant === undefined ? {} : { expected: slip.meant }),
      facts: {
        words: slip.around,
        printed: slip.printed,
        project: project.declaration.project.title,
        ...(line === undefined ? {} : { line }),
        ...(slip.meant === undefined ? {} : { proposal: slip.meant }),
      },
    });
  };
  look(`${project.path}/project/name`, project.declaration.project.name);
  look(`${project.path}/goal`, project.declaration.goal);
  for (const { path, indicator } of project.indicators) {
    look(`${path}/name`, indicator.name);
    if (indicator.cycleTarget) look(`${path}/cycleTarget`, indicator.cycleTarget.text);
    if (indicator.annualTarget && indicator.annualTarget.text !== indicator.cycleTarget?.text) {
      look(`${path}/annualTarget`, indicator.annualTarget.text);
    }
  }
  return observations;
}
