import { beforeAll, describe, expect, test } from "vitest";
import { paper } from "../../test/support/a-bitmap.ts";
import { printPdf } from "../../test/support/print-pdf.ts";
import type { TextRecogniser } from "../read/engines.ts";
import { cutOut } from "../read/formats/scan/cut-out.ts";
import { openPdfium } from "./pdfium.ts";
import { openTesseract } from "./tesseract.ts";

let tesseract: TextRecogniser;
beforeAll(async () => {
  tesseract = await openTesseract();
});

/** One line of a printed page as an image. */
async function printedLine(text: string) {
  const opened = (await openPdfium()).open(await printPdf([text], { width: 400, height: 120, margin: 20, size: 12 }));
  if (!opened.ok) throw new Error(opened.refusal.message.en);
  const page = opened.value.page(1);
  const image = opened.value.render(1, 200);
  opened.value.close();
  const { baseline, size } = page.glyphs[0]!;
  const pixels = (points: number): number => Math.round((points * 200) / 72);
  return cutOut(
    image,
    { left: 0, right: image.width, top: pixels(baseline - size), bottom: pixels(baseline + 0.25 * size) },
    1,
    8,
  );
}

describe("Tesseract", () => {
  test("reads a line of Chinese, each character with its place and how surely", async () => {
    const read = tesseract.recognise(await printedLine("服务对象满意度不低于95%"), "words");
    expect(read.map(({ text }) => text).join("")).toBe("服务对象满意度不低于95%");
    for (const { left, right, confidence } of read) {
      expect(right).toBeGreaterThanOrEqual(left);
      expect(confidence).toBeGreaterThan(60);
    }
  });

  test("reads figures as figures", async () => {
    const read = tesseract.recognise(await printedLine("1,234.56"), "figures");
    expect(read.map(({ text }) => text).join("")).toMatch(/^1,?234\.56$/);
  });

  test("reads the same twice", async () => {
    const line = await printedLine("农村公路养护经费");
    expect(tesseract.recognise(line, "words")).toEqual(tesseract.recognise(line, "words"));
  });

  test("reads nothing from white paper, and from a line one pixel high", () => {
    expect(tesseract.recognise(paper(200, 40).image, "words")).toEqual([]);
    expect(() => tesseract.recognise(paper(200, 1).image, "words")).not.toThrow();
    expect(() => tesseract.recognise(paper(1, 1).image, "figures")).not.toThrow();
  });
});
