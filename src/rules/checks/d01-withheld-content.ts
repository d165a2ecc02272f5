import { tableKinds } from "../../domain/declaration.ts";
import { secrecy } from "../bases.ts";
import type { DeclarationCheck, Observation } from "../check.ts";
import { clip } from "../clip.ts";
import { wordIn } from "../has-word.ts";
import { fail, pass } from "../outcome.ts";
import { lineFor } from "../packs/dated.ts";
import { withheldWords } from "../packs/words.ts";
import type { DeclarationSubject } from "../subjects.ts";

/** Marked as not disclosed and yet there, or there and not marked — 不公开标记与内容不符. */
export const withheldContent: DeclarationCheck = {
  id: "D01",
  version: "1",
  scope: "declaration",
  tables: tableKinds,
  severity: "error",
  title: { zh: "不公开项目的标记与内容不符", en: "A project that is not disclosed shows content, or is not marked" },
  basis: secrecy,
  looksAt: {
    zh: "注明不公开的项目是否仍印出指标内容；文字写明涉密、不予公开的项目是否已标记。",
    en: "Whether a project marked as not disclosed still prints content, and whether one whose words say so is marked.",
  },
  says: (fact) =>
    fact("trouble") === "shown"
      ? {
          zh: `项目“${fact("project")}”注明不公开，却印有 ${fact("indicators")} 个指标的内容。`,
          en: `Project “${fact("project")}” is marked as not disclosed, yet the content of its indicators (${fact("indicators")}) is printed.`,
        }
      : {
          zh: `项目“${fact("project")}”的文字写明“${fact("word")}”，但没有标记为不公开。`,
          en: `The words of project “${fact("project")}” say “${fact("word")}”, but it is not marked as not disclosed.`,
        },
  advice: (fact) =>
    fact("trouble") === "shown"
      ? {
          zh: "请立即由保密部门确认；属于不公开内容的，请撤下后重新公开，不要转发。",
          en: "Have the secrecy office look at it at once; what must not be open is withdrawn and not passed on.",
        }
      : {
          zh: "请确认该项目是否公开；不公开的，请标记并写明理由。",
          en: "Decide whether the project is open; if it is not, mark it and give the reason.",
        },
  look(subject) {
    const seen = subject.declaration.disclosure.kind === "withheld" ? contentShown(subject) : unmarked(subject);
    return seen ? fail(seen) : pass;
  },
};

function contentShown({ declaration, table, path }: DeclarationSubject): Observation | undefined {
  const statements = lineFor(withheldWords, table.table.year).value;
  const shown = declaration.indicators.filter(({ annualTarget, cycleTarget }) =>
    [annualTarget, cycleTarget].some(
      (value) => value && value.text.trim() !== "" && value.kind !== "withheld" && !wordIn(value.text, statements),
    ),
  );
  if (shown.length === 0) return undefined;
  return {
    subject: path,
    // The content itself is not quoted: a finding must not spread what should not be open.
    quoted: declaration.project.name,
    facts: { project: declaration.project.title, trouble: "shown", indicators: shown.length },
  };
}

function unmarked({ declaration, table, path }: DeclarationSubject): Observation | undefined {
  const word = wordIn(declaration.goal, lineFor(withheldWords, table.table.year).value);
  const values = declaration.indicators.flatMap(({ annualTarget, cycleTarget }) => [annualTarget, cycleTarget]);
  const withheld = values.find((value) => value?.kind === "withheld");
  if (!word && !withheld) return undefined;
  return {
    subject: `${path}/goal`,
    quoted: clip(word ? declaration.goal : (withheld?.text ?? ""), 200),
    facts: {
      project: declaration.project.title,
      trouble: "unmarked",
      word: word ?? clip(withheld?.text ?? "", 30),
    },
  };
}
