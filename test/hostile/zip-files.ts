import { aZip, type ZipSpec } from "../support/a-zip.ts";
import { codesOfText } from "../support/old-encodings.ts";
import { files, goodText, type HostileFile, refused, utf8 } from "./hostile-file.ts";

const good: ZipSpec = { name: "表.txt", content: goodText };
const bomb = (bytes: number): Uint8Array => new Uint8Array(bytes);
const megabyte = 1024 * 1024;

/** Archives that hold more than they say, or less, or something else — 压缩包. */
export const zipFiles: readonly HostileFile[] = [
  {
    name: "a flat bomb: 100 MB of nothing in 100 KB",
    bytes: () => aZip([{ name: "0.txt", content: bomb(100 * megabyte) }]),
    outcome: refused("too-large"),
  },
  {
    name: "a bomb beside a good table",
    bytes: () => aZip([good, { name: "0.txt", content: bomb(30 * megabyte) }]),
    outcome: refused("too-large"),
  },
  {
    name: "a bomb in an archive in an archive",
    bytes: () =>
      aZip([
        {
          name: "a.zip",
          content: aZip([{ name: "b.zip", content: aZip([{ name: "0", content: bomb(30 * megabyte) }]) }]),
        },
      ]),
    outcome: refused("nothing-inside"),
  },
  {
    name: "entries that overlap: one content, a hundred names",
    bytes: () => aZip(Array.from({ length: 100 }, (_, n) => ({ name: `${n}.txt`, content: goodText, at: 0 }))),
    outcome: refused("damaged"),
  },
  { name: "a claim of 10 GB", bytes: () => aZip([{ ...good, unpacked: 0xfffffff0 }]), outcome: refused("too-large") },
  {
    name: "less than it holds: says 10 bytes",
    bytes: () => aZip([{ ...good, unpacked: 10 }]),
    outcome: refused("nothing-inside"),
  },
  {
    name: "more than it holds: says 10 bytes more",
    bytes: () => aZip([{ ...good, unpacked: utf8(goodText).length + 10 }]),
    outcome: refused("nothing-inside"),
  },
  { name: "a wrong checksum", bytes: () => aZip([{ ...good, crc: 1 }]), outcome: refused("nothing-inside") },
  {
    name: "a wrong checksum beside a good table",
    bytes: () => aZip([good, { name: "坏.txt", content: "x", crc: 1 }]),
    outcome: files(1, 1),
  },
  {
    name: "5,001 entries",
    bytes: () => aZip(Array.from({ length: 5_001 }, (_, n) => ({ name: `${n}.txt`, content: "x" }))),
    outcome: refused("too-large"),
  },
  {
    name: "a count of 65,535 with one entry",
    bytes: () => aZip([good], { count: 65_535 }),
    outcome: refused("too-large"),
  },
  { name: "a count of 0 with one entry", bytes: () => aZip([good], { count: 0 }), outcome: refused("damaged") },
  { name: "cut off in the middle", bytes: () => aZip([good]).subarray(0, 300), outcome: refused("damaged") },
  {
    name: "a directory that points beyond the file",
    bytes: () => aZip([{ ...good, at: 0x7fffffff }]),
    outcome: refused("damaged"),
  },
  { name: "encrypted", bytes: () => aZip([{ ...good, flags: 0x0801 }]), outcome: refused("needs-password") },
  {
    name: "encrypted beside a good table",
    bytes: () => aZip([good, { name: "密.txt", content: "x", flags: 0x0801 }]),
    outcome: files(1, 1),
  },
  {
    name: "packed in a way that nobody knows",
    bytes: () => aZip([{ ...good, method: 97 }]),
    outcome: refused("nothing-inside"),
  },
  {
    name: "the same name twice",
    bytes: () => aZip([good, { name: "表.txt", content: "something else" }]),
    outcome: refused("nothing-inside"),
  },
  {
    name: "a name that climbs: ../../表.txt",
    bytes: () => aZip([good, { name: "../../表.txt", content: goodText }]),
    outcome: files(1, 1),
  },
  {
    name: "an absolute name",
    bytes: () => aZip([good, { name: "/etc/表.txt", content: goodText }]),
    outcome: files(1, 1),
  },
  {
    name: "a name with a drive",
    bytes: () => aZip([good, { name: "C:\\表.txt", content: goodText }]),
    outcome: files(1, 1),
  },
  {
    name: "a name that climbs with backslashes",
    bytes: () => aZip([good, { name: "..\\..\\表.txt", content: goodText }]),
    outcome: files(1, 1),
  },
  {
    name: "a symbolic link",
    bytes: () => aZip([good, { name: "link", content: "/etc/passwd", mode: 0o120777 }]),
    outcome: files(1, 1),
  },
  {
    name: "the name of a device: CON.txt",
    bytes: () => aZip([good, { name: "CON.txt", content: goodText }]),
    outcome: files(1, 1),
  },
  {
    name: "NUL in a name",
    bytes: () => aZip([good, { name: "a\u0000.txt", content: goodText }]),
    outcome: files(1, 1),
  },
  { name: "an empty name", bytes: () => aZip([good, { name: "", content: goodText }]), outcome: files(1, 1) },
  {
    name: "a name of 60,000 characters",
    bytes: () => aZip([{ name: "长".repeat(20_000), content: goodText }]),
    outcome: files(1),
  },
  {
    name: "names in GB18030",
    bytes: () =>
      aZip([{ name: Uint8Array.from(codesOfText("gb18030", "水务局/表.txt")), content: goodText, flags: 0 }]),
    outcome: files(1),
  },
  {
    name: "archives in each other, 4 deep",
    bytes: () => [1, 2, 3].reduce((inner, n) => aZip([{ name: `${n}.zip`, content: inner }]), aZip([good])),
    outcome: refused("nothing-inside"),
  },
  {
    name: "archives in each other, 3 deep",
    bytes: () => [1, 2].reduce((inner, n) => aZip([{ name: `${n}.zip`, content: inner }]), aZip([good])),
    outcome: files(1),
  },
  {
    name: "a program in front of it, as self-extracting ones have",
    bytes: () => aZip([good], { before: utf8("PK\u0003\u0004 not really") }),
    outcome: files(1),
  },
  {
    name: "nothing but folders",
    bytes: () =>
      aZip([
        { name: "a/", method: 0 },
        { name: "a/b/", method: 0 },
      ]),
    outcome: refused("nothing-inside"),
  },
  { name: "no entry at all", bytes: () => aZip([]), outcome: refused("nothing-inside") },
  {
    name: "what systems leave behind, and a good table",
    bytes: () => aZip([good, { name: "__MACOSX/._表.txt", content: "x" }, { name: "Thumbs.db", content: "x" }]),
    outcome: files(1, 2),
  },
];
