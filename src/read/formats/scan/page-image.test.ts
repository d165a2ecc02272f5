import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allOf, inkOfRows, paper } from "../../../../test/support/a-bitmap.ts";
import { evenLight, inkOf } from "./ink.ts";
import { inkParts, withoutSpecks } from "./ink-parts.ts";
import { skewOf } from "./skew.ts";
import { asItLeans, quarterTurned, straightened } from "./turned.ts";

/** Lines of print as bars with gaps, and two rules. */
function printedPage() {
  const page = paper(900, 700);
  for (let line = 0; line < 14; line++)
    for (let letter = 0; letter < 26; letter++)
      page.fill(80 + letter * 28, 80 + line * 40, 100 + letter * 28, 100 + line * 40);
  page.fill(60, 60, 840, 63);
  page.fill(60, 640, 840, 643);
  return page.image;
}

describe("light", () => {
  test("ink in the shadow is ink, and shadow is none", () => {
    const page = paper(400, 400);
    for (let x = 0; x < 400; x++) page.fill(x, 0, x + 1, 400, 255 - Math.floor(x * 0.4));
    page.fill(20, 100, 40, 120, 30);
    page.fill(360, 100, 380, 120, 20);
    const { bits } = inkOf(evenLight(page.image));
    expect(bits.reduce((sum, bit) => sum + bit, 0)).toBe(800);
    expect(bits[110 * 400 + 30]).toBe(1);
    expect(bits[110 * 400 + 370]).toBe(1);
  });

  test("an empty page has no ink", () => {
    const { bits } = inkOf(evenLight(paper(300, 300).image));
    expect(bits.includes(1)).toBe(false);
  });
});

describe("skew", () => {
  test.each([0, 0.3, -0.7, 1.5, -2.4, 3, 4.5])("a page that leans by %d° is found to", (degrees) => {
    // turned back by −d, a straight page leans by d
    const page = straightened(printedPage(), -degrees);
    expect(Math.abs(skewOf(inkOf(page)) - degrees)).toBeLessThanOrEqual(0.08);
  });

  test("where a box of the straightened page stood is where its pixel came from", () => {
    const page = paper(600, 400);
    page.fill(500, 90, 510, 100);
    const straight = inkOf(straightened(page.image, 2));
    const [spot] = inkParts(straight, allOf(straight));
    const back = asItLeans(spot!, 2, { width: 599, height: 399 });
    expect(Math.abs(back.left - 500)).toBeLessThanOrEqual(1);
    expect(Math.abs(back.top - 90)).toBeLessThanOrEqual(1);
  });

  test("four quarters are a whole turn", () => {
    const page = printedPage();
    let turned = page;
    for (let n = 0; n < 4; n++) turned = quarterTurned(turned, 1);
    expect(turned).toEqual(page);
    expect(quarterTurned(quarterTurned(page, 1), 1)).toEqual(quarterTurned(page, 2));
    expect(quarterTurned(quarterTurned(page, 2), 1)).toEqual(quarterTurned(page, 3));
  });
});

describe("parts of ink", () => {
  test("hang together over corners", () => {
    const parts = inkParts(inkOfRows(["##..#", "..#.#", ".#..."]), { left: 0, top: 0, right: 5, bottom: 3 });
    expect(parts.map(({ left, right, top, bottom, area }) => [left, right, top, bottom, area])).toEqual([
      [0, 3, 0, 3, 4],
      [4, 5, 0, 2, 2],
    ]);
  });

  test("every pixel of ink is in exactly one part", () => {
    const rows = fc.array(fc.string({ unit: fc.constantFrom("#", "."), minLength: 9, maxLength: 9 }), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(rows, (drawn) => {
        const ink = inkOfRows(drawn);
        const seen = new Uint8Array(ink.bits.length);
        for (const part of inkParts(ink, allOf(ink)))
          for (const { row, from, to } of part.runs) for (let x = from; x < to; x++) seen[row * ink.width + x]!++;
        expect([...seen]).toEqual([...ink.bits]);
      }),
    );
  });

  test("specks part no lines; the points of marks are still there to be read", () => {
    const page = paper(400, 200);
    page.fill(50, 50, 70, 70);
    page.fill(80, 52, 82, 54);
    page.fill(80, 62, 82, 66);
    const { firm, legible } = withoutSpecks(inkOf(page.image));
    expect(inkParts(firm, allOf(firm))).toHaveLength(2);
    expect(inkParts(legible, allOf(legible))).toHaveLength(3);
  });
});
