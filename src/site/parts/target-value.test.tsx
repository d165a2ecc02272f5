import { expect, test } from "vitest";
import { targetValueView } from "../../api/target-value-view.ts";
import { parseTargetValue } from "../../domain/parse-target-value.ts";
import { dateInWords, understood } from "./target-value.tsx";

const read = (text: string) => targetValueView(parseTargetValue(text));

test.each([
  ["≥95%", "≥ 95 %", "≥ 95 %"],
  ["不少于12场", "≥ 12 场", "≥ 12 场"],
  ["4次/年", "= 4 次/年", "= 4 次/年"],
  ["2025年11月前", "不晚于 2025年11月", "by 2025-11"],
  ["及时", "按文字判断", "judged by its words"],
  ["≤政府限价", "≤ 政府限价", "≤ 政府限价"],
])("%s is understood as %s", (text, zh, en) => {
  expect(understood(read(text), "zh")).toBe(zh);
  expect(understood(read(text), "en")).toBe(en);
});

test.each([
  ["2025-11-30", "2025年11月30日", "2025-11-30"],
  ["2025", "2025年", "2025"],
  ["--06-30", "6月30日", "06-30"],
  ["--06", "6月", "06"],
])("the date %s reads %s", (date, zh, en) => {
  expect(dateInWords(date, "zh")).toBe(zh);
  expect(dateInWords(date, "en")).toBe(en);
});
