import type { GreyImage } from "../../engines.ts";
import type { PixelBox } from "./cut-out.ts";

/** A digit of the page as a small picture of the same size for all — 数字小图. */
export type DigitPicture = Float32Array;

const across = 10;
const down = 14;

/** The picture of a digit: brought to one height, its proportions kept, its light evened — 归一化. */
export function pictureOf(image: GreyImage, { left, top, right, bottom }: PixelBox): DigitPicture {
  const picture = new Float32Array(across * down);
  const scale = (bottom - top) / down;
  const indent = (across - (right - left) / scale) / 2;
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      const fromX = left + (x - indent + 0.5) * scale - 0.5;
      if (fromX < left - 1 || fromX > right) continue;
      picture[y * across + x] = 255 - levelAt(image, fromX, top + (y + 0.5) * scale - 0.5);
    }
  const mean = picture.reduce((sum, level) => sum + level, 0) / picture.length;
  let length = 0;
  picture.forEach((level, at) => {
    picture[at] = level - mean;
    length += (level - mean) ** 2;
  });
  const norm = Math.sqrt(length) || 1;
  return picture.map((level) => level / norm);
}

function levelAt({ width, height, pixels }: GreyImage, x: number, y: number): number {
  const left = Math.min(width - 2, Math.max(0, Math.floor(x)));
  const top = Math.min(height - 2, Math.max(0, Math.floor(y)));
  const [right, lower] = [Math.min(1, Math.max(0, x - left)), Math.min(1, Math.max(0, y - top))];
  const at = top * width + left;
  const above = pixels[at]! * (1 - right) + pixels[at + 1]! * right;
  return above * (1 - lower) + (pixels[at + width]! * (1 - right) + pixels[at + width + 1]! * right) * lower;
}

/** What the digits of this page look like — 本页数字的样子. */
export interface DigitFaces {
  /** The digit that a picture resembles most, where it resembles one clearly. */
  nameOf(picture: DigitPicture): string | undefined;
}

/** So many of a digit must have been read before their look is believed. */
const enough = 2;
/** How much a picture must resemble a face, and how much more than any other. */
const alike = 0.8;
const clearly = 0.04;

/**
 * Learns from all digits that were read on a page how it prints them — 同页数字互证. A page is set in few types: a 5 that
 * was taken for a 3 still looks like the other fives.
 */
export function digitFaces(read: readonly { readonly digit: string; readonly picture: DigitPicture }[]): DigitFaces {
  const faces = new Map<string, DigitPicture>();
  for (const [digit, same] of Map.groupBy(read, (one) => one.digit)) {
    if (same.length < enough) continue;
    const first = meanOf(same.map(({ picture }) => picture));
    const typical = same.map(({ picture }) => picture).filter((picture) => likeness(picture, first) >= 0.7);
    if (typical.length >= enough) faces.set(digit, meanOf(typical));
  }
  return {
    nameOf(picture) {
      const ranked = [...faces].map(([digit, face]) => ({ digit, like: likeness(picture, face) }));
      ranked.sort((a, b) => b.like - a.like);
      const [best, next] = ranked;
      if (!best || best.like < alike || best.like - (next?.like ?? 0) < clearly) return undefined;
      return best.digit;
    },
  };
}

function meanOf(pictures: readonly DigitPicture[]): DigitPicture {
  const mean = new Float32Array(across * down);
  for (const picture of pictures) for (let at = 0; at < mean.length; at++) mean[at]! += picture[at]!;
  let length = 0;
  for (const level of mean) length += level * level;
  const norm = Math.sqrt(length) || 1;
  return mean.map((level) => level / norm);
}

function likeness(a: DigitPicture, b: DigitPicture): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}
