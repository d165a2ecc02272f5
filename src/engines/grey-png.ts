import { crc32, deflateSync } from "node:zlib";
import type { GreyImage } from "../read/engines.ts";

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A picture in shades of grey as PNG — 灰度 PNG. Each row is kept as its difference from the row above: paper is mostly even. */
export function greyPng({ width, height, pixels }: GreyImage): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) {
    const at = y * (width + 1);
    const above = (y - 1) * width;
    rows[at] = y === 0 ? 0 : 2;
    for (let x = 0; x < width; x++) {
      const own = pixels[y * width + x]!;
      rows[at + 1 + x] = y === 0 ? own : own - pixels[above + x]!;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8); // eight bits a pixel, grey, not interlaced
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows, { level: 4 })),
    chunk("IEND", new Uint8Array()),
  ]);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
