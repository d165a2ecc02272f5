import { describe, expect, test } from "vitest";
import { engines } from "../../test/support/a-location.ts";
import type { ProjectInTest } from "../../test/support/a-reading.ts";
import { anImport } from "../../test/support/an-import.ts";
import { newStores } from "../../test/support/new-stores.ts";
import type { ImportRecord, ProjectRow, Store } from "./store.ts";

const hall: ProjectInTest = {
  name: "文化馆免费开放",
  total: "120.50",
  goal: "让居民就近参加活动。",
  indicators: [
    { name: "开放天数", annual: "≥300天", aspect: "11" },
    { name: "服务对象满意度", annual: "≥90%", aspect: "31" },
  ],
};
const repair: ProjectInTest = { name: "展厅维修", total: "30", indicators: [{ name: "验收合格率", annual: "100%" }] };
const shows: ProjectInTest = { name: "惠民演出", total: "45", indicators: [{ name: "演出场次", annual: "20场" }] };
const books: ProjectInTest = { name: "图书采购", total: "8", indicators: [{ name: "采购册数", annual: "3000册" }] };

const newest = { sort: "year-desc", limit: 50, offset: 0 } as const;

async function kept(store: Store, record: ImportRecord) {
  const outcome = await store.keepImport(record);
  const rows = (await store.projects({}, newest)).rows;
  return { outcome, rows, idOf: (name: string) => rows.find((row: ProjectRow) => row.name === name)?.key.id };
}

