/** Whole 分 (1 元 = 100 分), so that sums are exact. Cannot be mistaken for another number — 金额. */
export type Fen = number & { readonly __unit: "fen" };

/** The units that tables print their amounts in — 金额单位. */
export type AmountUnit = "元" | "万元" | "亿元";

const decimalsToFen: Readonly<Record<AmountUnit, number>> = { 元: 2, 万元: 6, 亿元: 10 };

/**
 * Printed amount → 分. Digits and thousands commas of either width and a leading sign are read; `undefined` where the text is
 * not an amount, has more decimals than 分 can hold, or is too large to be exact.
 */
export function fenFromText(text: string, unit: AmountUnit): Fen | undefined {
  const match = /^([-−－]?)(\d{1,3}(?:[,，]\d{3})+|\d{1,16})(?:[.．](\d{1,10}))?$/.exec(halfWidth(text.trim()));
  if (!match) return undefined;
  const decimals = decimalsToFen[unit];
  const fraction = match[3] ?? "";
  if (/[^0]/.test(fraction.slice(decimals))) return undefined;
  const whole = match[2]!.replace(/[,，]/g, "");
  const fen = Number(whole + fraction.slice(0, decimals).padEnd(decimals, "0"));
  if (!Number.isSafeInteger(fen)) return undefined;
  return (match[1] && fen !== 0 ? -fen : fen) as Fen; // the only place where text becomes Fen
}

const halfWidth = (text: string): string =>
  text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** Amount in 万元 as tables print it: `1,025.93`; more than two decimals only where 分 ask for them. */
export const wanYuan = (amount: Fen): string => amountIn(amount, "万元");

/** Amount in 万元 without thousands commas: `1025.93`. */
export function plainWanYuan(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(7, "0");
  const fraction = digits.slice(-6).replace(/0{1,4}$/, "");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -6)}.${fraction}`;
}

/** Amount in the unit that a table prints, with thousands commas: `1,025.93` 万元, `10,259,300.00` 元 — 以表的单位印出. */
export function amountIn(amount: Fen, unit: AmountUnit): string {
  const places = decimalsToFen[unit];
  const digits = String(Math.abs(amount)).padStart(places + 1, "0");
  const whole = digits.slice(0, -places).replace(/\B(?=(\d{3})+$)/g, ",");
  const fraction = digits.slice(-places).replace(/(?<=^\d{2,})0+$/, "");
  return `${amount < 0 ? "-" : ""}${whole}.${fraction}`;
}

/** Exact sum — 合计; `undefined` where figures are so large that it would not be exact: then they are no true amounts. */
export function exactSum(amounts: Iterable<Fen>): Fen | undefined {
  let sum = 0;
  for (const amount of amounts) {
    sum += amount;
    if (!Number.isSafeInteger(sum)) return undefined;
  }
  return sum as Fen; // whole 分 add up to whole 分
}

/** Exact sum of amounts that were checked before — 合计. Throws where it leaves the exact range: that is our mistake. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  const sum = exactSum(amounts);
  if (sum === undefined) throw new RangeError("a sum of money left the exact range");
  return sum;
}

/** The number of 分 as {@link Fen}: for values that were Fen before they were stored or sent. */
export function fen(count: number): Fen {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole number of 分: ${count}`);
  return count as Fen;
}
