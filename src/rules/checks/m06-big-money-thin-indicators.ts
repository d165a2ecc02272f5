import { fenOf } from "../../domain/funding.ts";
import { wanYuan } from "../../domain/money.ts";
import { matchingMoney } from "../bases.ts";
import type { DeclarationCheck } from "../check.ts";
import { fail, insufficientData, noMoney, notApplicable, pass } from "../outcome.ts";
import { fewestIndicators } from "../packs/completeness.ts";
import { lineFor } from "../packs/dated.ts";
import { bigMoney } from "../packs/money.ts";
import type { DeclarationSubject } from "../subjects.ts";

/** Much money behind few or empty promises — 大额项目指标单薄. */
export const bigMoneyThinIndicators: DeclarationCheck = {
  id: "M06",
  version: "1",
  scope: "declaration",
  tables: ["targets"],
  severity: "warning",
  title: { zh: "资金大、指标单薄", en: "Much money, thin indicators" },
  basis: matchingMoney,
  looksAt: {
    zh: "金额居全表前列的大额项目，指标是否过少，或全部写成 100%。",
    en: "Whether a project that is among the largest of its table has too few indicators, or nothing but 100 %.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `项目“${fact("project")}”预算 ${fact("total")} 万元，在全表 ${fact("of")} 个项目中列第 ${fact("rank")}，${
      fact("trouble") === "few"
        ? `只有 ${fact("indicators")} 个指标`
        : `${fact("indicators")} 个指标的年度值全部是 100%`
    }。`,
    en: `Project “${fact("project")}” has ${fact("total")} 万元, rank ${fact("rank")} of ${fact("of")} in the table, and ${
      fact("trouble") === "few"
        ? `only ${fact("indicators")} indicators`
        : `all of its ${fact("indicators")} yearly values are 100 %`
    }.`,
  }),
  advice: () => ({
    zh: "请按资金投向补充能反映产出数量、质量和实际效果的指标，并给出具体数值。",
    en: "Add indicators that show quantity, quality and effect of what the money buys, with real figures.",
  }),
  look(subject) {
    const { declaration, table, path } = subject;
    if (!declaration.funding) return noMoney;
    const total = fenOf(declaration.funding.total);
    if (total === undefined) return insufficientData("没有读出项目总计", "The project's total was not read");
    const { topShare, atLeastWanYuan } = lineFor(bigMoney, table.table.year).value;
    const rank = table.rankOf.get(path) ?? 1;
    const of = table.declarations.length;
    if (total < atLeastWanYuan * 1_000_000 || rank > Math.max(1, Math.floor(of * topShare))) return notBig;
    const indicators = declaration.indicators.length;
    const few = indicators < lineFor(fewestIndicators, table.table.year).value;
    if (!few && !allHundredPercent(subject)) return pass;
    const facts = { project: declaration.project.title, total: wanYuan(total), rank, of, indicators };
    return fail({
      subject: path,
      quoted: declaration.project.name,
      facts: { ...facts, trouble: few ? "few" : "hundred" },
    });
  },
};

const notBig = notApplicable("不属于全表前列的大额项目", "Not among the largest projects of the table");

function allHundredPercent({ declaration }: DeclarationSubject): boolean {
  return declaration.indicators.every(({ annualTarget, cycleTarget }) => {
    const value = annualTarget ?? cycleTarget;
    return value?.kind === "quantity" && value.number === 100 && value.unit === "%";
  });
}
