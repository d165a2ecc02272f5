import type { GreyImage } from "../../engines.ts";
import type { RuledLine, RuledLines } from "./ruled-lines.ts";

/** The page without its rules, so that words that touch one are read whole — 去表线. */
export function withoutRules(image: GreyImage, lines: RuledLines, threshold: number): GreyImage {
  const { width, height, dpi } = image;
  const pixels = image.pixels.slice();
  const stretch = Math.round(0.5 * dpi);
  for (const line of lines.level)
    clearLine(pixels, courseOf(line, stretch), { along: 1, across: width, length: height }, threshold);
  for (const line of lines.upright)
    clearLine(pixels, courseOf(line, stretch), { along: width, across: 1, length: width }, threshold);
  return { ...image, pixels };
}

/** How far apart pixels lie along a line and across it, and how many there are across. */
interface Direction {
  readonly along: number;
  readonly across: number;
  readonly length: number;
}

/** The grey pixels on either side of a rule. */
const seam = 2;

/**
 * At each place along the line its ink is followed to both sides: what is no thicker than the rule goes with its grey
 * seams; where a letter touches or crosses, the line alone.
 */
function clearLine(pixels: Uint8Array, course: Course, { along, across, length }: Direction, threshold: number): void {
  const half = course.thickness / 2;
  for (const place of course.places) {
    const level = (at: number): number => (at < 0 || at >= length ? 255 : pixels[place * along + at * across]!);
    const middle = course.middleAt(place);
    const top = Math.max(0, Math.round(middle - half));
    const bottom = Math.min(length, Math.round(middle + half));
    let [first, last] = [top, bottom];
    while (top - first < seam + 1 && level(first - 1) < threshold) first--;
    while (last - bottom < seam + 1 && level(last) < threshold) last++;
    const isLetter = top - first > seam || last - bottom > seam || last - first > course.thickness + seam;
    const [from, to] = isLetter ? [top, bottom] : [Math.max(0, first - seam), Math.min(length, last + seam)];
    for (let at = from; at < to; at++) pixels[place * along + at * across] = 255;
  }
}

/** Where a rule runs, place by place, whatever letters touch it. */
interface Course {
  readonly places: Iterable<number>;
  readonly thickness: number;
  middleAt(place: number): number;
}

/** Letters that touch a rule thicken it here and there: the middle of most places in a stretch is the rule's. */
function courseOf(line: RuledLine, stretch: number): Course {
  const rows = new Map<number, { top: number; bottom: number }>();
  for (const { row, from, to } of line.runs)
    for (let place = from; place < to; place++) {
      const here = rows.get(place);
      if (!here) rows.set(place, { top: row, bottom: row + 1 });
      else {
        here.top = Math.min(here.top, row);
        here.bottom = Math.max(here.bottom, row + 1);
      }
    }
  const thickness = median([...rows.values()].map(({ top, bottom }) => bottom - top));
  const middles = new Map<number, number>();
  for (const [at, places] of Map.groupBy(rows, ([place]) => Math.floor(place / stretch))) {
    const thin = places.filter(([, { top, bottom }]) => bottom - top <= thickness + 1);
    middles.set(at, median((thin.length > 0 ? thin : places).map(([, { top, bottom }]) => (top + bottom) / 2)));
  }
  const middleAt = (place: number): number => {
    // between the middles of two stretches: a rule that leans has no steps
    const at = place / stretch - 0.5;
    const own = middles.get(Math.floor(place / stretch))!;
    const before = middles.get(Math.floor(at)) ?? own;
    const after = middles.get(Math.floor(at) + 1) ?? own;
    return before + (after - before) * (at - Math.floor(at));
  };
  return { places: rows.keys(), thickness, middleAt };
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
