import { convertIndexedToRgb, type DecodedPng, decode } from "fast-png";
import { zlibSync } from "fflate";
import { limits } from "../../limits.ts";
import { type Picture, sharpness } from "./picture-pdf.ts";

/** The size that a PNG says it has, before anything is unpacked. */
export function pngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  if (bytes.length < 33) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** A PNG of any kind in three colours on white paper — PNG 图像; `undefined` where it is damaged. */
export function pngPicture(bytes: Uint8Array): Picture | undefined {
  const size = pngSize(bytes);
  if (!size || size.width * size.height > limits.imagePixels) return undefined;
  const png = decoded(bytes);
  if (!png) return undefined;
  const { width, height, said, data, channels } = png;
  return {
    width,
    height,
    dpi: sharpness(width, height, said),
    dictionary: `/ColorSpace ${channels === 1 ? "/DeviceGray" : "/DeviceRGB"} /BitsPerComponent 8 /Filter /FlateDecode`,
    strips: [{ rows: height, data: zlibSync(data, { level: 1 }) }],
  };
}

/** The library throws on damaged files: plain errors of its own, and those of the unpacking under it. */
function decoded(bytes: Uint8Array) {
  try {
    const png = decode(bytes);
    const { width, height, resolution } = png;
    const said = resolution?.unit === 1 ? resolution.x * 0.0254 : undefined;
    return { width, height, said, ...onPaper(png) };
  } catch {
    return undefined;
  }
}

/** Eight bits a sample, grey or three colours, what is transparent white. */
function onPaper(png: DecodedPng): { readonly data: Uint8Array; readonly channels: 1 | 3 } {
  const { width, height, depth, palette } = png;
  const samples = palette ? convertIndexedToRgb(png) : png.data;
  const perPixel = palette ? Math.round(samples.length / (width * height)) : png.channels;
  const pixels = width * height;
  const colours = perPixel >= 3 ? 3 : 1;
  const hasAlpha = perPixel === 2 || perPixel === 4;
  const most = palette ? 255 : 2 ** depth - 1;
  const at8 = (at: number): number => Math.round((sampleAt(at) * 255) / most);
  const sampleAt = (at: number): number =>
    !palette && depth < 8 ? packedSample(samples, at, width * perPixel, depth) : samples[at]!;
  const data = new Uint8Array(pixels * colours);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const from = pixel * perPixel;
    const solid = hasAlpha ? at8(from + perPixel - 1) / 255 : 1;
    for (let colour = 0; colour < colours; colour++)
      data[pixel * colours + colour] = Math.round(at8(from + colour) * solid + 255 * (1 - solid));
  }
  return { data, channels: colours };
}

/** Samples of fewer than eight bits stand packed, each row from a fresh byte. */
function packedSample(bytes: ArrayLike<number>, at: number, perRow: number, depth: number): number {
  const row = Math.floor(at / perRow);
  const bit = (at - row * perRow) * depth;
  const byte = bytes[row * Math.ceil((perRow * depth) / 8) + (bit >> 3)] ?? 0;
  return (byte >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
}
