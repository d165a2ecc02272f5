import { rule2015 } from "../bases.ts";
import type { DeclarationCheck } from "../check.ts";
import { missingClass } from "../missing-class.ts";

/** A project promises no output — 没有产出指标. */
export const noOutput: DeclarationCheck = {
  id: "C01",
  version: "1",
  scope: "declaration",
  grouped: true,
  severity: "warning",
  title: { zh: "没有产出指标", en: "No output indicator" },
  basis: rule2015,
  looksAt: {
    zh: "每个项目是否至少有一个产出指标。按表归并提示。",
    en: "Whether each project has an output indicator. Said once per table.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `${fact("of")} 个项目中有 ${fact("count")} 个没有产出指标：${fact("some")}。`,
    en: `${fact("count")} of ${fact("of")} projects have no output indicator: ${fact("some")}.`,
  }),
  advice: () => ({
    zh: "请逐个项目补充产出指标：做什么、做多少、做到什么质量。",
    en: "Add outputs to each project: what is done, how much, how well.",
  }),
  look: (subject) => missingClass(subject, ({ dimension }) => dimension?.value === "output"),
};
