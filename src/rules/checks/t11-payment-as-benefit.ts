import { standsUnder } from "../about-indicator.ts";
import { auditPractice } from "../bases.ts";
import type { IndicatorCheck } from "../check.ts";
import { wordIn } from "../has-word.ts";
import { couldNotRead, fail, notApplicable, pass } from "../outcome.ts";
import { lineFor } from "../packs/dated.ts";
import { moneyWords, paymentWords } from "../packs/words.ts";
import { printedDimension } from "../printed-levels.ts";

/** That money arrived is no benefit — 把资金到位、拨付当作效益. */
export const paymentAsBenefit: IndicatorCheck = {
  id: "T11",
  version: "1",
  scope: "indicator",
  severity: "warning",
  title: { zh: "把资金拨付当作效益", en: "Handing out money is taken for a benefit" },
  basis: auditPractice,
  looksAt: {
    zh: "效益指标的名称是否只是资金到位、拨付、支付。",
    en: "Whether a benefit only says that money arrived or was paid out.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `项目“${fact("project")}”的指标“${fact("indicator")}”列在“${fact("level1")}”下，衡量的是资金${fact("word")}，不是资金带来的效果。`,
    en: `Project “${fact("project")}”, indicator “${fact("indicator")}” stands under “${fact("level1")}” but measures the handing out of money (“${fact("word")}”), not what it brings about.`,
  }),
  advice: () => ({
    zh: "资金到位、拨付请列入产出指标的时效或质量；效益指标请写资金用后带来的变化。",
    en: "Put payment under output (timeliness or quality); a benefit says what changed through the money.",
  }),
  look(subject) {
    const { declaration, indicator, name, path } = subject;
    if (!indicator.level1) return couldNotRead("一级指标读不出", "Level 1 could not be read");
    if (printedDimension(indicator) !== "benefit") return notBenefit;
    const year = declaration.table.table.year;
    const word = wordIn(name, lineFor(paymentWords, year).value);
    if (!word || !wordIn(name, lineFor(moneyWords, year).value)) return pass;
    const seen = standsUnder(subject, "level1", indicator.level1, { word });
    return fail({ ...seen, subject: `${path}/name`, found: indicator.name });
  },
};

const notBenefit = notApplicable("不是效益指标", "Not a benefit");
