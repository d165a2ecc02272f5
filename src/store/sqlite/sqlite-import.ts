import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { setImmediate as letOthersRun } from "node:timers/promises";
import { sql } from "kysely";
import type { ImportTransaction } from "../engine.ts";
import { gramsOf } from "../grams.ts";
import type { Database, IndicatorTable, ProjectTable } from "../tables.ts";
import { largestBy, rowNumbers } from "./row-numbers.ts";

type Row = ProjectTable | IndicatorTable;
const rowsPerBreath = 2_000;

/** Adds and removes current rows and their grams — 写入当前行; the transaction around it belongs to the caller. */
export class SqliteImport implements ImportTransaction {
  readonly db: Database;
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync, db: Database) {
    this.#database = database;
    this.db = db;
  }

  addProjects(rows: readonly ProjectTable[]): Promise<void> {
    return this.#add("project", rows);
  }

  addIndicators(rows: readonly IndicatorTable[]): Promise<void> {
    return this.#add("indicator", rows);
  }

  async removeCurrent({ id }: { readonly id: string }): Promise<void> {
    const indicators = sql`project_id in (select id from project where document_id = ${id})`;
    await sql`delete from indicator_grams where rowid in (select rid from indicator where ${indicators})`.execute(
      this.db,
    );
    await sql`delete from indicator where ${indicators}`.execute(this.db);
    const inDocument = sql`document_id = ${id}`;
    await sql`delete from project_grams where rowid in (select rid from project where ${inDocument})`.execute(this.db);
    await sql`delete from project where ${inDocument}`.execute(this.db);
    await sql`delete from finding where ${inDocument}`.execute(this.db);
  }

  async #add(table: "project" | "indicator", rows: readonly Row[]): Promise<void> {
    const first = rows[0];
    if (!first) return;
    // Object.keys of a row are the columns of its table, and its values are text, numbers and null: see tables.ts.
    const columns = Object.keys(first) as (keyof Row)[];
    const insert = this.#database.prepare(
      `insert into ${table} (rid, ${columns.join(", ")}) values (?${", ?".repeat(columns.length)})`,
    );
    const index = this.#database.prepare(`insert into ${table}_grams (rowid, grams) values (?, ?)`);
    const largest = this.#database.prepare(`select max(rid) as rid from ${table} where rid >= ? and rid < ?`);
    const numbers = rowNumbers(
      rows.map((row) => row.year),
      largestBy(largest),
    );
    // Upwards by row number: the search index writes itself out whenever a number is smaller than the one before.
    for (let i = rows.length - 1; i >= 0; i--) {
      const row = rows[i]!;
      const rid = numbers[i]!;
      insert.run(rid, ...columns.map((column) => row[column] as SQLInputValue));
      index.run(rid, [...gramsOf(row.search_text)].join(" "));
      if (i % rowsPerBreath === 0) await letOthersRun();
    }
  }
}
