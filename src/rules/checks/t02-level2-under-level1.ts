import { indicatorFacts } from "../about-indicator.ts";
import { formLogic } from "../bases.ts";
import type { IndicatorCheck } from "../check.ts";
import { couldNotRead, fail, noLevel2, pass } from "../outcome.ts";
import { printedAspect, printedDimension, printedLevel } from "../printed-levels.ts";

/** A level-2 class must belong to the level-1 class it stands under — 二级指标须属于所列一级指标. */
export const level2UnderLevel1: IndicatorCheck = {
  id: "T02",
  version: "1",
  scope: "indicator",
  severity: "error",
  title: { zh: "二级指标不属于所列的一级指标", en: "The level-2 class does not belong to the level-1 class" },
  basis: formLogic,
  looksAt: {
    zh: "印出的二级指标是否属于印出的一级指标，如“1-产出指标”下不应列“22-社会效益”。",
    en: "Whether the printed level-2 class belongs to the printed level-1 class; “22-社会效益” is no output.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `项目“${fact("project")}”的指标“${fact("indicator")}”列在“${fact("level1")}”下，二级指标却是“${fact("level2")}”。`,
    en: `Project “${fact("project")}”, indicator “${fact("indicator")}” stands under “${fact("level1")}”, but its level 2 is “${fact("level2")}”.`,
  }),
  advice: () => ({
    zh: "请按指标实际衡量的内容，改正一级指标或二级指标。",
    en: "Correct level 1 or level 2 according to what the indicator measures.",
  }),
  look(subject) {
    const { indicator, path } = subject;
    const { level1, level2 } = indicator;
    if (!level1 || !level2) return noLevel2;
    const dimension = printedDimension(indicator);
    const aspect = printedAspect(indicator);
    if (!dimension || !aspect) {
      return couldNotRead("印出的级别不在指标分类中", "The printed level is not one of the classes");
    }
    if (aspect.dimension === dimension) return pass;
    return fail({
      subject: `${path}/level2`,
      quoted: `${printedLevel(level1)}；${printedLevel(level2)}`,
      expected: printedLevel(level1),
      found: printedLevel(level2),
      facts: {
        ...indicatorFacts(subject),
        level1: printedLevel(level1),
        level2: printedLevel(level2),
      },
    });
  },
};
