import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findLookalikes, isItsSpelling } from "./lookalikes.ts";

const seen = (text: string): string[] =>
  findLookalikes(text).map(({ printed, meant }) => `${printed} → ${meant ?? "?"}`);

describe("look-alike characters", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["出台—系列措施，打造—站式服务", ["—系列 → 一系列", "—站式 → 一站式"]],
    ["農贸市场", ["農 → 农"]],
    ["资金拨付又1率", ["又1率 → ?"]],
    ["系统输人错误已完成，己完成", ["输人 → 输入", "己完成 → 已完成"]],
    ["服务出人境旅客", ["出人境 → 出入境"]],
    ["СО2排放", ["С → C", "О → O"]],
    ["2023—年度", []],
    ["第一条——定期检查", []],
    ["A—线", []],
    ["个人境外投资", []],
    ["一系列措施", []],
  ];
  for (const [text, expected] of cases) test(text, () => expect(seen(text)).toEqual(expected));

  test("a text in traditional characters is spelled so", () => {
    const text = "辦理進出口業務與貿易統計，開展電話調查";
    expect(isItsSpelling(findLookalikes(text), text.length)).toBe(true);
    expect(isItsSpelling(findLookalikes("農贸市场"), 2_000)).toBe(false);
  });

  test("what is seen stands where it is said to stand", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("—", "系列", "農", "1率", "又", "人境", "出", "О", "字"), { maxLength: 40 }),
        (some) => {
          const text = some.join("");
          for (const { printed, start, end } of findLookalikes(text)) expect(text.slice(start, end)).toBe(printed);
        },
      ),
    );
  });
});
