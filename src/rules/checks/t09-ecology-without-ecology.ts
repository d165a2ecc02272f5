import { foldName } from "../../domain/identity.ts";
import { standsUnder } from "../about-indicator.ts";
import { auditPractice } from "../bases.ts";
import type { IndicatorCheck } from "../check.ts";
import { wordIn } from "../has-word.ts";
import { fail, noLevel2, notApplicable, pass } from "../outcome.ts";
import { lineFor } from "../packs/dated.ts";
import { ecologyWords } from "../packs/words.ts";
import { printedAspect } from "../printed-levels.ts";

/** Something called ecological benefit that has nothing to do with ecology — 生态效益不涉生态. */
export const ecologyWithoutEcology: IndicatorCheck = {
  id: "T09",
  version: "1",
  scope: "indicator",
  severity: "warning",
  title: { zh: "生态效益指标与生态无关", en: "An ecological benefit without ecology" },
  basis: auditPractice,
  looksAt: {
    zh: "列在生态效益下的指标，名称和指标值里是否有环境、绿化、节能、污染等生态内容。",
    en: "Whether name or value of an indicator under ecological benefit speaks of environment, energy, pollution and the like.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `项目“${fact("project")}”的指标“${fact("indicator")}”列在“${fact("level2")}”下，名称和指标值都没有涉及生态环境。`,
    en: `Project “${fact("project")}”, indicator “${fact("indicator")}” stands under “${fact("level2")}”, but neither name nor value speaks of ecology.`,
  }),
  advice: () => ({
    zh: "项目没有生态效益的可以不设此类指标；请按实际内容改列经济效益、社会效益或可持续影响。",
    en: "A project without ecological benefit needs no such indicator; move it to the benefit that it shows.",
  }),
  look(subject) {
    const { declaration, indicator, name } = subject;
    if (!indicator.level2) return noLevel2;
    if (printedAspect(indicator)?.code !== "23") return notEcology;
    const value = foldName(`${indicator.cycleTarget?.text ?? ""}${indicator.annualTarget?.text ?? ""}`);
    if (wordIn(name + value, lineFor(ecologyWords, declaration.table.table.year).value)) return pass;
    return fail(standsUnder(subject, "level2", indicator.level2));
  },
};

const notEcology = notApplicable("不是生态效益指标", "Not an ecological benefit");
