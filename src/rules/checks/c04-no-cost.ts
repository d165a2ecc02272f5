import type { FiscalYear } from "../../domain/period.ts";
import { rule2021 } from "../bases.ts";
import type { DeclarationCheck } from "../check.ts";
import { missingClass } from "../missing-class.ts";
import { costRequired } from "../packs/completeness.ts";
import { firstDayOf, inForce } from "../packs/dated.ts";

function isRequiredIn(year: FiscalYear): boolean {
  return year.basis !== "unknown" && inForce(costRequired, firstDayOf(year))?.value === "required";
}

/** A project sets no limit to its cost — 没有成本指标. */
export const noCost: DeclarationCheck = {
  id: "C04",
  version: "1",
  scope: "declaration",
  grouped: true,
  severity: "warning",
  title: { zh: "没有成本指标", en: "No cost indicator" },
  basis: rule2021,
  looksAt: {
    zh: "每个项目是否有成本控制指标（14 或 4、41–43）。2021 年 8 月 18 日以前的年度或年度不明的表只作提示。按表归并提示。",
    en: "Whether each project sets a limit to its cost (14, or 4 and 41–43). Only a hint for years before 18 August 2021 or unknown years. Said once per table.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `${fact("of")} 个项目中有 ${fact("count")} 个没有成本指标：${fact("some")}。`,
    en: `${fact("count")} of ${fact("of")} projects have no cost indicator: ${fact("some")}.`,
  }),
  advice: () => ({
    zh: "请补充成本控制要求，如单位成本、支出标准或总成本上限；难以拆分的可列分项上限。",
    en: "Add a limit to cost: per unit, by standard or in all; where it cannot be split, limits of its parts.",
  }),
  look(subject) {
    const outcome = missingClass(
      subject,
      ({ dimension, aspect }) =>
        dimension?.value === "cost" || aspect?.value === "14" || aspect?.value.startsWith("4") === true,
    );
    if (outcome.kind !== "fail") return outcome;
    const severity = isRequiredIn(subject.table.table.year) ? "warning" : "info";
    return { kind: "fail", observations: outcome.observations.map((one) => ({ ...one, severity })) };
  },
};
