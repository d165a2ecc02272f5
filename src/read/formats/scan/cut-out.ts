import type { GreyImage } from "../../engines.ts";

/** A rectangle of an image, in pixels; right and bottom are outside — 像素矩形. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Part of an image, made larger and set in white paper — 裁剪并放大. */
export function cutOut(image: GreyImage, box: PixelBox, scale: number, margin: number): GreyImage {
  const across = Math.max(1, Math.round((box.right - box.left) * scale));
  const down = Math.max(1, Math.round((box.bottom - box.top) * scale));
  const width = across + 2 * margin;
  const height = down + 2 * margin;
  const pixels = new Uint8Array(width * height).fill(255);
  const columns = stepsOf(box.left, box.right, across, scale);
  const rows = stepsOf(box.top, box.bottom, down, scale);
  for (let y = 0; y < down; y++) {
    const above = rows.first[y]! * image.width;
    const below = rows.second[y]! * image.width;
    const lower = rows.share[y]!;
    for (let x = 0, at = (y + margin) * width + margin; x < across; x++, at++) {
      const left = columns.first[x]!;
      const right = columns.second[x]!;
      const share = columns.share[x]!;
      const upper = image.pixels[above + left]! * (1 - share) + image.pixels[above + right]! * share;
      const under = image.pixels[below + left]! * (1 - share) + image.pixels[below + right]! * share;
      pixels[at] = upper * (1 - lower) + under * lower + 0.5;
    }
  }
  return { width, height, pixels, dpi: image.dpi * scale };
}

/** For each new pixel the two old ones that it lies between. */
function stepsOf(from: number, to: number, count: number, scale: number) {
  const first = new Int32Array(count);
  const second = new Int32Array(count);
  const share = new Float32Array(count);
  for (let at = 0; at < count; at++) {
    const old = Math.min(to - 1, Math.max(from, from + (at + 0.5) / scale - 0.5));
    first[at] = Math.floor(old);
    second[at] = Math.min(to - 1, Math.floor(old) + 1);
    share[at] = old - Math.floor(old);
  }
  return { first, second, share };
}
