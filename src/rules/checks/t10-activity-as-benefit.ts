import { standsUnder } from "../about-indicator.ts";
import { auditPractice } from "../bases.ts";
import type { IndicatorCheck } from "../check.ts";
import { wordIn } from "../has-word.ts";
import { couldNotRead, fail, notApplicable, pass } from "../outcome.ts";
import { lineFor } from "../packs/dated.ts";
import { activityWords, badThingWords } from "../packs/words.ts";
import { printedDimension } from "../printed-levels.ts";

/** Doing something is not yet an effect — 把活动当作效益. */
export const activityAsBenefit: IndicatorCheck = {
  id: "T10",
  version: "1",
  scope: "indicator",
  severity: "warning",
  title: { zh: "把活动次数当作效益", en: "An activity is taken for a benefit" },
  basis: auditPractice,
  looksAt: {
    zh: "效益指标的名称是否只是活动的次数、场次、报道或会议。事故、投诉等负面事件的次数属于效益，不在此列。",
    en: "Whether a benefit only counts activities: times, sessions, reports, meetings. Counting accidents or complaints is a benefit and is left out.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `项目“${fact("project")}”的指标“${fact("indicator")}”列在“${fact("level1")}”下，衡量的是开展了多少活动（“${fact("word")}”），不是活动的效果。`,
    en: `Project “${fact("project")}”, indicator “${fact("indicator")}” stands under “${fact("level1")}” but counts activities (“${fact("word")}”), not their effect.`,
  }),
  advice: () => ({
    zh: "请把该指标移到产出指标，另设反映效果的效益指标，如受益人数、增长幅度、问题减少数。",
    en: "Move it to output, and set a benefit that shows the effect: people reached, growth, problems fewer.",
  }),
  look(subject) {
    const { declaration, indicator, name, path } = subject;
    if (!indicator.level1) return couldNotRead("一级指标读不出", "Level 1 could not be read");
    if (printedDimension(indicator) !== "benefit") return notBenefit;
    const year = declaration.table.table.year;
    const word = wordIn(name, lineFor(activityWords, year).value);
    if (!word || wordIn(name, lineFor(badThingWords, year).value)) return pass;
    const seen = standsUnder(subject, "level1", indicator.level1, { word });
    return fail({ ...seen, subject: `${path}/name`, found: indicator.name });
  },
};

const notBenefit = notApplicable("不是效益指标", "Not a benefit");
