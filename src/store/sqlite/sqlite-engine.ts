import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import { sqliteMigrations, stepsFrom } from "../migrate.ts";
import type { Tables } from "../tables.ts";
import { NodeSqliteDialect } from "./node-sqlite-dialect.ts";
import { SqliteImport } from "./sqlite-import.ts";
import { findIndicatorsInSqlite, findProjectsInSqlite, mentionsInSqlite } from "./sqlite-search.ts";
import { whenFree } from "./when-free.ts";

/** One file, or memory, as database. The file is its own backup unit — 内嵌数据库. */
export async function openSqlite(path: string): Promise<Engine> {
  const writer = await whenFree(() => openMigrated(path));
  // Readers have a connection of their own and see what is committed while an import runs; memory has one only.
  const reader = path === ":memory:" ? writer : openFile(path, 5_000);
  const writing = new Kysely<Tables>({ dialect: new NodeSqliteDialect(writer) });
  const db = reader === writer ? writing : new Kysely<Tables>({ dialect: new NodeSqliteDialect(reader) });
  return {
    kind: "sqlite",
    db,
    importing: (_region, _years, work) =>
      writing.transaction().execute((transaction) => work(new SqliteImport(writer, transaction))),
    findProjects: (query, limit, within) => findProjectsInSqlite(db, query, limit, within),
    findIndicators: (query, limit, within) => findIndicatorsInSqlite(db, query, limit, within),
    mentions: mentionsInSqlite,
    async close() {
      if (reader !== writer) reader.close();
      writer.close();
    },
  };
}

/** Its own waiting is off: see {@link whenFree}. */
function openMigrated(path: string): DatabaseSync {
  const database = openFile(path, 0);
  try {
    database.exec("begin immediate");
    migrateSqlite(database);
    database.exec("commit");
    return database;
  } catch (error) {
    database.close(); // which rolls back
    throw error;
  }
}

function openFile(path: string, timeout: number): DatabaseSync {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout });
  try {
    database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory");
    database.exec("pragma cache_size = -65536; pragma mmap_size = 1073741824");
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function migrateSqlite(database: DatabaseSync): void {
  database.exec(
    "create table if not exists schema_version (version integer not null, applied_at text not null) strict",
  );
  const { version } = database.prepare("select coalesce(max(version), 0) as version from schema_version").get() as {
    version: number; // an aggregate always gives one row, and the column is an integer
  };
  for (const step of stepsFrom(version, sqliteMigrations())) {
    database.exec(step.sql);
    database
      .prepare("insert into schema_version (version, applied_at) values (?, ?)")
      .run(step.version, new Date().toISOString());
  }
}
