import { auditPractice } from "../bases.ts";
import type { DeclarationCheck } from "../check.ts";
import { clip } from "../clip.ts";
import { wordIn } from "../has-word.ts";
import { fail, noIndicators, pass } from "../outcome.ts";
import { lineFor } from "../packs/dated.ts";
import { disbursementWords } from "../packs/words.ts";

/** All indicators only measure that money is handed out — 指标只衡量资金拨付. */
export const onlyDisbursement: DeclarationCheck = {
  id: "C10",
  version: "1",
  scope: "declaration",
  severity: "warning",
  title: { zh: "指标只衡量资金拨付", en: "Only the handing out of money is measured" },
  basis: auditPractice,
  looksAt: {
    zh: "项目的全部指标名称是否都只是拨付、支付、到位、上缴。",
    en: "Whether every indicator of a project only speaks of paying, handing over or arriving money.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `项目“${fact("project")}”的全部指标（${fact("indicators")} 个）都只衡量资金拨付，如“${fact("indicator")}”。`,
    en: `Project “${fact("project")}”: all of its indicators (${fact("indicators")}) only measure payment, for instance “${fact("indicator")}”.`,
  }),
  advice: () => ({
    zh: "请补充资金用途的产出和效益指标；由下级使用的资金，请写明下级应实现的目标。",
    en: "Add what the money is used for and what it brings; for money passed on, what the receiver shall reach.",
  }),
  look({ declaration, indicators, table, path }) {
    const first = indicators[0];
    if (!first) return noIndicators;
    const words = lineFor(disbursementWords, table.table.year).value;
    if (!indicators.every(({ name }) => wordIn(name, words))) return pass;
    return fail({
      subject: path,
      quoted: clip(indicators.map(({ indicator }) => indicator.name).join("；"), 200),
      facts: {
        project: declaration.project.title,
        indicators: indicators.length,
        indicator: first.indicator.name,
      },
    });
  },
};
