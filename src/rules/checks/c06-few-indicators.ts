import { guangzhou2017 } from "../bases.ts";
import type { DeclarationCheck } from "../check.ts";
import { fail, pass } from "../outcome.ts";
import { fewestIndicators } from "../packs/completeness.ts";
import { lineFor } from "../packs/dated.ts";

/** Fewer indicators than a project should have — 指标个数过少. */
export const fewIndicators: DeclarationCheck = {
  id: "C06",
  version: "1",
  scope: "declaration",
  severity: "warning",
  title: { zh: "指标个数过少", en: "Too few indicators" },
  basis: guangzhou2017,
  looksAt: {
    zh: "每个项目的指标个数是否达到规则包中的最低个数（2018 年起 4 个）。",
    en: "Whether a project has at least as many indicators as the rule pack asks for (4 since 2018).",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh:
      fact("indicators") === "0"
        ? `项目“${fact("project")}”没有读出指标，最低应有 ${fact("fewest")} 个。`
        : `项目“${fact("project")}”只有 ${fact("indicators")} 个指标，最低应有 ${fact("fewest")} 个。`,
    en: `Project “${fact("project")}” has too few indicators (${fact("indicators")}); it should have at least ${fact("fewest")}.`,
  }),
  advice: () => ({
    zh: "请补充能反映主要产出和效果的指标；小额项目可按本地规定从简。",
    en: "Add indicators for the main outputs and effects; small projects may follow the local rule.",
  }),
  look({ declaration, table, path }) {
    const fewest = lineFor(fewestIndicators, table.table.year).value;
    const indicators = declaration.indicators.length;
    if (indicators >= fewest) return pass;
    return fail({
      subject: path,
      quoted: declaration.project.name,
      expected: `≥${fewest}`,
      found: String(indicators),
      facts: { project: declaration.project.title, indicators, fewest },
    });
  },
};
