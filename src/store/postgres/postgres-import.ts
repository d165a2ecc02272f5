import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { ImportTransaction } from "../engine.ts";
import type { Database, IndicatorTable, ProjectTable } from "../tables.ts";

/**
 * Adds and removes current rows — 写入当前行; the index follows by itself, the transaction around it belongs to the
 * caller.
 */
export class PostgresImport implements ImportTransaction {
  readonly db: Database;
  readonly #client: pg.PoolClient;
  #rowsAdded = 0;

  constructor(client: pg.PoolClient, db: Database) {
    this.#client = client;
    this.db = db;
  }

  get rowsAdded(): number {
    return this.#rowsAdded;
  }

  addProjects(rows: readonly ProjectTable[]): Promise<void> {
    return this.#copy("project", rows);
  }

  addIndicators(rows: readonly IndicatorTable[]): Promise<void> {
    return this.#copy("indicator", rows);
  }

  async removeCurrent({ id }: { readonly id: string }): Promise<void> {
    await this.db
      .deleteFrom("indicator")
      .where("project_id", "in", (eb) => eb.selectFrom("project").select("project.id").where("document_id", "=", id))
      .execute();
    await this.db.deleteFrom("project").where("document_id", "=", id).execute();
    await this.db.deleteFrom("finding").where("document_id", "=", id).execute();
  }

  async #copy(table: "project" | "indicator", rows: readonly (ProjectTable | IndicatorTable)[]): Promise<void> {
    const first = rows[0];
    if (!first) return;
    const columns = Object.keys(first).map((column) => `"${column}"`);
    const target = this.#client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin`));
    await pipeline(Readable.from(copyLines(rows)), target);
    this.#rowsAdded += rows.length;
  }
}

const rowsPerPiece = 500;

function* copyLines(rows: readonly object[]): Iterable<string> {
  for (let i = 0; i < rows.length; i += rowsPerPiece) {
    yield rows
      .slice(i, i + rowsPerPiece)
      .map((row) => `${Object.values(row).map(copyValue).join("\t")}\n`)
      .join("");
  }
}

/** A value in the text format of COPY. */
function copyValue(value: string | number | null): string {
  if (value === null) return "\\N";
  return String(value).replace(/[\\\n\r\t]/g, (char) => escapes[char]!);
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
