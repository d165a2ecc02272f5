import type { FieldPath } from "../../domain/place.ts";
import type { ReadingNote } from "../../domain/reading.ts";
import type { Bilingual } from "../../domain/result.ts";
import { dataQuality } from "../bases.ts";
import type { Fact, Observation, ReadingCheck } from "../check.ts";
import { tableOf } from "../group-by-table.ts";
import { notesOf, observationInProject } from "../note-observations.ts";
import { failIfAny, noTable } from "../outcome.ts";
import { projectTitleAt } from "../project-at.ts";
import type { ReadingSubject } from "../subjects.ts";

/** The cells of a row do not stand under their headers — 列错位或粘连. */
export const columnsShifted: ReadingCheck = {
  id: "S04",
  version: "1",
  scope: "reading",
  severity: "warning",
  title: { zh: "单元格缺失、错位或粘连", en: "Cells of a row are missing, shifted or glued" },
  basis: dataQuality,
  looksAt: {
    zh: "每行单元格数与表头栏数是否相符；不符时按内容角色对齐（按表归并提示），对不上的行如实列出。",
    en: "Whether a row has as many cells as the header; if not, cells are aligned by what they hold (said once per table), and rows that fit nowhere are listed.",
  },
  says: (fact) => happened(fact),
  advice: (fact) =>
    fact("code") === "row-unplaced"
      ? {
          zh: "请对照原件查看这一行属于哪个项目；其金额和指标目前没有计入。",
          en: "See in the original which project this row belongs to; its money and indicators are not counted now.",
        }
      : {
          zh: "请对照原件核对该行各栏；如金额或文字归错了栏，请更正后重新导入。",
          en: "Compare the row with the original; if something stands in the wrong column, correct it and import again.",
        },
  look(subject) {
    if (subject.tables.length === 0) return noTable;
    const aligned = Map.groupBy(notesOf(subject, ["row-repaired"]), ({ subject: row }) => tableOf(row));
    const others = notesOf(subject, ["cells-glued", "row-unplaced"]).map((note): Observation => {
      const seen = observationInProject(subject, note);
      return note.code === "row-unplaced" ? { ...seen, severity: "error" } : seen;
    });
    return failIfAny([...[...aligned].map(([table, notes]) => alignedRows(subject, table, notes)), ...others]);
  },
};

/** Where one row lost a cell, most of its table did: said once per table, with every row in its places. */
function alignedRows(subject: ReadingSubject, table: FieldPath, notes: readonly ReadingNote[]): Observation {
  const titles = notes.map((note) => projectTitleAt(subject, note.subject));
  const some = titles.slice(0, 3).join("、") + (titles.length > 3 ? "……" : "");
  return {
    subject: table,
    at: notes.map(({ at }) => at),
    quoted: titles.slice(0, 3).join("、"),
    facts: {
      code: "row-repaired",
      line: notes[0]?.at.line ?? 0,
      count: notes.length,
      some,
      projects: titles.join("、"),
      subjects: notes.map((note) => note.subject).join(" "),
    },
  };
}

function happened(fact: Fact): Bilingual {
  const words = fact("words");
  switch (fact("code")) {
    case "row-unplaced":
      return {
        zh: `${fact("whereZh")}“${words}”与表头各栏对不上，没有读入。`,
        en: `${fact("WhereEn")}: “${words}” fits no column of the table and was not read.`,
      };
    case "cells-glued":
      return {
        zh: `${fact("whereZh")}项目“${fact("project")}”有两格内容粘在一起，已按内容拆开：“${words}”。`,
        en: `${fact("WhereEn")}, project “${fact("project")}”: two cells are glued together and were parted by what they hold: “${words}”.`,
      };
    default:
      return {
        zh: `表中有 ${fact("count")} 行的单元格数与表头不符（从${fact("whereZh")}起），已按各格内容对齐：${fact("some")}。`,
        en: `${fact("count")} rows (from ${fact("whereEn")}) have not as many cells as the header; they were aligned by what they hold: ${fact("some")}.`,
      };
  }
}
