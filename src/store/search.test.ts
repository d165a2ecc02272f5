import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { engines } from "../../test/support/a-location.ts";
import type { ProjectInTest } from "../../test/support/a-reading.ts";
import { anImport } from "../../test/support/an-import.ts";
import { newStores } from "../../test/support/new-stores.ts";
import type { Store } from "./store.ts";

const everything = 100_000;

/** Few characters, so that they meet often; among them all that an index, a pattern or a bulk copy could stumble over. */
const characters = [
  ..."满意度率物业9a%_*\"'\\?≥，。Ａ％",
  "𠮷",
  " ",
  "\u3000",
  "\n",
  "\t",
  "\u0000",
  "\u0085",
  "\ud800",
  "é",
  "I",
];
const words = (longest: number) =>
  fc.array(fc.constantFrom(...characters), { maxLength: longest }).map((chars) => chars.join(""));

const aProject: fc.Arbitrary<ProjectInTest> = fc.record({
  name: words(6),
  unit: words(3),
  goal: words(12),
  indicators: fc.array(fc.record({ name: words(8), annual: words(4), cycle: words(4) }), { maxLength: 3 }),
});

/** What a reader would do with the texts and a pencil. */
const folded = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\s+/gu, "")
    .toLowerCase()
    .toWellFormed()
    .replace(/\p{Cc}/gu, "\uFFFD");
const askedWords = (question: string): readonly string[] => question.split(/\s+/u).map(folded).filter(Boolean);
const says = (word: string, fields: readonly string[]): boolean => fields.some((field) => folded(field).includes(word));

const wordsOf = (project: ProjectInTest): readonly string[] => [
  project.name,
  project.unit ?? "",
  project.goal ?? "",
  "青禾区文化局",
];
const wordsOfIndicators = (project: ProjectInTest): readonly (readonly string[])[] =>
  (project.indicators ?? []).map(({ name, annual = "", cycle = "" }) => [name, annual, cycle]);

describe.each(engines)("search in %s", (_name, newLocation) => {
  const newStore = newStores(newLocation);

  test("every hit of a question is found, and nothing else: as a scan of the folded texts would", async () => {
    const store = await newStore();
    const kept = new Map<string, ProjectInTest>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(aProject, { minLength: 1, maxLength: 8 }),
        fc.array(words(5), { minLength: 4, maxLength: 8 }),
        async (projects, questions) => {
          const outcome = await keep(store, projects, kept.size);
          for (const [path, key] of Object.entries(outcome)) kept.set(key, projects[Number(path.split("/")[3])]!);
          for (const question of questions) {
            const asked = askedWords(question);
            const { projects: foundProjects, indicators } = await store.search(question, everything);
            const expected =
              asked.length === 0
                ? []
                : [...kept].filter(([, project]) => asked.every((word) => says(word, wordsOf(project))));
            expect(foundProjects.rows.map((row) => row.key.id).sort()).toEqual(expected.map(([id]) => id).sort());
            expect(foundProjects.count).toEqual({ n: expected.length, capped: false, estimate: undefined });
            const expectedIndicators =
              asked.length === 0
                ? []
                : [...kept].flatMap(([id, project]) =>
                    wordsOfIndicators(project).flatMap((fields, i) =>
                      asked.every((word) => says(word, fields)) ? [`${id}/${i}`] : [],
                    ),
                  );
            const found = indicators.rows.map((hit) => `${hit.project.key.id}/${hit.path.split("/").at(-1)}`);
            expect(found.sort()).toEqual(expectedIndicators.sort());
            expect(indicators.count.n).toBe(expectedIndicators.length);
            const filtered = await store.projects({ text: question }, { sort: "name", limit: everything, offset: 0 });
            const mentioned = [...kept].filter(([, project]) =>
              asked.every(
                (word) =>
                  says(word, wordsOf(project)) || wordsOfIndicators(project).some((fields) => says(word, fields)),
              ),
            );
            expect(filtered.rows.map((row) => row.key.id).sort()).toEqual(mentioned.map(([id]) => id).sort());
            expect(filtered.count.n).toBe(mentioned.length);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test("newest year first, newest import first, then as in the document", async () => {
    const store = await newStore();
    for (const [year, letter] of [
      [2025, "a"],
      [2024, "b"],
      [2025, "c"],
    ] as const)
      await store.keepImport(
        anImport({
          year,
          title: letter,
          projects: [1, 2].map((n) => ({
            name: `演出${letter}${n}`,
            indicators: [{ name: `场次${letter}${n}` }, { name: `场次${letter}${n}其他` }],
          })),
        }),
      );
    const { projects, indicators } = await store.search("演出", 10);
    expect(projects.rows.map((row) => row.name)).toEqual(["演出c1", "演出c2", "演出a1", "演出a2", "演出b1", "演出b2"]);
    const hits = await store.search("场次", 5);
    expect(hits.indicators.rows.map((hit) => hit.name)).toEqual([
      "场次c1",
      "场次c1其他",
      "场次c2",
      "场次c2其他",
      "场次a1",
    ]);
    expect(indicators.count.n).toBe(0);
    const newest = await store.projects({}, { sort: "year-desc", limit: 3, offset: 0 });
    expect(newest.rows.map((row) => row.name)).toEqual(["演出c1", "演出c2", "演出a1"]);
  });

  test("counting stops at ten thousand and says so, with an estimate; the first page is the newest all the same", async () => {
    const store = await newStore();
    const project = (n: number) => ({
      name: `第${n}项`,
      indicators: Array.from({ length: 50 }, (_, i) => ({ name: i % 2 === 0 ? "群众满意率" : "场次" })),
    });
    for (const year of [2024, 2025]) {
      const projects = Array.from({ length: 240 }, (_, n) => project(n));
      await store.keepImport(anImport({ year, projects }));
    }
    const { indicators } = await store.search("满意率", 3);
    expect(indicators.rows.map((hit) => [hit.project.key.year, hit.path])).toEqual([
      [2025, "tables/0/declarations/0/indicators/0"],
      [2025, "tables/0/declarations/0/indicators/2"],
      [2025, "tables/0/declarations/0/indicators/4"],
    ]);
    expect(indicators.count).toMatchObject({ n: 10_000, capped: true });
    const estimate = (await store.search("满意", 3)).indicators.count.estimate;
    expect(estimate).toBeGreaterThan(10_000);
    expect(estimate).toBeLessThan(14_000);
    expect((await store.search("场次", 1)).indicators.count).toMatchObject({ n: 10_000, capped: true });
    expect((await store.search("满意率", 3, { years: [2024] })).indicators).toMatchObject({
      rows: [{ project: { key: { year: 2024 } } }, {}, {}],
      count: { n: 6_000, capped: false },
    });
    expect((await store.search("率", 1, { regions: [990101] })).indicators.count).toEqual({
      n: 10_000,
      capped: true,
      estimate: undefined,
    });
    expect((await store.search("第239项", 1)).projects.count).toEqual({ n: 2, capped: false, estimate: undefined });
  });
});

let unlike = 0;

/** Keeps the projects and answers their ids by path. Each import has a title of its own: none corrects another. */
async function keep(
  store: Store,
  projects: readonly ProjectInTest[],
  sofar: number,
): Promise<Readonly<Record<string, string>>> {
  const outcome = await store.keepImport(anImport({ year: 2024 + (sofar % 2), title: `第${unlike++}份`, projects }));
  if (outcome.kind !== "new") throw new Error(`kept as ${outcome.kind}`);
  const document = await store.document(outcome.document);
  return Object.fromEntries(Object.entries(document!.projectKeys).map(([path, key]) => [path, key.id]));
}
