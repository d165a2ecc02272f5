import { type Kysely, type RawBuilder, type SqlBool, sql } from "kysely";
import { countCap, type Hits, type IndicatorId } from "../engine.ts";
import type { IndexQuery } from "../grams.ts";
import type { Count } from "../store.ts";
import type { Tables } from "../tables.ts";
import { rowsPerYear, yearOfRow } from "./row-numbers.ts";

/*
 * The index is walked by row number, newest first, and stops early: for a frequent word after one page and 10,001 counted
 * hits, for a rare one at its end. Words of three and more characters are looked at again in the row itself.
 */

/** Newest projects whose own words have all that is asked — 检索项目. */
export async function findProjectsInSqlite(
  db: Kysely<Tables>,
  query: IndexQuery,
  limit: number,
  within?: RawBuilder<SqlBool>,
): Promise<Hits<string>> {
  const page = await sql<{ id: string }>`
    select project.id from project_grams cross join project on project.rid = project_grams.rowid
    where ${matches("project", query, within)} order by project_grams.rowid desc limit ${limit}`.execute(db);
  return { ids: page.rows.map((row) => row.id), count: await countHits(db, "project", query, within) };
}

/** Newest indicators whose words have all that is asked — 检索指标. */
export async function findIndicatorsInSqlite(
  db: Kysely<Tables>,
  query: IndexQuery,
  limit: number,
  within?: RawBuilder<SqlBool>,
): Promise<Hits<IndicatorId>> {
  const page = await sql<IndicatorId>`
    select indicator.year, indicator.project_id, indicator.seq
    from indicator_grams cross join indicator on indicator.rid = indicator_grams.rowid
    where ${matches("indicator", query, within)} order by indicator_grams.rowid desc limit ${limit}`.execute(db);
  return { ids: page.rows, count: await countHits(db, "indicator", query, within) };
}

/** Condition on `project` — 提及条件: it is among the projects that say this, or whose indicators say it. */
export function mentionsInSqlite(query: IndexQuery): RawBuilder<SqlBool> {
  return sql<SqlBool>`project.id in (
    select project.id from ${hitRows("project")} where ${matches("project", query)}
    union all
    select indicator.project_id from indicator_grams cross join indicator on indicator.rid = indicator_grams.rowid
    where ${matches("indicator", query)})`;
}

type Searched = "project" | "indicator";

const hitRows = (table: Searched): RawBuilder<unknown> =>
  sql`${sql.table(`${table}_grams`)} cross join ${sql.table(table)} on ${sql.ref(`${table}.rid`)} = ${sql.ref(`${table}_grams.rowid`)}`;

function matches(table: Searched, query: IndexQuery, within?: RawBuilder<SqlBool>): RawBuilder<SqlBool> {
  const asked = query.grams.map((gram) => `"${gram.replaceAll('"', '""')}"`).join(" ");
  const conditions = [
    sql`${sql.ref(`${table}_grams`)} match ${asked}`,
    ...query.verify.map((word) => sql`instr(${sql.ref(`${table}.search_text`)}, ${word}) > 0`),
    ...(within ? [within] : []),
  ];
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

async function countHits(
  db: Kysely<Tables>,
  table: Searched,
  query: IndexQuery,
  within: RawBuilder<SqlBool> | undefined,
): Promise<Count> {
  // With nothing to look at in the row itself the index alone can count.
  const source = query.verify.length > 0 || within ? hitRows(table) : sql`${sql.table(`${table}_grams`)}`;
  const { rows } = await sql<{ n: number; last: number | null }>`
    select count(*) as n, min(rid) as last from (
      select ${sql.ref(`${table}_grams.rowid`)} as rid from ${source} where ${matches(table, query, within)}
      order by ${sql.ref(`${table}_grams.rowid`)} desc limit ${countCap + 1})`.execute(db);
  const { n, last } = rows[0]!;
  if (n <= countCap || last === null) return { n, capped: false, estimate: undefined };
  // A filter may keep a single year: how dense its hits are says nothing of the rows not walked.
  const estimate = within ? undefined : await estimateHits(db, table, n, last);
  return { n: countCap, capped: true, estimate };
}

/** As many hits in the rows not walked as in those walked; row numbers of a year have next to no gaps. */
async function estimateHits(db: Kysely<Tables>, table: Searched, hits: number, last: number): Promise<number> {
  let walked = 0;
  let all = 0;
  for (let below = Number.MAX_SAFE_INTEGER; ; ) {
    const { rows } = await sql<{ rid: number | null }>`
      select max(rid) as rid from ${sql.table(table)} where rid < ${below}`.execute(db);
    const largest = rows[0]?.rid;
    if (largest === null || largest === undefined) break;
    const base = yearOfRow(largest) * rowsPerYear;
    all += largest - base;
    if (last <= largest) walked += last > base ? largest - last + 1 : largest - base;
    below = base + 1;
  }
  return Number(((hits * all) / Math.max(1, walked)).toPrecision(2));
}
