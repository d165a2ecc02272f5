import { guangzhou2017 } from "../bases.ts";
import type { DeclarationCheck } from "../check.ts";
import { isQuantified } from "../is-quantified.ts";
import { fail, noIndicators, pass } from "../outcome.ts";
import { quantifiedShare } from "../packs/completeness.ts";
import { lineFor } from "../packs/dated.ts";

/** More of the targets are words than figures — 定量指标占比过低. */
export const mostlyInWords: DeclarationCheck = {
  id: "C07",
  version: "1",
  scope: "declaration",
  severity: "warning",
  title: { zh: "定量指标不足一半", en: "Fewer than half of the targets are quantified" },
  basis: guangzhou2017,
  looksAt: {
    zh: "项目指标中，指标值为数量、区间、时限或可比较值的占比，不应低于 50%。",
    en: "The share of targets that are figures, ranges, dates or comparable values; it should be at least 50 %.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh:
      fact("quantified") === "0"
        ? `项目“${fact("project")}”的 ${fact("indicators")} 个指标没有一个定量。`
        : `项目“${fact("project")}”的 ${fact("indicators")} 个指标中只有 ${fact("quantified")} 个定量，占 ${fact("share")}%。`,
    en:
      fact("quantified") === "0"
        ? `Project “${fact("project")}”: none of its indicators (${fact("indicators")}) is quantified.`
        : `Project “${fact("project")}”: only ${fact("quantified")} of ${fact("indicators")} indicators are quantified (${fact("share")} %).`,
  }),
  advice: () => ({
    zh: "请把能用数量、比率或日期衡量的指标改为定量；确需定性的，请分级分档说明达成标准。",
    en: "Give figures, rates or dates where possible; where words are needed, state graded levels.",
  }),
  look({ declaration, table, path }) {
    const values = declaration.indicators.flatMap(({ annualTarget, cycleTarget }) => annualTarget ?? cycleTarget ?? []);
    if (values.length === 0) return noIndicators;
    const quantified = values.filter(isQuantified).length;
    const asked = lineFor(quantifiedShare, table.table.year).value;
    const share = quantified / values.length;
    if (share >= asked) return pass;
    return fail({
      subject: path,
      quoted: declaration.project.name,
      expected: `≥${asked * 100}%`,
      found: `${Math.round(share * 100)}%`,
      facts: {
        project: declaration.project.title,
        indicators: values.length,
        quantified,
        share: Math.round(share * 100),
      },
    });
  },
};
