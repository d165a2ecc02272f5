import { describe, expect, test } from "vitest";
import { engines } from "../../test/support/a-location.ts";
import { anImport } from "../../test/support/an-import.ts";
import { newStores } from "../../test/support/new-stores.ts";

const recipe = {
  name: "工作安排",
  publisher: "云泽市青洲区水务局",
  heads: [
    { printed: "事项", is: "project" },
    { printed: "安排/区里", is: "total" },
  ],
  amountUnit: "元",
};
const by = { who: "李审核", at: new Date("2025-03-04T02:00:00.000Z") };
const later = { who: "王复核", at: new Date("2026-03-04T02:00:00.000Z") };

describe.each(engines)("recipes in %s", (_name, newLocation) => {
  const newStore = newStores(newLocation);

  test("what was kept is there, newest first, and the log says who kept it", async () => {
    const store = await newStore();
    const first = await store.keepRecipe(recipe, by);
    const second = await store.keepRecipe({ name: "谁的都行", heads: recipe.heads }, later);
    expect(first).toEqual({ ...recipe, id: first.id, who: "李审核", at: "2025-03-04T02:00:00.000Z" });
    expect(await store.recipes()).toEqual([second, first]);
    expect(second.publisher).toBeUndefined();
    expect(await store.events(2)).toMatchObject([
      { verb: "keep-recipe", actor: "王复核", facts: { name: "谁的都行", publisher: "" } },
      { verb: "keep-recipe", actor: "李审核", document: { id: first.id }, facts: { name: "工作安排", replaced: 0 } },
    ]);
  });

  test("one of the same publisher and name gives way to a newer one; another publisher's stays", async () => {
    const store = await newStore();
    await store.keepRecipe(recipe, by);
    const others = await store.keepRecipe({ ...recipe, publisher: "云泽市白河区水务局" }, by);
    const newer = await store.keepRecipe({ ...recipe, heads: recipe.heads.slice(0, 1) }, later);
    expect(await store.recipes()).toEqual([newer, others]);
    expect((await store.events(1))[0]?.facts).toMatchObject({ replaced: 1 });
  });

  test("one that is removed is gone, and the log says what it was and who removed it", async () => {
    const store = await newStore();
    const kept = await store.keepRecipe(recipe, by);
    expect(await store.removeRecipe(kept.id, later)).toEqual(kept);
    expect(await store.recipes()).toEqual([]);
    expect(await store.events(1)).toMatchObject([
      { verb: "remove-recipe", actor: "王复核", facts: { name: "工作安排", heads: JSON.stringify(recipe.heads) } },
    ]);
    expect(await store.removeRecipe(kept.id, later)).toBeUndefined();
    expect(await store.removeRecipe("nothing", later)).toBeUndefined();
  });

  test("what was known of a file stays with it, under its region and under none", async () => {
    const store = await newStore();
    const record = anImport({ year: 2025, projects: [{ name: "堤防加固", total: "8" }] });
    const { document } = await store.keepImport({ ...record, known: { recipe, pasted: "html" } });
    expect((await store.document(document))?.known).toEqual({ recipe, pasted: "html" });
    const { sha256 } = record.reading.source;
    for (const region of [0, record.region])
      expect(await store.knownOf(sha256, region)).toEqual({ recipe, pasted: "html" });
    expect(await store.knownOf(sha256, 110000)).toBeUndefined();
    expect(await store.knownOf("nothing", 0)).toBeUndefined();
  });

  test("characters that a database does not hold are replaced", async () => {
    const store = await newStore();
    const odd = await store.keepRecipe({ name: "甲\u0000乙", heads: [{ printed: "丙\u0000", is: "project" }] }, by);
    expect(await store.recipes()).toEqual([odd]);
    expect([odd.name, odd.heads[0]?.printed]).toEqual(["甲\uFFFD乙", "丙\uFFFD"]);
  });
});
