import { expect, test } from "vitest";
import { targetValueKinds } from "../domain/target-value.ts";
import { allDimensions } from "../domain/taxonomy.ts";
import { dimensionValue, kindValue, regionValue, ruleValue, yearValue } from "./option-values.ts";

test("every kind of target value can be asked for", () => {
  expect(targetValueKinds.map(({ kind }) => kindValue(kind))).toEqual(
    targetValueKinds.map(({ kind }) => ({ value: kind })),
  );
});

test("a level-1 class is known by its word, its printed names and its code", () => {
  for (const { dimension, code, name, aliases } of allDimensions)
    for (const text of [dimension, code, name, ...aliases]) expect(dimensionValue(text)).toEqual({ value: dimension });
  expect(dimensionValue("投入")).toHaveProperty("expected");
});

test.each([
  [yearValue, "2025", 2025],
  [yearValue, "25", undefined],
  [regionValue, "990101", 990101],
  [regionValue, "99010", undefined],
  [ruleValue, "m02", "M02"],
  [ruleValue, "M2", undefined],
] as const)("%o %s → %s", (read, text, value) => {
  const result = read(text);
  expect("value" in result ? result.value : undefined).toBe(value);
});
