import { type Fen, fen, wanYuan } from "../domain/money.ts";

/** How far two amounts are apart, in 万元 without a sign — 相差; in whole 分 as near as a number can say. */
export function difference(one: Fen, other: Fen): string {
  return wanYuan(fen(Math.min(Math.abs(one - other), Number.MAX_SAFE_INTEGER)));
}
