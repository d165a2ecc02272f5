import { changeProject, type ProjectChange } from "../change-table.ts";
import type { PlantedDefect } from "../planted-defect.ts";

/** A defect that one rule must find, made by one change of one project — 改动一个项目而成的缺陷. */
export const planted = (
  rule: string,
  [department, year, project]: readonly [department: string, year: number, project: string],
  zh: string,
  en: string,
  change: ProjectChange,
): PlantedDefect => ({
  rules: [rule],
  department,
  year,
  project,
  what: { zh, en },
  content: (table) => changeProject(table, project, change),
});
