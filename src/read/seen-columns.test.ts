import { describe, expect, test } from "vitest";
import { aDocument, type SpecCell } from "../../test/support/a-document.ts";
import { readAndSee } from "./read-source.ts";
import type { ColumnRecipe } from "./recipe.ts";
import { seeColumns } from "./seen-columns.ts";

const rows: readonly (readonly SpecCell[])[] = [
  ["事项", "承办", "安排", "要达到什么", "怎样衡量"],
  [
    "堤防加固",
    "青洲区堤防所",
    "120.00",
    "完成三处堤防加固，确保全区安全度汛。",
    "1、产出指标：巡查次数，年度指标值：≥12次。",
  ],
];
const recipe: ColumnRecipe = {
  name: "工作安排",
  publisher: "云泽市青洲区水务局",
  heads: [
    { printed: "事项", is: "project" },
    { printed: "怎样衡量", is: "indicators" },
  ],
};
const bring = (text: string, always = false) =>
  readAndSee({ name: "表.txt", bytes: Buffer.from(text), seek: { recipes: [], always } });

describe("what a person is asked about a table of no known layout", () => {
  test("comes with its title, its publisher, and the recipes that fit", () => {
    const document = aDocument("云泽市青洲区水务局2026年工作安排", { rows });
    const others = { ...recipe, publisher: "云泽市白河区水务局" };
    const seen = seeColumns(document, [
      { id: "other", recipe: others },
      { id: "own", recipe },
    ]);
    expect(seen.heads[0]?.line).toBe(2);
    expect([seen.title, seen.publisher]).toEqual(["云泽市青洲区水务局2026年工作安排", "云泽市青洲区水务局"]);
    expect(seen.fitting).toEqual(["own"]);
  });

  test.each([
    [["公开单位：云泽市交通运输局", "2026年事项表"], "云泽市交通运输局"],
    [["单位：万元", "青洲区教育局部门预算事项"], "青洲区教育局"],
    [["云泽市人民医院 2026年安排"], "云泽市人民医院"],
    [["2026年事项一览"], undefined],
  ])("%j is published by %s", (above, publisher) => {
    expect(seeColumns(aDocument(...above, { rows }), []).publisher).toBe(publisher);
  });

  test("is told where no layout opens, and of any file where that is asked", () => {
    const unknown = `云泽市青洲区水务局\n\n${rows.map((row) => row.join("\t")).join("\n")}`;
    const known =
      "项目名称\t总计\t绩效目标\t绩效指标\n图书采购\t8.00\t充实馆藏。\t1、产出指标：采购册数，年度指标值：≥3册。";
    const seenIn = (text: string, always?: boolean) => {
      const result = bring(text, always);
      return result.ok ? result.value.seen?.heads[0]?.columns.length : result.refusal;
    };
    expect(seenIn(unknown)).toBe(5);
    expect(seenIn(known)).toBeUndefined();
    expect(seenIn(known, true)).toBe(4);
  });
});
