import fc from "fast-check";
import { expect, test } from "vitest";
import type { Glyph, PageModel, Rule } from "./page-model.ts";
import { documentOfPages } from "./pages-document.ts";

const file = { name: "表.pdf", bytes: new Uint8Array() };
const width = 600;
const height = 400;

/** Stretches of words anywhere on a page, some turned; every letter is another one. */
const stretch = fc.record({
  x: fc.integer({ min: -20, max: width }),
  y: fc.integer({ min: 0, max: height }),
  size: fc.constantFrom(6, 8.5, 8.5, 8.5, 8.5, 12, 40),
  letters: fc.integer({ min: 1, max: 25 }),
  apart: fc.constantFrom(0, 0, 0, 0.3, 2, 8),
  degrees: fc.constantFrom(0, 0, 0, 0, 0, 90, 270, 45),
});
const lines = fc.record({
  xs: fc.uniqueArray(fc.integer({ min: 2, max: 58 }), { maxLength: 7 }),
  ys: fc.uniqueArray(fc.integer({ min: 2, max: 38 }), { maxLength: 9 }),
  missing: fc.array(fc.nat(15), { maxLength: 4 }),
});
type Stretch = typeof stretch extends fc.Arbitrary<infer T> ? T : never;
type Lines = typeof lines extends fc.Arbitrary<infer T> ? T : never;

function pageOf(number: number, stretches: readonly Stretch[], { xs, ys, missing }: Lines): PageModel {
  let code = 0x4e00 + (number - 1) * 2_000;
  const glyphs = stretches.flatMap(({ x, y, size, letters, apart, degrees }, object) =>
    Array.from({ length: letters }, (_, at): Glyph => {
      const left = x + at * size * (1 + apart);
      const text = String.fromCodePoint(code++);
      const own = { text, left, right: left + size, baseline: y, size, object };
      const box = { left: y - size, top: left, right: y, bottom: left + size };
      return degrees === 0 ? own : { ...own, turned: { degrees, box } };
    }),
  );
  const level = ys.map((y): Rule => ({ left: 20, right: 580, top: y * 10, bottom: y * 10 }));
  const upright = xs.map((x): Rule => ({ left: x * 10, right: x * 10, top: 20, bottom: 380 }));
  const rules = [...level, ...upright].filter((_, at) => !missing.includes(at));
  return { number, width, height, glyphs, rules, images: [], unmapped: 0, hidden: "" };
}

test("every letter that can be seen stands in the text exactly once, whatever the layout", () => {
  const page = fc.tuple(fc.array(stretch, { maxLength: 40 }), lines);
  fc.assert(
    fc.property(fc.array(page, { minLength: 1, maxLength: 4 }), (drawn) => {
      const pages = drawn.map(([stretches, ruling], at) => pageOf(at + 1, stretches, ruling));
      const { text } = documentOfPages(file, pages);
      const printed = pages.flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text));
      expect(Array.from(text.replace(/\s+/gu, "")).sort()).toEqual(printed.sort());
    }),
    { numRuns: 300 },
  );
});
