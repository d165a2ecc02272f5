import { describe, expect, test } from "vitest";
import { officialHead } from "./layouts/header-words.ts";
import { readRecipe } from "./read-recipe.ts";
import { recipeRoles } from "./recipe.ts";

const good = { name: "工作安排", heads: [{ printed: "事项", is: "project" }] };
const wrong = (given: unknown) => {
  const read = readRecipe(given);
  return read.ok ? [] : read.problems.map(({ path, words }) => `${path.join("/")} ${words.zh}`);
};

describe("a recipe that somebody wrote", () => {
  test("may name a column by any head that such columns have", () => {
    const read = readRecipe({
      ...good,
      heads: [
        { printed: "事项", is: "项目名称" },
        { printed: "钱", is: "总计" },
      ],
    });
    expect(read.ok && read.recipe.heads.map(({ is }) => is)).toEqual(["project", "total"]);
  });

  test("every role has an official head of its own; cost is a class, and an aspect of an older edition", () => {
    const heads = recipeRoles.map(officialHead);
    expect(heads.filter((head, at) => heads.indexOf(head) !== at)).toEqual(["成本指标"]);
  });

  test("tells all that is wrong with it, each with its place", () => {
    expect(wrong([])).toEqual([" 应为一个 JSON 对象。"]);
    expect(
      wrong({
        name: " ",
        heads: [{ printed: "", is: "project" }, { printed: "钱", is: "money" }, { printed: "谁" }, 5],
        amountUnit: "美元",
        more: 1,
      }),
    ).toEqual([
      "name 请写明列对照表的名称。",
      "heads/0/printed 请照印出的样子写表头，1 到 80 字。",
      expect.stringContaining("heads/1/is 没有“money”这种列"),
      expect.stringContaining("heads/2/is 还没有说明这一列是什么"),
      "heads/3 应为 { printed, is }。",
      "amountUnit 金额单位可写 元、万元 或 亿元。",
      expect.stringContaining("more 不认识的键“more”"),
    ]);
    expect(wrong({ name: "空", heads: [] })).toEqual(["heads 请对照 1 到 100 列。"]);
  });

  test("maps a head once, a role once, and heads that tables can have", () => {
    const heads = [
      { printed: "事 项", is: "project" },
      { printed: "事项", is: "unit" },
      { printed: "名目", is: "project" },
      { printed: "KPI", is: "indicators" },
    ];
    expect(wrong({ ...good, heads })).toEqual([
      expect.stringContaining("heads/1/printed 表头“事项”与第 1 列相同"),
      expect.stringContaining("heads/2/is “名目”与“事 项”对照成了同一种列"),
      expect.stringContaining("heads/3/printed “KPI”不像表头"),
    ]);
    expect(wrong(good)).toEqual([]);
  });
});
