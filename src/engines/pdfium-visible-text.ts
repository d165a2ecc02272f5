import type { Glyph } from "../read/formats/pdf/page-model.ts";
import { holds, type Orientation, onPage, type UserBox } from "./pdfium-geometry.ts";
import { groundAt, type PageObjects, type PaintedText } from "./pdfium-objects.ts";
import type { PageText, RawGlyph, TextObject } from "./pdfium-text.ts";

/** The characters of a page that can be seen, as it is read, and those that cannot — 可见与不可见的字. */
export function visibleText(
  { raw }: PageText,
  { areas, texts }: PageObjects,
  orientation: Orientation,
  covers: readonly Cover[],
): { readonly glyphs: Glyph[]; readonly hidden: string; readonly unmapped: number } {
  const glyphs: Glyph[] = [];
  let hidden = "";
  let unmapped = 0;
  const isDrawing = raw.length * Math.max(areas.length, covers.length) > mostComparisons;
  let painted: PaintedText | undefined;
  let before: TextObject | undefined;
  for (const glyph of raw) {
    const { object } = glyph;
    if (object !== before) painted = texts.get(object.pointer);
    before = object;
    const { x, y } = middleOf(glyph);
    const isHidden =
      !holds(orientation.sheet, x, y) ||
      (painted !== undefined &&
        (painted.unpainted ||
          (painted.clip !== undefined && !holds(painted.clip, x, y, 1)) ||
          (!isDrawing && painted.pale && groundAt(areas, x, y, painted.order) >= 250) ||
          (!isDrawing && covers.length > 0 && isCovered(covers, x, y, painted.order))));
    if (isHidden) {
      hidden += glyph.text;
      continue;
    }
    if (glyph.unmapped) unmapped++;
    glyphs.push(placed(glyph, orientation));
  }
  return { glyphs, hidden, unmapped };
}

/** More letters times areas than this are not compared. */
const mostComparisons = 20_000_000;

/** What lies over words that were drawn before — 遮盖物. */
interface Cover {
  readonly box: UserBox;
  readonly order: number;
}

function isCovered(covers: readonly Cover[], x: number, y: number, order: number): boolean {
  return covers.some((cover) => cover.order > order && holds(cover.box, x, y));
}

function middleOf({ x, y, from, to, object: { right, up, size } }: RawGlyph): { x: number; y: number } {
  const along = (from + to) / 2 - (x * right + y * up);
  return { x: x + along * right - 0.35 * size * up, y: y + along * up + 0.35 * size * right };
}

function placed({ text, x, y, from, to, object }: RawGlyph, orientation: Orientation): Glyph {
  const { right, up, size, number } = object;
  const { sheet, quarters } = orientation;
  if (object.isLevel && quarters === 0)
    return { text, left: from - sheet.x0, right: to - sheet.x0, baseline: sheet.y1 - y, size, object: number };
  const start = x * right + y * up;
  const first = onPage(orientation, x + (from - start) * right, y + (from - start) * up);
  const last = onPage(orientation, x + (to - start) * right, y + (to - start) * up);
  const degrees = (object.degrees - 90 * quarters + 360) % 360;
  if (degrees === 0) return { text, left: first.x, right: last.x, baseline: first.y, size, object: number };
  const angle = (degrees * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const along = (point: { x: number; y: number }): number => point.x * cos - point.y * sin;
  const overX = -sin * 0.88 * size; // where the line's upper side lies
  const overY = -cos * 0.88 * size;
  return {
    text,
    left: along(first),
    right: along(last),
    baseline: first.x * sin + first.y * cos,
    size,
    object: number,
    turned: {
      degrees,
      box: {
        left: Math.min(first.x, last.x, first.x + overX, last.x + overX),
        top: Math.min(first.y, last.y, first.y + overY, last.y + overY),
        right: Math.max(first.x, last.x, first.x + overX, last.x + overX),
        bottom: Math.max(first.y, last.y, first.y + overY, last.y + overY),
      },
    },
  };
}
