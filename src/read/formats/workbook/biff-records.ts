/** One record of a workbook stream — BIFF 记录. */
export interface BiffRecord {
  readonly type: number;
  /** Its own bytes, and those of the records that continue it. */
  readonly pieces: readonly Uint8Array[];
  /** Where the record stands in the stream. */
  readonly at: number;
}

const continuation = 0x3c;

/** The records of a workbook stream from some place on; ends quietly where the stream is cut off — 逐条读取 BIFF 记录. */
export function* biffRecords(stream: Uint8Array, from: number): Generator<BiffRecord> {
  let at = from;
  while (at + 4 <= stream.length) {
    const type = stream[at]! | (stream[at + 1]! << 8);
    const start = at;
    const pieces: Uint8Array[] = [];
    do {
      const length = stream[at + 2]! | (stream[at + 3]! << 8);
      pieces.push(stream.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    } while (at + 4 <= stream.length && stream[at] === continuation && stream[at + 1] === 0);
    yield { type, pieces, at: start };
  }
}

/** Reads numbers and texts out of a record and what continues it; what lies past the end is 0 or "" — BIFF 数据游标. */
export interface BiffCursor {
  u8(): number;
  u16(): number;
  u32(): number;
  double(): number;
  skip(count: number): void;
  /** Characters of one byte, in the code page of the workbook. */
  bytes(count: number): Uint8Array;
  /** Characters of a text of BIFF8: each continuing record begins by saying anew how wide they are. */
  characters(count: number, isWide: boolean): string;
  readonly isAtEnd: boolean;
}

/** Opens a record for reading. */
export function biffCursor(pieces: readonly Uint8Array[]): BiffCursor {
  let index = 0;
  let at = 0;
  let piece = pieces[0] ?? new Uint8Array();
  const scratch = new DataView(new ArrayBuffer(8));
  const settle = (): void => {
    while (at >= piece.length && index + 1 < pieces.length) {
      at -= piece.length;
      piece = pieces[++index]!;
    }
  };
  const u8 = (): number => {
    settle();
    return piece[at++] ?? 0;
  };
  const u16 = (): number => u8() | (u8() << 8);
  return {
    u8,
    u16,
    u32: () => (u16() | (u16() << 16)) >>> 0,
    double() {
      for (let byte = 0; byte < 8; byte++) scratch.setUint8(byte, u8());
      return scratch.getFloat64(0, true);
    },
    skip(count) {
      at += count;
      settle();
    },
    bytes(count) {
      const found: number[] = [];
      for (let left = count; left > 0 && !isPastEnd(); left--) found.push(u8());
      return Uint8Array.from(found);
    },
    characters(count, isWide) {
      let wide = isWide;
      let text = "";
      for (let left = count; left > 0; ) {
        if (at >= piece.length) {
          if (index + 1 >= pieces.length) break;
          piece = pieces[++index]!;
          wide = (piece[0] ?? 0) % 2 === 1;
          at = 1;
        }
        const taken = Math.min(left, Math.floor((piece.length - at) / (wide ? 2 : 1)));
        const units = piece.subarray(at, at + taken * (wide ? 2 : 1));
        text += decoders[wide ? "wide" : "narrow"].decode(units);
        at = taken === 0 ? piece.length : at + units.length;
        left -= taken;
      }
      return text;
    },
    get isAtEnd() {
      return isPastEnd();
    },
  };

  function isPastEnd(): boolean {
    settle();
    return index + 1 >= pieces.length && at >= piece.length;
  }
}

// “latin1” would be windows-1252 here, which has other characters at 0x80 to 0x9f; Excel writes one byte only below 0x100
const decoders = {
  wide: new TextDecoder("utf-16le"),
  narrow: { decode: (bytes: Uint8Array): string => String.fromCharCode(...bytes) },
};
