import { chineseNumber } from "../../../domain/chinese-number.ts";

/** Digits as a pattern: half width and full width. */
export const digit = "[\\d０-９]";

const numeral = `(?:${digit}{1,3}|[一二三四五六七八九十]{1,3})`;
/**
 * How lists print the number of an item — 条目序号: `12、` `3.` `4)` `（5）` `六、` `⑦`. One of three groups holds the number
 * itself.
 */
export const itemNumberPattern = `(?:(${numeral})\\s?[、.．)）]|[（(](${numeral})[)）]、?|([①-⑳])、?)`;

/** The number that the mark of an item prints; NaN where it is none. */
export function itemNumber(printed: string): number {
  const code = printed.charCodeAt(0);
  if (code >= 0x2460 && code <= 0x2473) return code - 0x2460 + 1;
  if (/^[一二三四五六七八九十]/u.test(printed)) return chineseNumber(printed) ?? Number.NaN;
  return Number(halfWidthDigits(printed));
}

/** Full-width digits as half-width ones. */
export function halfWidthDigits(text: string): string {
  return text.replace(/[０-９]/gu, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0));
}
