import { describe, expect, test } from "vitest";
import { engines } from "../../test/support/a-location.ts";
import { anImport } from "../../test/support/an-import.ts";
import { openStore } from "./open-store.ts";

const hall = {
  name: "文化馆免费开放",
  total: "120.50",
  appropriation: "120.50",
  goal: "让居民就近参加活动。",
  indicators: [
    { name: "开放天数", annual: "≥300天", cycle: "≥300天", aspect: "11" },
    { name: "服务对象满意度", annual: "≥90%", aspect: "31" },
  ],
} as const;
const repair = {
  name: "展厅维修",
  total: "30",
  indicators: [{ name: "物业验收合格率", annual: "100%", aspect: "12" }],
} as const;
const shows = {
  name: "惠民演出",
  total: "45",
  goal: "演出下乡。",
  indicators: [{ name: "演出场次", annual: "20场", aspect: "11" }],
} as const;

describe.each(engines)("%s", (_name, newLocation) => {
  test("what was brought is there: figures, lists, project, document, bytes and event", async () => {
    const { location, remove } = await newLocation();
    const store = await openStore(location);
    const record = anImport({ year: 2025, projects: [hall, repair, shows] });
    const outcome = await store.keepImport(record);
    expect(outcome).toMatchObject({ kind: "new", projects: 3, indicators: 4 });
    expect(await store.figures()).toMatchObject({
      departments: 1,
      units: 1,
      documents: 1,
      projects: 3,
      indicators: 4,
      total: 195_500_000,
      quantified: 4,
      annualTargets: 4,
      years: [2025],
    });
    const page = await store.projects({ text: "满意 开放" }, { sort: "total-desc", limit: 10, offset: 0 });
    expect(page.rows.map((row) => row.name)).toEqual(["文化馆免费开放"]);
    expect(page.sums.total).toBe(120_500_000);
    const key = page.rows[0]!.key;
    const project = await store.project(key);
    expect(project?.path).toBe("tables/0/declarations/0");
    expect(project?.declaration).toEqual(record.reading.tables[0]!.declarations[0]);
    const document = await store.document(page.rows[0]!.document);
    expect(document?.reading).toEqual(JSON.parse(JSON.stringify(record.reading)));
    expect(document?.projectKeys["tables/0/declarations/0"]).toEqual(key);
    expect(Buffer.from((await store.sourceBytes(page.rows[0]!.document))!)).toEqual(Buffer.from(record.bytes));
    const [department] = await store.departments();
    expect(await store.department(department!.id)).toMatchObject({
      row: { name: "青禾区文化局", projects: 3 },
      units: [{ name: "青禾区文化馆" }],
    });
    const { projects, indicators } = await store.search("演出", 20);
    expect(projects.rows.map((row) => row.name)).toEqual(["惠民演出"]);
    expect(indicators.rows.map((row) => [row.path, row.name])).toEqual([
      ["tables/0/declarations/2/indicators/0", "演出场次"],
    ]);
    expect(await store.facets({})).toMatchObject({
      years: [{ value: "2025", projects: 3 }],
      dimensions: [
        { value: "output", projects: 3 },
        { value: "satisfaction", projects: 1 },
      ],
    });
    expect(await store.profile({})).toMatchObject({ quantified: 4, all: 4 });
    const all = [];
    for await (const each of store.eachProject({})) all.push([each.row.name, each.line]);
    expect(all).toEqual([
      ["文化馆免费开放", 3],
      ["展厅维修", 4],
      ["惠民演出", 5],
    ]);
    expect(await store.events(5)).toMatchObject([{ verb: "import", actor: "tester" }]);
    expect(await store.keepImport(record)).toMatchObject({ kind: "already-here" });
    const corrected = await store.keepImport(anImport({ year: 2025, projects: [{ ...hall, total: "121" }, repair] }));
    expect(corrected).toMatchObject({
      kind: "new-version",
      version: 2,
      differences: [
        { kind: "changed", field: "funding/total", before: "120.50", after: "121.00" },
        { kind: "project-removed", project: "惠民演出" },
      ],
    });
    expect((await store.project(key))?.row.funding.total).toBe(121_000_000);
    expect((await store.search("演出", 20)).indicators.rows).toEqual([]);
    await store.close();
    await remove();
  });
});
