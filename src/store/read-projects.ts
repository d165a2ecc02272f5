import { type SelectQueryBuilder, sql } from "kysely";
import type { Severity } from "../domain/finding.ts";
import type { FundingColumn } from "../domain/funding.ts";
import { fen } from "../domain/money.ts";
import type { Engine } from "./engine.ts";
import { whereFilter } from "./project-filter.ts";
import type { ProjectFilter, ProjectPage, ProjectRow, ProjectSort } from "./store.ts";
import type { Database, DocumentTable, ProjectTable, Tables } from "./tables.ts";

type StoredRow = Omit<ProjectTable, "search_text"> & {
  readonly department: string;
  readonly unit: string;
};

/** Rows of `project` with the names of their department and unit — 项目行查询. */
export function selectProjects(db: Database) {
  return db
    .selectFrom("project")
    .innerJoin("organisation as department", (join) =>
      join.onRef("department.region", "=", "project.region").onRef("department.id", "=", "project.department_id"),
    )
    .innerJoin("organisation as unit", (join) =>
      join.onRef("unit.region", "=", "project.region").onRef("unit.id", "=", "project.unit_id"),
    )
    .select(projectColumns)
    .select(["department.name as department", "unit.name as unit"]);
}

const projectColumns = [
  "project.region",
  "project.year",
  "project.id",
  "project.year_inferred",
  "project.document_id",
  "project.document_year",
  "project.position",
  "project.path",
  "project.department_id",
  "project.unit_id",
  "project.name",
  "project.code",
  "project.title",
  "project.title_key",
  "project.withheld",
  "project.total",
  "project.appropriation",
  "project.special_account",
  "project.other",
  "project.indicators",
  "project.annual_targets",
  "project.quantified",
  "project.dimension_mask",
  "project.aspect_mask",
  "project.kind_mask",
  "project.errors",
  "project.warnings",
  "project.infos",
] as const;

/** A stored row as lists show it — 项目行. */
export function projectRow(row: StoredRow): ProjectRow {
  const { region, year, id } = row;
  const money = (value: number | null) => (value === null ? undefined : fen(value));
  return {
    key: { region, year, id },
    yearInferred: row.year_inferred === 1,
    document: { region, year: row.document_year, id: row.document_id },
    departmentId: row.department_id,
    department: row.department,
    unitId: row.unit_id,
    unit: row.unit,
    name: row.name,
    code: row.code ?? undefined,
    title: row.title,
    withheld: row.withheld === 1,
    funding: {
      total: money(row.total),
      appropriation: money(row.appropriation),
      specialAccount: money(row.special_account),
      other: money(row.other),
    } satisfies Record<FundingColumn, unknown>,
    indicators: row.indicators,
    findings: severityCounts(row),
  };
}

/** The three counts of a stored row — 各级发现数. */
export const severityCounts = (
  row: Pick<DocumentTable, "errors" | "warnings" | "infos">,
): Readonly<Record<Severity, number>> => ({ error: row.errors, warning: row.warnings, info: row.infos });

/** One page of the projects that a filter keeps, with sums over all of them — 项目列表. */
export async function readProjects(
  engine: Engine,
  filter: ProjectFilter,
  page: { readonly sort: ProjectSort; readonly limit: number; readonly offset: number },
): Promise<ProjectPage> {
  const { db } = engine;
  const where = whereFilter(engine, filter);
  const sums = await db
    .selectFrom("project")
    .where(where)
    .select((eb) => [
      eb.fn.countAll<number>().as("projects"),
      eb.fn.count<number>("total").as("with_total"),
      wholeSum("total").as("total"),
      wholeSum("appropriation").as("appropriation"),
      wholeSum("special_account").as("special_account"),
      wholeSum("other").as("other"),
      wholeSum("indicators").as("indicators"),
    ])
    .executeTakeFirstOrThrow();
  // Ids first: what is not on the page needs no names.
  const ids = await sorted(db.selectFrom("project").where(where).select("project.id"), page.sort)
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const rows = await projectRowsById(
    db,
    ids.map((row) => row.id),
  );
  return {
    rows: ids.flatMap(({ id }) => rows.get(id) ?? []),
    count: { n: sums.projects, capped: false, estimate: undefined },
    sums: {
      total: fen(sums.total),
      appropriation: fen(sums.appropriation),
      specialAccount: fen(sums.special_account),
      other: fen(sums.other),
    },
    indicators: sums.indicators,
    withoutTotal: sums.projects - sums.with_total,
  };
}

/** Exact in both engines — 整数合计: PostgreSQL would make a decimal of a sum of whole numbers. */
export const wholeSum = (column: keyof ProjectTable) =>
  sql<number>`cast(coalesce(sum(${sql.ref(`project.${column}`)}), 0) as bigint)`;

type Selected = SelectQueryBuilder<Tables, "project", { id: string }>;

/** Ties are settled by newest first, so that a page never shows a row twice. */
function sorted(query: Selected, sort: ProjectSort): Selected {
  switch (sort) {
    case "total-desc":
      return newestFirst(query.orderBy("project.total", (by) => by.desc().nullsLast()));
    case "total-asc":
      return newestFirst(query.orderBy("project.total", (by) => by.asc().nullsLast()));
    case "name":
      return newestFirst(query.orderBy("project.title"));
    case "findings-desc":
      return newestFirst(
        query.orderBy("project.errors", "desc").orderBy("project.warnings", "desc").orderBy("project.infos", "desc"),
      );
    case "document-order":
      return query.orderBy("project.year", "desc").orderBy("project.document_id").orderBy("project.position");
    case "year-desc":
      return newestFirst(query);
  }
}

const newestFirst = (query: Selected): Selected =>
  query.orderBy("project.year", "desc").orderBy("project.document_id", "desc").orderBy("project.position");

/** Rows by project id — any order in, by id out — 按标识取项目行. */
export async function projectRowsById(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, ProjectRow>> {
  if (ids.length === 0) return new Map();
  const rows = await selectProjects(db)
    .where("project.id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, projectRow(row)]));
}
