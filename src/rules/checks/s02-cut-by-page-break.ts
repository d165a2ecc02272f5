import type { FieldPath } from "../../domain/place.ts";
import type { CompetingReading, ReadingNote } from "../../domain/reading.ts";
import { dataQuality } from "../bases.ts";
import type { Observation, ReadingCheck } from "../check.ts";
import { notesOf, observationOf } from "../note-observations.ts";
import { failIfAny, noTable } from "../outcome.ts";
import { projectTitleAt } from "../project-at.ts";
import { type ReadingSubject, rowOf } from "../subjects.ts";

/** A project was cut by a page break and put together again — 项目跨页断行. */
export const cutByPageBreak: ReadingCheck = {
  id: "S02",
  version: "1",
  scope: "reading",
  severity: "error",
  title: { zh: "项目被分页拆成两行", en: "A project is cut in two by a page break" },
  basis: dataQuality,
  looksAt: {
    zh: "相邻两行是否本为同一项目；两处金额不一致时，以能使小计勾稽的金额为准，另一读法保留备查。",
    en: "Whether two neighbouring rows are one project; where their amounts differ, the one that makes the subtotal add up is taken and the other is kept.",
  },
  says: (fact) => ({
    zh: `${fact("whereZh")}起，项目“${fact("project")}”跨页断开，已合并为一个项目。${
      fact("figures") === "0"
        ? ""
        : `同一栏印有不同金额：采用 ${fact("kept")}，未采用 ${fact("other")}（${becauseZh(fact("because"))}）。`
    }`,
    en: `From ${fact("whereEn")} the project “${fact("project")}” is cut by a page break and was joined into one. ${
      fact("figures") === "0"
        ? ""
        : `Different figures are printed for one column: ${fact("kept")} was taken, ${fact("other")} was not (${becauseEn(fact("because"))}).`
    }`,
  }),
  advice: () => ({
    zh: "请对照原件核对该项目的金额和文字；重新公开时，请避免项目跨页或重复印行。",
    en: "Compare the project's amounts and words with the original; when publishing again, keep a project on one page.",
  }),
  look(subject) {
    if (subject.tables.length === 0) return noTable;
    const notes = notesOf(subject, ["row-joined", "competing-amounts", "printed-twice"]);
    const byRow = Map.groupBy(notes, (note) => rowOf(note.subject));
    return failIfAny([...byRow].map(([row, ofRow]) => cutRow(subject, row, ofRow)));
  },
};

function cutRow(subject: ReadingSubject, row: FieldPath, notes: readonly ReadingNote[]): Observation {
  const figures = (subject.competing.get(row) ?? []).filter((one) => one.subject.includes("/funding/"));
  const first = observationOf(subject, notes[0]!);
  const kept = texts(figures, true);
  const other = texts(figures, false);
  return {
    ...first,
    subject: row,
    at: notes.map((note) => note.at),
    ...(figures.length > 0 ? { expected: kept, found: other } : {}),
    facts: {
      line: notes[0]!.at.line,
      project: projectTitleAt(subject, row),
      figures: figures.length,
      kept,
      other,
      because: figures[0]?.because ?? "same-row",
    },
  };
}

/** The figures of all columns, each once. */
function texts(figures: readonly CompetingReading[], taken: boolean): string {
  const options = figures.flatMap((figure) => figure.options).filter((option) => option.taken === taken);
  return [...new Set(options.map((option) => option.text))].join("、");
}

function becauseZh(because: string): string {
  if (because === "sum") return "采用的金额使小计勾稽";
  return because === "same-row" ? "采用的金额与其他栏同在一行" : "按先后次序，未能由小计判定";
}

function becauseEn(because: string): string {
  if (because === "sum") return "the figure taken makes the subtotal add up";
  return because === "same-row"
    ? "the figure taken stands in one row with the others"
    : "by order; the sums could not decide";
}
