import type { GreyImage } from "../../src/read/engines.ts";
import type { Ink } from "../../src/read/formats/scan/ink.ts";

/** Ink as a test draws it, a sign for a pixel: `#` is ink. */
export function inkOfRows(rows: readonly string[], dpi = 200): Ink {
  const width = Math.max(...rows.map((row) => row.length));
  const bits = Uint8Array.from(rows.flatMap((row) => [...row.padEnd(width)].map((sign) => (sign === "#" ? 1 : 0))));
  return { width, height: rows.length, bits, dpi };
}

/** The whole of an image as a box. */
export function allOf({ width, height }: { readonly width: number; readonly height: number }) {
  return { left: 0, top: 0, right: width, bottom: height };
}

/** A white page on which a test draws black rectangles. */
export interface Paper {
  readonly image: GreyImage;
  fill(left: number, top: number, right: number, bottom: number, level?: number): void;
}

/** White paper of so many pixels. */
export function paper(width: number, height: number, dpi = 200): Paper {
  const pixels = new Uint8Array(width * height).fill(255);
  return {
    image: { width, height, pixels, dpi },
    fill(left, top, right, bottom, level = 0) {
      for (let y = Math.max(0, top); y < Math.min(height, bottom); y++)
        pixels.fill(level, y * width + Math.max(0, left), y * width + Math.min(width, right));
    },
  };
}
