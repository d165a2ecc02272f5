import type { GreyImage, TextRecogniser } from "../../engines.ts";
import type { Glyph, PageModel } from "../pdf/page-model.ts";
import { readScan } from "./read-scan.ts";

/** Pages are recognised from pictures of so many pixels to an inch; small print from sharper ones. */
const usualDpi = 200;
const sharpDpi = 300;
/** Letters smaller than this, in points, need the sharper picture. */
const smallPrint = 8;
/** A picture takes at most so many pixels: a plan on A0 is drawn coarser. */
const mostPixels = 30_000_000;

/** How a page can be drawn, and what recognises words. */
export interface PageInk {
  readonly draw: (dpi: number) => GreyImage;
  readonly recogniser: TextRecogniser | undefined;
}

/**
 * A page of which the file does not say the words is read from its picture — 扫描页按图像识别: one picture all over, words
 * that nobody can see, or letters of which the font does not tell what they are. Other pages stay as they are.
 */
export function pageAsPrinted(page: PageModel, { draw, recogniser }: PageInk): PageModel {
  const reason = needsRecognition(page);
  if (!reason) return page;
  if (!recogniser) return reason === "wordless" ? page : { ...page, unreadable: true };
  const most = Math.sqrt((mostPixels * 72 * 72) / Math.max(1, page.width * page.height));
  const usual = readScan(draw(Math.min(usualDpi, most)), page.number, recogniser);
  const isSmall = usual.glyphs.length > 0 && usualSize(usual.glyphs) < smallPrint && most >= sharpDpi;
  const scan = isSmall ? readScan(draw(sharpDpi), page.number, recogniser) : usual;
  const words = wordsOf(page);
  // a title over a picture, not over a scan: its own words are better
  if (scan.glyphs.length === 0 || (reason === "picture" && scan.glyphs.length < 1.5 * words)) return page;
  const onSide = scan.turning?.quarters === 1 || scan.turning?.quarters === 3;
  const [width, height] = onSide ? [page.height, page.width] : [page.width, page.height];
  const unmapped = reason === "unmapped" ? page.unmapped : 0;
  return { ...scan, width, height, images: page.images, unmapped, hidden: page.hidden };
}

/** So much of a page is a picture where it is a scan. */
const pictured = 0.6;
/** So many characters without a map make a page unreadable. */
const unmappedShare = 0.2;
/** A scanner, a copier or an office prints so much at most onto a scan: a number, a date, a name. */
const addedWords = 60;

/** Why a page must be read from its picture; `undefined` where its own words will do. */
function needsRecognition(page: PageModel): "picture" | "unmapped" | "wordless" | undefined {
  if (page.unreadable) return undefined;
  const words = wordsOf(page);
  if (page.unmapped > unmappedShare * words) return "unmapped";
  if (words === 0) return page.images.length > 0 || page.hidden.trim() !== "" ? "picture" : "wordless";
  return words <= addedWords && pictureShare(page) >= pictured ? "picture" : undefined;
}

function wordsOf({ glyphs }: PageModel): number {
  return glyphs.filter(({ text }) => text.trim() !== "").length;
}

/** Scans are often stored in strips: their areas count together. */
function pictureShare({ images, width, height }: PageModel): number {
  const area = images.reduce(
    (sum, { left, right, top, bottom }) =>
      sum +
      Math.max(0, Math.min(right, width) - Math.max(left, 0)) *
        Math.max(0, Math.min(bottom, height) - Math.max(top, 0)),
    0,
  );
  return area / Math.max(1, width * height);
}

function usualSize(glyphs: readonly Glyph[]): number {
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 0;
}
