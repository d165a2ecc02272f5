import { encode } from "fast-png";
import { aZip } from "../support/a-zip.ts";
import { type HostileFile, noTable, refused, utf8 } from "./hostile-file.ts";

const png = (width: number, height: number): Uint8Array =>
  encode({ width, height, data: new Uint8Array(width * height).fill(255), channels: 1, depth: 8 });

/** A picture whose head says another size. */
function saying(width: number, height: number): Uint8Array {
  const bytes = Uint8Array.from(png(2, 2));
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

/** Pictures, and files of programs that are none of ours — 图片与其他格式. */
export const otherFiles: readonly HostileFile[] = [
  {
    name: "PNG: 100,000 × 100,000 points in 70 bytes",
    bytes: () => saying(100_000, 100_000),
    outcome: refused("too-large"),
  },
  { name: "PNG: no point at all", bytes: () => saying(0, 0), outcome: noTable() },
  { name: "PNG: cut off", bytes: () => png(200, 200).subarray(0, 60), outcome: refused("format-unsupported") },
  { name: "PNG: a white page", bytes: () => png(600, 400), outcome: noTable() },
  {
    name: "JPEG: only its first bytes",
    bytes: () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]),
    outcome: refused("format-unsupported"),
  },
  {
    name: "a program",
    bytes: () => Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]),
    outcome: refused("format-unsupported"),
  },
  { name: "a database", bytes: () => utf8("SQLite format 3\u0000"), outcome: refused("format-unsupported") },
  {
    name: "RAR",
    bytes: () => Uint8Array.from([0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0]),
    outcome: refused("format-unsupported"),
  },
  {
    name: "7z",
    bytes: () => Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]),
    outcome: refused("format-unsupported"),
  },
  { name: "gzip", bytes: () => Uint8Array.from([0x1f, 0x8b, 8, 0]), outcome: refused("format-unsupported") },
  { name: "OFD", bytes: () => aZip([{ name: "OFD.xml", content: "<ofd/>" }]), outcome: refused("format-unsupported") },
  {
    name: "a presentation",
    bytes: () => aZip([{ name: "ppt/presentation.xml", content: "<p/>" }]),
    outcome: refused("format-unsupported"),
  },
];
