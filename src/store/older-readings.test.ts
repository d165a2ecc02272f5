import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { deflateSync, inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { anImport } from "../../test/support/an-import.ts";
import { openStore } from "./open-store.ts";

test("a database of the first schema is taken further, and its readings, which knew no pages, are read", async () => {
  const folder = mkdtempSync(join(tmpdir(), "jiheng-older-"));
  const path = join(folder, "store.sqlite");
  try {
    const store = await openStore(path);
    const record = anImport({ year: 2025, projects: [{ name: "图书采购", total: "8" }] });
    const { document } = await store.keepImport(record);
    await store.close();
    asBefore(path);
    const again = await openStore(path);
    const kept = (await again.document(document))!;
    expect(kept.reading).toEqual(record.reading);
    expect(kept.corrections).toEqual([]);
    expect((await again.projects({}, { sort: "name", limit: 1, offset: 0 })).rows[0]?.name).toBe("图书采购");
    await again.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Takes the database back to the first step, and its readings to what the first program wrote. */
function asBefore(path: string): void {
  const database = new DatabaseSync(path);
  const first = new DatabaseSync(":memory:");
  first.exec(readFileSync(new URL("migrations/sqlite-001.sql", import.meta.url), "utf8"));
  const names = (of: DatabaseSync): string[] =>
    of
      .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
      .all()
      .map(({ name }) => String(name));
  const known = new Set([...names(first), "schema_version"]);
  for (const name of names(database)) if (!known.has(name)) database.exec(`drop table ${name}`);
  database.exec("alter table document drop column known");
  database.exec("delete from schema_version where version > 1");
  const { reading } = database.prepare("select reading from document").get() as { reading: Uint8Array }; // a blob
  const now = JSON.parse(inflateSync(reading).toString("utf8"));
  const { views: _, cells: __, runs: ___, ...old } = now;
  const tables = old.tables.map(({ kind: ____, ...rest }: { kind: string }) => rest);
  database.prepare("update document set reading = ?").run(deflateSync(JSON.stringify({ ...old, tables })));
  database.close();
  first.close();
}
