import { describe, expect, test } from "vitest";
import { engines } from "../../test/support/a-location.ts";
import { newStores } from "../../test/support/new-stores.ts";
import { pastedFile } from "../read/formats/clipboard.ts";
import type { ColumnRecipe } from "../read/recipe.ts";
import type { SeenColumns } from "../read/seen-columns.ts";
import type { Store } from "../store/store.ts";
import { importFile } from "./import-file.ts";
import type { ImportRequest } from "./import-request.ts";

const head = "事项\t承办\t安排\t要达到什么\t怎样衡量";
const list = "1、产出指标：巡查次数，年度指标值：≥12次。2、满意度指标：群众满意度，年度指标值：≥90%。";
const tableOf = (year: number, project: string) =>
  `云泽市青洲区水务局${year}年工作安排\n\n${head}\n${project}\t青洲区堤防所\t120.00\t完成三处${project}，确保全区安全度汛。\t${list}\n`;
const recipe: ColumnRecipe = {
  name: "工作安排",
  publisher: "云泽市青洲区水务局",
  heads: [
    { printed: "事项", is: "project" },
    { printed: "承办", is: "unit" },
    { printed: "安排", is: "total" },
    { printed: "怎样衡量", is: "indicators" },
  ],
  amountUnit: "元",
};
const bytes = Buffer.from(tableOf(2025, "堤防加固"));

async function bring(store: Store, more: Partial<ImportRequest> = {}, onUnknown?: (seen: SeenColumns) => void) {
  const request = { name: "安排.txt", bytes, region: 990101, actor: "tester", ...more };
  const result = await importFile(store, request, { now: () => new Date(0), ...(onUnknown ? { onUnknown } : {}) });
  return result.ok ? result.value.outcome : result.refusal;
}

describe.each(engines)("a file whose columns a person has told, in %s", (_name, newLocation) => {
  const newStore = newStores(newLocation);

  test("is read, keeps what was told, and the recipe is there for the next year's file", async () => {
    const store = await newStore();
    let seen: SeenColumns | undefined;
    const look = (found: SeenColumns) => {
      seen = found;
    };
    expect(await bring(store, {}, look)).toMatchObject({ code: "no-known-layout" });
    expect(seen?.heads[0]?.columns.map(({ printed }) => printed)).toEqual(head.split("\t"));
    expect(seen?.fitting).toEqual([]);
    const outcome = await bring(store, { recipe, recipeBy: "李审核" });
    if (!("kind" in outcome)) throw new Error(outcome.message.en);
    const kept = (await store.document(outcome.document))!;
    expect(kept.known).toEqual({ recipe });
    expect(kept.reading.notes.map(({ code }) => code)).toContain("columns-mapped");
    expect(await store.recipes()).toMatchObject([{ ...recipe, who: "李审核" }]);
    await bring(store, { bytes: Buffer.from(tableOf(2026, "水质监测")) }, look);
    expect(seen?.fitting).toEqual([(await store.recipes())[0]!.id]);
  });

  test("is read so again without being told again, and otherwise where it is told otherwise", async () => {
    const store = await newStore();
    await bring(store, { recipe, recipeBy: "李审核" });
    await bring(store, { recipe, recipeBy: "王复核" });
    expect(await store.recipes()).toHaveLength(1);
    expect(await bring(store)).toMatchObject({ kind: "already-here" });
    const heads = [...recipe.heads, { printed: "要达到什么", is: "goal" as const }];
    const outcome = await bring(store, { recipe: { ...recipe, heads }, recipeBy: "王复核" });
    if (!("kind" in outcome) || outcome.kind !== "new-version") throw new Error("it was not read anew");
    expect(outcome.differences.map(({ field }) => field)).toEqual(["goal"]);
    expect(await store.recipes()).toMatchObject([{ heads, who: "王复核" }]);
    expect(await bring(store)).toMatchObject({ kind: "already-here" });
  });

  test("that no recipe can open is refused with what is needed, and the recipe is not kept", async () => {
    const store = await newStore();
    const few = { ...recipe, heads: recipe.heads.slice(0, 3) };
    expect(await bring(store, { recipe: few, recipeBy: "李审核" })).toMatchObject({
      code: "recipe-fits-not",
      hint: { zh: expect.stringContaining("至少要有“项目名称”") },
    });
    expect(await store.recipes()).toEqual([]);
  });
});

describe("what is pasted", () => {
  const cells = (row: string, tag = "td") =>
    `<tr>${row
      .split("\t")
      .map((one) => `<${tag}>${one}</${tag}>`)
      .join("")}</tr>`;
  const row = `图书采购\t8.00\t8.00\t\t\t充实馆藏。\t1、1-产出指标,11-数量指标,采购册数;年度指标值:≥3000册;`;
  const known = "项目名称\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标";
  const newStore = newStores(engines[0]![1]);

  test.each([
    [
      "of a page",
      {
        html: `Version:0.9\r\nStartHTML:00000097\r\n<html><head><meta charset=gb2312></head><table>${cells(known, "th")}${cells(row)}</table></html>`,
        text: `${known}\n${row}`,
      },
    ],
    ["as text", { text: `${known}\n${row.replace("充实馆藏。", '"充实馆藏，\n方便读者。"')}` }],
  ])("%s is kept as it can be read again: pasted twice it is here already", async (_what, pasted) => {
    const store = await newStore();
    const file = pastedFile({ ...pasted, name: "水务局安排" });
    const first = await bring(store, file);
    if (!("kind" in first)) throw new Error(first.message.en);
    const kept = (await store.document(first.document))!;
    expect(kept.row).toMatchObject({ fileName: "水务局安排", projects: 1, indicators: 1 });
    expect(kept.reading.notes.filter(({ code }) => code === "encoding-contradicted")).toEqual([]);
    expect(await bring(store, file)).toMatchObject({ kind: "already-here" });
    expect(await bring(store, { name: "again", bytes: file.bytes })).toMatchObject({ kind: "already-here" });
  });

  test("and holds nothing is refused", async () => {
    expect(await bring(await newStore(), pastedFile({ text: "  \n" }))).toMatchObject({ code: "empty-file" });
  });
});
