import type pg from "pg";

/** The tables that have one part for each year — 按年分区. */
const partitioned = ["project", "indicator"] as const;

/**
 * Makes the parts of years that come for the first time — 建立年度分区. Two starts at once wait for each other, and
 * the second finds them.
 */
export async function withPartitions(pool: pg.Pool, years: readonly number[]): Promise<void> {
  for (const year of years) {
    const { rows } = await pool.query<{ there: boolean }>("select to_regclass($1) is not null as there", [
      `indicator_y${year}`,
    ]);
    if (rows[0]?.there) continue;
    const steps = partitioned.map(
      (table) =>
        `create table if not exists ${table}_y${wholeYear(year)} partition of ${table} for values in (${year});`,
    );
    // several statements in one simple query are one transaction
    await pool.query(`select pg_advisory_xact_lock(7210003, ${wholeYear(year)}); ${steps.join(" ")}`);
  }
}

/** A year becomes part of a name in SQL: it must be a number and nothing else. */
function wholeYear(year: number): number {
  if (!Number.isInteger(year) || year < 0 || year > 9999) throw new RangeError(`not a year: ${year}`);
  return year;
}

/**
 * After the 1st, 2nd, 4th, 8th … import of a year the planner is told how large it has become — 更新统计: a plan made for an empty part
 * stays in use otherwise, and imports become four times slower.
 */
export async function tellPlanner(pool: pg.Pool, years: readonly number[]): Promise<void> {
  for (const year of years) {
    const { rows } = await pool.query<{ documents: number }>(
      "select count(*) as documents from document where year = $1",
      [year],
    );
    const { documents } = rows[0]!;
    if ((documents & (documents - 1)) !== 0) continue;
    for (const table of partitioned) await pool.query(`analyze ${table}_y${wholeYear(year)}`);
  }
}

/**
 * New grams go from their waiting list into the index itself, so that the next search need not read the list — 整理索引. After a large
 * import only: small ones fill the list together, and the server empties it in one go.
 */
export async function emptyWaitingLists(pool: pg.Pool, years: readonly number[]): Promise<void> {
  await pool.query(
    `select gin_clean_pending_list(index.indexrelid) from pg_index index join pg_class class on class.oid = index.indexrelid
     join pg_am on pg_am.oid = class.relam where pg_am.amname = 'gin' and index.indrelid = any($1::regclass[])`,
    [years.flatMap((year) => partitioned.map((table) => `${table}_y${wholeYear(year)}`))],
  );
}
