import { expect, test } from "vitest";
import { isBlankUnit } from "./cells.ts";

test("white space is what \\s has, for every UTF-16 unit", () => {
  const different: number[] = [];
  for (let unit = 0; unit <= 0xffff; unit++)
    if (isBlankUnit(unit) !== /\s/u.test(String.fromCharCode(unit))) different.push(unit);
  expect(different).toEqual([]);
});
