import { readFileSync } from "node:fs";
import type { Bilingual } from "../domain/result.ts";

/** One step of the schema — 迁移. */
interface Migration {
  readonly version: number;
  readonly sql: string;
}

const migration = (version: number, file: string): Migration => ({
  version,
  sql: readFileSync(new URL(`./migrations/${file}`, import.meta.url), "utf8"),
});

/** All steps, oldest first — 迁移清单; forward only. Add one when the schema changes; never edit an old one. */
export const sqliteMigrations = (): readonly Migration[] => [
  migration(1, "sqlite-001.sql"),
  migration(2, "sqlite-002.sql"),
  migration(3, "sqlite-003.sql"),
];
/** The same for PostgreSQL — 迁移清单. */
export const postgresMigrations = (): readonly Migration[] => [
  migration(1, "postgres-001.sql"),
  migration(2, "postgres-002.sql"),
  migration(3, "postgres-003.sql"),
  migration(4, "postgres-004.sql"),
];

/**
 * The steps a database at `version` still needs — 待执行的迁移. Throws where the database is newer than this program.
 */
export function stepsFrom(version: number, all: readonly Migration[]): readonly Migration[] {
  const newest = all.at(-1)?.version ?? 0;
  if (version > newest) throw new NewerSchema(version, newest);
  return all.filter((step) => step.version > version);
}

/** The database was taken further by a newer program; nothing was changed — 数据库结构比程序新. */
export class NewerSchema extends Error {
  readonly words: Bilingual;

  constructor(found: number, known: number) {
    const zh = `数据库的结构版本是 ${found}，本程序只认识到 ${known}：请改用更新的程序打开，数据未被改动。`;
    const en =
      `The database has schema version ${found}, this program knows versions up to ${known}:` +
      " open it with a newer program. Nothing was changed.";
    super(`${zh} ${en}`);
    this.words = { zh, en };
  }
}
