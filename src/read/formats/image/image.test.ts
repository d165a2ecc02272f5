import fc from "fast-check";
import { encode } from "fast-png";
import { zlibSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { openPdfium } from "../../../engines/pdfium.ts";
import type { Engines, PdfEngine } from "../../engines.ts";
import { limits } from "../../limits.ts";
import { documentOfImage } from "./image-document.ts";
import { jpegPicture } from "./jpeg-picture.ts";
import { pdfOfImage } from "./pdf-of-image.ts";
import { sharpness } from "./picture-pdf.ts";

let pdfium: PdfEngine;
beforeAll(async () => {
  pdfium = await openPdfium();
});

/** How bright the four quarters of the first page are, 0–255. */
function quarters(bytes: Uint8Array) {
  const opened = pdfium.open(pdfOfImage(bytes)!.pdf);
  if (!opened.ok) throw new Error(opened.refusal.message.en);
  const { width, height, pixels } = opened.value.render(1, 36);
  opened.value.close();
  const at = (x: number, y: number): number => pixels[Math.round(y * height) * width + Math.round(x * width)]!;
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)].map((level) => Math.round(level / 51) * 51);
}

/** A picture of 800 × 600 whose quarters are black, 51, 204 and white. */
const levels = [0, 51, 204, 255];
const quarterAt = (x: number, y: number): number => (y < 300 ? 0 : 2) + (x < 400 ? 0 : 1);
const samples = (perPixel: number, sample: (level: number, channel: number) => number): number[] => {
  const data: number[] = [];
  for (let y = 0; y < 600; y++)
    for (let x = 0; x < 800; x++)
      for (let channel = 0; channel < perPixel; channel++) data.push(sample(levels[quarterAt(x, y)]!, channel));
  return data;
};

describe("PNG", () => {
  const png = (channels: number, depth: 8 | 16, data: number[]) =>
    encode({
      width: 800,
      height: 600,
      channels,
      depth,
      data: depth === 16 ? Uint16Array.from(data) : Uint8Array.from(data),
    });

  test.each([
    ["grey", 1, 8, (level: number) => level],
    ["grey of 16 bits", 1, 16, (level: number) => level * 257],
    ["three colours", 3, 8, (level: number) => level],
    ["colours on glass", 4, 8, (level: number, channel: number) => (channel < 3 ? level : 255)],
  ] as const)("in %s", (_, channels, depth, sample) => {
    expect(quarters(png(channels, depth, samples(channels, sample)))).toEqual(levels);
  });

  test("what is transparent is paper", () => {
    const glass = samples(2, (level, channel) => (channel === 0 ? 0 : 255 - level));
    expect(quarters(png(2, 8, glass))).toEqual(levels);
  });

  test("that is cut off is none", () => {
    expect(
      pdfOfImage(
        png(
          1,
          8,
          samples(1, (level) => level),
        ).subarray(0, 500),
      ),
    ).toBeUndefined();
  });
});

/** A TIFF of one page; fields as tag, kind (3 short, 4 long), values. */
function tiff(
  fields: readonly (readonly [tag: number, kind: 3 | 4, ...values: number[]])[],
  strips: readonly Uint8Array[],
) {
  const all = [...fields, [273, 4, ...strips.map(() => 0)], [279, 4, ...strips.map((strip) => strip.length)]] as const;
  const sorted = [...all].sort((a, b) => a[0] - b[0]);
  const extra = sorted.reduce(
    (sum, [, kind, ...values]) => sum + (values.length * (kind - 2) * 2 > 4 ? 4 * values.length : 0),
    0,
  );
  const head = 8 + 2 + 12 * sorted.length + 4;
  const file = new Uint8Array(head + extra + strips.reduce((sum, strip) => sum + strip.length, 0));
  const view = new DataView(file.buffer);
  view.setUint16(0, 0x4949);
  view.setUint16(2, 42, true);
  view.setUint32(4, 8, true);
  view.setUint16(8, sorted.length, true);
  let spare = head;
  let data = head + extra;
  const offsets = strips.map((strip) => {
    file.set(strip, data);
    data += strip.length;
    return data - strip.length;
  });
  sorted.forEach(([tag, kind, ...given], n) => {
    const entry = 10 + 12 * n;
    const values = tag === 273 ? offsets : given;
    view.setUint16(entry, tag, true);
    view.setUint16(entry + 2, values.length > 1 ? 4 : kind, true);
    view.setUint32(entry + 4, values.length, true);
    if (values.length === 1 && kind === 3) view.setUint16(entry + 8, values[0]!, true);
    else if (values.length === 1) view.setUint32(entry + 8, values[0]!, true);
    else {
      view.setUint32(entry + 8, spare, true);
      for (const value of values) {
        view.setUint32(spare, value, true);
        spare += 4;
      }
    }
  });
  return file;
}

const size = [
  [256, 3, 800],
  [257, 3, 600],
] as const;

