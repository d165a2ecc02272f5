/** Numbers that look random and are the same for the same seed — 可重复的随机数. */
export interface Chance {
  /** From 0 to below − 1. */
  below(limit: number): number;
  one<T>(list: readonly T[]): T;
}

/** The small generator known as mulberry32. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => Math.floor((next() / 0x1_0000_0000) * limit);
  return { below, one: (list) => list[below(list.length)]! };
}
