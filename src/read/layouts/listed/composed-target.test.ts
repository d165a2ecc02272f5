import { describe, expect, test } from "vitest";
import { parseTargetValue } from "../../../domain/parse-target-value.ts";
import { composedTarget } from "./composed-target.ts";

describe("性质, 值 and 计量单位 become one target", () => {
  const cases: readonly (readonly [value: string, nature: string, measure: string, text: string, kind: string])[] = [
    ["95", "≥", "%", "≥95%", "quantity"],
    ["95%", "≥", "%", "≥95%", "quantity"],
    ["≥95", "≥", "%", "≥95%", "quantity"],
    ["12", "＝", "次", "12次", "quantity"],
    ["12", "=", "次", "12次", "quantity"],
    ["12", "等于", "次", "12次", "quantity"],
    ["10", "≤", "万元", "≤10万元", "quantity"],
    ["10", "大于等于", "个", "大于等于10个", "quantity"],
    ["10", "不低于", "个", "不低于10个", "quantity"],
    ["不少于10", "≥", "个", "不少于10个", "quantity"],
    ["10个以上", "≥", "个", "10个以上", "quantity"],
    ["95以上", "", "%", "95%以上", "quantity"],
    ["1,200", ">", "人次", ">1,200人次", "quantity"],
    ["3-5", "", "年", "3-5年", "range"],
    ["良好", "定性", "", "良好", "qualitative"],
    ["良好", "定性", "无", "良好", "qualitative"],
    ["显著提升", "", "/", "显著提升", "qualitative"],
    ["95", "正向", "%", "95%", "quantity"],
    ["95", "定量", "%", "95%", "quantity"],
    ["2025年12月", "≤", "年", "≤2025年12月", "deadline"],
    ["12月底前", "", "月", "12月底前", "deadline"],
    ["5 ", "≥", " 场次 ", "≥5场次 ", "quantity"],
    ["100（与去年相同）", "≥", "%", "≥100%（与去年相同）", "quantity"],
    ["0", "=", "件", "0件", "quantity"],
    ["≥90", "", "分", "≥90分", "quantity"],
  ];
  for (const [value, nature, measure, text, kind] of cases)
    test(`${nature} | ${value} | ${measure} → ${text}`, () => {
      const composed = composedTarget(value, nature || undefined, measure || undefined);
      expect(composed.text).toBe(text);
      expect(parseTargetValue(composed.text).kind).toBe(kind);
    });

  test("the pieces are told in the order of the text", () => {
    expect(composedTarget("95", "≥", "%").pieces).toEqual(["nature", "value", "measure"]);
    expect(composedTarget("良好", "定性", undefined).pieces).toEqual(["value"]);
  });
});
