import type { Key } from "./store.ts";

/** Whether a text can be an id of ours at all — 是否标识: PostgreSQL refuses to compare anything else with one. */
export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);

/** Whether a text can be the id of a department or a unit of ours — 是否部门单位标识. */
export const isShortDigest = (text: string): boolean => /^[0-9a-f]{16}$/.test(text);

/** Whether a text can be a SHA-256 in hexadecimal — 是否哈希. */
export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/i.test(text);

/** Whether a key can be one of ours — 键的形式. What comes from an address may be anything. */
export function isKey({ region, year, id }: Key): boolean {
  return isIn(region, 2 ** 31) && isIn(year, 2 ** 15) && isUuid(id);
}

const isIn = (value: number, below: number): boolean => Number.isInteger(value) && value >= 0 && value < below;
