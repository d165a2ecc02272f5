import { createStore } from "./create-store.ts";
import { openPostgres } from "./postgres/postgres-engine.ts";
import { openSqlite } from "./sqlite/sqlite-engine.ts";
import type { Store } from "./store.ts";

/**
 * Opens what is kept — 打开存储: a path or `:memory:` is SQLite, `postgres://…` is PostgreSQL. Brings the schema up to date;
 * throws, with a sentence, where a newer program has already taken it further.
 */
export async function openStore(location: string): Promise<Store> {
  const isServer = /^postgres(ql)?:\/\//.test(location);
  return createStore(isServer ? await openPostgres(location) : await openSqlite(location));
}
