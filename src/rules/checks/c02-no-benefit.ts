import { reform2018 } from "../bases.ts";
import type { DeclarationCheck } from "../check.ts";
import { missingClass } from "../missing-class.ts";

/** A project promises no benefit — 没有效益指标. */
export const noBenefit: DeclarationCheck = {
  id: "C02",
  version: "1",
  scope: "declaration",
  grouped: true,
  severity: "warning",
  title: { zh: "没有效益指标", en: "No benefit indicator" },
  basis: reform2018,
  looksAt: {
    zh: "每个项目是否至少有一个效益指标。按表归并提示。",
    en: "Whether each project has a benefit indicator. Said once per table.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `${fact("of")} 个项目中有 ${fact("count")} 个没有效益指标：${fact("some")}。`,
    en: `${fact("count")} of ${fact("of")} projects have no benefit indicator: ${fact("some")}.`,
  }),
  advice: () => ({
    zh: "请逐个项目补充效益指标，说明资金用后带来的变化；确无直接效益的（如编制规划），请说明理由。",
    en: "Add a benefit to each project, saying what changes; where there is none (a plan, for instance), say why.",
  }),
  look: (subject) => missingClass(subject, ({ dimension }) => dimension?.value === "benefit"),
};
