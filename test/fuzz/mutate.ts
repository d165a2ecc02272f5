import type { Chance } from "./chance.ts";

/** Numbers at which programs go wrong, as bytes. */
const edges: readonly (readonly number[])[] = [
  [0xff, 0xff, 0xff, 0xff],
  [0x7f, 0xff, 0xff, 0xff],
  [0xff, 0xff, 0xff, 0x7f],
  [0, 0, 0, 0],
  [0x80, 0, 0, 0],
  [0xff, 0xff],
  [0, 0],
  [1],
];

/** Damages bytes in one to four places: changed, cut out, doubled, moved, cut off, or a word of the format put in. */
export function mutated(bytes: Uint8Array, words: readonly Uint8Array[], dice: Chance): Uint8Array {
  let now = bytes;
  for (let times = 1 + dice.below(4); times > 0; times--) now = once(now, words, dice);
  return now;
}

function once(bytes: Uint8Array, words: readonly Uint8Array[], dice: Chance): Uint8Array {
  const at = dice.below(bytes.length + 1);
  const piece = bytes.subarray(at, at + 1 + dice.below(1 + dice.below(64)));
  switch (dice.below(9)) {
    case 0:
      return overwritten(bytes, at, [dice.below(256)]);
    case 1:
      return overwritten(bytes, at, [(bytes[at] ?? 0) ^ (1 << dice.below(8))]);
    case 2:
      return overwritten(bytes, at, dice.one(edges));
    case 3:
      return joined(bytes.subarray(0, at), bytes.subarray(at + piece.length));
    case 4:
      return joined(bytes.subarray(0, at), piece, bytes.subarray(at));
    case 5: {
      const to = dice.below(bytes.length + 1);
      return joined(bytes.subarray(0, to), piece, bytes.subarray(to));
    }
    case 6:
      return dice.below(8) === 0 ? bytes.subarray(0, at) : overwritten(bytes, at, [dice.below(256), dice.below(256)]);
    case 7: {
      const repeated = dice.one(words);
      return joined(
        bytes.subarray(0, at),
        ...Array.from({ length: 1 + dice.below(20) }, () => repeated),
        bytes.subarray(at),
      );
    }
    default:
      return joined(bytes.subarray(0, at), dice.one(words), bytes.subarray(at + dice.below(8)));
  }
}

function overwritten(bytes: Uint8Array, at: number, value: readonly number[]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  value.forEach((byte, n) => {
    if (at + n < copy.length) copy[at + n] = byte;
  });
  return copy;
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
