import { dataQuality } from "../bases.ts";
import type { ReadingCheck } from "../check.ts";
import { notesOf, observationOf } from "../note-observations.ts";
import { failIfAny, noTable } from "../outcome.ts";

/** A header cell was recognised although its words are damaged — 表头破损. */
export const headerDamaged: ReadingCheck = {
  id: "S01",
  version: "1",
  scope: "reading",
  severity: "info",
  title: { zh: "表头文字破损", en: "A header is damaged" },
  basis: dataQuality,
  looksAt: {
    zh: "表头各栏文字与标准栏目名称是否一致。",
    en: "Whether each header reads like the standard name of its column.",
  },
  says: (fact) => ({
    zh: `${fact("whereZh")}表头印作“${fact("words")}”，已按“${fact("proposal")}”一栏读取。`,
    en: `${fact("WhereEn")}: the header is printed as “${fact("words")}” and was read as the column “${fact("proposal")}”.`,
  }),
  advice: () => ({
    zh: "请对照原件确认栏目；如需重新公开，请改正表头文字。",
    en: "Compare the column with the original; correct the header when the table is published again.",
  }),
  look(subject) {
    if (subject.tables.length === 0) return noTable;
    return failIfAny(
      notesOf(subject, ["header-damaged"]).map((note) => {
        const seen = observationOf(subject, note);
        return { ...seen, facts: { proposal: note.proposal ?? "相邻栏", ...seen.facts } };
      }),
    );
  },
};
