import { type Amount, emptyAmount, type Funding, fenOf, fundingColumns } from "../domain/funding.ts";
import { sumFen } from "../domain/money.ts";

/** Column by column; a column that is empty everywhere stays empty — 合计. */
export function sumOfFunding(parts: readonly Funding[]): Funding {
  const sums = fundingColumns.map((column) => {
    const amounts = parts.map((part) => fenOf(part[column])).filter((amount) => amount !== undefined);
    const sum: Amount = amounts.length === 0 ? emptyAmount : { kind: "read", fen: sumFen(amounts) };
    return [column, sum];
  });
  return Object.fromEntries(sums) as Funding; // safe: one entry for each of the four columns
}
