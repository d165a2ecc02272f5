import { formLogic } from "../bases.ts";
import type { TableCheck } from "../check.ts";
import { judgeSums } from "../judge-sums.ts";
import { noMoney, notApplicable } from "../outcome.ts";

/** The printed subtotal of a unit must be the sum of its projects — 单位小计＝所属项目之和. */
export const unitSubtotal: TableCheck = {
  id: "M02",
  version: "1",
  scope: "table",
  severity: "error",
  title: { zh: "单位小计不等于所属项目之和", en: "A unit's subtotal is not the sum of its projects" },
  basis: formLogic,
  looksAt: {
    zh: "每个单位行印出的金额与其下各项目金额之和，每个项目容许 ±0.005 的四舍五入。",
    en: "The money printed for each unit against the sum of its projects, ±0.005 for each project.",
  },
  says: (fact) => ({
    zh: `单位“${fact("label")}”印出 ${fact("printed")} 万元，所属 ${fact("parts")} 个项目合计 ${fact("added")} 万元，项目合计${fact("direction") === "less" ? "少" : "多"} ${fact("difference")} 万元（${fact("columns")}）。`,
    en: `Unit “${fact("label")}”: ${fact("printed")} 万元 are printed, its projects (${fact("parts")}) add up to ${fact("added")} 万元, ${fact("difference")} 万元 ${fact("direction") === "less" ? "less" : "more"} (${fact("columns")}).`,
  }),
  advice: (fact) =>
    fact("direction") === "less"
      ? {
          zh: "请对照原件查找漏印或未读出的项目；如原件本身不平，请公开单位核对小计。",
          en: "Look for projects that are missing from the file; if the original does not add up, the publisher should check the subtotal.",
        }
      : {
          zh: "请对照原件查找重复印出的项目或写错的金额；如原件本身不平，请公开单位核对小计。",
          en: "Look for a project that is printed twice or a wrong amount; if the original does not add up, the publisher should check the subtotal.",
        },
  look(subject) {
    const { table } = subject;
    if (!table.declarations.some((declaration) => declaration.funding)) return noMoney;
    if (table.units.length === 0) return notApplicable("表中没有单位小计行", "The table prints no subtotals of units");
    return judgeSums(subject, "unit");
  },
};
