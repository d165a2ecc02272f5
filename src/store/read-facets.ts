import { type RawBuilder, type SelectQueryBuilder, sql } from "kysely";
import { type Severity, severities } from "../domain/finding.ts";
import { targetValueKinds } from "../domain/target-value.ts";
import { allAspects, allDimensions } from "../domain/taxonomy.ts";
import { aspectsInMask, dimensionsInMask, kindsInMask } from "./codes.ts";
import type { Engine } from "./engine.ts";
import { whereFilter } from "./project-filter.ts";
import type { FacetValue, ProjectFacets, ProjectFilter } from "./store.ts";
import type { Tables } from "./tables.ts";

type Facet = keyof ProjectFacets;

/** One choice of one facet, as counted. */
interface Counted {
  readonly facet: Facet;
  readonly value: string;
  readonly label: string | null;
  readonly projects: number;
}

/**
 * How many projects each choice would keep — 分面. What is chosen in a facet does not narrow that same facet, so that a
 * second choice can be added to the first. Facets that look at the same projects are counted in one question.
 */
export async function readFacets(engine: Engine, filter: ProjectFilter): Promise<ProjectFacets> {
  const facets = Object.keys(branches) as Facet[]; // the keys of the record below
  const chosen = facets.filter((facet) => filter[facet]?.length);
  const rest = facets.filter((facet) => !chosen.includes(facet));
  const counted = rest.length > 0 ? [...(await count(engine, filter, rest))] : [];
  for (const facet of chosen) counted.push(...(await count(engine, { ...filter, [facet]: [] }, [facet])));
  const of = (facet: Facet): readonly Counted[] => counted.filter((row) => row.facet === facet);
  return {
    years: of("years")
      .map(asPrinted)
      .sort((a, b) => Number(b.value) - Number(a.value)),
    departments: of("departments").map(asPrinted).sort(mostFirst),
    units: of("units").map(asPrinted).sort(mostFirst),
    dimensions: named(
      unmasked(of("dimensions"), dimensionsInMask),
      allDimensions.map((entry) => [entry.dimension, entry.name]),
    ),
    aspects: named(
      unmasked(of("aspects"), aspectsInMask),
      allAspects.map((entry) => [entry.code, entry.name]),
    ),
    valueKinds: named(
      unmasked(of("valueKinds"), kindsInMask),
      targetValueKinds.map((entry) => [entry.kind, entry.zh]),
    ),
    rules: of("rules")
      .map(asPrinted)
      .sort((a, b) => (a.value < b.value ? -1 : 1)),
    severities: named(
      // the values are those of the branch below
      new Map(of("severities").map((row) => [row.value as Severity, row.projects])),
      severities.map((entry) => [entry.severity, entry.zh]),
    ),
  };
}

const severityColumns = { error: "errors", warning: "warnings", info: "infos" } as const;

/** How each facet counts the projects that are kept; masks are taken apart afterwards. */
const branches: Readonly<Record<Facet, RawBuilder<Counted>>> = {
  years: grouped("years", "year"),
  departments: organisations("departments", "department_id"),
  units: organisations("units", "unit_id"),
  dimensions: grouped("dimensions", "dimension_mask"),
  aspects: grouped("aspects", "aspect_mask"),
  valueKinds: grouped("valueKinds", "kind_mask"),
  rules: sql`select 'rules' as facet, rule as value, null as label, count(distinct project_id) as projects
    from finding where project_id in (select id from kept) group by rule`,
  severities: sql.join(
    severities.map(
      ({ severity }) => sql`select 'severities' as facet, ${sql.lit(severity)} as value, null as label,
        count(*) as projects from kept where ${sql.ref(severityColumns[severity])} > 0`,
    ),
    sql` union all `,
  ),
};

function grouped(facet: Facet, column: string): RawBuilder<Counted> {
  return sql`select ${sql.lit(facet)} as facet, cast(${sql.ref(column)} as text) as value, null as label,
    count(*) as projects from kept group by ${sql.ref(column)}`;
}

function organisations(facet: Facet, column: string): RawBuilder<Counted> {
  return sql`select ${sql.lit(facet)} as facet, organisation.id as value, organisation.name as label, counted.projects
    from (select ${sql.ref(column)} as id, region, count(*) as projects from kept group by ${sql.ref(column)}, region) counted
    join organisation on organisation.region = counted.region and organisation.id = counted.id`;
}

async function count(engine: Engine, filter: ProjectFilter, facets: readonly Facet[]): Promise<readonly Counted[]> {
  const kept: SelectQueryBuilder<Tables, "project", unknown> = engine.db
    .selectFrom("project")
    .where(whereFilter(engine, filter))
    .select(["project.id", "project.region", "project.year", "project.department_id", "project.unit_id"])
    .select(["project.dimension_mask", "project.aspect_mask", "project.kind_mask"])
    .select(["project.errors", "project.warnings", "project.infos"]);
  const parts = sql.join(
    facets.map((facet) => branches[facet]),
    sql` union all `,
  );
  // Words are searched for once and the projects remembered; anything else is faster read again from a narrow index.
  const once = filter.text?.trim() ? sql`materialized` : sql`not materialized`;
  const { rows } = await sql<Counted>`with kept as ${once} ${kept} ${parts}`.execute(engine.db);
  return rows;
}

const asPrinted = ({ value, label, projects }: Counted): FacetValue => ({ value, label: label ?? value, projects });

const mostFirst = (a: FacetValue, b: FacetValue): number => b.projects - a.projects || (a.label < b.label ? -1 : 1);

function unmasked<T extends string>(
  rows: readonly Counted[],
  inMask: (mask: number) => readonly T[],
): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const { value: mask, projects } of rows)
    for (const value of inMask(Number(mask))) counts.set(value, (counts.get(value) ?? 0) + projects);
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
