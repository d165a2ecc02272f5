import type { GreyImage } from "../../engines.ts";
import type { PixelBox } from "./cut-out.ts";
import { inkParts } from "./ink-parts.ts";

/** Redder than this by so many levels is red ink. */
const red = 45;
/** Red ink is gathered in squares of so many inches. */
const tileInches = 0.08;
/** Seals are so wide and high, in inches. */
const smallest = 0.4;
const largest = 2.6;

/** The page without its red seals — 去红章; red words stay. Needs a picture in colour. */
export function withoutSeals(image: GreyImage): GreyImage {
  const { redness } = image;
  if (!redness) return image;
  const seals = sealsOf(image, redness);
  if (seals.length === 0) return image;
  const pixels = image.pixels.slice();
  for (const { left, top, right, bottom } of seals)
    for (let y = top; y < bottom; y++)
      for (let x = left, at = y * image.width + left; x < right; x++, at++)
        if (redness[at]! > red / 3) pixels[at] = Math.min(255, pixels[at]! + 0.75 * redness[at]!);
  return { ...image, pixels };
}

function sealsOf({ width, height, dpi }: GreyImage, redness: Uint8Array): PixelBox[] {
  const tile = Math.max(2, Math.round(tileInches * dpi));
  const columns = Math.ceil(width / tile);
  const rows = Math.ceil(height / tile);
  const counts = new Uint32Array(columns * rows);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++)
      if (redness[at]! > red) counts[Math.floor(y / tile) * columns + Math.floor(x / tile)]!++;
  const bits = Uint8Array.from(counts, (count) => (count >= 0.04 * tile * tile ? 1 : 0));
  return inkParts({ width: columns, height: rows, bits, dpi }, { left: 0, top: 0, right: columns, bottom: rows })
    .map((part) => ({
      left: part.left * tile,
      top: part.top * tile,
      right: Math.min(width, part.right * tile),
      bottom: Math.min(height, part.bottom * tile),
    }))
    .filter((box) => isSeal(box, redness, width, dpi));
}

/** So much of the way around a seal is drawn: a ring, or a frame; a half of one where the page ends. */
const drawn = 0.45;

function isSeal({ left, top, right, bottom }: PixelBox, redness: Uint8Array, across: number, dpi: number): boolean {
  const [width, height] = [right - left, bottom - top];
  if (Math.min(width, height) < smallest * dpi || Math.max(width, height) > largest * dpi) return false;
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  const around = (reach: (turn: number) => number): number => {
    let found = 0;
    for (let degrees = 0; degrees < 360; degrees += 3) {
      const turn = (degrees * Math.PI) / 180;
      const far = reach(turn);
      for (let share = 0.8; share <= 1.02; share += 0.01) {
        const x = Math.round(middleX + (share * far * Math.cos(turn) * width) / 2);
        const y = Math.round(middleY + (share * far * Math.sin(turn) * height) / 2);
        if ((redness[y * across + x] ?? 0) <= red) continue;
        found++;
        break;
      }
    }
    return found / 120;
  };
  const ring = around(() => 1);
  const frame = around((turn) => 1 / Math.max(Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))));
  return Math.max(ring, frame) >= drawn && Math.max(width, height) <= 2.2 * Math.min(width, height);
}
