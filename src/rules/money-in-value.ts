import { type Fen, fen } from "../domain/money.ts";
import type { Comparator, TargetValue } from "../domain/target-value.ts";

/** One amount of money that a target names — 指标值中的金额. */
interface MoneyNamed {
  readonly fen: Fen;
  readonly comparator: Comparator;
}

const fenPer: Readonly<Record<string, number>> = {
  元: 100,
  万元: 1_000_000,
  万: 1_000_000,
  亿元: 10_000_000_000,
};

/** The amounts of money in a value, `undefined` if it is anything but money — 指标值中的金额. */
export function moneyIn(value: TargetValue): readonly MoneyNamed[] | undefined {
  if (value.kind === "compound") {
    const parts = value.parts.map((part) => (part.kind === "quantity" ? moneyIn(part)?.[0] : undefined));
    const read = parts.filter((part) => part !== undefined);
    return read.length === parts.length && read.length > 0 ? read : undefined;
  }
  if (value.kind !== "quantity" || value.per !== undefined) return undefined;
  const count = Math.round(value.number * (fenPer[value.unit ?? ""] ?? Number.NaN));
  return Number.isSafeInteger(count) ? [{ fen: fen(count), comparator: value.comparator }] : undefined;
}
