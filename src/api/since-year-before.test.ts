import { describe, expect, test } from "vitest";
import type { Declaration } from "../domain/declaration.ts";
import { emptyAmount, noFunding } from "../domain/funding.ts";
import { fenFromText } from "../domain/money.ts";
import { parseTargetValue } from "../domain/parse-target-value.ts";
import { changesSince } from "./since-year-before.ts";

function aDeclaration(total: string, goal: string, targets: Readonly<Record<string, string>>): Declaration {
  const fen = fenFromText(total, "万元");
  return {
    department: undefined,
    unit: undefined,
    project: { name: "道路养护", code: undefined, title: "道路养护" },
    funding: { ...noFunding, total: fen === undefined ? emptyAmount : { kind: "read", fen } },
    goal,
    disclosure: { kind: "public" },
    indicators: Object.entries(targets).map(([name, text]) => ({
      number: undefined,
      level1: undefined,
      level2: undefined,
      dimension: undefined,
      aspect: undefined,
      name,
      cycleTarget: undefined,
      annualTarget: parseTargetValue(text),
    })),
  };
}

test("money that cannot be read, or that a table does not list, is no change", () => {
  const before = aDeclaration("10.00", "", {});
  const unreadable = { ...before, funding: { ...noFunding, total: { kind: "unreadable", text: "1O.00" } } } as const;
  const { funding: _, ...unlisted } = before;
  for (const after of [unreadable, { ...unlisted, funding: undefined }]) {
    expect(changesSince(before, after)).toEqual([]);
    expect(changesSince(after, before)).toEqual([]);
  }
  const empty = { ...before, funding: noFunding };
  expect(changesSince(before, empty)).toMatchObject([{ field: "total", before: "10.00", after: null }]);
});

describe("against the year before", () => {
  const before = aDeclaration("10.00", "养护道路。", { 养护里程: "≥80公里", 满意度: "≥90%", 巡查次数: "12次" });

  test("every value that differs is named once, in its printed words", () => {
    const after = aDeclaration("12.50", "养护道路。", { 养护里程: "≥35公里", 满意度: "≥90%", 投诉处理率: "100%" });
    expect(changesSince(before, after)).toEqual([
      { field: "total", indicator: null, before: "10.00", after: "12.50" },
      { field: "annualTarget", indicator: "养护里程", before: "≥80公里", after: "≥35公里" },
      { field: "indicator-added", indicator: "投诉处理率", before: null, after: "100%" },
      { field: "indicator-removed", indicator: "巡查次数", before: "12次", after: null },
    ]);
  });

  test("width and blanks are no change", () => {
    const after = aDeclaration("10.00", "养护 道路。", { "养护里 程": "≥80公里", 满意度: "≥９０%", 巡查次数: "12次" });
    expect(changesSince(before, after)).toEqual([]);
  });

  test("an empty total is not zero", () => {
    const after = aDeclaration("", "养护道路。", { 养护里程: "≥80公里", 满意度: "≥90%", 巡查次数: "12次" });
    expect(changesSince(before, after)).toEqual([{ field: "total", indicator: null, before: "10.00", after: null }]);
  });
});
