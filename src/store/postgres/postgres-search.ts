import { type Kysely, type RawBuilder, type SqlBool, sql } from "kysely";
import { countCap, type Hits, type IndicatorId } from "../engine.ts";
import type { IndexQuery } from "../grams.ts";
import type { Tables } from "../tables.ts";

/*
 * Two paths. A word that is not very frequent is looked up in the index of grams; for a very frequent one it is faster to
 * read rows until 10,001 hits are counted. Where there are more hits than are counted, the newest come from the index that is
 * sorted by newness.
 */

/** Newest projects whose own words have all that is asked — 检索项目. */
export async function findProjectsInPostgres(
  db: Kysely<Tables>,
  query: IndexQuery,
  limit: number,
  within?: RawBuilder<SqlBool>,
): Promise<Hits<string>> {
  const hits = await findHits<{ id: string }>(db, "project", sql`id`, query, limit, within);
  return { ids: hits.ids.map((row) => row.id), count: hits.count };
}

/** Newest indicators whose words have all that is asked — 检索指标. */
export function findIndicatorsInPostgres(
  db: Kysely<Tables>,
  query: IndexQuery,
  limit: number,
  within?: RawBuilder<SqlBool>,
): Promise<Hits<IndicatorId>> {
  return findHits(db, "indicator", sql`project_id, seq`, query, limit, within);
}

/** Condition on `project` — 提及条件: it is among the projects that say this, or whose indicators say it. */
export function mentionsInPostgres(query: IndexQuery): RawBuilder<SqlBool> {
  // An array is found once, before anything else: the planner cannot decide to walk all projects in some order instead.
  return sql<SqlBool>`project.id = any (array(
    select project.id from project where ${matches(query, sql.ref("project.search_text"))}
    union all
    select indicator.project_id from indicator where ${matches(query, sql.ref("indicator.search_text"))}))`;
}

type Searched = "project" | "indicator";
const searchText = sql.ref("search_text");

async function findHits<Row>(
  db: Kysely<Tables>,
  table: Searched,
  columns: RawBuilder<unknown>,
  query: IndexQuery,
  limit: number,
  within?: RawBuilder<SqlBool>,
): Promise<Hits<Row>> {
  const indexed = all(matches(query, searchText), within);
  const sought = all(hasWords(query.words, searchText), within);
  const estimate = await estimateHits(db, table, all(hasGrams(query, searchText), within));
  let n: number;
  if (estimate > Math.sqrt(20_000 * (await rowsIn(db, table)))) {
    const counted = await sql<{ n: number }>`
      select count(*) as n from (select 1 from ${sql.table(table)} where ${sought} limit ${countCap + 1}) hits`.execute(
      db,
    );
    n = counted.rows[0]!.n;
  } else {
    // materialized: else the planner may walk another index and take every row apart into grams on the way
    const found = await sql<Row & { n: number }>`
      with hits as materialized (
        select year, document_id, position, ${columns} from ${sql.table(table)}
        where ${indexed} limit ${countCap + 1})
      select year, ${columns}, (select count(*) from hits) as n from hits ${newest} limit ${limit}`.execute(db);
    n = found.rows[0]?.n ?? 0;
    if (n <= countCap) return { ids: found.rows, count: { n, capped: false, estimate: undefined } };
  }
  const page = await sql<Row>`
    select year, ${columns} from ${sql.table(table)} where ${sought} ${newest} limit ${limit}`.execute(db);
  if (n <= countCap) return { ids: page.rows, count: { n, capped: false, estimate: undefined } };
  // The planner knows nothing of words that are longer than its grams: it may guess less than was counted.
  const rough = estimate > countCap ? Number(estimate.toPrecision(2)) : undefined;
  return { ids: page.rows, count: { n: countCap, capped: true, estimate: rough } };
}

const newest = sql`order by year desc, document_id desc, position`;

const hasWords = (words: readonly string[], text: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.join(
    words.map((word) => sql`strpos(${text}, ${word}) > 0`),
    sql` and `,
  )}`;

const all = (condition: RawBuilder<SqlBool>, within: RawBuilder<SqlBool> | undefined): RawBuilder<SqlBool> =>
  within ? sql<SqlBool>`${condition} and ${within}` : condition;

const hasGrams = (query: IndexQuery, text: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  sql<SqlBool>`jiheng_grams(${text}) @> ${query.grams}::text[]`;

/** By grams; looked at again only where grams alone cannot tell, for more conditions spoil the planner's estimate. */
function matches(query: IndexQuery, text: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const contained = hasGrams(query, text);
  return query.verify.length > 0 ? sql<SqlBool>`${contained} and ${hasWords(query.verify, text)}` : contained;
}

/** What the planner expects, from its statistics of grams. */
async function estimateHits(db: Kysely<Tables>, table: Searched, condition: RawBuilder<SqlBool>): Promise<number> {
  const { rows } = await sql<{ "QUERY PLAN": readonly { readonly Plan: { readonly "Plan Rows": number } }[] }>`
    explain (format json) select 1 from ${sql.table(table)} where ${condition}`.execute(db);
  return rows[0]!["QUERY PLAN"][0]!.Plan["Plan Rows"];
}

async function rowsIn(db: Kysely<Tables>, table: Searched): Promise<number> {
  const { rows } = await sql<{ rows: number }>`
    select coalesce(sum(greatest(class.reltuples, 0)), 0)::bigint as rows from pg_inherits
    join pg_class class on class.oid = pg_inherits.inhrelid where inhparent = ${table}::regclass`.execute(db);
  return rows[0]!.rows;
}
