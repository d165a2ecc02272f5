import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { engines, type NewLocation } from "../../test/support/a-location.ts";
import { anImport } from "../../test/support/an-import.ts";
import { openStore } from "./open-store.ts";

const table = {
  year: 2025,
  projects: [{ name: "文化馆免费开放", total: "120.50", indicators: [{ name: "开放天数" }] }],
};

describe.each(engines)("opening %s", (name, newLocation) => {
  let place: NewLocation;
  const newPlace = async (): Promise<string> => {
    place = await newLocation();
    return place.location;
  };
  afterEach(() => place.remove());

  test("what was kept is there when it is opened again", async () => {
    const location = await newPlace();
    const first = await openStore(location);
    await first.keepImport(anImport(table));
    const figures = await first.figures();
    await first.close();
    const again = await openStore(location);
    expect(await again.figures()).toEqual(figures);
    expect((await again.search("开放", 9)).indicators.count.n).toBe(1);
    await again.close();
  });

  test("several may open a new one at once, and each sees what the others keep", async () => {
    const location = await newPlace();
    const stores = await Promise.all([openStore(location), openStore(location), openStore(location)]);
    await Promise.all(
      stores.map((store, n) => store.keepImport(anImport({ ...table, title: `第${n}份` }, { region: 990101 + n }))),
    );
    for (const store of stores) expect((await store.figures()).projects).toBe(3);
    for (const store of stores) await store.close();
  });

  test("a database that a newer program has changed is refused with a sentence, and left as it is", async () => {
    const location = await newPlace();
    await (await openStore(location)).close();
    await run(name, location, "insert into schema_version (version, applied_at) values (99, '2030-01-01T00:00:00Z')");
    await expect(openStore(location)).rejects.toThrow(/结构版本是 99.*newer program/);
    await run(name, location, "delete from schema_version where version = 99");
    await (await openStore(location)).close();
  });
});

test("a place that cannot be opened says so", async () => {
  await expect(openStore("/nowhere/at/all/x.sqlite")).rejects.toThrow(/unable to open/);
  await expect(openStore("postgres://nobody@127.0.0.1:1/none")).rejects.toThrow(/ECONNREFUSED/);
});

async function run(engine: string, location: string, statement: string): Promise<void> {
  if (engine === "SQLite") {
    const database = new DatabaseSync(location);
    database.exec(statement);
    database.close();
    return;
  }
  const client = new pg.Client({ connectionString: location });
  await client.connect();
  await client.query(statement);
  await client.end();
}