describe.each(engines)("versions in %s", (_name, newLocation) => {
  const newStore = newStores(newLocation);

  test("the same bytes again are already here, and nothing is written", async () => {
    const store = await newStore();
    const { outcome } = await kept(store, anImport({ year: 2025, projects: [hall] }));
    const again = await store.keepImport(anImport({ year: 2025, projects: [hall] }));
    expect(again).toEqual({ kind: "already-here", document: outcome.document });
    expect(await store.events(10)).toHaveLength(1);
  });

  test("a corrected table is a new version with its differences, and projects keep their ids", async () => {
    const store = await newStore();
    const first = await kept(store, anImport({ year: 2025, projects: [hall, repair, shows] }));
    const [days, satisfaction] = hall.indicators!;
    const corrected: ProjectInTest = {
      ...hall,
      total: "121",
      goal: "",
      indicators: [
        { ...days!, annual: "≥310天" },
        { name: "活动场次", annual: "40场" },
      ],
    };
    const second = await kept(store, anImport({ year: 2025, projects: [books, corrected, repair] }));
    const about = { unit: "青禾区文化馆", project: "文化馆免费开放" };
    const none = { field: undefined, before: undefined, after: undefined };
    const whole = { unit: "青禾区文化馆", indicator: undefined, ...none };
    const differences = [
      { kind: "project-added", ...whole, project: "图书采购" },
      { kind: "changed", ...about, indicator: undefined, field: "funding/total", before: "120.50", after: "121.00" },
      {
        kind: "changed",
        ...about,
        indicator: undefined,
        field: "goal",
        before: "让居民就近参加活动。",
        after: undefined,
      },
      { kind: "changed", ...about, indicator: "开放天数", field: "annualTarget", before: "≥300天", after: "≥310天" },
      { kind: "indicator-added", ...about, indicator: "活动场次", ...none },
      { kind: "indicator-removed", ...about, indicator: satisfaction!.name, ...none },
      { kind: "project-removed", ...whole, project: "惠民演出" },
    ];
    expect(second.outcome).toEqual({
      kind: "new-version",
      document: second.outcome.document,
      replaces: first.outcome.document,
      version: 2,
      projects: 3,
      indicators: 4,
      differences,
    });
    expect(second.idOf("文化馆免费开放")).toBe(first.idOf("文化馆免费开放"));
    expect(second.idOf("展厅维修")).toBe(first.idOf("展厅维修"));
    const document = await store.document(second.outcome.document);
    expect(document?.differences).toEqual(differences);
    expect(document?.versions.map((row) => [row.version, row.current])).toEqual([
      [2, true],
      [1, false],
    ]);
    expect((await store.events(5)).map((event) => [event.verb, event.facts.version])).toEqual([
      ["correct", 2],
      ["import", 1],
    ]);
  });

  test("what is superseded is in no public answer, and its document can still be read whole", async () => {
    const store = await newStore();
    const before = anImport({ year: 2025, projects: [hall, shows] });
    const first = await kept(store, before);
    const document = first.outcome.document;
    const gone = first.rows.find((row) => row.name === "惠民演出")!;
    await store.keepImport(anImport({ year: 2025, projects: [hall] }));
    expect(await store.project(gone.key)).toBeUndefined();
    expect((await store.search("演出", 10)).projects.rows).toEqual([]);
    expect((await store.search("演出场次", 10)).indicators.count.n).toBe(0);
    expect((await store.projects({ text: "演出" }, newest)).rows).toEqual([]);
    expect((await store.figures()).indicators).toBe(2);
    expect((await store.documents()).map((row) => row.version)).toEqual([2]);
    const old = await store.document(document);
    expect(old?.row).toMatchObject({ version: 1, current: false, projects: 2 });
    expect(old?.reading).toEqual(before.reading);
    expect(old?.projectKeys["tables/0/declarations/1"]).toEqual(gone.key);
    expect(Buffer.from((await store.sourceBytes(document))!)).toEqual(Buffer.from(before.bytes));
    expect(await store.keepImport(before)).toEqual({ kind: "already-here", document });
  });

  test.each([
    ["another year", { year: 2024, projects: [hall, repair] }],
    ["another department", { year: 2025, department: "青禾区教育局", projects: [hall, repair] }],
    ["another title", { year: 2025, title: "补充绩效目标表", projects: [hall, repair] }],
    ["fewer than half of the projects in common", { year: 2025, projects: [hall, shows, books] }],
    [
      "one of many projects, on a sheet of its own",
      { year: 2025, fileName: "one.txt", projects: [{ ...shows, total: "46" }] },
    ],
  ])("%s: not a correction but a new document", async (_case, table) => {
    const store = await newStore();
    await store.keepImport(anImport({ year: 2025, projects: [hall, repair, { name: "场地租赁" }] }));
    expect(await store.keepImport(anImport(table))).toMatchObject({ kind: "new" });
    expect(await store.documents()).toHaveLength(2);
  });

  test("the same file with the year said later moves to that year", async () => {
    const store = await newStore();
    const first = await kept(store, anImport({ projects: [hall] }));
    expect(first.outcome.document.year).toBe(0);
    const second = await kept(store, anImport({ projects: [hall] }, { year: 2025 }));
    expect(second.outcome).toMatchObject({
      kind: "new-version",
      replaces: first.outcome.document,
      document: { year: 2025 },
    });
    expect(second.rows.map((row) => row.key)).toEqual([{ ...first.rows[0]!.key, year: 2025 }]);
  });

  test("the same file with the region said later moves to that region; two known regions are two documents", async () => {
    const store = await newStore();
    const first = await kept(store, anImport({ year: 2025, projects: [hall] }, { region: 0 }));
    const second = await kept(store, anImport({ year: 2025, projects: [hall] }, { region: 990101 }));
    expect(second.outcome).toMatchObject({ kind: "new-version", replaces: first.outcome.document });
    expect(await store.keepImport(anImport({ year: 2025, projects: [hall] }, { region: 990102 }))).toMatchObject({
      kind: "new",
    });
    expect(await store.keepImport(anImport({ year: 2025, projects: [hall] }, { region: 0 }))).toMatchObject({
      kind: "already-here",
    });
  });

  test("two imports of one file at the same time: one is kept, the other finds it", async () => {
    const store = await newStore();
    const record = anImport({ year: 2025, projects: [hall] });
    const outcomes = await Promise.all([store.keepImport(record), store.keepImport(record)]);
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(["already-here", "new"]);
    expect((await store.figures()).projects).toBe(1);
  });

  test("an import that breaks leaves nothing behind", async () => {
    const store = await newStore();
    await kept(store, anImport({ year: 2025, projects: [hall] }));
    const record = anImport({ year: 2025, projects: [{ ...hall, total: "999" }] });
    const finding = { rule: null, version: "1", severity: "error", subject: "", at: [], quoted: "", facts: {} };
    // A finding without a rule cannot be kept; it is written after projects and indicators.
    const broken = { ...record, findings: [finding as unknown as ImportRecord["findings"][number]] };
    await expect(store.keepImport(broken)).rejects.toThrow();
    expect((await store.figures()).total).toBe(120_500_000);
    expect(await store.events(10)).toHaveLength(1);
    expect((await store.search("开放天数", 10)).indicators.count.n).toBe(1);
    expect(await store.keepImport(record)).toMatchObject({ kind: "new-version" });
  });
});
