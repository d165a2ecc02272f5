import { u8, u16 } from "./little-endian.ts";

/** One property that differs from the default — 属性修改（sprm）: its code and the bytes of its value. */
export interface PropertyChange {
  readonly code: number;
  readonly value: Uint8Array;
}

/** The properties that reading needs, by their code — 属性代码. */
export const properties = {
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  deeper: 0x664a,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  pageBreakBefore: 0x2407,
  listLevel: 0x260a,
  list: 0x460b,
  elsewhere: 0x6646,
  elsewhereOld: 0x6645,
  tableElsewhere: 0x646b,
  rowShape: 0xd608,
  rowMerge: 0x5624,
  rowVerticalMerge: 0xd62b,
  deletedText: 0x0800,
  hiddenText: 0x083c,
  symbol: 0x6a09,
} as const;

const tabChanges = 0xc615;

/** The changes that some bytes list — 属性修改列表. Ends where they are cut off. */
export function* changesIn(bytes: Uint8Array): Generator<PropertyChange> {
  let at = 0;
  while (at + 2 <= bytes.length) {
    const code = u16(bytes, at);
    at += 2;
    const [head, length] = sizeOf(code, bytes, at);
    if (at + head + length > bytes.length && code !== properties.rowShape) return;
    yield { code, value: bytes.subarray(at + head, at + head + length) };
    at += head + length;
  }
}

/** Bytes that say how long the value is, and its length. */
function sizeOf(code: number, bytes: Uint8Array, at: number): readonly [number, number] {
  switch (code >>> 13) {
    case 0:
    case 1:
      return [0, 1];
    case 2:
    case 4:
    case 5:
      return [0, 2];
    case 3:
      return [0, 4];
    case 7:
      return [0, 3];
    default:
      if (code === properties.rowShape || code === 0xd606) return [2, Math.max(0, u16(bytes, at) - 1)];
      if (code === tabChanges && u8(bytes, at) === 255) {
        const deleted = u8(bytes, at + 1);
        const added = u8(bytes, at + 2 + 4 * deleted);
        return [1, 2 + 4 * deleted + 3 * added];
      }
      return [1, u8(bytes, at)];
  }
}
