import { targetValueKinds } from "../domain/target-value.ts";
import { allAspects, allDimensions } from "../domain/taxonomy.ts";
import { aspectOfNumber, dimensionOfNumber, kindOfCode } from "./codes.ts";
import type { Engine } from "./engine.ts";
import { narrows, whereFilter } from "./project-filter.ts";
import type { IndicatorProfile, ProjectFilter } from "./store.ts";

/** What the indicators of a filter's projects are made of — 指标构成. Kinds are those of the annual targets. */
export async function readProfile(engine: Engine, filter: ProjectFilter): Promise<IndicatorProfile> {
  const rows = await engine.db
    .selectFrom("indicator")
    .$if(narrows(filter), (query) =>
      query.where("indicator.project_id", "in", (eb) =>
        eb.selectFrom("project").where(whereFilter(engine, filter)).select("project.id"),
      ),
    )
    .select((eb) => [
      "indicator.dimension",
      "indicator.aspect",
      "indicator.annual_kind",
      eb.fn.countAll<number>().as("indicators"),
    ])
    .groupBy(["indicator.dimension", "indicator.aspect", "indicator.annual_kind"])
    .execute();
  const count = (keep: (row: (typeof rows)[number]) => boolean): number =>
    rows.reduce((sum, row) => sum + (keep(row) ? row.indicators : 0), 0);
  const dimensions = [...allDimensions.map((entry) => entry.dimension), undefined];
  const aspects = [...allAspects.map((entry) => entry.code), undefined];
  return {
    byDimension: dimensions
      .map((dimension) => ({
        dimension: dimension ?? ("none" as const),
        indicators: count((row) => dimensionOfNumber(row.dimension) === dimension),
      }))
      .filter(({ indicators }) => indicators > 0),
    byAspect: aspects
      .map((aspect) => ({
        aspect: aspect ?? ("none" as const),
        indicators: count((row) => aspectOfNumber(row.aspect) === aspect),
      }))
      .filter(({ indicators }) => indicators > 0),
    byKind: targetValueKinds
      .map(({ kind }) => ({ kind, indicators: count((row) => kindOfCode(row.annual_kind) === kind) }))
      .filter(({ indicators }) => indicators > 0),
    quantified: count((row) => ["quantity", "range"].includes(kindOfCode(row.annual_kind) ?? "")),
    all: count((row) => row.annual_kind !== 0),
  };
}
