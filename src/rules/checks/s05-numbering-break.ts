import { dataQuality } from "../bases.ts";
import type { ReadingCheck } from "../check.ts";
import { notesOf, observationInProject } from "../note-observations.ts";
import { failIfAny, noTable } from "../outcome.ts";

/** The numbers of a project's indicators do not run on — 指标序号中断或重起. */
export const numberingBreak: ReadingCheck = {
  id: "S05",
  version: "1",
  scope: "reading",
  severity: "warning",
  title: { zh: "指标序号中断或重起", en: "Indicator numbers break off or start again" },
  basis: dataQuality,
  looksAt: {
    zh: "同一项目的指标序号是否从 1 起连续。",
    en: "Whether the indicators of a project are numbered from 1 without a gap.",
  },
  says: (fact) => ({
    zh: `${fact("whereZh")}项目“${fact("project")}”的指标序号不连续：第 ${fact("before")} 个之后印着“${fact("found")}”。`,
    en: `${fact("WhereEn")}, project “${fact("project")}”: the indicators are not numbered on: after ${fact("before")} comes “${fact("found")}”.`,
  }),
  advice: () => ({
    zh: "请核对该处是否缺少指标，或混入了其他项目的指标；确认后重新编号。",
    en: "Check whether an indicator is missing here or belongs to another project, then number them again.",
  }),
  look(subject) {
    if (subject.tables.length === 0) return noTable;
    return failIfAny(notesOf(subject, ["numbering-break"]).map((note) => observationInProject(subject, note)));
  },
};
