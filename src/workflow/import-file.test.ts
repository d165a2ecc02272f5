import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import { importFile } from "./import-file.ts";
import { type ImportRefusal, largestFile } from "./import-refusals.ts";
import type { ImportRequest } from "./import-request.ts";

const open: Store[] = [];

async function aStore(): Promise<Store> {
  const store = await openStore(":memory:");
  open.push(store);
  return store;
}

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

const table = `项目支出绩效目标表

部门名称：青禾区文化局
单位：万元

项目名称（资金使用单位）\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标
合计\t150.50\t150.50\t\t
青禾区文化馆\t150.50\t150.50\t\t
文化馆免费开放\t120.50\t120.50\t\t\t让居民就近参加活动。\t1、1-产出指标,11-数量指标,开放天数;实施周期指标值:≥300天,年度指标值:≥300天;
展厅维修\t30.00\t30.00\t\t\t维修展厅。\t1、1-产出指标,12-质量指标,验收合格率;实施周期指标值:100%,年度指标值:100%;
`;

const bring = (text: string, name = "table.txt") => ({ name, bytes: Buffer.from(text), year: 2025, actor: "tester" });

test("a file becomes records: read, checked, kept, and each stage is told", async () => {
  const store = await aStore();
  const stages: string[] = [];
  const result = await importFile(store, bring(table), {
    now: () => new Date("2026-03-01T08:00:00Z"),
    onStage: (stage) => void stages.push(stage),
  });
  expect(result).toMatchObject({ ok: true, value: { outcome: { kind: "new", projects: 2, indicators: 2 } } });
  expect(stages).toEqual(["reading", "checking", "keeping", "done"]);
  expect((await store.documents()).map((row) => [row.fileName, row.importedAt, row.total])).toEqual([
    ["table.txt", "2026-03-01T08:00:00.000Z", 150_500_000],
  ]);
});

test("the same file again is recognised, also under another name", async () => {
  const store = await aStore();
  await importFile(store, bring(table));
  expect(await importFile(store, bring(table, "copy.txt"))).toMatchObject({
    ok: true,
    value: { outcome: { kind: "already-here" } },
  });
});

test("a corrected file becomes a new version that says what it changed", async () => {
  const store = await aStore();
  await importFile(store, bring(table));
  const corrected = table.replace("年度指标值:≥300天", "年度指标值:≥310天");
  expect(await importFile(store, bring(corrected))).toMatchObject({
    ok: true,
    value: {
      outcome: {
        kind: "new-version",
        version: 2,
        differences: [{ indicator: "开放天数", field: "annualTarget", before: "≥300天", after: "≥310天" }],
      },
    },
  });
});

describe("a refusal says what was found, where, and what to do, and nothing is kept", () => {
  // made when asked for: a title is made of each row, and 50 MB make a long one
  const refused: readonly (readonly [string, ImportRefusal, () => Partial<ImportRequest>])[] = [
    ["an empty file", "empty-file", () => ({ bytes: new Uint8Array() })],
    ["a file over 50 MB", "too-large", () => ({ bytes: new Uint8Array(largestFile + 1) })],
    ["a region that is no code", "no-such-region", () => ({ region: 44.5 })],
    ["a year that is none", "no-such-year", () => ({ year: 25 })],
    ["a text without a table", "no-known-layout", () => ({ bytes: Buffer.from("今天天气很好。\n") })],
    ["bytes that are no text", "encoding-unknown", () => ({ bytes: Uint8Array.from([0xff, 0, 0x80, 0x81, 0xff]) })],
    [
      "more money than there can be",
      "amounts-too-large",
      () => ({ bytes: Buffer.from(table.replaceAll("120.50", "900000000.00")) }),
    ],
  ];
  test.each(refused)("%s: %s", async (_name, code, change) => {
    const store = await aStore();
    const result = await importFile(store, { ...bring(table), ...change() });
    expect(result).toMatchObject({ ok: false, refusal: { code } });
    if (result.ok) return;
    for (const words of [result.refusal.message, result.refusal.hint]) {
      expect(words.zh).toMatch(/\p{Script=Han}/u);
      expect(words.en).toMatch(/[a-z]/);
    }
    expect(await store.documents()).toEqual([]);
    expect(await store.events(10)).toEqual([]);
  });

  test("a text without a table names its line", async () => {
    const result = await importFile(await aStore(), bring("\n\n今天天气很好。\n"));
    expect(result).toMatchObject({ ok: false, refusal: { code: "no-known-layout", line: 3 } });
  });
});

const published = new URL("../../../shared/published/", import.meta.url);
const there = existsSync(published);

describe.skipIf(!there)("the published tables (skipped where ../shared/published is absent)", () => {
  test("all five are kept, and each project is what was read", async () => {
    const store = await aStore();
    const counts: Record<string, readonly number[]> = {};
    for (const name of readdirSync(published).filter((file) => /^\d{3}_/.test(file))) {
      const bytes = readFileSync(new URL(name, published));
      const result = await importFile(store, { name, bytes, region: 440118, actor: "tester" });
      if (!result.ok || result.value.outcome.kind !== "new") throw new Error(`${name} was not kept as new`);
      const { reading, outcome } = result.value;
      counts[name.slice(0, 3)] = [outcome.projects, outcome.indicators];
      const kept = await store.document(outcome.document);
      expect(kept?.reading).toEqual(reading);
      expect(Buffer.from((await store.sourceBytes(outcome.document))!).equals(bytes)).toBe(true);
      for (const [path, key] of Object.entries(kept!.projectKeys)) {
        const project = await store.project(key);
        expect([project?.path, project?.row.document]).toEqual([path, outcome.document]);
      }
    }
    expect(counts).toEqual({ "000": [53, 182], "001": [42, 164], "002": [33, 210], "003": [9, 30], "004": [71, 405] });
  });
});
