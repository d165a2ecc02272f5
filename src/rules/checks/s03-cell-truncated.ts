import { dataQuality } from "../bases.ts";
import type { ReadingCheck } from "../check.ts";
import { clipStart } from "../clip.ts";
import { notesOf, observationInProject } from "../note-observations.ts";
import { failIfAny, noTable } from "../outcome.ts";

/** A cell breaks off, or an item in it cannot be read — 单元格被截断. */
export const cellTruncated: ReadingCheck = {
  id: "S03",
  version: "1",
  scope: "reading",
  severity: "error",
  title: { zh: "单元格内容被截断或读不出", en: "A cell breaks off or cannot be read" },
  basis: dataQuality,
  looksAt: {
    zh: "每条指标是否写完，是否有级别、名称和指标值。",
    en: "Whether each indicator is complete: class, name and value.",
  },
  says: (fact) =>
    fact("code") === "item-unread"
      ? {
          zh: `${fact("whereZh")}项目“${fact("project")}”的“${fact("words")}”读不出级别、名称和指标值。`,
          en: `${fact("WhereEn")}, project “${fact("project")}”: no class, name and value could be read from “${fact("words")}”.`,
        }
      : {
          zh: `${fact("whereZh")}项目“${fact("project")}”的内容在“${fact("words")}”处中断，后面没有印出。`,
          en: `${fact("WhereEn")}, project “${fact("project")}”: the text breaks off at “${fact("words")}”; the rest is not printed.`,
        },
  advice: () => ({
    zh: "请对照原件补全该处文字，或联系公开单位更换文件。",
    en: "Complete the text from the original, or ask the publisher for a whole file.",
  }),
  look(subject) {
    if (subject.tables.length === 0) return noTable;
    return failIfAny(
      notesOf(subject, ["cell-truncated", "item-unread"]).map((note) => {
        const seen = observationInProject(subject, note);
        const words = note.code === "item-unread" ? seen.quoted : clipStart(seen.quoted, 40);
        return { ...seen, facts: { ...seen.facts, words } };
      }),
    );
  },
};
