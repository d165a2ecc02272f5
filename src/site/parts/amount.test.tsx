import { expect, test } from "vitest";
import { isNothing, percent, thousands } from "./amount.tsx";

test.each([
  ["1025.93", "1,025.93"],
  ["0.00", "0.00"],
  ["-1234567.123456", "-1,234,567.123456"],
  ["999", "999"],
])("%s is shown as %s", (decimal, shown) => {
  expect(thousands(decimal)).toBe(shown);
});

test.each([
  [1, 2, "50%"],
  [0, 5, "0%"],
  [5, 5, "100%"],
  [1, 100_000, "<0.1%"],
  [99_999, 100_000, ">99.9%"],
  [1, 3, "33.3%"],
  [0, 0, "—"],
])("%i of %i is %s: never rounded to all or nothing", (part, whole, shown) => {
  expect(percent(part, whole)).toBe(shown);
});

test("a sum of tables without money is nothing, not zero", () => {
  expect([isNothing("0.00"), isNothing("0.000100"), isNothing("10.00")]).toEqual([true, false, false]);
});
