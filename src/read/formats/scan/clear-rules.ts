import type { GreyImage } from "../../engines.ts";
import type { RuledLine, RuledLines } from "./ruled-lines.ts";

/** The page without its rules, so that words that touch one are read whole — 去表线. */
export function withoutRules(image: GreyImage, lines: RuledLines, threshold: number): GreyImage {
  const { width, height } = image;
  const pixels = image.pixels.slice();
  const wipe = (x: number, y: number, always: boolean): void => {
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    const at = y * width + x;
    if (always || pixels[at]! >= threshold) pixels[at] = 255;
  };
  const wipeLine = (line: RuledLine, put: (along: number, across: number, always: boolean) => void): void => {
    for (const { row, from, to } of line.runs)
      for (let along = from; along < to; along++) {
        put(along, row, true);
        // the grey seam of a rule, but no ink of a letter
        put(along, row - 1, false);
        put(along, row + 1, false);
      }
  };
  for (const line of lines.level) wipeLine(line, (along, across, always) => wipe(along, across, always));
  for (const line of lines.upright) wipeLine(line, (along, across, always) => wipe(across, along, always));
  return { ...image, pixels };
}
