import type { Funding } from "../domain/funding.ts";
import { foldName } from "../domain/identity.ts";
import type { AspectCode } from "../domain/taxonomy.ts";
import type { ExampleIndicator, ExampleProject, ExampleTable } from "./example-table.ts";
import { printedName } from "./example-table.ts";
import { layouts } from "./layouts/all-layouts.ts";
import { printedLevels } from "./printed-levels.ts";
import { sumOfFunding } from "./sum-of-funding.ts";

/** A change of one project — 改动一个项目. */
export type ProjectChange = (project: ExampleProject, table: ExampleTable) => ExampleProject;

/** The project that goes by a name, whatever the width of its brackets — 按名称找项目. */
function isNamed(project: ExampleProject, name: string): boolean {
  return foldName(project.title) === foldName(name) || foldName(printedName(project)) === foldName(name);
}

/** Changes one project and no printed sum — 改动项目而不改小计. Throws where there is none of that name. */
export function changeProject(table: ExampleTable, name: string, change: ProjectChange): ExampleTable {
  if (!table.units.some((unit) => unit.projects.some((project) => isNamed(project, name)))) {
    throw new Error(`no project ${name} in ${table.short} ${table.year}`);
  }
  const units = table.units.map((unit) => ({
    ...unit,
    projects: unit.projects.map((project) => (isNamed(project, name) ? change(project, table) : project)),
  }));
  return { ...table, units };
}

/** Sums printed anew from what stands below them — 重新汇总. */
export function withSums(table: ExampleTable): ExampleTable {
  const units = table.units.map((unit) => ({ ...unit, subtotal: sumOfFunding(unit.projects.map((p) => p.funding)) }));
  return { ...table, units, total: sumOfFunding(units.map((unit) => unit.subtotal)) };
}

/** Numbers 1, 2, 3 … again — 重新编号. */
export function numbered(indicators: readonly ExampleIndicator[]): readonly ExampleIndicator[] {
  return indicators.map((one, index) => ({ ...one, number: String(index + 1) }));
}

/** An indicator in the print of its table; its number is given later — 一个指标. */
function newIndicator(
  table: ExampleTable,
  aspect: AspectCode,
  name: string,
  annual: string,
  cycle: string = annual,
): ExampleIndicator {
  const layout = layouts[table.layout];
  return {
    number: undefined,
    ...printedLevels(aspect, layout),
    name: layout.dressed(name),
    cycle: layout.hasLevel2 ? layout.dressed(cycle) : undefined,
    annual: layout.dressed(annual),
  };
}

/** Adds an indicator at the end — 增加指标. */
export function adding(aspect: AspectCode, name: string, annual: string): ProjectChange {
  return (project, table) => ({
    ...project,
    indicators: numbered([...project.indicators, newIndicator(table, aspect, name, annual)]),
  });
}

/** Puts other indicators in place of the project's — 替换指标. */
export function having(...indicators: readonly (readonly [AspectCode, string, string])[]): ProjectChange {
  return (project, table) => ({
    ...project,
    indicators: numbered(indicators.map(([aspect, name, annual]) => newIndicator(table, aspect, name, annual))),
  });
}

/** Keeps the indicators of a kind — 保留指标. */
export function keeping(isKept: (indicator: ExampleIndicator, index: number) => boolean): ProjectChange {
  return (project) => ({ ...project, indicators: numbered(project.indicators.filter(isKept)) });
}

/** Changes the indicator at a position (0 is the first) — 改动指标. */
export function changing(at: number, change: (indicator: ExampleIndicator) => ExampleIndicator): ProjectChange {
  return (project) => ({
    ...project,
    indicators: project.indicators.map((one, index) => (index === at ? change(one) : one)),
  });
}

/** Puts other money in place of the project's — 改动资金. */
export function funded(change: (funding: Funding) => Funding): ProjectChange {
  return (project) => ({ ...project, funding: change(project.funding) });
}
