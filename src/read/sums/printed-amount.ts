import { type AmountUnit, type Fen, fenFromText } from "../../domain/money.ts";
import { halfWidthDigits } from "../layouts/packed/item-number.ts";

const amountLike = /^[-−－]?\d[\d,，]*(?:[.．]\d+)?$/u;

const bare = (text: string): string => halfWidthDigits(text.replace(/\s+/gu, ""));

/** Whether a text looks like an amount, be it readable or not — 形似金额. */
export function looksLikeAmount(text: string): boolean {
  return amountLike.test(bare(text));
}

/** A printed amount, blanks and full-width digits allowed — 读金额文字; `undefined` where it is none. */
export function readAmount(text: string, unit: AmountUnit): Fen | undefined {
  return fenFromText(bare(text), unit);
}
