import type { Severity } from "../domain/finding.ts";
import { targetValueKinds } from "../domain/target-value.ts";
import { allAspects, allDimensions } from "../domain/taxonomy.ts";
import { aspectsInMask, dimensionsInMask, kindsInMask } from "./codes.ts";
import type { Engine } from "./engine.ts";
import { narrows, whereFilter } from "./project-filter.ts";
import type { FacetValue, ProjectFacets, ProjectFilter } from "./store.ts";

/**
 * How many projects each choice would keep — 分面. What is chosen in a facet does not narrow that same facet, so that a
 * second choice can be added to the first.
 */
export async function readFacets(engine: Engine, filter: ProjectFilter): Promise<ProjectFacets> {
  const without = (own: keyof ProjectFilter): ProjectFilter => ({ ...filter, [own]: [] });
  return {
    years: await years(engine, without("years")),
    departments: await organisations(engine, without("departments"), "department_id"),
    units: await organisations(engine, without("units"), "unit_id"),
    dimensions: named(
      await masks(engine, without("dimensions"), "dimension_mask", dimensionsInMask),
      allDimensions.map((entry) => [entry.dimension, entry.name]),
    ),
    aspects: named(
      await masks(engine, without("aspects"), "aspect_mask", aspectsInMask),
      allAspects.map((entry) => [entry.code, entry.name]),
    ),
    valueKinds: named(
      await masks(engine, without("valueKinds"), "kind_mask", kindsInMask),
      targetValueKinds.map((entry) => [entry.kind, entry.zh]),
    ),
    rules: await rules(engine, without("rules")),
    severities: await severities(engine, without("severities")),
  };
}

async function years(engine: Engine, filter: ProjectFilter): Promise<readonly FacetValue[]> {
  const rows = await engine.db
    .selectFrom("project")
    .where(whereFilter(engine, filter))
    .select((eb) => ["project.year", eb.fn.countAll<number>().as("projects")])
    .groupBy("project.year")
    .orderBy("project.year", "desc")
    .execute();
  return rows.map(({ year, projects }) => ({ value: String(year), label: String(year), projects }));
}

async function organisations(
  engine: Engine,
  filter: ProjectFilter,
  column: "department_id" | "unit_id",
): Promise<readonly FacetValue[]> {
  const rows = await engine.db
    .selectFrom((from) =>
      from
        .selectFrom("project")
        .where(whereFilter(engine, filter))
        .select((eb) => ["project.region", `project.${column} as id`, eb.fn.countAll<number>().as("projects")])
        .groupBy([`project.${column}`, "project.region"])
        .as("counted"),
    )
    .innerJoin("organisation", (join) =>
      join.onRef("organisation.region", "=", "counted.region").onRef("organisation.id", "=", "counted.id"),
    )
    .select(["counted.id", "organisation.name", "counted.projects"])
    .orderBy("counted.projects", "desc")
    .orderBy("organisation.name")
    .execute();
  return rows.map(({ id, name, projects }) => ({ value: id, label: name, projects }));
}

async function masks<T extends string>(
  engine: Engine,
  filter: ProjectFilter,
  column: "dimension_mask" | "aspect_mask" | "kind_mask",
  inMask: (mask: number) => readonly T[],
): Promise<ReadonlyMap<T, number>> {
  const rows = await engine.db
    .selectFrom("project")
    .where(whereFilter(engine, filter))
    .select((eb) => [`project.${column} as mask`, eb.fn.countAll<number>().as("projects")])
    .groupBy(`project.${column}`)
    .execute();
  const counts = new Map<T, number>();
  for (const { mask, projects } of rows)
    for (const value of inMask(mask)) counts.set(value, (counts.get(value) ?? 0) + projects);
  return counts;
}

/** In the order of the field, those that occur. */
function named<T extends string>(
  counts: ReadonlyMap<T, number>,
  names: readonly (readonly [T, string])[],
): readonly FacetValue[] {
  return names.flatMap(([value, label]) => {
    const projects = counts.get(value);
    return projects ? [{ value, label, projects }] : [];
  });
}

async function rules(engine: Engine, filter: ProjectFilter): Promise<readonly FacetValue[]> {
  const rows = await engine.db
    .selectFrom("finding")
    .where("finding.project_id", "is not", null)
    .$if(narrows(filter), (query) =>
      query.where("finding.project_id", "in", (eb) =>
        eb.selectFrom("project").where(whereFilter(engine, filter)).select("project.id"),
      ),
    )
    .select((eb) => ["finding.rule", eb.fn.count<number>("finding.project_id").distinct().as("projects")])
    .groupBy("finding.rule")
    .orderBy("finding.rule")
    .execute();
  return rows.map(({ rule, projects }) => ({ value: rule, label: rule, projects }));
}

const severityNames: readonly (readonly [Severity, string])[] = [
  ["error", "错误"],
  ["warning", "警告"],
  ["info", "提示"],
];

async function severities(engine: Engine, filter: ProjectFilter): Promise<readonly FacetValue[]> {
  const row = await engine.db
    .selectFrom("project")
    .where(whereFilter(engine, filter))
    .select((eb) => {
      const having = (column: "errors" | "warnings" | "infos") =>
        eb.fn.count<number>(eb.case().when(`project.${column}`, ">", 0).then(1).end());
      return [having("errors").as("error"), having("warnings").as("warning"), having("infos").as("info")];
    })
    .executeTakeFirstOrThrow();
  return named(new Map(severityNames.map(([severity]) => [severity, row[severity]])), severityNames);
}
