import { standsUnder } from "../about-indicator.ts";
import { rule2015 } from "../bases.ts";
import type { IndicatorCheck } from "../check.ts";
import { wordIn } from "../has-word.ts";
import { couldNotRead, fail, notApplicable, pass } from "../outcome.ts";
import { lineFor } from "../packs/dated.ts";
import { satisfactionWords } from "../packs/words.ts";
import { printedDimension } from "../printed-levels.ts";

/** Satisfaction belongs to its own class — 满意度须列入满意度指标. */
export const satisfactionElsewhere: IndicatorCheck = {
  id: "T05",
  version: "1",
  scope: "indicator",
  severity: "error",
  title: { zh: "满意度列在其他一级指标下", en: "Satisfaction stands under another class" },
  basis: rule2015,
  looksAt: {
    zh: "名称含“满意”的指标，一级指标是否为满意度指标。",
    en: "Whether an indicator with 满意 in its name stands under satisfaction.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `项目“${fact("project")}”的指标“${fact("indicator")}”衡量满意度，却列在“${fact("level1")}”下。`,
    en: `Project “${fact("project")}”, indicator “${fact("indicator")}” measures satisfaction but stands under “${fact("level1")}”.`,
  }),
  advice: () => ({
    zh: "请把该指标移到满意度指标（3-满意度指标、31-服务对象满意度）下。",
    en: "Move it to satisfaction (3-满意度指标, 31-服务对象满意度).",
  }),
  look(subject) {
    const { declaration, indicator, name } = subject;
    if (!wordIn(name, lineFor(satisfactionWords, declaration.table.table.year).value)) return notAboutSatisfaction;
    const { level1 } = indicator;
    const dimension = printedDimension(indicator);
    if (!level1 || !dimension) return couldNotRead("一级指标读不出", "Level 1 could not be read");
    if (dimension === "satisfaction") return pass;
    return fail({ ...standsUnder(subject, "level1", level1), expected: "满意度指标" });
  },
};

const notAboutSatisfaction = notApplicable("不是满意度指标", "Not about satisfaction");
