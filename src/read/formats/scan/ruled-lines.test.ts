import { describe, expect, test } from "vitest";
import { allOf, paper } from "../../../../test/support/a-bitmap.ts";
import { withoutRules } from "./clear-rules.ts";
import { inkOf } from "./ink.ts";
import { inkParts } from "./ink-parts.ts";
import { ruledLines } from "./ruled-lines.ts";

/** A frame of two columns and two rows, 600 × 300 pixels, at 200 dpi. */
function aFrame() {
  const page = paper(700, 400);
  for (const y of [50, 200, 350]) page.fill(50, y, 650, y + 3);
  for (const x of [50, 300, 648]) page.fill(x, 50, x + 2, 352);
  return page;
}

const places = (image: Parameters<typeof inkOf>[0]) => {
  const { level, upright } = ruledLines(inkOf(image, 128));
  return {
    level: level.map(({ at }) => Math.round(at)).sort((a, b) => a - b),
    upright: upright.map(({ at }) => Math.round(at)).sort((a, b) => a - b),
  };
};

describe("ruled lines", () => {
  test("of a plain frame", () => {
    const page = aFrame();
    expect(places(page.image)).toEqual({ level: [52, 202, 352], upright: [51, 301, 649] });
  });

  test("that are broken here and there are whole", () => {
    const page = aFrame();
    for (let x = 90; x < 640; x += 110) page.fill(x, 190, x + 18, 210, 255);
    for (let y = 80; y < 340; y += 90) page.fill(290, y, 310, y + 12, 255);
    expect(places(page.image)).toEqual({ level: [52, 202, 352], upright: [51, 301, 649] });
  });

  test("that stop short of a corner reach it", () => {
    const page = aFrame();
    page.fill(0, 0, 62, 62, 255);
    const { level, upright } = ruledLines(inkOf(page.image, 128));
    expect(Math.min(...level.map(({ from }) => from))).toBeLessThanOrEqual(52);
    expect(Math.min(...upright.map(({ from }) => from))).toBeLessThanOrEqual(52);
  });

  test("are found where dashes run evenly", () => {
    const page = aFrame();
    page.fill(53, 195, 645, 210, 255);
    for (let x = 50; x < 650; x += 18) page.fill(x, 200, x + 12, 202);
    expect(places(page.image).level).toEqual([52, 201, 352]);
  });

  test("are none where letters stand in rows, however tight", () => {
    const page = aFrame();
    for (let line = 0; line < 6; line++)
      for (let letter = 0; letter < 9; letter++) {
        const [x, y] = [60 + letter * 25, 56 + line * 23];
        page.fill(x, y, x + 21, y + 3);
        page.fill(x, y + 10, x + 21, y + 12);
        page.fill(x + 2, y, x + 4, y + 21);
        page.fill(x + 18, y, x + 20, y + 21);
      }
    expect(places(page.image)).toEqual({ level: [52, 202, 352], upright: [51, 301, 649] });
  });

  test("are none in a grey screen of dots", () => {
    const page = paper(600, 600);
    for (let y = 0; y < 600; y += 4) for (let x = 0; x < 600; x += 4) page.fill(x, y, x + 2, y + 2);
    expect(places(page.image)).toEqual({ level: [], upright: [] });
  });
});

describe("a page without its rules", () => {
  test("keeps a letter that touches one", () => {
    const page = aFrame();
    page.fill(302, 100, 320, 104); // a stroke that begins at the rule
    page.fill(302, 100, 305, 120); // and one that runs along it
    const image = page.image;
    const cleared = inkOf(withoutRules(image, ruledLines(inkOf(image, 128)), 128), 128);
    const parts = inkParts(cleared, allOf(cleared));
    expect(parts).toHaveLength(1);
    expect(parts[0]).toMatchObject({ top: 100, right: 320, bottom: 120 });
    expect(parts[0]!.left).toBeLessThanOrEqual(303);
  });

  test("is empty where nothing but a table is", () => {
    const { image } = aFrame();
    const cleared = withoutRules(image, ruledLines(inkOf(image, 128)), 128);
    expect(cleared.pixels.every((level) => level === 255)).toBe(true);
  });
});
