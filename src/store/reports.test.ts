import { describe, expect, test } from "vitest";
import { engines } from "../../test/support/a-location.ts";
import { aReading } from "../../test/support/a-reading.ts";
import { anImport } from "../../test/support/an-import.ts";
import { newStores } from "../../test/support/new-stores.ts";
import type { TableKind } from "../domain/declaration.ts";
import type { Reading } from "../domain/reading.ts";
import type { ImportRecord } from "./store.ts";

const projects = [
  { name: "图书采购", total: "8", indicators: [{ name: "采购册数", annual: "≥3000册" }] },
  { name: "展厅维修", total: "30", indicators: [{ name: "验收合格率", annual: "100%" }] },
];

/** Targets and, in the same file, what is reported of them. */
function withReport(kind: TableKind, alone = false): Reading {
  const reading = aReading({ year: 2025, projects });
  const report = { ...reading.tables[0]!, kind };
  return { ...reading, tables: alone ? [report] : [...reading.tables, report] };
}
const record = (reading: Reading, bytes = reading.text): ImportRecord =>
  anImport(
    {},
    { reading: { ...reading, source: { ...reading.source, sha256: shaOf(bytes) } }, bytes: Buffer.from(bytes) },
  );
const shaOf = (text: string) => Buffer.from(text).toString("hex").padEnd(64, "0").slice(-64);

describe.each(engines)("tables other than targets, in %s", (_name, newLocation) => {
  const newStore = newStores(newLocation);

  test.each(["monitoring", "self-evaluation", "overall-targets", "evaluation-indicators"] as const)(
    "%s stands with its document and counts in no list and no sum",
    async (kind) => {
      const store = await newStore();
      const outcome = await store.keepImport(record(withReport(kind)));
      expect(outcome).toMatchObject({ kind: "new", projects: 2, indicators: 2 });
      expect(await store.figures()).toMatchObject({ projects: 2, indicators: 2, total: 38_000_000 });
      expect((await store.search("采购册数", 9)).indicators.count.n).toBe(1);
      const document = (await store.document(outcome.document))!;
      expect(document.reading.tables.map((table) => table.kind)).toEqual(["targets", kind]);
      expect(Object.keys(document.projectKeys)).toEqual(["tables/0/declarations/0", "tables/0/declarations/1"]);
      expect(document.row.total).toBe(38_000_000);
    },
  );

  test("a file without targets is kept, and corrected by a new one of the same projects", async () => {
    const store = await newStore();
    const first = await store.keepImport(record(withReport("self-evaluation", true)));
    expect(first).toMatchObject({ kind: "new", projects: 0, indicators: 0 });
    const report = withReport("self-evaluation", true);
    const [table] = report.tables;
    const declarations = table!.declarations.map((one, n) => (n === 0 ? { ...one, goal: "充实馆藏。" } : one));
    const second = await store.keepImport(record({ ...report, tables: [{ ...table!, declarations }] }, "更正后"));
    expect(second).toMatchObject({
      kind: "new-version",
      version: 2,
      differences: [{ kind: "changed", project: "图书采购", field: "goal", after: "充实馆藏。" }],
    });
    expect(await store.figures()).toMatchObject({ projects: 0, documents: 1 });
  });

  test("targets and a report on the same projects are two documents", async () => {
    const store = await newStore();
    await store.keepImport(record(withReport("targets", true), "目标"));
    expect(await store.keepImport(record(withReport("self-evaluation", true), "自评"))).toMatchObject({ kind: "new" });
    expect((await store.documents()).length).toBe(2);
  });
});
