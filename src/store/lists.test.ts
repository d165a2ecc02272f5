import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { engines } from "../../test/support/a-location.ts";
import type { ProjectInTest } from "../../test/support/a-reading.ts";
import { anImport } from "../../test/support/an-import.ts";
import { newStores } from "../../test/support/new-stores.ts";
import type { Finding, Severity } from "../domain/finding.ts";
import { type AspectCode, type Dimension, dimensionOfCode } from "../domain/taxonomy.ts";
import type { ProjectFilter, ProjectRow, ProjectSort, Store } from "./store.ts";

const aspects: readonly AspectCode[] = ["11", "12", "14", "22", "31"];
const targets = ["≥90%", "4%至8%", "2025年11月底前", "不低于上年度", "及时", "按合同约定时间完成"] as const;
const rules = ["M01", "T02", "C03"] as const;

interface Case extends ProjectInTest {
  readonly found: readonly { readonly rule: (typeof rules)[number]; readonly severity: Severity }[];
}

const aCase: fc.Arbitrary<Case> = fc.record({
  name: fc.constantFrom("免费开放", "展厅维修", "惠民演出", "图书采购", "场地租赁"),
  unit: fc.constantFrom("文化馆", "图书馆", "博物馆"),
  total: fc.constantFrom("1.00", "25.50", "300", "不详"),
  appropriation: fc.constantFrom("1.00", "20"),
  indicators: fc.array(
    fc.record({
      name: fc.constantFrom("数量", "满意度"),
      annual: fc.constantFrom(...targets),
      aspect: fc.constantFrom(...aspects),
    }),
    { maxLength: 3 },
  ),
  found: fc.array(
    fc.record({ rule: fc.constantFrom(...rules), severity: fc.constantFrom("error", "warning", "info") }),
    { maxLength: 2 },
  ),
});

const aFilter: fc.Arbitrary<ProjectFilter> = fc.record(
  {
    years: fc.uniqueArray(fc.constantFrom(2023, 2024, 2025, 1.5, 10 ** 12), { maxLength: 2 }),
    regions: fc.uniqueArray(fc.constantFrom(990101, 0, 10 ** 12), { maxLength: 2 }),
    dimensions: fc.uniqueArray(fc.constantFrom<Dimension>("output", "benefit", "satisfaction", "cost"), {
      maxLength: 2,
    }),
    aspects: fc.uniqueArray(fc.constantFrom(...aspects), { maxLength: 2 }),
    valueKinds: fc.uniqueArray(fc.constantFrom("quantity", "range", "deadline", "qualitative"), { maxLength: 2 }),
    rules: fc.uniqueArray(fc.constantFrom(...rules), { maxLength: 2 }),
    severities: fc.uniqueArray(fc.constantFrom<Severity>("error", "warning", "info"), { maxLength: 2 }),
    text: fc.constantFrom("", "维修", "满意度 馆", "%"),
  },
  { requiredKeys: [] },
);

const finding = (subject: string, { rule, severity }: Case["found"][number]): Finding => ({
  rule,
  version: "1",
  severity,
  subject,
  at: [],
  quoted: "",
  expected: undefined,
  found: undefined,
  facts: {},
});

/** What is kept, as the test knows it. */
interface Known {
  readonly id: string;
  readonly year: number;
  readonly case: Case;
}

