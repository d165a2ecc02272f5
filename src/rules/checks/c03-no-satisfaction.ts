import { foldName } from "../../domain/identity.ts";
import { rules2015And2021 } from "../bases.ts";
import type { DeclarationCheck } from "../check.ts";
import { wordIn } from "../has-word.ts";
import { missingClass } from "../missing-class.ts";
import { notApplicable } from "../outcome.ts";
import { noServedGroup } from "../packs/completeness.ts";
import { lineFor } from "../packs/dated.ts";

const nobodyServed = notApplicable("项目没有可调查的服务对象", "The project serves nobody who could be asked");

/** A project does not ask those it serves — 没有满意度指标. */
export const noSatisfaction: DeclarationCheck = {
  id: "C03",
  version: "1",
  scope: "declaration",
  grouped: true,
  severity: "warning",
  title: { zh: "没有满意度指标", en: "No satisfaction indicator" },
  basis: rules2015And2021,
  looksAt: {
    zh: "有服务对象的项目是否设满意度指标；上解、人员工资等没有服务对象的项目不适用。按表归并提示。",
    en: "Whether a project that serves someone asks for satisfaction; money handed up and wages are left out. Said once per table.",
  },
  skipsWithheld: true,
  says: (fact) => ({
    zh: `${fact("of")} 个项目中有 ${fact("count")} 个没有满意度指标：${fact("some")}。`,
    en: `${fact("count")} of ${fact("of")} projects have no satisfaction indicator: ${fact("some")}.`,
  }),
  advice: () => ({
    zh: "有明确服务对象或受益人的项目，请补充满意度指标并写明调查对象；没有的，可以不设。",
    en: "Where someone is served, add satisfaction and name who is asked; where nobody is, none is needed.",
  }),
  look(subject) {
    const { declaration, table } = subject;
    if (wordIn(foldName(declaration.project.title), lineFor(noServedGroup, table.table.year).value))
      return nobodyServed;
    // Satisfaction that stands under a wrong class is there all the same; T05 speaks of its place.
    return missingClass(subject, ({ dimension, name }) => dimension?.value === "satisfaction" || name.includes("满意"));
  },
};
