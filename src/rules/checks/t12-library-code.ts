import { dimensionOfCode } from "../../domain/taxonomy.ts";
import { standsUnder } from "../about-indicator.ts";
import { formLogic } from "../bases.ts";
import type { IndicatorCheck } from "../check.ts";
import { couldNotRead, fail, notApplicable, pass } from "../outcome.ts";
import { printedDimension } from "../printed-levels.ts";

/** An indicator's library code names another class than it stands under — 指标库代码与一级指标不符. */
export const libraryCode: IndicatorCheck = {
  id: "T12",
  version: "1",
  scope: "indicator",
  severity: "info",
  title: { zh: "指标库代码与所列一级指标不符", en: "The library code names another class" },
  basis: formLogic,
  looksAt: {
    zh: "名称前印有指标库代码的，代码首位所指的类别与所列一级指标是否一致。",
    en: "Where a library code is printed before the name, whether its first digit agrees with level 1.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `项目“${fact("project")}”的指标“${fact("indicator")}”的指标库代码以 ${fact("digit")} 开头，却列在“${fact("level1")}”下。`,
    en: `Project “${fact("project")}”, indicator “${fact("indicator")}”: its library code begins with ${fact("digit")}, but it stands under “${fact("level1")}”.`,
  }),
  advice: () => ({
    zh: "请在指标库中核对该指标的类别；本地指标库的编码规则不同的，可忽略本提示。",
    en: "Check the indicator's class in the library; where the local library is coded otherwise, ignore this.",
  }),
  look(subject) {
    const { indicator, name, path } = subject;
    const code = /^(\d{9})-/.exec(name)?.[1];
    if (code === undefined || !indicator.level1) return noLibraryCode;
    const dimension = printedDimension(indicator);
    if (!dimension) return couldNotRead("一级指标读不出", "Level 1 could not be read");
    if (dimensionOfCode(code) === dimension) return pass;
    const seen = standsUnder(subject, "level1", indicator.level1, { digit: code.charAt(0) });
    return fail({ ...seen, subject: `${path}/name`, found: code });
  },
};

const noLibraryCode = notApplicable("名称前没有指标库代码", "No library code is printed before the name");
