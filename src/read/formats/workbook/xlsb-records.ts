import { type BiffCursor, biffCursor } from "./biff-records.ts";

/** One record of a binary part of an XLSB package — BIFF12 记录. */
export interface Biff12Record {
  readonly type: number;
  readonly cursor: BiffCursor;
}

/** The records of a binary part; ends quietly where the part is cut off — 逐条读取 BIFF12 记录. */
export function* biff12Records(part: Uint8Array): Generator<Biff12Record> {
  let at = 0;
  const next = (most: number): number => {
    let value = 0;
    for (let step = 0; step < most; step++) {
      const byte = part[at++] ?? 0;
      value |= (byte & 0x7f) << (7 * step);
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < part.length) {
    const type = next(2);
    const length = next(4);
    yield { type, cursor: biffCursor([part.subarray(at, at + length)]) };
    at += length;
  }
}

/** A text with its length in four bytes. */
export function wideText(cursor: BiffCursor): string {
  const length = cursor.u32();
  return length === 0xffffffff ? "" : cursor.characters(length, true);
}
