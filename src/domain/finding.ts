import type { FieldPath, Place } from "./place.ts";

/** 严重程度. Errors are wrong by form; warnings want a person's judgement; infos are good to know. */
export type Severity = "error" | "warning" | "info";

/** All severities, gravest first, with the words shown for them — 严重程度. */
export const severities: readonly { readonly severity: Severity; readonly zh: string; readonly en: string }[] = [
  { severity: "error", zh: "错误", en: "Error" },
  { severity: "warning", zh: "提醒", en: "Warning" },
  { severity: "info", zh: "提示", en: "Note" },
];

/** Something in the data that wants a person's attention — 审核发现. Plain data; the words are added at the edge. */
export interface Finding {
  /** Rule id — 规则编号, e.g. `M02`. */
  readonly rule: string;
  /** Version of the rule that spoke. */
  readonly version: string;
  readonly severity: Severity;
  /** What it speaks of; "" for the whole file. */
  readonly subject: FieldPath;
  readonly at: readonly Place[];
  /** The words it is about, as printed. */
  readonly quoted: string;
  readonly expected: string | undefined;
  readonly found: string | undefined;
  /** What the sentence of the rule is made from. */
  readonly facts: Readonly<Record<string, string | number>>;
}

/** 审核结论 of one check on one subject: passing is not the same as not having been checked. */
export type CheckOutcome = "pass" | "fail" | "not-applicable" | "insufficient-data" | "could-not-read" | "our-error";
