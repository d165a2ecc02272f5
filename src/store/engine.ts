import type { Kysely, RawBuilder, SqlBool } from "kysely";
import type { IndexQuery } from "./grams.ts";
import type { Count } from "./store.ts";
import type { Database, IndicatorTable, ProjectTable, Tables } from "./tables.ts";

/** Newest hits of one list, by id, and how many there are in all — 命中. */
export interface Hits<Id> {
  readonly ids: readonly Id[];
  readonly count: Count;
}

/** Which indicator — 指标标识: a project has one of each number. */
export interface IndicatorId {
  readonly year: number;
  readonly project_id: string;
  readonly seq: number;
}

/** What one transaction of an import can do besides queries — 导入事务. */
export interface ImportTransaction {
  readonly db: Database;
  /** Adds the rows of one document to the current ones and to the search index. Rows come in document order. */
  addProjects(rows: readonly ProjectTable[]): Promise<void>;
  addIndicators(rows: readonly IndicatorTable[]): Promise<void>;
  /** Takes the current rows of a superseded document out, of the search index too. */
  removeCurrent(document: { readonly region: number; readonly id: string }): Promise<void>;
}

/** All that differs between SQLite and PostgreSQL — 引擎. Everything else is one set of queries over both. */
export interface Engine {
  readonly kind: "sqlite" | "postgres";
  readonly db: Kysely<Tables>;
  /**
   * One import at a time per region: the work sees what is committed, and all of it is kept or none.
   * `years` are those of the rows that will be added.
   */
  importing<T>(region: number, years: readonly number[], work: (tx: ImportTransaction) => Promise<T>): Promise<T>;
  /** `within`, where given, is a condition on `project`. */
  findProjects(query: IndexQuery, limit: number, within?: RawBuilder<SqlBool>): Promise<Hits<string>>;
  /** `within`, where given, is a condition on `indicator`. */
  findIndicators(query: IndexQuery, limit: number, within?: RawBuilder<SqlBool>): Promise<Hits<IndicatorId>>;
  /** Condition on `project`: its own words or those of one of its indicators have this. */
  mentions(query: IndexQuery): RawBuilder<SqlBool>;
  close(): Promise<void>;
}

/** Counting of hits stops here — 计数上限. */
export const countCap = 10_000;
