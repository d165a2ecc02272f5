import { taxonomyOn } from "../../domain/taxonomy.ts";
import { rule2021 } from "../bases.ts";
import type { TableCheck } from "../check.ts";
import { fail, insufficientData, notApplicable, pass } from "../outcome.ts";
import { firstDayOf } from "../packs/dated.ts";
import { printedAspect, printedDimension, printedLevel } from "../printed-levels.ts";
import type { IndicatorSubject } from "../subjects.ts";

/** The classes printed must be those of the year — 指标分类须与年度相符: cost as 14, or as 4/41. */
export const schemeOfTheYear: TableCheck = {
  id: "T04",
  version: "1",
  scope: "table",
  tables: ["targets", "overall-targets"],
  severity: "info",
  title: { zh: "成本指标的分类与年度不符", en: "Cost is classed by another year's scheme" },
  basis: rule2021,
  looksAt: {
    zh: "成本是列为产出下的二级指标（14，2021 年 8 月前的分类），还是单列为一级指标（4、41–43，此后的分类）。各地过渡时间不同，仅作提示。",
    en: "Whether cost stands under output (14, the scheme until August 2021) or is a class of its own (4, 41–43, since then). Places changed at different times, so this is a hint.",
  },
  says: (fact) => ({
    zh: `${fact("year")} 年的表中有 ${fact("count")} 个成本指标按${fact("scheme") === "older" ? "旧分类" : "新分类"}印作“${fact("printed")}”，如“${fact("indicator")}”。`,
    en: `In the table of ${fact("year")}, cost indicators (${fact("count")}) are printed by the ${fact("scheme") === "older" ? "older" : "newer"} scheme as “${fact("printed")}”, for instance “${fact("indicator")}”.`,
  }),
  advice: () => ({
    zh: "请确认本地当年采用的指标分类；如已执行新分类，成本应单列为一级指标。",
    en: "See which scheme holds locally in that year; where the newer one does, cost is a level-1 class of its own.",
  }),
  look({ table, declarations }) {
    if (table.year.basis === "unknown") return insufficientData("不知道预算年度", "The budget year is not known");
    const cost = declarations
      .flatMap((declaration) => declaration.indicators)
      .filter(({ indicator }) => schemeOf(indicator) !== undefined);
    if (cost.length === 0) return notApplicable("表中没有印出成本类指标代码", "The table prints no class of cost");
    const inForce = taxonomyOn(firstDayOf(table.year)).id === "cost-of-its-own" ? "newer" : "older";
    const wrong = cost.filter(({ indicator }) => schemeOf(indicator) !== inForce);
    const first = wrong[0];
    if (!first) return pass;
    const printed = first.indicator.level2 ?? first.indicator.level1;
    const words = printed ? printedLevel(printed) : "";
    return fail({
      subject: `${first.path}/${first.indicator.level2 ? "level2" : "level1"}`,
      quoted: words,
      found: words,
      facts: {
        year: table.year.year,
        count: wrong.length,
        scheme: inForce === "newer" ? "older" : "newer",
        printed: words,
        indicator: first.indicator.name,
      },
    });
  },
};

function schemeOf(indicator: IndicatorSubject["indicator"]): "older" | "newer" | undefined {
  if (printedDimension(indicator) === "cost") return "newer";
  const aspect = printedAspect(indicator);
  if (aspect?.dimension === "cost") return "newer";
  return aspect?.code === "14" ? "older" : undefined;
}
