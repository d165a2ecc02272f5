import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { v7 as newId } from "uuid";
import { inject } from "vitest";
// The setup declares what it provides.
import type {} from "./postgres-setup.ts";

/** A place for a store that is new and empty, and how to be rid of it — 新的存储位置. */
export interface NewLocation {
  readonly location: string;
  remove(): Promise<void>;
}

/** A database file in a folder of its own. */
async function sqliteLocation(): Promise<NewLocation> {
  const folder = mkdtempSync(join(tmpdir(), "jiheng-store-"));
  return {
    location: join(folder, "test.sqlite"),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A database of its own on the server of this run. */
async function postgresLocation(): Promise<NewLocation> {
  const server = inject("postgresUrl");
  const name = `test_${newId().replaceAll("-", "")}`;
  await onServer(server, `create database ${name} template template0`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { location: url.href, remove: () => onServer(server, `drop database ${name} with (force)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Both engines, for `describe.each`: what is said of the store holds on each. */
export const engines: readonly (readonly [name: string, newLocation: () => Promise<NewLocation>])[] = [
  ["SQLite", sqliteLocation],
  ["PostgreSQL", postgresLocation],
];
