import { dataQuality } from "../bases.ts";
import type { ReadingCheck } from "../check.ts";
import { notesOf, observationInProject } from "../note-observations.ts";
import { failIfAny, noTable } from "../outcome.ts";

/** The sign that parts fields stands inside a value — 指标值内含分隔符. */
export const separatorInsideValue: ReadingCheck = {
  id: "S06",
  version: "1",
  scope: "reading",
  severity: "info",
  title: { zh: "指标值内含分隔符", en: "A separator stands inside a value" },
  basis: dataQuality,
  looksAt: {
    zh: "指标值里是否夹有用来分隔栏目的符号。",
    en: "Whether a value contains the sign that parts the fields.",
  },
  says: (fact) => ({
    zh: `${fact("whereZh")}项目“${fact("project")}”的指标值“${fact("words")}”内有分隔符，已整体读作一个值。`,
    en: `${fact("WhereEn")}, project “${fact("project")}”: the value “${fact("words")}” contains a separator and was read as one value.`,
  }),
  advice: () => ({
    zh: "请对照原件确认该值完整；填报时，值内请改用顿号或逗号。",
    en: "Confirm against the original that the value is whole; when declaring, use another sign inside values.",
  }),
  look(subject) {
    if (subject.tables.length === 0) return noTable;
    const said = new Set<string>();
    const seen = notesOf(subject, ["delimiter-inside-value"]).map((note) => observationInProject(subject, note));
    // The same words stand as the value of the period and of the year: one finding for both.
    return failIfAny(
      seen.filter((one) => {
        const key = `${one.subject.replace(/\/[^/]*$/u, "")} ${one.quoted}`;
        return !said.has(key) && said.add(key);
      }),
    );
  },
};
