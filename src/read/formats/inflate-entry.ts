import { Inflate } from "fflate";
import type { Bilingual } from "../../domain/result.ts";
import type { ReadingRefusal } from "../reading-refusal.ts";
import type { ZipDirectoryEntry } from "./zip-directory.ts";

/** Why one entry of a ZIP cannot be handed out — 某一项不能解开的原因. */
export interface EntryTrouble {
  readonly code: ReadingRefusal;
  readonly why: Bilingual;
}

/** Packed bytes that are handed over at once: deflate makes at most 1,032 of each, so a step stays below 17 MB. */
const step = 16 * 1024;

/**
 * Unpacks one entry piece by piece — 解压一项. Stops as soon as more comes out than was declared: the directory may lie.
 * Answers with the trouble, or nothing. Where `take` says `false`, the rest is left alone.
 */
export function inflateEntry(
  bytes: Uint8Array,
  entry: ZipDirectoryEntry,
  take: (piece: Uint8Array) => boolean | undefined,
): EntryTrouble | undefined {
  const packed = bytes.subarray(entry.data, entry.data + entry.packed);
  let count = 0;
  let crc = 0xffffffff;
  let ended = false;
  const receive = (piece: Uint8Array): void => {
    count += piece.length;
    if (count > entry.unpacked || ended || piece.length === 0) return;
    crc = crc32(crc, piece);
    if (take(piece) === false) ended = true;
  };
  if (entry.method === 0) {
    for (let at = 0; at < packed.length && !ended; at += step) receive(packed.subarray(at, at + step));
  } else {
    const inflate = new Inflate(receive);
    for (let at = 0; !ended && count <= entry.unpacked; at += step) {
      const isLast = at + step >= packed.length;
      if (!pushed(inflate, packed.subarray(at, at + step), isLast)) return broken;
      if (isLast) break;
    }
  }
  if (ended) return undefined;
  if (count !== entry.unpacked) return lying(entry.unpacked, count);
  return ~crc >>> 0 === entry.crc ? undefined : broken;
}

/** fflate throws on bytes that are no deflate stream, all of them errors with a numeric code; nothing else is caught. */
function pushed(inflate: Inflate, piece: Uint8Array, isLast: boolean): boolean {
  try {
    inflate.push(piece, isLast);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && typeof error.code === "number") return false;
    throw error;
  }
}

const broken = {
  code: "damaged",
  why: { zh: "数据损坏，解压后校验不符", en: "its data is damaged; the checksum does not agree" },
} as const;

function lying(declared: number, found: number): EntryTrouble {
  const more = found > declared;
  return {
    code: "damaged",
    why: {
      zh: `目录写明解压后 ${declared} 字节，实际${more ? "更多" : `只有 ${found} 字节`}`,
      en: `it declares ${declared} bytes and holds ${more ? "more" : `only ${found}`}`,
    },
  };
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(crc: number, bytes: Uint8Array): number {
  let value = crc;
  for (let at = 0; at < bytes.length; at++) value = crcTable[(value ^ bytes[at]!) & 0xff]! ^ (value >>> 8);
  return value;
}
