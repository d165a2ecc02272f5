/**
 * Numbers that look random and are the same on every run — 确定性伪随机. No state: the same keys give the same number.
 */

/** Mixes whole numbers into one of 32 bits (the finaliser of MurmurHash3, chained). */
function mixed(...keys: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const key of keys) {
    hash ^= key | 0;
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash = (hash ^ (hash >>> 16)) + 0x6d2b79f5;
  }
  return hash >>> 0;
}

/** A whole number from 0 to `below` − 1 — 取数. */
export function pickBelow(below: number, ...keys: readonly number[]): number {
  return Math.floor((mixed(...keys) / 0x1_0000_0000) * below);
}

/** One of a list — 取其一. The list must not be empty. */
export function pickOne<T>(list: readonly T[], ...keys: readonly number[]): T {
  return list[pickBelow(list.length, ...keys)]!;
}
