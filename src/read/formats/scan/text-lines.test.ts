import { describe, expect, test } from "vitest";
import { allOf, paper } from "../../../../test/support/a-bitmap.ts";
import { inkOf } from "./ink.ts";
import { regionsOf } from "./scan-regions.ts";
import { textLines } from "./text-lines.ts";

/** Letters of 22 pixels with a little less ink at their top and bottom, as letters have. */
function letters(page: ReturnType<typeof paper>, left: number, top: number, count: number, size = 22) {
  for (let n = 0; n < count; n++) {
    const x = left + n * (size + 3);
    page.fill(x + 4, top, x + size - 4, top + 3);
    page.fill(x, top + 3, x + size, top + size - 3);
    page.fill(x + 4, top + size - 3, x + size - 4, top + size);
  }
}

const tops = (page: ReturnType<typeof paper>, usual?: number) =>
  textLines(inkOf(page.image, 128), allOf(page.image), usual).map(({ top, bottom }) => [top, bottom]);

describe("lines of print", () => {
  test("stand apart where paper is between them", () => {
    const page = paper(600, 200);
    for (const top of [20, 60, 100]) letters(page, 20, top, 12);
    expect(tops(page)).toEqual([
      [20, 42],
      [60, 82],
      [100, 122],
    ]);
  });

  test("are cut apart where they nearly touch", () => {
    const page = paper(600, 200);
    for (const top of [20, 43, 66]) letters(page, 20, top, 12);
    for (const y of [42, 65]) page.fill(100, y, 120, y + 1);
    const found = tops(page, 22);
    expect(found).toHaveLength(3);
    for (const [top, bottom] of found) expect(bottom! - top!).toBeLessThanOrEqual(24);
  });

  test("of large letters are not cut", () => {
    const page = paper(900, 200);
    letters(page, 20, 40, 10, 50);
    expect(tops(page, 22)).toEqual([[40, 90]]);
  });

  test("take the points above and below them", () => {
    const page = paper(600, 100);
    letters(page, 20, 30, 8);
    page.fill(230, 54, 235, 59);
    expect(tops(page)).toEqual([[30, 59]]);
  });
});

describe("regions of a page", () => {
  test("are the cells of its grid, then columns outside", () => {
    const page = paper(900, 600);
    letters(page, 60, 110, 4);
    letters(page, 360, 110, 6);
    letters(page, 60, 30, 5); // above the table, two columns
    letters(page, 500, 30, 5);
    const points = 72 / 200;
    const rule = (left: number, top: number, right: number, bottom: number) => ({
      left: left * points,
      top: top * points,
      right: right * points,
      bottom: bottom * points,
    });
    const rules = [...[80, 160].map((y) => rule(40, y, 700, y)), ...[40, 340, 700].map((x) => rule(x, 80, x, 160))];
    const { regions, usual } = regionsOf(inkOf(page.image, 128), rules);
    expect(usual).toBe(22);
    expect(regions.map(({ inTable, lines }) => [inTable, lines.map(({ left }) => left)])).toEqual([
      [true, [60]],
      [true, [360]],
      [false, [60]],
      [false, [500]],
    ]);
  });
});
