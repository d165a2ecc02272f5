import { standsUnder } from "../about-indicator.ts";
import { rule2021 } from "../bases.ts";
import type { IndicatorCheck } from "../check.ts";
import { wordIn } from "../has-word.ts";
import { couldNotRead, fail, noLevel2, notApplicable, pass } from "../outcome.ts";
import { lineFor } from "../packs/dated.ts";
import { costNameWords, othersCostWords } from "../packs/words.ts";
import { printedAspect } from "../printed-levels.ts";

/** Cost belongs under cost — 成本内容列在成本指标之外. */
export const costElsewhere: IndicatorCheck = {
  id: "T08",
  version: "1",
  scope: "indicator",
  severity: "warning",
  title: { zh: "成本内容列在成本指标之外", en: "Cost stands outside the class of cost" },
  basis: rule2021,
  looksAt: {
    zh: "名称含“成本、超支、节约”的指标，是否列在成本指标（14 或 41–43）下。为企业、群众降低的成本属于效益，不在此列。",
    en: "Whether an indicator about cost, overrun or saving stands under cost (14 or 41–43). Costs that others are spared are a benefit and are left out.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `项目“${fact("project")}”的指标“${fact("indicator")}”衡量成本（“${fact("word")}”），却列在“${fact("level2")}”下。`,
    en: `Project “${fact("project")}”, indicator “${fact("indicator")}” measures cost (“${fact("word")}”) but stands under “${fact("level2")}”.`,
  }),
  advice: () => ({
    zh: "请把该指标移到成本指标下：现行分类为“4-成本指标、41-经济成本”，旧分类为“14-成本指标”。",
    en: "Move it to cost: 4-成本指标, 41-经济成本 today; 14-成本指标 in the older scheme.",
  }),
  look(subject) {
    const { declaration, indicator, name } = subject;
    if (!indicator.level2) return noLevel2;
    const year = declaration.table.table.year;
    const word = wordIn(name, lineFor(costNameWords, year).value);
    if (!word || wordIn(name, lineFor(othersCostWords, year).value)) return notAboutCost;
    const aspect = printedAspect(indicator);
    if (!aspect) return couldNotRead("二级指标不在指标分类中", "Level 2 is not one of the classes");
    if (aspect.code === "14" || aspect.dimension === "cost") return pass;
    return fail({ ...standsUnder(subject, "level2", indicator.level2, { word }), expected: "41-经济成本指标" });
  },
};

const notAboutCost = notApplicable("不是项目自身的成本", "Not about the project's own cost");
