import { type Fen, fen, wanYuan } from "../domain/money.ts";

/** How far two amounts are apart, in 万元 without a sign — 相差. */
export function difference(one: Fen, other: Fen): string {
  return wanYuan(fen(Math.abs(one - other)));
}
