import type { GreyImage } from "../../engines.ts";

/** Which pixels of an image are ink: 1 where printed, row by row — 二值图. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
  readonly dpi: number;
}

/** Paper is looked at in squares of this many inches. */
const tileInches = 0.25;

/**
 * Takes shadows and tinted paper away — 匀光: each pixel is measured against the paper around it, so that what is left
 * has white paper and one threshold fits the whole page.
 */
export function evenLight(image: GreyImage): GreyImage {
  const { width, height, pixels, dpi } = image;
  const tile = Math.max(8, Math.round(tileInches * dpi));
  const columns = Math.ceil(width / tile);
  const rows = Math.ceil(height / tile);
  const paper = smoothed(paperOf(image, tile, columns, rows), columns, rows);
  const even = new Uint8Array(pixels.length);
  const levels = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    levelsOfRow(levels, paper, columns, rows, tile, y);
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const level = (pixels[at]! * 255) / levels[x]!;
      even[at] = level > 255 ? 255 : level;
    }
  }
  return { ...image, pixels: even };
}

/** The brightness of the paper in each tile: what nine pixels in ten do not exceed. */
function paperOf({ width, height, pixels }: GreyImage, tile: number, columns: number, rows: number): Float32Array {
  const paper = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      const bottom = Math.min(height, (row + 1) * tile);
      const right = Math.min(width, (column + 1) * tile);
      for (let y = row * tile; y < bottom; y++)
        for (let x = column * tile, at = y * width + x; x < right; x++, at++) counts[pixels[at]!]!++;
      const brightest = ((bottom - row * tile) * (right - column * tile)) / 10;
      let level = 255;
      for (let seen = counts[level]!; level > 0 && seen < brightest; seen += counts[level]!) level--;
      paper[row * columns + column] = Math.max(level, darkestPaper);
    }
  return paper;
}

/** Darker than this is no paper but a black border of the scanner. */
const darkestPaper = 60;

/** A tile that is mostly ink takes the paper of its neighbours: the middle of nine. */
function smoothed(paper: Float32Array, columns: number, rows: number): Float32Array {
  const smooth = new Float32Array(paper.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const around: number[] = [];
      for (let y = row - 1; y <= row + 1; y++)
        for (let x = column - 1; x <= column + 1; x++)
          around.push(paper[clamp(y, 0, rows - 1) * columns + clamp(x, 0, columns - 1)]!);
      around.sort((a, b) => a - b);
      smooth[row * columns + column] = around[around.length >> 1]!;
    }
  return smooth;
}

/** The paper along one row of pixels, between the middles of the tiles. */
function levelsOfRow(into: Float32Array, paper: Float32Array, columns: number, rows: number, tile: number, y: number) {
  const down = clamp(y / tile - 0.5, 0, rows - 1);
  const row = Math.min(rows - 1, Math.floor(down));
  const below = Math.min(rows - 1, row + 1);
  const weight = down - row;
  const at = (column: number): number =>
    paper[row * columns + column]! * (1 - weight) + paper[below * columns + column]! * weight;
  for (let x = 0; x < into.length; x++) {
    const across = clamp(x / tile - 0.5, 0, columns - 1);
    const column = Math.floor(across);
    const share = across - column;
    into[x] = share === 0 ? at(column) : at(column) * (1 - share) + at(Math.min(columns - 1, column + 1)) * share;
  }
}

function clamp(value: number, least: number, most: number): number {
  return value < least ? least : value > most ? most : value;
}

/** Pixels darker than the threshold are ink — 二值化. */
export function inkOf(image: GreyImage, threshold = inkThreshold(image)): Ink {
  const { width, height, pixels, dpi } = image;
  const bits = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; at++) bits[at] = pixels[at]! < threshold ? 1 : 0;
  return { width, height, bits, dpi };
}

/** Faint grey is dirt or the back of the page, whatever parts the page best: ink is darker than this. */
const faintest = 200;
/** And what is darker than this is ink even where the page is nearly blank. */
const darkest = 90;

/** The level that parts ink from paper best — 大津法（Otsu）. */
export function inkThreshold({ pixels }: GreyImage): number {
  const counts = new Uint32Array(256);
  for (const level of pixels) counts[level]!++;
  let all = 0;
  for (let level = 0; level < 256; level++) all += level * counts[level]!;
  let dark = 0;
  let darkSum = 0;
  let best = 0;
  let threshold = 128;
  for (let level = 0; level < 256; level++) {
    dark += counts[level]!;
    darkSum += level * counts[level]!;
    const bright = pixels.length - dark;
    if (dark === 0 || bright === 0) continue;
    const apart = darkSum / dark - (all - darkSum) / bright;
    const between = dark * bright * apart * apart;
    if (between > best) {
      best = between;
      threshold = level + 1;
    }
  }
  return clamp(threshold, darkest, faintest);
}
