import { expect, test } from "vitest";
import { columnOfFundNature, departmentOfUnit, projectCodeParts } from "./codes.ts";

test("a project code of 21 places says region, year, class and serial", () => {
  expect(projectCodeParts("99010125T000000026446")).toEqual({
    region: "990101",
    year: 2025,
    projectClass: "special",
    serial: "000000026446",
  });
});

test("older and local codes stay strings", () => {
  for (const code of ["20252710000600027", "QZXX2023-AB-01", "99010125X000000026446", ""])
    expect(projectCodeParts(code)).toBeUndefined();
});

test("a unit's code begins with its department's", () => expect(departmentOfUnit("219001")).toBe("219"));

test("the nature of funds tells the column of money", () => {
  expect(["11", "12", "13", "2", "3", "9"].map(columnOfFundNature)).toEqual([
    "appropriation",
    "appropriation",
    "appropriation",
    "specialAccount",
    "other",
    undefined,
  ]);
});