describe("TIFF", () => {
  const grey = Uint8Array.from(samples(1, (level) => level));
  const plain = [...size, [258, 3, 8], [262, 3, 1], [277, 3, 1]] as const;

  test("plain, in one strip", () => {
    expect(quarters(tiff([...plain, [259, 3, 1], [278, 3, 600]], [grey]))).toEqual(levels);
  });

  test("in strips, packed by Deflate", () => {
    const strips = [0, 1, 2].map((n) => zlibSync(grey.subarray(n * 160_000, (n + 1) * 160_000)));
    expect(quarters(tiff([...plain, [259, 3, 8], [278, 3, 200]], strips))).toEqual(levels);
  });

  test("of one bit, where 0 is white", () => {
    const bits = new Uint8Array(100 * 600);
    for (let y = 0; y < 300; y++) bits.fill(0xff, y * 100, y * 100 + 50);
    const fields = [...size, [258, 3, 1], [259, 3, 1], [262, 3, 0], [277, 3, 1], [278, 3, 600]] as const;
    expect(quarters(tiff(fields, [bits]))).toEqual([0, 255, 255, 255]);
  });

  test("of fax coding (T.6)", () => {
    // white lines are one bit each: the code of a line that is like the one above
    const white = new Uint8Array(75).fill(0xff);
    const fields = [...size, [258, 3, 1], [259, 3, 4], [262, 3, 0], [277, 3, 1], [278, 3, 600]] as const;
    expect(quarters(tiff(fields, [white]))).toEqual([255, 255, 255, 255]);
  });

  test("whose pages go in a circle ends", () => {
    const one = tiff([...plain, [259, 3, 1], [278, 3, 600]], [grey]);
    const two = new Uint8Array(one);
    new DataView(two.buffer).setUint32(10 + 12 * 9, 8, true); // its own beginning
    expect(pdfOfImage(two)?.pixels).toBe(480_000);
  });
});

describe("JPEG", () => {
  const frame = (components: number) => [0xff, 0xc0, 0, 8 + 3 * components, 8, 0x02, 0x58, 0x03, 0x20, components];
  const jfif = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 1, 0, 200, 0, 200, 0, 0];
  const exif = (turn: number) =>
    [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1].concat([
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      turn,
      0,
      0,
      0,
      0,
      0,
      0,
    ]);
  const jpeg = (...segments: readonly (readonly number[])[]) =>
    jpegPicture(Uint8Array.of(0xff, 0xd8, ...segments.flat(), ...Array(20).fill(0)));

  test("says its size, its sharpness and how the camera stood", () => {
    expect(jpeg(jfif, exif(6), frame(3))).toMatchObject({ width: 800, height: 600, dpi: 200, quarters: 1 });
    expect(jpeg(frame(1))).toMatchObject({
      width: 800,
      height: 600,
      dictionary: expect.stringContaining("DeviceGray"),
    });
    expect(jpeg(exif(3), frame(3))?.quarters).toBe(2);
  });

  test("without a frame is none", () => {
    expect(jpeg(jfif)).toBeUndefined();
    expect(jpeg([0xff, 0xda, 0, 2])).toBeUndefined();
  });
});

describe("a picture's sharpness", () => {
  test.each([
    ["is what it says", 2339, 1654, 200, 200],
    ["is that of an A4 page where a camera wrote 72", 4000, 3000, 72, 4000 / 11.69],
    ["and where nothing is said", 1654, 2339, undefined, 2339 / 11.69],
    ["and where the page would be a stamp", 600, 400, 600, 600 / 11.69],
  ])("%s", (_, width, height, said, dpi) => {
    expect(sharpness(width, height, said)).toBeCloseTo(dpi, 0);
  });
});

describe("pictures that cannot be read", () => {
  const read = (bytes: Uint8Array, engines: Engines = { pdf: pdfium, recogniser: { recognise: () => [] } }) =>
    documentOfImage({ name: "图.png", bytes }, engines);

  test.each([
    ["GIF", Uint8Array.from([..."GIF89a"].map((one) => one.charCodeAt(0)))],
    ["a JPEG of nothing", Uint8Array.of(0xff, 0xd8, 0xff, 0xd9)],
    ["a TIFF of nothing", Uint8Array.of(0x49, 0x49, 42, 0, 0, 0, 0, 0)],
  ])("%s is refused with what to do", (_, bytes) => {
    const refused = read(bytes);
    expect(refused.ok ? undefined : refused.refusal.code).toBe("format-unsupported");
  });

  test("a PNG that says it is larger than any page is not unpacked", () => {
    const png = encode({ width: 8, height: 8, channels: 1, data: new Uint8Array(64) });
    const view = new DataView(png.buffer, png.byteOffset);
    view.setUint32(16, limits.imagePixels);
    view.setUint32(20, 2);
    const refused = read(png);
    expect(refused.ok ? undefined : refused.refusal.code).toBe("too-large");
  });

  test("without engines it is said that they are missing", () => {
    const refused = read(encode({ width: 8, height: 8, channels: 1, data: new Uint8Array(64) }), {});
    expect(refused.ok ? undefined : refused.refusal.code).toBe("engine-missing");
  });

  test("no bytes are a trap", () => {
    const head = fc.constantFrom(
      [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10],
      [0xff, 0xd8, 0xff],
      [0x49, 0x49, 42, 0],
      [0x4d, 0x4d, 0, 42],
    );
    fc.assert(
      fc.property(head, fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        pdfOfImage(Uint8Array.from([...start, ...rest]));
      }),
    );
  });
});
