import { standsUnder } from "../about-indicator.ts";
import { auditPractice } from "../bases.ts";
import type { IndicatorCheck } from "../check.ts";
import { wordIn } from "../has-word.ts";
import { fail, noLevel2, notApplicable, pass } from "../outcome.ts";
import { lineFor } from "../packs/dated.ts";
import { timelinessWords } from "../packs/words.ts";
import { printedAspect } from "../printed-levels.ts";

/** Timeliness belongs under timeliness — 时效列作数量或质量指标. */
export const timelinessElsewhere: IndicatorCheck = {
  id: "T07",
  version: "1",
  scope: "indicator",
  severity: "warning",
  title: { zh: "时效内容列作数量或质量指标", en: "Timeliness stands under quantity or quality" },
  basis: auditPractice,
  looksAt: {
    zh: "名称含“及时、时限、按期、按时”等的产出指标，二级指标是否为时效指标。",
    en: "Whether an output whose name says timely, on time or by a date stands under timeliness.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `项目“${fact("project")}”的指标“${fact("indicator")}”衡量时效（“${fact("word")}”），却列在“${fact("level2")}”下。`,
    en: `Project “${fact("project")}”, indicator “${fact("indicator")}” measures timeliness (“${fact("word")}”) but stands under “${fact("level2")}”.`,
  }),
  advice: () => ({
    zh: "请把该指标移到时效指标（13-时效指标）下。",
    en: "Move it to timeliness (13-时效指标).",
  }),
  look(subject) {
    const { declaration, indicator, name } = subject;
    if (!indicator.level2) return noLevel2;
    const word = wordIn(name, lineFor(timelinessWords, declaration.table.table.year).value);
    const aspect = printedAspect(indicator);
    if (!word || aspect?.dimension !== "output") return notAboutTime;
    if (aspect.code === "13") return pass;
    return fail({ ...standsUnder(subject, "level2", indicator.level2, { word }), expected: "13-时效指标" });
  },
};

const notAboutTime = notApplicable("不是时效类产出", "Not an output about time");
