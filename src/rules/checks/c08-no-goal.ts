import { formLogic } from "../bases.ts";
import type { DeclarationCheck } from "../check.ts";
import { fail, pass } from "../outcome.ts";

/** The goal is empty — 绩效目标空白. */
export const noGoal: DeclarationCheck = {
  id: "C08",
  version: "1",
  scope: "declaration",
  severity: "error",
  title: { zh: "绩效目标空白", en: "The goal is empty" },
  basis: formLogic,
  looksAt: { zh: "绩效目标一栏是否有文字。", en: "Whether the column of the goal has any words." },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `项目“${fact("project")}”的绩效目标是空白。`,
    en: `The goal of project “${fact("project")}” is empty.`,
  }),
  advice: () => ({
    zh: "请补充绩效目标，说明资金用来做什么、达到什么效果；如原件有文字，请对照原件补录。",
    en: "State what the money is for and what it shall bring about; if the original has a text, enter it.",
  }),
  look({ declaration, path }) {
    if (/[\p{L}\p{N}]/u.test(declaration.goal)) return pass;
    return fail({
      subject: `${path}/goal`,
      quoted: declaration.goal === "" ? declaration.project.name : declaration.goal,
      found: declaration.goal,
      facts: { project: declaration.project.title },
    });
  },
};
