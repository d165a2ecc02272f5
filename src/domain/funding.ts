import type { Fen } from "./money.ts";

/** The four printed columns of money — 资金：总计、财政拨款、财政专户拨款、其他资金. */
export const fundingColumns = ["total", "appropriation", "specialAccount", "other"] as const;
/** 资金栏. */
export type FundingColumn = (typeof fundingColumns)[number];

/** The three sources that add up to the total — 资金来源. */
export const fundingSources = ["appropriation", "specialAccount", "other"] as const satisfies readonly FundingColumn[];

/** Their names as official tables print them — 资金栏名称. */
export const fundingColumnNames: Readonly<Record<FundingColumn, string>> = {
  total: "总计",
  appropriation: "财政拨款",
  specialAccount: "财政专户拨款",
  other: "其他资金",
};

/** One cell of money — 金额. An empty cell is not zero, and an unreadable one is neither. */
export type Amount =
  | { readonly kind: "read"; readonly fen: Fen }
  | { readonly kind: "empty" }
  | { readonly kind: "unreadable"; readonly text: string };

/** The money behind a declaration, a unit or a table — 资金. */
export type Funding = Readonly<Record<FundingColumn, Amount>>;

/** An empty cell — 空白金额. */
export const emptyAmount: Amount = { kind: "empty" };
/** A row whose cells of money are all empty — 资金全空. */
export const noFunding: Funding = {
  total: emptyAmount,
  appropriation: emptyAmount,
  specialAccount: emptyAmount,
  other: emptyAmount,
};

/** The 分 of an amount that was read, else `undefined`. */
export function fenOf(amount: Amount): Fen | undefined {
  return amount.kind === "read" ? amount.fen : undefined;
}
