/**
 * The budget year — 预算年度 — and how it is known: printed in the table's head, given by the person who brought the
 * file, or inferred from the years that the table itself names (shown as such, never exported as printed).
 */
export type FiscalYear =
  | { readonly basis: "printed" | "given" | "inferred"; readonly year: number }
  | { readonly basis: "unknown" };

/** A date that may lack its year, month or day — 日期: `2025-11-30`, `2025-11`, `2025`, `--06-30`, `--06`. */
export type PartialDate = string;