describe.each(engines)("lists in %s", (_name, newLocation) => {
  const newStore = newStores(newLocation);

  test("filters, counts, sums and facets say what a person would count", async () => {
    const store = await newStore();
    const known: Known[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(2023, 2024),
        fc.array(aCase, { minLength: 1, maxLength: 5 }),
        fc.array(aFilter, { minLength: 3, maxLength: 5 }),
        async (year, cases, filters) => {
          known.push(...(await keep(store, year, cases)));
          for (const filter of filters) {
            const page = await store.projects(filter, { sort: "total-desc", limit: 10_000, offset: 0 });
            const kept = known.filter((one) => keeps(filter, one));
            expect(page.rows.map((row) => row.key.id).sort()).toEqual(kept.map((one) => one.id).sort());
            expect(page.count.n).toBe(kept.length);
            const totals = kept.map((one) => one.case.total).filter((total) => total !== "不详");
            expect(page.sums.total).toBe(Math.round(totals.reduce((sum, total) => sum + Number(total) * 1_000_000, 0)));
            expect(page.withoutTotal).toBe(kept.length - totals.length);
            expect(page.indicators).toBe(kept.reduce((sum, one) => sum + one.case.indicators!.length, 0));
            const facets = await store.facets(filter);
            for (const { value, projects } of facets.aspects)
              expect(projects).toBe(
                known.filter((one) => keeps({ ...filter, aspects: [value as AspectCode] }, one)).length,
              );
            for (const { value, projects } of facets.rules)
              expect(projects).toBe(known.filter((one) => keeps({ ...filter, rules: [value] }, one)).length);
            for (const { value, projects } of facets.severities)
              expect(projects).toBe(
                known.filter((one) => keeps({ ...filter, severities: [value as Severity] }, one)).length,
              );
            for (const { value, projects } of facets.years)
              expect(projects).toBe(known.filter((one) => keeps({ ...filter, years: [Number(value)] }, one)).length);
            const profile = await store.profile(filter);
            expect(profile.all).toBe(page.indicators);
            expect(profile.byAspect.find((row) => row.aspect === "31")?.indicators ?? 0).toBe(
              kept.flatMap((one) => one.case.indicators!).filter((indicator) => indicator.aspect === "31").length,
            );
          }
        },
      ),
      { numRuns: 15 },
    );
    const each: string[] = [];
    for await (const { row } of store.eachProject({})) each.push(row.key.id);
    expect(each).toEqual(
      (await store.projects({}, { sort: "document-order", limit: 10_000, offset: 0 })).rows.map((row) => row.key.id),
    );
  });

  test("a search with a filter finds what the filter keeps, and the indicators that it asks for", async () => {
    const store = await newStore();
    const known: Known[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(2023, 2024),
        fc.array(aCase, { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(aFilter, fc.constantFrom("馆", "满意度", "数量", "展厅维修", "图书 馆")), {
          minLength: 3,
          maxLength: 5,
        }),
        async (year, cases, questions) => {
          known.push(...(await keep(store, year, cases)));
          for (const [filter, question] of questions) {
            const says = (...texts: readonly string[]): boolean =>
              question.split(" ").every((word) => texts.some((text) => text.includes(word)));
            const { projects, indicators } = await store.search(question, 10_000, filter);
            const kept = known.filter((one) => keeps(filter, one));
            const said = kept.filter(({ case: one }) => says(one.name, one.unit!, "青禾区文化局"));
            expect(projects.rows.map((row) => row.key.id).sort()).toEqual(said.map((one) => one.id).sort());
            expect(projects.count).toEqual({ n: said.length, capped: false, estimate: undefined });
            const hits = kept.flatMap(({ id, case: one }) =>
              one.indicators!.flatMap((indicator, n) =>
                says(indicator.name, indicator.annual!) &&
                (!filter.dimensions?.length || filter.dimensions.includes(dimensionOfCode(indicator.aspect!)!)) &&
                (!filter.aspects?.length || filter.aspects.includes(indicator.aspect!)) &&
                (!filter.valueKinds?.length || filter.valueKinds.some((kind) => kind === kinds[indicator.annual!]))
                  ? [`${id}/${n}`]
                  : [],
              ),
            );
            const found = indicators.rows.map((hit) => `${hit.project.key.id}/${hit.path.split("/").at(-1)}`);
            expect(found.sort()).toEqual(hits.sort());
            expect(indicators.count).toEqual({ n: hits.length, capped: false, estimate: undefined });
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  test.each<[ProjectSort, readonly string[]]>([
    ["total-desc", ["c", "a", "d", "b"]],
    ["total-asc", ["a", "d", "c", "b"]],
    ["name", ["a", "b", "c", "d"]],
    ["findings-desc", ["b", "a", "c", "d"]],
    ["document-order", ["c", "a", "d", "b"]],
    ["year-desc", ["c", "a", "d", "b"]],
  ])("sorted by %s; pages together are the whole list", async (sort, expected) => {
    const store = await newStore();
    const total = { c: "300", a: "1", d: "1", b: "不详" };
    const record = anImport({
      year: 2025,
      projects: Object.entries(total).map(([name, amount]) => ({ name, total: amount })),
    });
    await store.keepImport({
      ...record,
      findings: [finding("tables/0/declarations/3/goal", { rule: "M01", severity: "error" })],
    });
    const rows: ProjectRow[] = [];
    for (const offset of [0, 2]) rows.push(...(await store.projects({}, { sort, limit: 2, offset })).rows);
    const names = rows.map((row) => row.name);
    if (sort === "findings-desc") expect(names[0]).toBe("b");
    else expect(names).toEqual(expected);
  });

  test("a year that was inferred is told from one that is printed or given, in every list", async () => {
    const store = await newStore();
    const table = (title: string) => anImport({ year: 2025, title, projects: [{ name: title, total: "1" }] });
    const inferred = table("推断");
    const [first] = inferred.reading.tables;
    const reading = { ...inferred.reading, tables: [{ ...first!, year: { basis: "inferred", year: 2025 } as const }] };
    await store.keepImport(table("印出"));
    await store.keepImport({ ...inferred, reading });
    await store.keepImport({ ...anImport({ title: "填写", projects: [{ name: "填写" }] }), year: 2025 });
    const { rows } = await store.projects({ years: [2025] }, { sort: "name", limit: 9, offset: 0 });
    const told = (list: readonly { readonly yearInferred: boolean }[], name: (n: number) => string | undefined) =>
      list.map(({ yearInferred }, n) => [name(n), yearInferred]).toSorted();
    const truth = [
      ["印出", false],
      ["填写", false],
      ["推断", true],
    ];
    expect(told(rows, (n) => rows[n]?.title)).toEqual(truth);
    const documents = await store.documents();
    expect(told(documents, (n) => documents[n]?.title)).toEqual(truth);
  });

  test("a year in which no table prints money has no total, not a total of nothing", async () => {
    const store = await newStore();
    await store.keepImport(anImport({ year: 2024, projects: [{ name: "甲" }, { name: "乙" }] }));
    await store.keepImport(anImport({ year: 2025, projects: [{ name: "甲", total: "0" }, { name: "乙" }] }));
    expect((await store.figures()).byYear).toEqual([
      { year: 2025, projects: 2, total: 0 },
      { year: 2024, projects: 2, total: undefined },
    ]);
  });

  test("an organisation is known by the years, projects and money it has, and a unit by its department", async () => {
    const store = await newStore();
    await store.keepImport(anImport({ year: 2024, projects: [{ name: "甲", unit: "文化馆", total: "1" }] }));
    await store.keepImport(
      anImport({
        year: 2025,
        projects: [
          { name: "甲", unit: "文化馆", total: "2" },
          { name: "乙", unit: "图书馆", total: "10" },
        ],
      }),
    );
    const [department] = await store.departments();
    expect(department).toMatchObject({ name: "青禾区文化局", years: [2025, 2024], projects: 3, total: 13_000_000 });
    const { units } = (await store.department(department!.id))!;
    expect(units.map((unit) => [unit.name, unit.years, unit.total])).toEqual([
      ["图书馆", [2025], 10_000_000],
      ["文化馆", [2025, 2024], 3_000_000],
    ]);
    expect(await store.unit(units[1]!.id)).toEqual({ row: units[1], department });
    expect(await store.unit(department!.id)).toBeUndefined();
    const { rows } = await store.projects({ units: [units[1]!.id] }, { sort: "year-desc", limit: 9, offset: 0 });
    const project = await store.project(rows[0]!.key);
    expect(project?.otherYears.map((row) => row.key.year)).toEqual([2024]);
  });

  test("of a withheld project the name and the money are found; the rest is shown as printed and not searched", async () => {
    const store = await newStore();
    const secret = {
      name: "某专项",
      total: "77",
      withheld: "涉密项目，不予公开",
      goal: "涉密项目，不予公开",
      indicators: [{ name: "某指标", annual: "3个" }],
    };
    await store.keepImport(anImport({ year: 2025, projects: [secret] }));
    const { rows, sums } = await store.projects({}, { sort: "name", limit: 9, offset: 0 });
    expect(rows).toMatchObject([{ name: "某专项", withheld: true, indicators: 1 }]);
    expect(sums.total).toBe(77_000_000);
    expect((await store.search("某专项", 9)).projects.rows).toHaveLength(1);
    for (const words of ["涉密", "某指标", "3个"]) {
      const { projects, indicators } = await store.search(words, 9);
      expect([projects.count.n, indicators.count.n]).toEqual([0, 0]);
      expect((await store.projects({ text: words }, { sort: "name", limit: 9, offset: 0 })).rows).toEqual([]);
    }
    // what is printed is public: the statement stands in the project's declaration
    expect((await store.project(rows[0]!.key))?.declaration.disclosure).toEqual({
      kind: "withheld",
      reason: "涉密项目，不予公开",
    });
  });

  test("an address that is no key of ours finds nothing and breaks nothing", async () => {
    const store = await newStore();
    for (const key of [
      { region: 1, year: 2025, id: "x'; drop" },
      { region: 10 ** 12, year: 1.5, id: "0197f0f0-0000-7000-8000-000000000000" },
    ]) {
      expect(await store.project(key)).toBeUndefined();
      expect(await store.document(key)).toBeUndefined();
      expect(await store.sourceBytes(key)).toBeUndefined();
    }
    expect((await store.projects({ documents: ["x"] }, { sort: "name", limit: 9, offset: 0 })).count.n).toBe(0);
    expect(await store.department("\u0000")).toBeUndefined();
    expect(await store.documentWithHash("zz")).toBeUndefined();
  });
});

let unlike = 0;

async function keep(store: Store, year: number, cases: readonly Case[]): Promise<readonly Known[]> {
  const findings = cases.flatMap((one, d) =>
    one.found.map((found) => finding(`tables/0/declarations/${d}/goal`, found)),
  );
  const outcome = await store.keepImport(anImport({ year, title: `第${unlike++}份`, projects: cases }, { findings }));
  const { projectKeys } = (await store.document(outcome.document))!;
  return cases.map((one, d) => ({ id: projectKeys[`tables/0/declarations/${d}`]!.id, year, case: one }));
}

const kinds: Readonly<Record<string, string>> = {
  "≥90%": "quantity",
  "4%至8%": "range",
  "2025年11月底前": "deadline",
  及时: "qualitative",
};

function keeps(filter: ProjectFilter, { year, case: one }: Known): boolean {
  const any = <T>(asked: readonly T[] | undefined, has: (value: T) => boolean): boolean =>
    !asked?.length || asked.some(has);
  const indicators = one.indicators ?? [];
  const texts = [one.name, one.unit!, "青禾区文化局", ...indicators.flatMap(({ name, annual }) => [name, annual!])];
  return (
    any(filter.years, (value) => value === year) &&
    any(filter.regions, (value) => value === 990101) &&
    any(filter.dimensions, (value) => indicators.some(({ aspect }) => dimensionOfCode(aspect!) === value)) &&
    any(filter.aspects, (value) => indicators.some(({ aspect }) => aspect === value)) &&
    any(filter.valueKinds, (value) => indicators.some(({ annual }) => kinds[annual!] === value)) &&
    any(filter.rules, (value) => one.found.some(({ rule }) => rule === value)) &&
    any(filter.severities, (value) => one.found.some(({ severity }) => severity === value)) &&
    (filter.text ?? "").split(" ").every((word) => texts.some((text) => text.includes(word)))
  );
}
