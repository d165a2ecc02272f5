import { describe, expect, test } from "vitest";
import { aReading } from "../../test/support/a-reading.ts";
import { replaceIn, sameKind, slipIn } from "./same-kind.ts";

describe("what was mistaken", () => {
  test.each([
    ["数据输人率", "数据输入率", { from: "输人", to: "输入", known: true }],
    ["保障经历", "保障经费", { from: "经历", to: "经费", known: false }],
    ["功湾街道改造", "荔湾街道改造", { from: "功湾", to: "荔湾", known: false }],
    ["采购册数量", "采购册数", { from: "数量", to: "数", known: false }],
  ])("%s → %s", (before, after, slip) => {
    expect(slipIn(before, after)).toEqual(slip);
  });

  test.each([
    ["良好", "优秀"],
    ["", "≥90%"],
    ["≥90%", ""],
    ["一段话", "完全不同的另一段话，长得多，没有一处相同的地方可言"],
  ])("%s → %s is more than a slip", (before, after) => {
    expect(slipIn(before, after)).toBeUndefined();
  });
});

const { tables } = aReading({
  projects: [
    { name: "信息系统", goal: "保障数据输人及时。", indicators: [{ name: "数据输人率", annual: "良好" }] },
    {
      name: "设备",
      goal: "更新设备。",
      indicators: [
        { name: "数据输人率", annual: "良好" },
        { name: "良好", annual: "良好" },
      ],
    },
  ],
});
const at = (d: number, rest: string) => `tables/0/declarations/${d}/${rest}`;

describe("the same elsewhere", () => {
  test("equal values of one kind of field first, then every text with the slip", () => {
    const { items, slip } = sameKind(tables, at(0, "indicators/0/name"), "数据输入率");
    expect(slip?.known).toBe(true);
    expect(items).toEqual([
      { path: at(0, "indicators/0/name"), before: "数据输人率", after: "数据输入率", equal: true },
      { path: at(1, "indicators/0/name"), before: "数据输人率", after: "数据输入率", equal: true },
      { path: at(0, "goal"), before: "保障数据输人及时。", after: "保障数据输入及时。", equal: false },
    ]);
  });

  test("equal words in another kind of field are something else", () => {
    const { items } = sameKind(tables, at(0, "indicators/0/annualTarget"), "优秀");
    expect(items.map(({ path }) => path)).toEqual([
      at(0, "indicators/0/annualTarget"),
      at(1, "indicators/0/annualTarget"),
      at(1, "indicators/1/annualTarget"),
    ]);
  });

  test("what was chosen is done once more, and what has changed since is left out", () => {
    const paths = [at(0, "indicators/0/name"), at(0, "goal"), at(1, "goal"), "nowhere"];
    const asked = { before: "数据输人率", after: "数据输入率", from: "输人", to: "输入" };
    expect(replaceIn(tables, paths, asked).map(({ path, after }) => [path, after])).toEqual([
      [at(0, "indicators/0/name"), "数据输入率"],
      [at(0, "goal"), "保障数据输入及时。"],
    ]);
  });
});
