import type { Box } from "../../../domain/source-view.ts";
import type { GreyImage } from "../../engines.ts";
import type { Turning } from "../pdf/page-model.ts";

/** Where a box of the straightened page stands on the leaning one: its middle moves, it stays upright — 还原位置. */
export function asItLeans(box: Box, skew: number, page: { readonly width: number; readonly height: number }): Box {
  if (skew === 0) return box;
  const cos = Math.cos((skew * Math.PI) / 180);
  const sin = Math.sin((skew * Math.PI) / 180);
  const x = (box.left + box.right - page.width) / 2;
  const y = (box.top + box.bottom - page.height) / 2;
  const right = cos * x - sin * y - x;
  const down = sin * x + cos * y - y;
  return { left: box.left + right, right: box.right + right, top: box.top + down, bottom: box.bottom + down };
}

/** The image turned clockwise by quarters — 转动直角. */
export function quarterTurned(image: GreyImage, quarters: Turning["quarters"]): GreyImage {
  if (quarters === 0) return image;
  const { width, height, pixels, dpi } = image;
  const upright = quarters === 2;
  const turned = new Uint8Array(pixels.length);
  const across = upright ? width : height;
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const to =
        quarters === 1
          ? x * across + (height - 1 - y)
          : quarters === 2
            ? (height - 1 - y) * across + (width - 1 - x)
            : (width - 1 - x) * across + y;
      turned[to] = pixels[at]!;
    }
  return { width: across, height: upright ? height : width, pixels: turned, dpi };
}

/** The image turned back by its skew about its middle, size kept, white where nothing was — 纠斜. */
export function straightened(image: GreyImage, skew: number): GreyImage {
  if (skew === 0) return image;
  const { width, height, pixels, dpi } = image;
  const cos = Math.cos((skew * Math.PI) / 180);
  const sin = Math.sin((skew * Math.PI) / 180);
  const straight = new Uint8Array(pixels.length);
  const middleX = (width - 1) / 2;
  const middleY = (height - 1) / 2;
  for (let y = 0, at = 0; y < height; y++) {
    let fromX = middleX - cos * middleX - sin * (y - middleY);
    let fromY = middleY - sin * middleX + cos * (y - middleY);
    for (let x = 0; x < width; x++, at++, fromX += cos, fromY += sin) {
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      if (left < 1 || top < 1 || left >= width - 2 || top >= height - 2) {
        straight[at] = 255;
        continue;
      }
      const right = Math.floor((fromX - left) * phases) * 4;
      const down = Math.floor((fromY - top) * phases) * 4;
      let level = 0;
      for (let row = 0, from = (top - 1) * width + left - 1; row < 4; row++, from += width)
        level +=
          weights[down + row]! *
          (weights[right]! * pixels[from]! +
            weights[right + 1]! * pixels[from + 1]! +
            weights[right + 2]! * pixels[from + 2]! +
            weights[right + 3]! * pixels[from + 3]!);
      straight[at] = level < 0 ? 0 : level > 255 ? 255 : level + 0.5;
    }
  }
  return { width, height, pixels: straight, dpi };
}

/** Between two pixels a value is looked up at one of so many places. */
const phases = 64;
/** Four neighbours each way keep thin strokes sharp, where two would grey them (Catmull–Rom). */
const weights = catmullRom();

function catmullRom(): Float32Array {
  const table = new Float32Array(4 * phases);
  for (let phase = 0; phase < phases; phase++) {
    const t = (phase + 0.5) / phases;
    table.set(
      [
        0.5 * (-t + 2 * t * t - t * t * t),
        0.5 * (2 - 5 * t * t + 3 * t * t * t),
        0.5 * (t + 4 * t * t - 3 * t * t * t),
        0.5 * (-t * t + t * t * t),
      ],
      4 * phase,
    );
  }
  return table;
}
