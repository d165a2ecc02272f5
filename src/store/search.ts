import { expressionBuilder, type RawBuilder, type SqlBool, sql } from "kysely";
import { aspectNumber, dimensionCode, kindCode } from "./codes.ts";
import type { Engine, IndicatorId } from "./engine.ts";
import { indexQuery } from "./grams.ts";
import { narrows, whereFilter } from "./project-filter.ts";
import { projectRowsById, selectProjects } from "./read-projects.ts";
import type { IndicatorHit, ProjectFilter, SearchResult } from "./store.ts";
import type { Database, Tables } from "./tables.ts";

const none = { rows: [], count: { n: 0, capped: false, estimate: undefined } } as const;

/** Projects and indicators whose words have all that is asked, newest first — 检索. Nothing asked, nothing found. */
export async function search(
  engine: Engine,
  question: string,
  limit: number,
  filter: ProjectFilter = {},
): Promise<SearchResult> {
  const query = indexQuery(question);
  if (!query) return { projects: none, indicators: none };
  const within = narrows(filter) ? conditionsOf(engine, filter) : undefined;
  const projects = await engine.findProjects(query, limit, within?.onProject);
  const indicators = await engine.findIndicators(query, limit, within?.onIndicator);
  const rows = await projectRowsById(engine.db, projects.ids);
  return {
    projects: { rows: projects.ids.flatMap((id) => rows.get(id) ?? []), count: projects.count },
    indicators: { rows: await indicatorHits(engine.db, indicators.ids), count: indicators.count },
  };
}

/** The projects that a filter keeps, and of their indicators those of the classes and kinds that it asks for. */
function conditionsOf(engine: Engine, filter: ProjectFilter) {
  const keeps = whereFilter(engine, filter)(expressionBuilder<Tables, "project">());
  const { dimensions = [], aspects = [], valueKinds = [] } = filter;
  const onIndicator = [
    // Asked of each hit, and hits are few or soon enough: a list of all projects kept would be made first every time.
    sql<SqlBool>`exists (select 1 from project where project.id = indicator.project_id
      and project.region = indicator.region and project.year = indicator.year and ${keeps})`,
    ...isOneOf("dimension", dimensions.map(dimensionCode)),
    ...isOneOf("aspect", aspects.map(aspectNumber)),
    ...isOneOf("annual_kind", valueKinds.map(kindCode)),
  ];
  return {
    onProject: sql<SqlBool>`${keeps}`,
    onIndicator: sql<SqlBool>`${sql.join(onIndicator, sql` and `)}`,
  };
}

const isOneOf = (
  column: "dimension" | "aspect" | "annual_kind",
  numbers: readonly number[],
): readonly RawBuilder<SqlBool>[] =>
  numbers.length > 0 ? [sql<SqlBool>`${sql.ref(`indicator.${column}`)} in (${sql.join(numbers)})`] : [];

async function indicatorHits(db: Database, ids: readonly IndicatorId[]): Promise<readonly IndicatorHit[]> {
  if (ids.length === 0) return [];
  const projectIds = [...new Set(ids.map((id) => id.project_id))];
  const found = await db
    .selectFrom("indicator")
    .select(["project_id", "seq", "name", "level1", "level2", "cycle", "annual"])
    .where("project_id", "in", projectIds)
    .execute();
  const paths = await selectProjects(db).where("project.id", "in", projectIds).execute();
  const pathOf = new Map(paths.map(({ id, path }) => [id, path]));
  const projects = await projectRowsById(db, projectIds);
  return ids.flatMap(({ project_id, seq }) => {
    const hit = found.find((row) => row.project_id === project_id && row.seq === seq);
    const project = projects.get(project_id);
    if (!hit || !project) return [];
    return [
      {
        project,
        path: `${pathOf.get(project_id)}/indicators/${seq}`,
        name: hit.name,
        level1: hit.level1 ?? undefined,
        level2: hit.level2 ?? undefined,
        cycle: hit.cycle ?? undefined,
        annual: hit.annual ?? undefined,
      },
    ];
  });
}
