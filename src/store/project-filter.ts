import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from "kysely";
import { aspectMask, dimensionMask, kindMask } from "./codes.ts";
import type { Engine } from "./engine.ts";
import { indexQuery } from "./grams.ts";
import { isShortDigest, isUuid } from "./keys.ts";
import { storable } from "./storable.ts";
import type { ProjectFilter } from "./store.ts";
import type { ProjectTable, Tables } from "./tables.ts";

type Where = (eb: ExpressionBuilder<Tables, "project">) => Expression<SqlBool>;

const nothing: RawBuilder<SqlBool> = sql<SqlBool>`1 = 0`;

/** The condition on `project` that a filter stands for — 筛选条件; what the filter leaves out narrows nothing. */
export function whereFilter(engine: Engine, filter: ProjectFilter): Where {
  return (eb) => {
    const conditions: Expression<SqlBool>[] = [];
    if (filter.regions?.length) conditions.push(isOneOf(eb, "region", filter.regions.filter(fitsInteger)));
    if (filter.years?.length) conditions.push(isOneOf(eb, "year", filter.years.filter(fitsYear)));
    if (filter.departments?.length)
      conditions.push(isOneOf(eb, "department_id", filter.departments.filter(isShortDigest)));
    if (filter.units?.length) conditions.push(isOneOf(eb, "unit_id", filter.units.filter(isShortDigest)));
    if (filter.documents?.length) conditions.push(isOneOf(eb, "document_id", filter.documents.filter(isUuid)));
    if (filter.dimensions?.length) conditions.push(hasBit("dimension_mask", dimensionMask(filter.dimensions)));
    if (filter.aspects?.length) conditions.push(hasBit("aspect_mask", aspectMask(filter.aspects)));
    if (filter.valueKinds?.length) conditions.push(hasBit("kind_mask", kindMask(filter.valueKinds)));
    if (filter.severities?.length) {
      const columns = { error: "project.errors", warning: "project.warnings", info: "project.infos" } as const;
      conditions.push(eb.or(filter.severities.map((severity) => eb(columns[severity], ">", 0))));
    }
    if (filter.rules?.length) {
      const found = eb
        .selectFrom("finding")
        .select("finding.project_id")
        .where("finding.rule", "in", filter.rules.map(storable))
        .where("finding.project_id", "is not", null);
      conditions.push(eb("project.id", "in", found));
    }
    for (const word of (filter.text ?? "").split(/\s+/u)) {
      const query = indexQuery(word);
      if (query) conditions.push(engine.mentions(query));
    }
    return eb.and(conditions);
  };
}

/** Whether a filter leaves anything out — 是否有筛选. */
export const narrows = (filter: ProjectFilter): boolean => Object.values(filter).some((value) => value?.length > 0);

const hasBit = (column: "dimension_mask" | "aspect_mask" | "kind_mask", mask: number): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${sql.ref(`project.${column}`)} & ${sql.lit(mask)}) <> 0`;

/** Values that cannot be in a column at all have been left out; where none is left, no project has one. */
const isOneOf = <Column extends "region" | "year" | "department_id" | "unit_id" | "document_id">(
  eb: ExpressionBuilder<Tables, "project">,
  column: Column,
  values: readonly ProjectTable[Column][],
): Expression<SqlBool> =>
  values.length > 0 ? sql<SqlBool>`${eb.ref(`project.${column}`)} in (${sql.join(values)})` : nothing;

const fitsInteger = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 2 ** 31;
const fitsYear = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 2 ** 15;
