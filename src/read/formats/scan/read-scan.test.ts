import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paper } from "../../../../test/support/a-bitmap.ts";
import type { GreyImage, TextRecogniser } from "../../engines.ts";
import { readScan } from "./read-scan.ts";

/** A recogniser that says anything at all, anywhere. */
function babbling(words: readonly string[]): TextRecogniser {
  let next = 0;
  return {
    recognise: ({ width, height }) =>
      [...(words[next++ % Math.max(1, words.length)] ?? "")].map((text, at) => ({
        text,
        left: (at * 17) % width,
        top: 0,
        right: ((at * 17) % width) + 9,
        bottom: height,
        confidence: (at * 37) % 101,
      })),
  };
}

/** Pages of bars and blocks, light and dark. */
const pages: fc.Arbitrary<GreyImage> = fc
  .record({
    width: fc.integer({ min: 1, max: 160 }),
    height: fc.integer({ min: 1, max: 160 }),
    dpi: fc.constantFrom(72, 150, 300),
    bars: fc.array(fc.tuple(fc.nat(160), fc.nat(160), fc.nat(160), fc.nat(40), fc.nat(255)), { maxLength: 25 }),
  })
  .map(({ width, height, dpi, bars }) => {
    const page = paper(width, height, dpi);
    for (const [x, y, w, h, level] of bars) page.fill(x, y, x + w, y + h, level);
    return page.image;
  });

describe("whatever a page image shows and a recogniser says", () => {
  test("a page comes of it, with every character on it", () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom(..."项目指标值1250.,-：；（）≥%《》合讨 "), maxLength: 12 }),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(pages, words, (image, said) => {
        const page = readScan(image, 1, babbling(said));
        for (const { left, right, size, confidence = 0 } of page.glyphs) {
          expect(right).toBeGreaterThanOrEqual(left);
          expect(left).toBeGreaterThanOrEqual(-1);
          expect(right).toBeLessThanOrEqual(page.width + 1);
          expect(size).toBeGreaterThan(0);
          expect(confidence >= 0 && confidence <= 100).toBe(true);
        }
      }),
    );
  });

  test("the same page is read the same", () => {
    fc.assert(
      fc.property(pages, (image) => {
        expect(readScan(image, 1, babbling(["项目"]))).toEqual(readScan(image, 1, babbling(["项目"])));
      }),
      { numRuns: 20 },
    );
  });
});
