import type { GreyImage, TextRecogniser } from "../../engines.ts";
import type { PixelBox } from "./cut-out.ts";
import type { Ink } from "./ink.ts";

/** A page image ready to be read: even, straight and without rules, and its ink — 待识别的页. */
export interface CleanPage {
  readonly image: GreyImage;
  readonly ink: Ink;
  readonly recogniser: TextRecogniser;
}

/** A line of print: its box, and how large its letters are, in pixels — 待识别的行. */
export interface PrintLine extends PixelBox {
  readonly em: number;
}

/** The ink of Chinese characters is a little lower than their square. */
const squareToInk = 1.04;

/** How large the letters of a line are, in pixels — 字号: figures and dashes are lower than the letters beside them. */
export function emOf({ top, bottom }: PixelBox, usualHeight: number): number {
  const usual = squareToInk * usualHeight;
  const own = squareToInk * (bottom - top);
  if (own >= 0.88 * usual) return own;
  return own >= 0.55 * usual || bottom - top < 0.3 * usual ? usual : 1.3 * own;
}
