import { standsUnder } from "../about-indicator.ts";
import { auditPractice } from "../bases.ts";
import type { IndicatorCheck } from "../check.ts";
import { clip } from "../clip.ts";
import { wordIn } from "../has-word.ts";
import { fail, noLevel2, notApplicable, pass } from "../outcome.ts";
import { lineFor } from "../packs/dated.ts";
import { notRatioWords, ratioWords } from "../packs/words.ts";
import { printedAspect } from "../printed-levels.ts";

/** A ratio is no quantity — 比率列作数量指标. */
export const ratioAsQuantity: IndicatorCheck = {
  id: "T06",
  version: "1",
  scope: "indicator",
  severity: "warning",
  title: { zh: "比率列作数量指标", en: "A ratio stands under quantity" },
  basis: auditPractice,
  looksAt: {
    zh: "列在数量指标下的，名称是否为率、比例，或指标值是否为百分数。",
    en: "Whether an indicator under quantity is a rate or share by its name, or has a percentage for its value.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `项目“${fact("project")}”的指标“${fact("indicator")}”列在“${fact("level2")}”下，衡量的却是比率（“${fact("value")}”）。`,
    en: `Project “${fact("project")}”, indicator “${fact("indicator")}” stands under “${fact("level2")}” but measures a ratio (“${fact("value")}”).`,
  }),
  advice: () => ({
    zh: "数量指标请写完成的个数、次数、人数等；反映质量的比率请列入质量指标。",
    en: "Under quantity, say how many; a ratio that shows quality belongs to quality.",
  }),
  look(subject) {
    const { declaration, indicator, name } = subject;
    if (!indicator.level2) return noLevel2;
    if (printedAspect(indicator)?.code !== "11") return notQuantity;
    const value = indicator.annualTarget ?? indicator.cycleTarget;
    const year = declaration.table.table.year;
    const named = wordIn(name, lineFor(ratioWords, year).value) && !wordIn(name, lineFor(notRatioWords, year).value);
    const inPercent = value && (value.kind === "quantity" || value.kind === "range") && value.unit === "%";
    if (!named && !inPercent) return pass;
    return fail(standsUnder(subject, "level2", indicator.level2, { value: clip(value?.text ?? "", 40) }));
  },
};

const notQuantity = notApplicable("不是数量指标", "Not a quantity indicator");
