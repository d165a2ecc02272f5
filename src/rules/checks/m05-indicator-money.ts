import { fenOf } from "../../domain/funding.ts";
import { exactSum, wanYuan } from "../../domain/money.ts";
import { indicatorFacts } from "../about-indicator.ts";
import { auditPractice } from "../bases.ts";
import type { IndicatorCheck } from "../check.ts";
import { clip } from "../clip.ts";
import { difference } from "../difference.ts";
import { wordIn } from "../has-word.ts";
import { moneyIn } from "../money-in-value.ts";
import { fail, insufficientData, noMoney, notApplicable, pass } from "../outcome.ts";
import { lineFor } from "../packs/dated.ts";
import { costWords } from "../packs/money.ts";

/** Money named in an indicator must agree with the project's budget — 指标中的金额与项目预算一致. */
export const indicatorMoney: IndicatorCheck = {
  id: "M05",
  version: "1",
  scope: "indicator",
  tables: ["targets"],
  severity: "warning",
  title: { zh: "指标中的金额与项目预算不符", en: "Money named in an indicator does not match the budget" },
  basis: auditPractice,
  looksAt: {
    zh: "写明项目总成本或预算的指标值，以及分列多笔补助、经费的指标值之和，与项目总计是否一致。按单位、按次计的标准和效益金额不核对。",
    en: "Whether a value that names the project's whole cost, or several amounts of subsidy or expense, agrees with the project's total. Unit prices and benefits are not compared.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `项目“${fact("project")}”的指标“${fact("indicator")}”写明 ${fact("named")} 万元（“${fact("value")}”），项目预算为 ${fact("budget")} 万元，相差 ${fact("difference")} 万元。`,
    en: `Project “${fact("project")}”, indicator “${fact("indicator")}” names ${fact("named")} 万元 (“${fact("value")}”), the project's budget is ${fact("budget")} 万元, a difference of ${fact("difference")} 万元.`,
  }),
  advice: () => ({
    zh: "请核对是否沿用了以前年度或整个项目周期的金额；按本年度预算改正，或写明是哪一期间的金额。",
    en: "Check whether the figure is of another year or of the whole period; use this year's budget or say which period it is.",
  }),
  look(subject) {
    const { indicator, name, path } = subject;
    const { declaration, table } = subject.declaration;
    if (!declaration.funding) return noMoney;
    const value = indicator.annualTarget;
    const money = value && moneyIn(value);
    if (!value || !money || indicator.dimension?.value === "benefit") return notAboutBudget;
    const words = lineFor(costWords, table.table.year).value;
    const speaksOfBudget = wordIn(name, money.length > 1 ? words.partsOfMoney : words.wholeCost);
    if (!speaksOfBudget) return notAboutBudget;
    const budget = fenOf(declaration.funding.total);
    if (budget === undefined) return insufficientData("没有读出项目总计", "The project's total was not read");
    const named = exactSum(money.map((one) => one.fen));
    if (named === undefined) return notAboutBudget;
    if (Math.abs(named - budget) <= oneWanYuan) return pass;
    return fail({
      subject: `${path}/annualTarget`,
      quoted: value.text,
      expected: wanYuan(budget),
      found: wanYuan(named),
      facts: {
        ...indicatorFacts(subject),
        value: clip(value.text, 60),
        named: wanYuan(named),
        budget: wanYuan(budget),
        difference: difference(named, budget),
      },
    });
  },
};

/** Indicators round their money to whole 万元. */
const oneWanYuan = 1_000_000;

const notAboutBudget = notApplicable(
  "指标值不是可与预算核对的金额",
  "The value is not an amount that can be held against the budget",
);
