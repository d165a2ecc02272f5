import type { GreyImage } from "../../engines.ts";

/** How a page image was turned to be read — 转正: first by whole quarters clockwise, then by its skew. */
export interface Turning {
  readonly quarters: 0 | 1 | 2 | 3;
  /** Degrees that the image leant, positive where lines fell to the right. */
  readonly skew: number;
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
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) {
        straight[at] = 255;
        continue;
      }
      const right = fromX - left;
      const down = fromY - top;
      const from = top * width + left;
      const above = pixels[from]! * (1 - right) + pixels[from + 1]! * right;
      const below = pixels[from + width]! * (1 - right) + pixels[from + width + 1]! * right;
      straight[at] = above * (1 - down) + below * down + 0.5;
    }
  }
  return { width, height, pixels: straight, dpi };
}
