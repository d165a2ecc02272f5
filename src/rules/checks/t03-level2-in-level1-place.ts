import { aspectOfCode, dimensionEntry } from "../../domain/taxonomy.ts";
import { indicatorFacts } from "../about-indicator.ts";
import { formLogic } from "../bases.ts";
import type { IndicatorCheck } from "../check.ts";
import { fail, notApplicable, pass } from "../outcome.ts";
import { printedLevel } from "../printed-levels.ts";

/** A level-2 code stands where level 1 belongs — 一级指标栏填了二级指标. */
export const level2InLevel1Place: IndicatorCheck = {
  id: "T03",
  version: "1",
  scope: "indicator",
  severity: "error",
  title: { zh: "一级指标栏填了二级指标", en: "A level-2 class stands in the level-1 place" },
  basis: formLogic,
  looksAt: {
    zh: "一级指标的位置上是否印着两位代码的二级指标，如“21-经济效益”。",
    en: "Whether a two-digit level-2 class, such as “21-经济效益”, is printed in the level-1 place.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `项目“${fact("project")}”的指标“${fact("indicator")}”的一级指标位置印着“${fact("printed")}”，这是二级指标。`,
    en: `Project “${fact("project")}”, indicator “${fact("indicator")}”: “${fact("printed")}” is printed in the level-1 place, but it is a level-2 class.`,
  }),
  advice: (fact) => ({
    zh: `请在一级指标处填写一位代码的类别，如“${fact("expected")}”。`,
    en: `Put the one-digit class there, for instance “${fact("expected")}”.`,
  }),
  look(subject) {
    const { indicator, path } = subject;
    const { level1 } = indicator;
    if (level1?.code === undefined) return noLevel1Code;
    if (level1.code.length < 2) return pass;
    const dimension = aspectOfCode(level1.code)?.dimension ?? "output";
    const { code, name } = dimensionEntry(dimension);
    const expected = `${code}-${name}`;
    return fail({
      subject: `${path}/level1`,
      quoted: printedLevel(level1),
      expected,
      found: printedLevel(level1),
      facts: {
        ...indicatorFacts(subject),
        printed: printedLevel(level1),
        expected,
      },
    });
  },
};

const noLevel1Code = notApplicable("一级指标没有印出代码", "Level 1 is printed without a code");
