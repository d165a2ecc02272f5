import type { GreyImage } from "../../engines.ts";

/** How the bytes of a coloured picture lie — 彩色像素排列. */
export interface ColourLayout {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  /** Bytes of a row, and of a pixel; where in a pixel the colours are. */
  readonly stride: number;
  readonly step: number;
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** A pixel this much redder than green and blue is red ink, not the tint of paper. */
const redInk = 45;

/** A coloured picture → shades of grey, and how red it is where there is red ink — 彩色转灰度. */
export function greyImage(bytes: ArrayLike<number>, layout: ColourLayout): GreyImage {
  const { width, height, dpi, stride, step, red, green, blue } = layout;
  const pixels = new Uint8Array(width * height);
  const redness = new Uint8Array(width * height);
  let inked = false;
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0, from = y * stride; x < width; x++, at++, from += step) {
      const r = bytes[from + red]!;
      const g = bytes[from + green]!;
      const b = bytes[from + blue]!;
      pixels[at] = (r * 77 + g * 150 + b * 29 + 128) >> 8;
      const redder = r - (g > b ? g : b);
      if (redder <= 0) continue;
      redness[at] = redder;
      inked ||= redder > redInk;
    }
  return inked ? { width, height, pixels, dpi, redness } : { width, height, pixels, dpi };
}
