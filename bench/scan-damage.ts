import type { GreyImage } from "../src/read/engines.ts";

/** What a scanner, a copier and an office do to a page — 扫描件的各种损伤. Deterministic: the same page every time. */
export interface Damage {
  readonly skew?: number;
  /** Standard deviation of grey levels. */
  readonly noise?: number;
  /** Share of pixels turned black or white. */
  readonly specks?: number;
  /** Radius in pixels. */
  readonly blur?: number;
  /** Quality, as JPEG programs count it. */
  readonly jpeg?: number;
  /** How dark the darkest corner is, 0–1. */
  readonly shade?: number;
  /** Share of the length of rules that is missing. */
  readonly brokenRules?: number;
  /** Red seals over the page, so many. */
  readonly stamps?: number;
  /** Ink eaten away: levels added to what is dark. */
  readonly faint?: number;
}

/** A page as it would come from the scanner; `draw` draws it as sharp as it is asked. */
export function damaged(draw: (dpi: number) => GreyImage, dpi: number, damage: Damage): GreyImage {
  const random = seeded(7);
  // a scanner sees the leaning paper itself: turned in double size, an image loses nothing
  let page = damage.skew ? halved(leaning(draw(2 * dpi), damage.skew)) : draw(dpi);
  if (damage.brokenRules) page = breakRules(page, damage.brokenRules, random);
  if (damage.faint) page = mapped(page, (level) => Math.min(255, level + damage.faint! * (1 - level / 255)));
  if (damage.blur) page = blurred(page, damage.blur);
  if (damage.stamps) page = stamped(page, damage.stamps, random);
  if (damage.shade) page = shaded(page, damage.shade);
  if (damage.noise) page = mapped(page, (level) => clamp(level + damage.noise! * gauss(random)));
  if (damage.specks) {
    const share = damage.specks;
    page = mapped(page, (level) => (random() < share ? (random() < 0.5 ? 0 : 255) : level));
  }
  return damage.jpeg ? squeezed(page, damage.jpeg) : page;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function gauss(random: () => number): number {
  return random() + random() + random() + random() + random() + random() - 3;
}

function clamp(level: number): number {
  return level < 0 ? 0 : level > 255 ? 255 : Math.round(level);
}

function mapped(image: GreyImage, change: (level: number) => number): GreyImage {
  return { ...image, pixels: image.pixels.map(change) };
}

function leaning(image: GreyImage, degrees: number): GreyImage {
  const { width, height } = image;
  const sin = Math.sin((degrees * Math.PI) / 180);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const pixels = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      pixels[y * width + x] = sampled(image, cos * dx + sin * dy + width / 2, cos * dy - sin * dx + height / 2);
    }
  return { ...image, pixels };
}

function sampled({ width, height, pixels }: GreyImage, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 255;
  const [right, down] = [x - left, y - top];
  const at = top * width + left;
  const above = pixels[at]! * (1 - right) + pixels[at + 1]! * right;
  return above * (1 - down) + (pixels[at + width]! * (1 - right) + pixels[at + width + 1]! * right) * down;
}

function halved(image: GreyImage): GreyImage {
  const width = image.width >> 1;
  const height = image.height >> 1;
  const pixels = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const from = 2 * y * image.width + 2 * x;
      const { pixels: old } = image;
      pixels[at] = (old[from]! + old[from + 1]! + old[from + image.width]! + old[from + image.width + 1]! + 2) >> 2;
    }
  return { width, height, pixels, dpi: image.dpi / 2 };
}

function blurred(image: GreyImage, radius: number): GreyImage {
  const { width, height } = image;
  const weights = [...Array(2 * Math.ceil(2 * radius) + 1).keys()].map((at) =>
    Math.exp(-((at - Math.ceil(2 * radius)) ** 2) / (2 * radius * radius)),
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const reach = (weights.length - 1) / 2;
  const pass = (from: ArrayLike<number>, step: number, length: number, at: number, place: number): number => {
    let sum = 0;
    for (let k = -reach; k <= reach; k++) {
      const near = Math.min(length - 1, Math.max(0, place + k));
      sum += weights[k + reach]! * from[at + (near - place) * step]!;
    }
    return sum / all;
  };
  const across = new Float32Array(width * height);
  const pixels = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) across[at] = pass(image.pixels, 1, width, at, x);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) pixels[at] = clamp(pass(across, width, height, at, y));
  return { ...image, pixels };
}

/** Darker towards one corner, with the shadow of the spine. */
function shaded(image: GreyImage, darkest: number): GreyImage {
  const { width, height, pixels } = image;
  const shade = (x: number, y: number): number =>
    1 - darkest * ((0.6 * (x / width + y / height)) / 2 + 0.4 * Math.exp(-x / (0.05 * width)));
  return { ...image, pixels: pixels.map((level, at) => clamp(level * shade(at % width, Math.floor(at / width)))) };
}

