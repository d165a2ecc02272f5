import type { PixelBox } from "./cut-out.ts";
import type { Ink } from "./ink.ts";

/** Print is at least this high, in inches: less is a speck or a point. */
const lowest = 0.045;
/** Less ink than this is dirt, in square inches: a lone hyphen has more. */
const leastInk = 0.0004;
/** Print of tables is not higher than this. */
const highest = 0.4;

/**
 * Parts the ink of a region into lines of print — 切行: rows of pixels without ink part them, what is too low belongs to
 * its neighbour, what is as high as two is cut where it has least ink. `usual` is the height of most lines of the page.
 */
export function textLines(ink: Ink, region: PixelBox, usual?: number): PixelBox[] {
  const counts = rowCounts(ink, region);
  const bands = bandsOf(counts, ink.dpi);
  const height = usualHeight(bands, ink.dpi, usual);
  return mergeLow(
    bands.flatMap((band) => parted(band, counts, height)),
    height,
  ).flatMap(({ from, to }) => {
    const box = tight(ink, { ...region, top: region.top + from, bottom: region.top + to });
    return box ? [box] : [];
  });
}

interface Band {
  readonly from: number;
  readonly to: number;
}

function rowCounts({ width, bits }: Ink, { left, top, right, bottom }: PixelBox): Uint32Array {
  const counts = new Uint32Array(bottom - top);
  for (let y = top; y < bottom; y++) {
    let count = 0;
    for (let x = left, at = y * width + left; x < right; x++, at++) count += bits[at]!;
    counts[y - top] = count;
  }
  return counts;
}

function bandsOf(counts: Uint32Array, dpi: number): Band[] {
  const bands: Band[] = [];
  let from = -1;
  for (let y = 0; y <= counts.length; y++) {
    const isInk = y < counts.length && counts[y]! > 0;
    if (isInk && from < 0) from = y;
    if (!isInk && from >= 0) {
      bands.push({ from, to: y });
      from = -1;
    }
  }
  return bands.filter(({ from: top, to }) => sum(counts, top, to) >= leastInk * dpi * dpi);
}

function sum(counts: Uint32Array, from: number, to: number): number {
  let all = 0;
  for (let y = from; y < to; y++) all += counts[y]!;
  return all;
}

/** The height of most lines of a region: what is high may be two lines that touch. */
function usualHeight(bands: readonly Band[], dpi: number, usual: number | undefined): number {
  const heights = bands
    .map(({ from, to }) => to - from)
    .filter((height) => height >= lowest * dpi && height <= highest * dpi)
    .sort((a, b) => a - b);
  const own = heights[(heights.length - 1) >> 1];
  if (usual === undefined) return own ?? 0.14 * dpi;
  return own !== undefined && own >= 0.7 * usual && own <= 1.5 * usual ? own : usual;
}

/** Between two lines that touch there is little ink, as a share of the usual; letters of a large size have more. */
const mostBetween = 0.4;
/** No line is lower than this, as a share of the usual height. */
const leastLine = 0.6;

/** A band as high as two lines or more is cut where it has least ink, and its halves again. */
function parted(band: Band, counts: Uint32Array, height: number): Band[] {
  if (band.to - band.from < 1.6 * height) return [band];
  const mean = sum(counts, band.from, band.to) / (band.to - band.from);
  const first = Math.ceil(band.from + leastLine * height);
  let cut = first;
  for (let y = first; y <= band.to - leastLine * height; y++) if (counts[y]! < counts[cut]!) cut = y;
  // lines of no height, as a picture of nothing but a few dots has them, leave nothing to cut
  if (cut <= band.from || cut >= band.to || counts[cut]! > mostBetween * mean) return [band];
  return [
    ...parted({ from: band.from, to: cut }, counts, height),
    ...parted({ from: cut, to: band.to }, counts, height),
  ];
}

/** Dots above and marks below belong to the line that they are nearest to. */
function mergeLow(bands: readonly Band[], height: number): Band[] {
  const merged: Band[] = [];
  for (const band of bands) {
    const before = merged.at(-1);
    const together = before && band.to - before.from <= 1.35 * height;
    const isLow = (one: Band): boolean => one.to - one.from < 0.55 * height;
    if (before && together && (isLow(before) || isLow(band)) && band.from - before.to < 0.5 * height)
      merged[merged.length - 1] = { from: before.from, to: band.to };
    else merged.push(band);
  }
  return merged;
}

/** The box around the ink of a region; nothing where there is none. */
export function tight({ width, bits }: Ink, region: PixelBox): PixelBox | undefined {
  let { left, right, top, bottom } = { left: region.right, right: region.left, top: region.bottom, bottom: region.top };
  for (let y = region.top; y < region.bottom; y++)
    for (let x = region.left, at = y * width + region.left; x < region.right; x++, at++)
      if (bits[at]) {
        if (x < left) left = x;
        if (x >= right) right = x + 1;
        if (y < top) top = y;
        bottom = y + 1;
      }
  return right > left ? { left, right, top, bottom } : undefined;
}
