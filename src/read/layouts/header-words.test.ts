import { describe, expect, test } from "vitest";
import { amountUnitInHead, bareHead, groupsOfHead, headWords, roleOfHead } from "./header-words.ts";

describe("the table of heads", () => {
  test("gives every word to one role, in the form in which heads are compared", () => {
    const words = Object.values(headWords).flat();
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    expect(words.filter((word) => bareHead(word) !== word && roleOfHead(word) === undefined)).toEqual([]);
  });

  const cases: readonly (readonly [string, readonly string[], string | undefined])[] = [
    ["项目名称（资金使用单位）", [], "project"],
    ["项 目\n名 称", [], "project"],
    ["*项目名称", [], "project"],
    ["预算金额（元）", [], "total"],
    ["预算金额(单位：万元)", [], "total"],
    ["2025年预算数", [], "total"],
    ["2025年度绩效目标", [], "goal"],
    ["其中：财政拨款", [], "appropriation"],
    ["指标值（包含数字及文字描述）", [], "annualTarget"],
    ["1-7月执行情况", [], "soFar"],
    ["1—9月完成情况", [], "soFar"],
    ["年度", ["指标值"], "annualTarget"],
    ["实施周期", ["绩效指标", "指标值"], "cycleTarget"],
    ["单位", [], "unit"],
    ["单位", ["绩效指标"], "measure"],
    ["合计", ["项目金额（万元）"], "total"],
    ["年度", ["绩效目标"], "goal"],
    ["金额", ["中期"], "cycleTotal"],
    ["分管处室", [], undefined],
    ["", [], undefined],
    [`项目名称${"，".repeat(40)}`, [], undefined],
  ];
  for (const [text, under, role] of cases)
    test(`${[...under, text].join(" › ").slice(0, 40)} is ${role ?? "unknown"}`, () => {
      expect(roleOfHead(text, under)).toBe(role);
    });

  test("a recipe's words go before the table's", () => {
    expect(roleOfHead("分管处室", [], new Map([["分管处室", "department"]]))).toBe("department");
  });

  test("heads that span others, and the unit of money in them", () => {
    expect(groupsOfHead("项目金额（万元）")).toEqual(["money"]);
    expect(groupsOfHead("绩效目标")).toEqual(["indicators", "goals"]);
    expect(amountUnitInHead("项目金额（万元）")).toBe("万元");
    expect(amountUnitInHead("项目名称（资金使用单位）")).toBeUndefined();
  });
});
