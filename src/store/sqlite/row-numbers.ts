import type { StatementSync } from "node:sqlite";

/** Row numbers of one year — 行号: room for 68 billion rows, and 2^17 years below the largest exact integer. */
export const rowsPerYear = 2 ** 36;

/** The year in a row number — 行号所属年度. */
export const yearOfRow = (rid: number): number => Math.floor(rid / rowsPerYear);

/**
 * Row numbers for rows that come in document order — 行号. Walked downwards they give: newest year, newest import, document order.
 * `largest` answers the largest row number in a range.
 */
export function rowNumbers(
  years: readonly number[],
  largest: (from: number, below: number) => number | null,
): number[] {
  const next = new Map<number, number>();
  const numbers = new Array<number>(years.length);
  for (let i = years.length - 1; i >= 0; i--) {
    const year = years[i]!;
    const base = year * rowsPerYear;
    const number = next.get(year) ?? (largest(base, base + rowsPerYear) ?? base) + 1;
    numbers[i] = number;
    next.set(year, number + 1);
  }
  return numbers;
}

/** `largest` of {@link rowNumbers} from a statement that gives `rid` — 最大行号. */
export function largestBy(statement: StatementSync): (from: number, below: number) => number | null {
  return (from, below) => (statement.get(from, below) as { rid: number | null }).rid; // an aggregate gives one row
}
