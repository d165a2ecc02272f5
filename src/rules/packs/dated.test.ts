import { describe, expect, test } from "vitest";
import { fewestIndicators } from "./completeness.ts";
import { type Dated, firstDayOf, inForce, lineFor } from "./dated.ts";

const lines: readonly [Dated<string>, ...Dated<string>[]] = [
  { from: "2015-05-21", source: "甲", certainty: "read", value: "旧" },
  { from: "2021-08-18", source: "乙", certainty: "read", value: "新" },
];

describe("a number from a regulation", () => {
  test.each([
    ["2015-05-20", undefined],
    ["2015-05-21", "旧"],
    ["2021-08-17", "旧"],
    ["2021-08-18", "新"],
    ["2030-01-01", "新"],
  ])("on %s it is %s", (on, value) => {
    expect(inForce(lines, on)?.value).toBe(value);
  });

  test("holds for a budget year if it was in force when the year began", () => {
    expect(lineFor(lines, { basis: "printed", year: 2021 }).value).toBe("旧");
    expect(lineFor(lines, { basis: "printed", year: 2022 }).value).toBe("新");
  });

  test("is the newest where the year is not known, and the oldest before the first", () => {
    expect(lineFor(lines, { basis: "unknown" }).value).toBe("新");
    expect(lineFor(lines, { basis: "given", year: 2009 }).value).toBe("旧");
    expect(firstDayOf({ basis: "given", year: 2009 })).toBe("2009-01-01");
  });

  test("the fewest indicators were three in the pilot of 2017 and are four since", () => {
    expect(lineFor(fewestIndicators, { basis: "printed", year: 2017 }).value).toBe(3);
    expect(lineFor(fewestIndicators, { basis: "printed", year: 2024 }).value).toBe(4);
  });
});
