import { rule2021 } from "../bases.ts";
import type { DeclarationCheck } from "../check.ts";
import { fail, noIndicators, noLevel2, notApplicable, pass } from "../outcome.ts";

/** An output should have both quantity and quality — 产出缺数量或质量. */
export const quantityOrQualityMissing: DeclarationCheck = {
  id: "C05",
  version: "1",
  scope: "declaration",
  grouped: true,
  severity: "warning",
  title: { zh: "产出指标缺数量或缺质量", en: "Output without quantity or without quality" },
  basis: rule2021,
  looksAt: {
    zh: "印有二级指标的项目，产出中是否既有数量指标又有质量指标。按表归并提示。",
    en: "Where level 2 is printed, whether the outputs of a project have both quantity and quality. Said once per table.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `${fact("of")} 个项目中有 ${fact("count")} 个的产出缺数量指标或质量指标：${fact("some")}。`,
    en: `${fact("count")} of ${fact("of")} projects have outputs without quantity or without quality: ${fact("some")}.`,
  }),
  advice: () => ({
    zh: "产出原则上数量、质量都要设；请补上缺少的一类，确实无法设定的请说明。",
    en: "As a rule outputs have both; add the missing one, or say why it cannot be set.",
  }),
  look({ declaration, path }) {
    const { indicators } = declaration;
    if (indicators.length === 0) return noIndicators;
    if (indicators.every(({ level2 }) => level2 === undefined)) return noLevel2;
    if (!indicators.some(({ dimension }) => dimension?.value === "output")) return noOutputs;
    const hasQuantity = indicators.some(({ aspect }) => aspect?.value === "11");
    const hasQuality = indicators.some(({ aspect }) => aspect?.value === "12");
    if (hasQuantity && hasQuality) return pass;
    const missing = hasQuantity ? "缺质量" : hasQuality ? "缺数量" : "数量质量都缺";
    return fail({
      subject: path,
      quoted: declaration.project.name,
      facts: { project: `${declaration.project.title}（${missing}）` },
    });
  },
};

const noOutputs = notApplicable("项目没有产出指标，由 C01 提示", "The project has no outputs; C01 speaks of that");
