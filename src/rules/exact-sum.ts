import type { Fen } from "../domain/money.ts";

/** The sum, `undefined` where it is too large to be exact: a table may print any figure, and that is no bug of ours — 精确合计. */
export function exactSum(amounts: readonly Fen[]): Fen | undefined {
  let sum = 0;
  for (const amount of amounts) {
    sum += amount;
    if (!Number.isSafeInteger(sum)) return undefined;
  }
  return sum as Fen; // a sum of whole 分 within the exact range is a whole number of 分
}
