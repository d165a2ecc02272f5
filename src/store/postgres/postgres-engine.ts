import { Kysely, PostgresDialect, type PostgresPoolClient } from "kysely";
import pg from "pg";
import type { Engine } from "../engine.ts";
import { postgresMigrations, stepsFrom } from "../migrate.ts";
import type { Tables } from "../tables.ts";
import { PostgresImport } from "./postgres-import.ts";
import { findIndicatorsInPostgres, findProjectsInPostgres, mentionsInPostgres } from "./postgres-search.ts";
import { emptyWaitingLists, tellPlanner, withPartitions } from "./year-partitions.ts";

/** Numbers that keep different imports and different starts apart: the first halves of advisory locks. */
const locks = { importing: 7_210_001, migrating: 7_210_002 } as const;

/** From so many rows on, an import puts the search index in order itself. */
const largeImport = 5_000;

/** A database of a PostgreSQL server, 15 or newer — 服务器数据库. */
export async function openPostgres(url: string): Promise<Engine> {
  const pool = new pg.Pool({ connectionString: url, types: { getTypeParser: parserOf } });
  // A connection that breaks while nobody uses it is replaced by the pool; its next user gets the error, if it stays.
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    // A search that keeps 10,001 hits at hand needs more than the default 4 MB; compiling a plan costs more than it saves.
    void client.query("set work_mem = '64MB'; set jit = off");
  });
  try {
    await inTransaction(pool, migratePostgres);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    kind: "postgres",
    db,
    async importing(region, years, work) {
      await withPartitions(pool, years);
      let rows = 0;
      const result = await inTransaction(pool, async (client) => {
        await client.query("select pg_advisory_xact_lock($1, $2)", [locks.importing, region]);
        const transaction = importTransaction(client);
        const answer = await work(transaction);
        rows = transaction.rowsAdded;
        return answer;
      });
      if (rows > 0) await tellPlanner(pool, years);
      if (rows >= largeImport) await emptyWaitingLists(pool, years);
      return result;
    },
    findProjects: (query, limit, within) => findProjectsInPostgres(db, query, limit, within),
    findIndicators: (query, limit, within) => findIndicatorsInPostgres(db, query, limit, within),
    mentions: mentionsInPostgres,
    close: () => pool.end(),
  };
}

/** Queries of the builder and bulk copies on one and the same connection. */
function importTransaction(client: pg.PoolClient): PostgresImport {
  const connection: PostgresPoolClient = {
    // pg's own query; the builder asks for text and parameters only, and knows pg's answer by a smaller type
    query: client.query.bind(client) as PostgresPoolClient["query"],
    release() {},
  };
  const pool = { connect: async () => connection, async end() {}, options: {} };
  return new PostgresImport(client, new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }));
}

async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    // Where even the rollback fails, the connection is gone: the server rolls back, and the first error is the one to tell.
    await client.query("rollback").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

async function migratePostgres(client: pg.PoolClient): Promise<void> {
  await client.query("select pg_advisory_xact_lock($1, 0)", [locks.migrating]);
  await client.query(
    "create table if not exists schema_version (version int primary key, applied_at timestamptz not null default now())",
  );
  const { rows } = await client.query<{ version: number }>(
    "select coalesce(max(version), 0) as version from schema_version",
  );
  for (const step of stepsFrom(rows[0]!.version, postgresMigrations())) {
    await client.query(step.sql);
    await client.query("insert into schema_version (version) values ($1)", [step.version]);
  }
}

const int8 = 20;
const timestamptz = 1184;

/** Whole numbers of eight bytes as numbers (money is checked to be exact), times as ISO text; the rest as pg does it. */
function parserOf(...[oid, format]: Parameters<typeof pg.types.getTypeParser>) {
  if (oid === int8) return Number;
  if (oid === timestamptz) return (text: string) => new Date(text).toISOString();
  return pg.types.getTypeParser(oid, format);
}
