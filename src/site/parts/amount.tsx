import type { ReactNode } from "react";
import type { Language } from "../../domain/result.ts";
import { valueWords } from "../words/value.ts";

/** `1025.93` → `1,025.93`. */
export function thousands(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Whether a sum holds nothing at all: its tables list no money, which is not the same as zero. */
export const isNothing = (sum: string): boolean => /^0\.0+$/.test(sum);

/** A whole number with thousands. */
export const wholeNumber = (n: number): string => thousands(String(n));

/** A share as a percentage with one decimal; at the ends, never rounded to what it is not. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return "—";
  const share = (100 * part) / whole;
  if (part > 0 && share < 0.1) return "<0.1%";
  if (part < whole && share > 99.9) return ">99.9%";
  return `${Number(share.toFixed(1))}%`;
}

/** An amount in 万元 — 金额. A dash where it is empty: empty is not zero. */
export function Amount(props: {
  readonly value: string | null;
  readonly language: Language;
  readonly unit?: boolean;
}): ReactNode {
  const words = valueWords[props.language];
  if (props.value === null)
    return (
      <span className="none" title={words.empty}>
        —
      </span>
    );
  return (
    <span className="num">
      {thousands(props.value)}
      {props.unit ? <span className="unit"> {words.wanYuan}</span> : null}
    </span>
  );
}