/** Wipes out stretches of long dark runs. */
function breakRules(image: GreyImage, share: number, random: () => number): GreyImage {
  const { width, height, dpi } = image;
  const pixels = image.pixels.slice();
  const least = 0.5 * dpi;
  const wipe = (length: number, at: (place: number) => number): void => {
    let from = 0;
    for (let place = 0; place <= length; place++) {
      if (place < length && image.pixels[at(place)]! < 160) continue;
      if (place - from >= least)
        for (let start = from; start < place; start += Math.round(0.15 * dpi)) {
          if (random() >= share) continue;
          const end = Math.min(place, start + Math.round((0.02 + 0.06 * random()) * dpi));
          for (let one = start; one < end; one++) pixels[at(one)] = 255;
        }
      from = place + 1;
    }
  };
  for (let y = 0; y < height; y++) wipe(width, (x) => y * width + x);
  for (let x = 0; x < width; x++) wipe(height, (y) => y * width + x);
  return { ...image, pixels };
}

/** Round seals of 4 cm with a star and marks around, semi-transparent. */
function stamped(image: GreyImage, count: number, random: () => number): GreyImage {
  const { width, height, dpi } = image;
  const pixels = image.pixels.slice();
  const redness = new Uint8Array(width * height);
  const radius = 0.8 * dpi;
  for (let n = 0; n < count; n++) {
    const [cx, cy] = [radius + random() * (width - 2 * radius), radius + random() * (height - 2 * radius)];
    for (let y = Math.floor(cy - radius); y < cy + radius; y++)
      for (let x = Math.floor(cx - radius); x < cx + radius; x++) {
        const far = Math.hypot(x - cx, y - cy) / radius;
        const turn = Math.atan2(y - cy, x - cx);
        const ring = far <= 1 && far > 0.93;
        const words = far > 0.66 && far < 0.86 && Math.sin(turn * 22) * Math.sin(far * 60) > -0.1 && turn < 2.2;
        const star = far < 0.28 * (0.55 + 0.45 * Math.abs(Math.cos(2.5 * (turn + Math.PI / 2))));
        if (!(ring || words || star) || random() < 0.12) continue;
        const at = y * width + x;
        const level = image.pixels[at]!;
        const red = Math.min(level + 10, 225);
        const other = level * 0.25;
        pixels[at] = clamp(0.299 * red + 0.701 * other);
        redness[at] = clamp(red - other);
      }
  }
  return { ...image, pixels, redness };
}

const luminance = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
  87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
];

/** What JPEG leaves of a page: blocks of 8 × 8, their waves rounded. */
function squeezed(image: GreyImage, quality: number): GreyImage {
  const { width, height } = image;
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  const steps = luminance.map((step) => Math.max(1, Math.floor((step * scale + 50) / 100)));
  const wave = Float64Array.from({ length: 64 }, (_, at) => {
    const [u, x] = [at >> 3, at & 7];
    return (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * x + 1) * u * Math.PI) / 16);
  });
  const pixels = image.pixels.slice();
  const block = new Float64Array(64);
  const half = new Float64Array(64);
  for (let top = 0; top + 8 <= height; top += 8)
    for (let left = 0; left + 8 <= width; left += 8) {
      for (let at = 0; at < 64; at++) block[at] = image.pixels[(top + (at >> 3)) * width + left + (at & 7)]! - 128;
      turnBlock(block, half, wave, false);
      for (let at = 0; at < 64; at++) block[at] = Math.round(block[at]! / steps[at]!) * steps[at]!;
      turnBlock(block, half, wave, true);
      for (let at = 0; at < 64; at++) pixels[(top + (at >> 3)) * width + left + (at & 7)] = clamp(block[at]! + 128);
    }
  return { ...image, pixels };
}

/** Into waves along rows and columns, or back. */
function turnBlock(block: Float64Array, half: Float64Array, wave: Float64Array, back: boolean): void {
  const factor = (to: number, from: number): number => (back ? wave[from * 8 + to]! : wave[to * 8 + from]!);
  for (let y = 0; y < 8; y++)
    for (let u = 0; u < 8; u++) {
      let sum = 0;
      for (let x = 0; x < 8; x++) sum += block[y * 8 + x]! * factor(u, x);
      half[y * 8 + u] = sum;
    }
  for (let v = 0; v < 8; v++)
    for (let x = 0; x < 8; x++) {
      let sum = 0;
      for (let y = 0; y < 8; y++) sum += half[y * 8 + x]! * factor(v, y);
      block[v * 8 + x] = sum;
    }
}
