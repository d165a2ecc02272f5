/** A polite "no": understood, and not done — 拒绝. Three kinds of trouble: findings, refusals, thrown bugs. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly message: Bilingual;
  /** What the person can do now. */
  readonly hint: Bilingual;
  /** 1-based line in the source, where the trouble has a place. */
  readonly line?: number;
}

/** What was asked for, or a refusal — 结果或拒绝. */
export type Result<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

/** The two languages of the product — 中文、英文. */
export type Language = "zh" | "en";

/** The same sentence in both — 双语. */
export type Bilingual = Readonly<Record<Language, string>>;
