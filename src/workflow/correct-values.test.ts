import { describe, expect, test } from "vitest";
import { engines } from "../../test/support/a-location.ts";
import { newStores } from "../../test/support/new-stores.ts";
import type { Key, Store } from "../store/store.ts";
import { correctValues } from "./correct-values.ts";
import { importFile } from "./import-file.ts";
import { undoCorrections } from "./undo-corrections.ts";

const table = `项目支出绩效目标表

部门名称：青禾区文化局
单位：万元

项目名称（资金使用单位）\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标
合计\t150.50\t150.50\t\t
青禾区文化馆\t150.50\t150.50\t\t
文化馆免费开放\t120.50\t120.50\t\t\t保障数据输人及时。\t1、1-产出指标,11-数量指标,开放天数;实施周期指标值:≥300天,年度指标值:≥300天;2、1-产出指标,12-质量指标,数据输人率;实施周期指标值:≥90%,年度指标值:≥90%;
展厅维修\t36.00\t36.00\t\t\t维修展厅。\t1、1-产出指标,12-质量指标,数据输人率;实施周期指标值:100%,年度指标值:100%;
`;

const person = { who: "李审核", why: "原件印作 30.00" };
const at = () => new Date("2026-04-01T08:00:00.000Z");
const funding = "tables/0/declarations/1/funding/total";

describe.each(engines)("corrections in %s", (_name, newLocation) => {
  const newStore = newStores(newLocation);

  async function kept(store: Store, text = table): Promise<Key> {
    const result = await importFile(store, { name: "表.txt", bytes: Buffer.from(text), year: 2025, actor: "tester" });
    if (!result.ok) throw new Error(result.refusal.message.en);
    return result.value.outcome.document;
  }
  const total = async (store: Store) =>
    (await store.projects({}, { sort: "document-order", limit: 9, offset: 0 })).rows.map((row) => row.funding.total);

  test("a corrected amount is in the lists, the sums are reckoned anew, and the machine's reading stays", async () => {
    const store = await newStore();
    const document = await kept(store);
    const before = (await store.document(document))!;
    expect(before.findings.some(({ rule }) => rule.startsWith("M"))).toBe(true);
    const changes = [
      { path: funding, text: "30.00", seen: "36.00" },
      { path: "tables/0/declarations/1/funding/appropriation", text: "30", seen: "36.00" },
    ];
    const result = await correctValues(store, { document, changes, ...person }, at);
    expect(result).toMatchObject({ ok: true });
    const after = (await store.document(document))!;
    expect(await total(store)).toEqual([120_500_000, 30_000_000]);
    expect(after.row.total).toBe(150_500_000);
    expect(after.reading.sums.every(({ difference }) => difference === 0)).toBe(true);
    expect(after.machine).toEqual(before.reading);
    expect(after.corrections.map(({ who, why, machine, corrected }) => [who, why, machine, corrected])).toEqual([
      ["李审核", "原件印作 30.00", "36.00", "30.00"],
      ["李审核", "原件印作 30.00", "36.00", "30"],
    ]);
    const [event] = await store.events(1);
    expect(event).toMatchObject({ verb: "correct-values", actor: "李审核", document, facts: { corrections: 2 } });
    const [row] = (await store.projects({ text: "展厅维修" }, { sort: "name", limit: 1, offset: 0 })).rows;
    expect((await store.project(row!.key))!.declaration.funding!.total).toEqual({ kind: "read", fen: 30_000_000 });
  });

  test("what is taken back reads as before, and that it was done stays known", async () => {
    const store = await newStore();
    const document = await kept(store);
    const change = { path: "tables/0/declarations/0/goal", text: "保障数据输入及时。", seen: "保障数据输人及时。" };
    const made = await correctValues(store, { document, changes: [change], ...person }, at);
    if (!made.ok) throw new Error(made.refusal.code);
    const corrected = (await store.document(document))!;
    expect(corrected.reading.tables[0]!.declarations[0]!.goal).toBe("保障数据输入及时。");
    expect(corrected.reading.notes.filter(({ subject }) => subject === change.path)).toEqual([]);
    const undone = await undoCorrections(store, { document, what: made.value.batch, ...person }, at);
    expect(undone).toEqual({ ok: true, value: { undone: 1 } });
    const after = (await store.document(document))!;
    expect(after.reading).toEqual(after.machine);
    expect(after.corrections).toMatchObject([{ undone: { who: "李审核" } }]);
    expect((await store.events(3)).map(({ verb }) => verb)).toEqual(["undo-corrections", "correct-values", "import"]);
    expect(await undoCorrections(store, { document, what: made.value.batch, ...person }, at)).toMatchObject({
      ok: false,
      refusal: { code: "nothing-to-undo" },
    });
  });

  test("a correction is found by search, and what it replaced is not", async () => {
    const store = await newStore();
    const document = await kept(store);
    const path = "tables/0/declarations/0/indicators/1/name";
    await correctValues(
      store,
      { document, changes: [{ path, text: "数据录入率", seen: "数据输人率" }], ...person },
      at,
    );
    expect((await store.search("数据录入率", 9)).indicators.count.n).toBe(1);
    expect((await store.search("数据输人率", 9)).indicators.count.n).toBe(1);
  });

  test.each([
    ["nobody", { who: " " }, {}],
    ["no-reason", { why: "" }, {}],
    ["not-an-amount", {}, { text: "三十" }],
    ["nothing-changed", {}, { text: "36.00" }],
    ["changed-meanwhile", {}, { seen: "35.00" }],
    ["no-such-field", {}, { path: "tables/0/declarations/9/goal" }],
    ["no-such-field", {}, { path: "places/__proto__" }],
    ["no-name", {}, { path: "tables/0/declarations/1/project/name", seen: "展厅维修", text: "" }],
    ["words-taken", {}, { placed: [{ start: 0, end: 4 }] }],
  ] as const)("is refused: %s", async (code, whose, change) => {
    const store = await newStore();
    const document = await kept(store);
    const changes = [{ path: funding, text: "30.00", seen: "36.00", ...change }];
    const result = await correctValues(store, { document, changes, ...person, ...whose }, at);
    expect(result).toMatchObject({ ok: false, refusal: { code } });
    expect((await store.document(document))!.corrections).toEqual([]);
  });

  test("of two people who correct one value at once, one is told what the other did", async () => {
    const store = await newStore();
    const document = await kept(store);
    const ask = (text: string) =>
      correctValues(store, { document, changes: [{ path: funding, text, seen: "36.00" }], ...person }, at);
    const results = await Promise.all([ask("30.00"), ask("31.00")]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await store.document(document))!.corrections).toHaveLength(1);
  });

  test("the same file for another year keeps its corrections; another file does not get them", async () => {
    const store = await newStore();
    const document = await kept(store);
    await correctValues(store, { document, changes: [{ path: funding, text: "30.00", seen: "36.00" }], ...person }, at);
    const again = await importFile(store, { name: "表.txt", bytes: Buffer.from(table), year: 2024, actor: "tester" });
    if (!again.ok || again.value.outcome.kind !== "new-version") throw new Error("it is no new version");
    expect(
      (await store.document(again.value.outcome.document))!.reading.tables[0]!.declarations[1]!.funding!.total,
    ).toEqual({ kind: "read", fen: 30_000_000 });
    expect(await correctValues(store, { document, changes: [], ...person }, at)).toMatchObject({
      ok: false,
      refusal: { code: "not-current" },
    });
  });
});
