import { describe, expect, test } from "vitest";
import { engines } from "../../test/support/a-location.ts";
import { newStores } from "../../test/support/new-stores.ts";
import type { Reading } from "../domain/reading.ts";
import { readText } from "../read/read-source.ts";
import { runChecks } from "../rules/run-checks.ts";
import type { Key, Store } from "../store/store.ts";
import { correctValues } from "./correct-values.ts";
import { importFile } from "./import-file.ts";
import { rereadDocument } from "./reread-document.ts";

const table = `项目支出绩效目标表

部门名称：青禾区文化局
单位：万元

项目名称（资金使用单位）\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标
合计\t38.00\t38.00\t\t
青禾区文化馆\t38.00\t38.00\t\t
图书采购\t8.00\t8.00\t\t\t充实馆藏。\t1、1-产出指标,11-数量指标,采购册数;实施周期指标值:≥3000册,年度指标值:≥3000册;
展厅维修\t30.00\t30.00\t\t\t维修展厅。\t1、1-产出指标,12-质量指标,验收合格率;实施周期指标值:100%,年度指标值:100%;
`;
const bytes = Buffer.from(table);
const at = new Date("2026-04-01T08:00:00.000Z");
const goalOf = (reading: Reading, d: number) => reading.tables[0]!.declarations[d]!.goal;

/** What an older program made of the file: it read less of the goals. */
function asBefore(reading: Reading): Reading {
  const tables = reading.tables.map((one) => ({
    ...one,
    declarations: one.declarations.map((declaration) => ({ ...declaration, goal: declaration.goal.slice(0, 2) })),
  }));
  return { ...reading, tables };
}

describe.each(engines)("reading a kept file anew, in %s", (_name, newLocation) => {
  const newStore = newStores(newLocation);
  const now = readText({ name: "表.txt", bytes, year: 2025 });

  async function keptBefore(store: Store): Promise<Key> {
    const reading = asBefore(now);
    const findings = runChecks(reading).findings;
    const record = { region: 990101, year: 2025, sourceUrl: undefined, bytes, reading, findings, actor: "tester", at };
    return (await store.keepImport(record)).document;
  }
  const correct = (store: Store, document: Key, d: number, seen: string, text: string) =>
    correctValues(store, {
      document,
      changes: [{ path: `tables/0/declarations/${d}/goal`, seen, text }],
      why: "原件如此",
      who: "李审核",
    });

  test("gives a version of the same file; corrections hold, agree, or are told, and projects keep their keys", async () => {
    const store = await newStore();
    const document = await keptBefore(store);
    const before = (await store.document(document))!;
    await correct(store, document, 0, "充实", "充实馆藏。");
    await correct(store, document, 1, "维修", "维修两个展厅。");
    const result = await importFile(store, { name: "表.txt", bytes, region: 990101, actor: "tester" });
    if (!result.ok || result.value.outcome.kind !== "new-version") throw new Error("it was not read anew");
    const after = (await store.document(result.value.outcome.document))!;
    expect(after.row).toMatchObject({ version: 2, sha256: before.row.sha256, current: true });
    expect(after.row.key.year).toBe(2025);
    expect([goalOf(after.machine, 0), goalOf(after.machine, 1)]).toEqual(["充实馆藏。", "维修展厅。"]);
    expect([goalOf(after.reading, 0), goalOf(after.reading, 1)]).toEqual(["充实馆藏。", "维修展厅。"]);
    expect(after.corrections).toHaveLength(2);
    expect(after.projectKeys).toEqual(before.projectKeys);
    expect((await store.events(1))[0]).toMatchObject({ verb: "reread" });
    // against what held before
    expect(result.value.outcome.differences).toMatchObject([
      { project: "展厅维修", field: "goal", before: "维修两个展厅。", after: "维修展厅。" },
    ]);
  });

  test("by the same program changes nothing", async () => {
    const store = await newStore();
    const first = await importFile(store, { name: "表.txt", bytes, region: 990101, year: 2025, actor: "tester" });
    if (!first.ok) throw new Error(first.refusal.code);
    const again = await importFile(store, { name: "别名.txt", bytes, region: 990101, actor: "tester" });
    expect(again).toMatchObject({ ok: true, value: { outcome: { kind: "already-here" } } });
    expect(await store.events(9)).toHaveLength(1);
  });

  test("what can no longer be read stays as it is", async () => {
    const store = await newStore();
    const document = await keptBefore(store);
    const words = { zh: "读不出。", en: "It cannot be read." };
    const refusal = { code: "damaged", message: words, hint: words } as const;
    const result = await rereadDocument(store, {
      document,
      actor: "tester",
      at,
      read: async () => ({ ok: false, refusal }),
    });
    expect(result).toEqual({ ok: false, refusal });
    expect((await store.document(document))!.row.current).toBe(true);
  });
});
