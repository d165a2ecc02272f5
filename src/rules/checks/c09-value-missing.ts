import type { TargetValue } from "../../domain/target-value.ts";
import { indicatorFacts } from "../about-indicator.ts";
import { formLogic } from "../bases.ts";
import type { IndicatorCheck } from "../check.ts";
import { clip } from "../clip.ts";
import { fail, pass } from "../outcome.ts";

/** A value is missing — 年度值或实施周期值缺失. */
export const valueMissing: IndicatorCheck = {
  id: "C09",
  version: "1",
  scope: "indicator",
  severity: "error",
  title: { zh: "年度指标值或实施周期指标值缺失", en: "The yearly value or the value of the whole period is missing" },
  basis: formLogic,
  looksAt: {
    zh: "每个指标是否有年度指标值；表中印有实施周期指标值的，是否每个指标都有。",
    en: "Whether each indicator has a yearly value and, where the table prints values of the whole period, that one too.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `项目“${fact("project")}”的指标“${fact("indicator")}”没有${wordsZh[fact("missing")] ?? "指标值"}。`,
    en: `Project “${fact("project")}”: indicator “${fact("indicator")}” has no ${wordsEn[fact("missing")] ?? "value"}.`,
  }),
  advice: () => ({
    zh: "请补填缺少的指标值；只做一年的项目，两个值可以相同。",
    en: "Fill in the missing value; in a project of one year both may be the same.",
  }),
  look(subject) {
    const { indicator, path } = subject;
    const noAnnual = isMissing(indicator.annualTarget);
    const noCycle = subject.declaration.table.printsCycle && isMissing(indicator.cycleTarget);
    if (!noAnnual && !noCycle) return pass;
    const missing = noAnnual && noCycle ? "both" : noAnnual ? "annual" : "cycle";
    return fail({
      subject: path,
      quoted: clip(indicator.name, 200),
      facts: { ...indicatorFacts(subject), missing },
    });
  },
};

const wordsZh: Readonly<Record<string, string>> = {
  annual: "年度指标值",
  cycle: "实施周期指标值",
  both: "年度指标值和实施周期指标值",
};
const wordsEn: Readonly<Record<string, string>> = {
  annual: "yearly value",
  cycle: "value of the whole period",
  both: "value, neither yearly nor for the whole period",
};

const isMissing = (value: TargetValue | undefined): boolean => value === undefined || value.text.trim() === "";
