import type { Result } from "../../domain/result.ts";
import { type ReadingRefusal, refuse } from "../reading-refusal.ts";
import { zipEntryName } from "./zip-entry-name.ts";

/** One entry as the central directory of a ZIP declares it — 压缩包目录项. Nothing of it has been unpacked. */
export interface ZipDirectoryEntry {
  /** With `/` between its parts, whatever the packer wrote. */
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  /** A Unix symbolic link: its content is a path. */
  readonly isLink: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Offset of its local header, and of its bytes. */
  readonly start: number;
  readonly data: number;
}

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endRecord = 0x06054b50;
const endRecord64 = 0x06064b50;
const endLocator64 = 0x07064b50;
const linkType = 0xa000;
const typeOfMode = 0xf000;

/** The entries of a ZIP by its central directory — 读取压缩包目录. Never throws; asks for at most `most` entries. */
export function readZipDirectory(
  bytes: Uint8Array,
  most: number,
): Result<readonly ZipDirectoryEntry[], ReadingRefusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (!end) return damaged("没有目录，可能没有下载完", "it has no directory, as if not wholly downloaded");
  if (end.disks) return damaged("它是分卷压缩的一卷", "it is one volume of several");
  if (end.count > most) return tooMany(end.count, most);
  const entries: ZipDirectoryEntry[] = [];
  let at = end.directory;
  while (at + 46 <= end.at && view.getUint32(at, true) === centralHeader) {
    if (entries.length === most) return tooMany(most + 1, most);
    const entry = readEntry(bytes, view, at, end.shift);
    if (!entry) return damaged(`目录第 ${entries.length + 1} 项不完整`, `entry ${entries.length + 1} is broken`);
    entries.push(entry.entry);
    at = entry.next;
  }
  if (entries.length !== end.count && entries.length % 0x10000 !== end.count)
    return damaged(
      `目录写明 ${end.count} 项，只找到 ${entries.length} 项`,
      `it declares ${end.count} entries and lists ${entries.length}`,
    );
  return { ok: true, value: entries };
}

interface DirectoryEnd {
  readonly at: number;
  readonly directory: number;
  readonly count: number;
  readonly disks: boolean;
  /** Bytes before the archive proper, which its own offsets do not count. */
  readonly shift: number;
}

function findEnd(view: DataView): DirectoryEnd | undefined {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== endRecord) continue;
    const found = endAt(view, at);
    if (found) return found;
  }
  return undefined;
}

function endAt(view: DataView, at: number): DirectoryEnd | undefined {
  let count = view.getUint16(at + 10, true);
  let size = view.getUint32(at + 12, true);
  let offset = view.getUint32(at + 16, true);
  const disks = view.getUint16(at + 4, true);
  let directoryEnd = at;
  if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) {
    const long = longEnd(view, at);
    if (long) ({ count, size, offset, at: directoryEnd } = long);
  }
  const shift = directoryEnd - size - offset;
  if (!(shift >= 0)) return undefined;
  return {
    at: directoryEnd,
    directory: directoryEnd - size,
    count,
    disks: disks !== 0 && disks !== 0xffff,
    shift,
  };
}

/** The end record of ZIP64, which writers of streams put also into small files. */
function longEnd(view: DataView, end: number) {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== endLocator64) return undefined;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (!(at + 56 <= locator) || view.getUint32(at, true) !== endRecord64) return undefined;
  const count = Number(view.getBigUint64(at + 32, true));
  const size = Number(view.getBigUint64(at + 40, true));
  const offset = Number(view.getBigUint64(at + 48, true));
  return { at, count, size, offset };
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, shift: number) {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength) return undefined;
  const flags = view.getUint16(at + 8, true);
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
  const sizes = sizesOf(view, at, extra);
  const start = sizes.offset + shift;
  if (!(start + 30 <= view.byteLength) || view.getUint32(start, true) !== localHeader) return undefined;
  const data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (!(data + sizes.packed <= view.byteLength && sizes.unpacked >= 0)) return undefined;
  const entry: ZipDirectoryEntry = {
    name: zipEntryName(nameBytes, extraField(extra, 0x7075), (flags & 0x0800) !== 0),
    method: view.getUint16(at + 10, true),
    isEncrypted: (flags & 0x2041) !== 0,
    isLink: (view.getUint16(at + 40, true) & typeOfMode) === linkType && isMadeByUnix(view.getUint8(at + 5)),
    crc: view.getUint32(at + 16, true),
    packed: sizes.packed,
    unpacked: sizes.unpacked,
    start,
    data,
  };
  return { entry, next };
}

const isMadeByUnix = (system: number): boolean => system === 3 || system === 19;

/** Sizes and offset; where they are all ones, they stand in the ZIP64 field, in this order. */
function sizesOf(view: DataView, at: number, extra: Uint8Array) {
  let packed = view.getUint32(at + 20, true);
  let unpacked = view.getUint32(at + 24, true);
  let offset = view.getUint32(at + 42, true);
  const field = extraField(extra, 0x0001);
  const long = new DataView(field.buffer, field.byteOffset, field.byteLength);
  let used = 0;
  const take = (): number => {
    used += 8;
    return used <= long.byteLength ? Number(long.getBigUint64(used - 8, true)) : Number.NaN;
  };
  if (unpacked === 0xffffffff) unpacked = take();
  if (packed === 0xffffffff) packed = take();
  if (offset === 0xffffffff) offset = take();
  return { packed, unpacked, offset };
}

/** The content of one extra field of an entry; empty where it is absent. */
function extraField(extra: Uint8Array, id: number): Uint8Array {
  let at = 0;
  while (at + 4 <= extra.length) {
    const length = extra[at + 2]! | (extra[at + 3]! << 8);
    if ((extra[at]! | (extra[at + 1]! << 8)) === id) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return extra.subarray(0, 0);
}

function damaged(zh: string, en: string) {
  return refuse(
    "damaged",
    { zh: `压缩结构损坏：${zh}。`, en: `The ZIP structure is damaged: ${en}.` },
    { zh: "请重新下载或重新导出该文件。", en: "Download or export the file again." },
  );
}

function tooMany(found: number, most: number) {
  return refuse(
    "too-large",
    {
      zh: `压缩包内有 ${found} 项，超过上限 ${most} 项。`,
      en: `The archive lists ${found} entries; the limit is ${most}.`,
    },
    { zh: "请分成几个较小的压缩包。", en: "Split it into smaller archives." },
  );
}
