import { formLogic } from "../bases.ts";
import type { TableCheck } from "../check.ts";
import { judgeSums } from "../judge-sums.ts";
import { noMoney, notApplicable } from "../outcome.ts";

/** The printed total of a table must be the sum of its units — 合计＝各单位之和. */
export const tableTotal: TableCheck = {
  id: "M03",
  version: "1",
  scope: "table",
  severity: "error",
  title: { zh: "合计不等于各单位之和", en: "The table's total is not the sum of its units" },
  basis: formLogic,
  looksAt: {
    zh: "合计行印出的金额与各单位小计之和，每个单位容许 ±0.005 的四舍五入。",
    en: "The money of the total row against the sum of the units' subtotals, ±0.005 for each unit.",
  },
  says: (fact) => ({
    zh: `合计行印出 ${fact("printed")} 万元，${fact("parts")} 个分项相加为 ${fact("added")} 万元，分项之和${fact("direction") === "less" ? "少" : "多"} ${fact("difference")} 万元（${fact("columns")}）。`,
    en: `The total row prints ${fact("printed")} 万元, its parts (${fact("parts")}) add up to ${fact("added")} 万元, ${fact("difference")} 万元 ${fact("direction") === "less" ? "less" : "more"} (${fact("columns")}).`,
  }),
  advice: () => ({
    zh: "请对照原件核对合计行和各单位小计，查找漏印的单位或写错的金额。",
    en: "Compare the total row and the subtotals with the original; look for a missing unit or a wrong amount.",
  }),
  look(subject) {
    const { table } = subject;
    if (!table.declarations.some((declaration) => declaration.funding)) return noMoney;
    if (!table.total) return notApplicable("表中没有合计行", "The table prints no total row");
    return judgeSums(subject, "table");
  },
};
