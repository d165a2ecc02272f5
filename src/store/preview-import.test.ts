import { describe, expect, test } from "vitest";
import { engines } from "../../test/support/a-location.ts";
import { anImport } from "../../test/support/an-import.ts";
import { newStores } from "../../test/support/new-stores.ts";

const hall = { name: "文化馆免费开放", total: "120.50", indicators: [{ name: "开放天数", annual: "≥300天" }] };
const books = { name: "图书采购", total: "8", indicators: [{ name: "采购册数", annual: "3000册" }] };

describe.each(engines)("an import told beforehand, in %s", (_name, newLocation) => {
  const newStore = newStores(newLocation);

  test.each([
    ["a new file", anImport({ year: 2025, projects: [books] })],
    ["the same bytes", anImport({ year: 2024, projects: [hall, books] })],
    ["a correction", anImport({ year: 2024, projects: [{ ...hall, total: "121" }, books] })],
  ])("%s: says what keeping it then does, and writes nothing", async (_what, record) => {
    const store = await newStore();
    await store.keepImport(anImport({ year: 2024, projects: [hall, books] }));
    const before = await store.figures();
    const told = await store.previewImport(record);
    expect([await store.figures(), await store.events(10)]).toEqual([before, [expect.anything()]]);
    const outcome = await store.keepImport(record);
    if (outcome.kind === "already-here") expect(told).toEqual(outcome);
    else {
      const { document: _document, ...rest } = outcome;
      expect(told).toEqual(rest);
    }
  });
});
