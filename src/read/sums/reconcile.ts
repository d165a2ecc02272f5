import { type FundingColumn, fundingColumns } from "../../domain/funding.ts";
import type { Fen } from "../../domain/money.ts";

/** Amounts by column as read in one way. */
export type Amounts = Readonly<Partial<Record<FundingColumn, Fen>>>;

/** One way to read the money of a row, and how unlikely it is. */
export interface AmountsOption {
  readonly amounts: Amounts;
  readonly cost: number;
}

/** Which option of each row was taken — 取用. `settled`: the printed sums told, and nothing else closes them as well. */
export interface Choice {
  readonly taken: readonly number[];
  readonly settled: boolean;
}

/** Printed figures are rounded to 0.01 万元; each part may be off by half of that — 尾差. */
const halfCentOfWanYuan = 5_000;

/** What a sum of `parts` printed figures may miss its printed total by, in 分. */
export function tolerance(parts: number): Fen {
  return Math.max(2 * halfCentOfWanYuan, parts * halfCentOfWanYuan) as Fen; // a whole number of 分 by construction
}

/** At most so many combinations are tried: 16 rows with two readings each, or two changes among 150 rows. */
const budget = 70_000;

/**
 * Lets the printed subtotal choose between competing readings — 以合计择读. First the rows whose figures compete, then
 * those where only the column is open. Fewest changes first; a combination is taken only where it closes more columns
 * than reading in order does, and no other closes as many at the same cost.
 */
export function chooseBySums(rows: readonly (readonly AmountsOption[])[], printed: Amounts): Choice {
  const competing: number[] = [];
  const columnOpen: number[] = [];
  rows.forEach((options, row) => {
    if (options.length < 2) return;
    const totals = new Set(options.map((option) => option.amounts.total));
    (totals.size > 1 ? competing : columnOpen).push(row);
  });
  const inOrder: Choice = { taken: rows.map(() => 0), settled: false };
  return improve(rows, printed, columnOpen, improve(rows, printed, competing, inOrder));
}

function improve(
  rows: readonly (readonly AmountsOption[])[],
  printed: Amounts,
  open: readonly number[],
  before: Choice,
): Choice {
  if (open.length === 0) return before;
  const allowed = tolerance(rows.length);
  const sums = sumsOf(rows.map((options, row) => options[before.taken[row]!]));
  const closedBefore = closedColumns(sums, printed, allowed);
  if (closedBefore === fundingColumns.length) return { ...before, settled: true };
  let best = { closed: closedBefore, cost: 0, changes: [] as readonly Change[] };
  let rival = false;
  let tried = 0;
  const weigh = (changes: readonly Change[], cost: number): void => {
    tried++;
    const closed = closedColumns(sums, printed, allowed);
    if (closed <= closedBefore || closed < best.closed) return;
    if (closed > best.closed || cost < best.cost) {
      best = { closed, cost, changes };
      rival = false;
    } else if (cost === best.cost) rival = true;
  };
  const walk = (from: number, left: number, changes: readonly Change[], cost: number): void => {
    if (left === 0) weigh(changes, cost);
    for (let at = from; left > 0 && at <= open.length - left && tried < budget; at++) {
      const row = open[at]!;
      const options = rows[row]!;
      const now = options[before.taken[row]!]!;
      options.forEach((option, index) => {
        if (option === now || tried >= budget) return;
        add(sums, now, -1);
        add(sums, option, 1);
        walk(at + 1, left - 1, [...changes, { row, option: index }], cost + option.cost);
        add(sums, option, -1);
        add(sums, now, 1);
      });
    }
  };
  for (let changes = 1; changes <= open.length && best.closed < fundingColumns.length && tried < budget; changes++)
    walk(0, changes, [], 0);
  if (best.closed === closedBefore || rival) return before;
  const taken = [...before.taken];
  for (const { row, option } of best.changes) taken[row] = option;
  return { taken, settled: true };
}

interface Change {
  readonly row: number;
  readonly option: number;
}

type Sums = Record<FundingColumn, number>;

function add(sums: Sums, option: AmountsOption, sign: 1 | -1): void {
  for (const column of fundingColumns) sums[column] += sign * (option.amounts[column] ?? 0);
}

function sumsOf(options: readonly (AmountsOption | undefined)[]): Sums {
  const sums: Sums = { total: 0, appropriation: 0, specialAccount: 0, other: 0 };
  for (const option of options) if (option) add(sums, option, 1);
  return sums;
}

function closedColumns(sums: Sums, printed: Amounts, allowed: number): number {
  let closed = 0;
  for (const column of fundingColumns) if (Math.abs((printed[column] ?? 0) - sums[column]) <= allowed) closed++;
  return closed;
}
