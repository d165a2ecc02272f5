import type { PageModel } from "./page-model.ts";

/** A picture over so much of the page is the page. */
const mostOfPage = 0.6;
/** So few letters on a picture of the page are a stamp, a page number or a watermark. */
const fewGlyphs = 20;
/** Where so many letters do not say which they are, none is to be believed. */
const mostUnmapped = 0.2;

/**
 * Whether a page must be read as a picture — 须按图像识别: a scan, with or without the invisible words of the scanner, or
 * words of fonts that do not say which characters they are.
 */
export function isPicture({ glyphs, images, unmapped, width, height }: PageModel): boolean {
  if (unmapped > mostUnmapped * glyphs.length) return true;
  if (glyphs.length > fewGlyphs) return false;
  const covered = images.reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0);
  return covered >= mostOfPage * width * height;
}
