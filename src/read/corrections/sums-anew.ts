import type { TargetTable } from "../../domain/declaration.ts";
import type { Reading, SumCheck } from "../../domain/reading.ts";
import { sumChecksOf } from "../sums/sum-checks.ts";

/**
 * The sums of a reading whose amounts were corrected — 更正后重新勾稽. Under which subtotal a project stands is not kept
 * with the reading: it is found again by order, else by name, and believed only where that gives the very sums that
 * the machine's reading has. Elsewhere the sums of that table stay as they were read.
 */
export function sumsAnew(machine: Reading, corrected: readonly TargetTable[]): readonly SumCheck[] {
  const sums: SumCheck[] = [];
  machine.tables.forEach((table, t) => {
    const path = `tables/${t}`;
    const before = machine.sums.filter(({ subject }) => subject.startsWith(`${path}/`));
    const now = corrected[t];
    const unitOf = [byOrder(machine, table, path), byName(table)].find(
      (guess) => JSON.stringify(sumChecksOf(table, guess, path)) === JSON.stringify(before),
    );
    sums.push(...(now && unitOf ? sumChecksOf(now, unitOf, path) : before));
  });
  return sums;
}

type UnitOf = readonly (number | undefined)[];

/** The subtotal that was printed last before the project. */
function byOrder({ places }: Reading, table: TargetTable, path: string): UnitOf {
  const startOf = (subject: string): number | undefined => places[subject]?.spans[0]?.start;
  const starts = table.units.map((_, n) => startOf(`${path}/units/${n}`) ?? Number.POSITIVE_INFINITY);
  return table.declarations.map((_, n) => {
    const start = startOf(`${path}/declarations/${n}`) ?? -1;
    const at = starts.findLastIndex((unit) => unit <= start);
    return at === -1 ? undefined : at;
  });
}

function byName(table: TargetTable): UnitOf {
  const numbers = new Map(table.units.map(({ name }, n) => [name, n]));
  return table.declarations.map(({ unit }) => (unit === undefined ? undefined : numbers.get(unit)));
}
