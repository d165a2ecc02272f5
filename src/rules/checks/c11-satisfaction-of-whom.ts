import { rule2021 } from "../bases.ts";
import type { IndicatorCheck } from "../check.ts";
import { wordIn } from "../has-word.ts";
import { fail, notApplicable, pass } from "../outcome.ts";
import { lineFor } from "../packs/dated.ts";
import { bareSatisfactionNames, satisfactionWords } from "../packs/words.ts";

/** Satisfaction that does not say whose — 满意度没有写明对象. */
export const satisfactionOfWhom: IndicatorCheck = {
  id: "C11",
  version: "1",
  scope: "indicator",
  severity: "info",
  title: { zh: "满意度没有写明调查对象", en: "Satisfaction of whom is not said" },
  basis: rule2021,
  looksAt: {
    zh: "满意度指标的名称是否只写“满意度”“满意率”，没有写明谁的满意度。",
    en: "Whether a satisfaction indicator is named only 满意度 or 满意率, without saying whose.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `项目“${fact("project")}”的指标“${fact("indicator")}”没有写明是谁的满意度。`,
    en: `Project “${fact("project")}”: indicator “${fact("indicator")}” does not say whose satisfaction.`,
  }),
  advice: () => ({
    zh: "请在名称中写明调查对象，如“参训学员满意度”“受补助企业满意度”。",
    en: "Name those who are asked, for instance 参训学员满意度 (of the trainees).",
  }),
  look({ declaration: { declaration, table }, indicator, name, path }) {
    const year = table.table.year;
    if (indicator.dimension?.value !== "satisfaction" && !wordIn(name, lineFor(satisfactionWords, year).value)) {
      return notAboutSatisfaction;
    }
    if (!lineFor(bareSatisfactionNames, year).value.includes(name)) return pass;
    return fail({
      subject: `${path}/name`,
      quoted: indicator.name,
      facts: { project: declaration.project.title, indicator: indicator.name },
    });
  },
};

const notAboutSatisfaction = notApplicable("不是满意度指标", "Not about satisfaction");
