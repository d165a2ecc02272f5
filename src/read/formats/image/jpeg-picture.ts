import { type Picture, sharpness } from "./picture-pdf.ts";

/** A JPEG as it is — JPEG 图像; `undefined` where it says no size. */
export function jpegPicture(bytes: Uint8Array): Picture | undefined {
  let said: number | undefined;
  let quarters: Picture["quarters"] = 0;
  let inverted = false;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    const length = word(bytes, at + 2);
    const body = bytes.subarray(at + 4, at + 2 + length);
    if (marker === 0xe0) said = densityOf(body) ?? said;
    if (marker === 0xe1) quarters = turnOf(body) ?? quarters;
    if (marker === 0xee && latin(body, 0, 5) === "Adobe") inverted = true;
    if (isFrame(marker)) return pictureOf(bytes, body, { said, quarters, inverted });
    if (marker === 0xda || marker === 0xd9 || length < 2) return undefined;
    at += 2 + length;
  }
  return undefined;
}

/** Start of frame: all kinds but the tables C4, C8 and CC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

const colours: Readonly<Record<number, string>> = { 1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK" };

function pictureOf(
  data: Uint8Array,
  frame: Uint8Array,
  { said, quarters, inverted }: { said: number | undefined; quarters: Picture["quarters"]; inverted: boolean },
): Picture | undefined {
  const height = word(frame, 1);
  const width = word(frame, 3);
  const colour = colours[frame[5] ?? 0];
  if (frame.length < 6 || width === 0 || height === 0 || !colour) return undefined;
  // programs of Adobe store the four printing colours upside down
  const decode = colour === "/DeviceCMYK" && inverted ? " /Decode [1 0 1 0 1 0 1 0]" : "";
  return {
    width,
    height,
    dpi: sharpness(width, height, said),
    dictionary: `/ColorSpace ${colour} /BitsPerComponent 8 /Filter /DCTDecode${decode}`,
    strips: [{ rows: height, data }],
    ...(quarters ? { quarters } : {}),
  };
}

/** JFIF: dots of an inch, or of a centimetre. */
function densityOf(body: Uint8Array): number | undefined {
  if (latin(body, 0, 4) !== "JFIF" || body.length < 12) return undefined;
  const density = word(body, 8);
  return body[7] === 1 ? density : body[7] === 2 ? density * 2.54 : undefined;
}

/** What cameras and phones write: 3 upside down, 6 and 8 on a side. */
const turns: Readonly<Record<number, Picture["quarters"]>> = { 3: 2, 6: 1, 8: 3 };

function turnOf(body: Uint8Array): Picture["quarters"] {
  if (latin(body, 0, 4) !== "Exif" || body.length < 20) return undefined;
  const view = new DataView(body.buffer, body.byteOffset + 6, body.length - 6);
  const little = view.getUint16(0) === 0x4949;
  const list = view.getUint32(4, little);
  if (list + 2 > view.byteLength) return undefined;
  const count = Math.min(view.getUint16(list, little), 100);
  for (let at = 0; at < count; at++) {
    const entry = list + 2 + 12 * at;
    if (entry + 12 > view.byteLength) return undefined;
    if (view.getUint16(entry, little) === 0x0112) return turns[view.getUint16(entry + 8, little)] ?? 0;
  }
  return undefined;
}

function word(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function latin(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
