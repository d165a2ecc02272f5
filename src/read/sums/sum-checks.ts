import type { TargetTable, UnitSubtotal } from "../../domain/declaration.ts";
import {
  type Funding,
  type FundingColumn,
  fenOf,
  fundingColumnNames,
  fundingColumns,
  fundingSources,
} from "../../domain/funding.ts";
import { exactSum, type Fen } from "../../domain/money.ts";
import type { SumCheck } from "../../domain/reading.ts";
import { tolerance } from "./reconcile.ts";

/**
 * Every sum that a table prints beside what its parts add up to — 勾稽核对: rows, units, 合计. `unitOf` tells the unit of
 * each declaration by number, since two units may bear one name.
 */
export function sumChecksOf(table: TargetTable, unitOf: readonly (number | undefined)[], path: string): SumCheck[] {
  const checks: SumCheck[] = [];
  const addRow = (funding: Funding | undefined, subject: string, label: string): void => {
    const printed = funding && fenOf(funding.total);
    const sources = fundingSources.flatMap((column) => (funding && fenOf(funding[column])) ?? []);
    if (printed !== undefined && sources.length > 0)
      checks.push(...checkOf("row", "total", subject, label, printed, sources, tolerance(1)));
  };
  addRow(table.total, `${path}/total/total`, "合计");
  table.units.forEach((unit, at) => {
    addRow(unit.funding, `${path}/units/${at}/funding/total`, unit.name);
  });
  table.declarations.forEach((one, at) => {
    addRow(one.funding, `${path}/declarations/${at}/funding/total`, one.project.name);
  });
  const byUnit = Map.groupBy(table.declarations.keys(), (at) => unitOf[at]);
  table.units.forEach((unit, at) => {
    const members = byUnit.get(at)?.map((member) => table.declarations[member]!);
    if (!members) return;
    addSums(
      checks,
      "unit",
      unit.funding,
      members.map((one) => one.funding),
      `${path}/units/${at}/funding`,
      unit.name,
    );
  });
  const hasSubtotals = table.units.some((unit) => fenOf(unit.funding.total) !== undefined);
  const parts = hasSubtotals ? unitsOf(table, new Set(byUnit.keys())) : table.declarations;
  if (table.total && parts.length > 0)
    addSums(
      checks,
      "table",
      table.total,
      parts.map((part) => part.funding),
      `${path}/total`,
      "合计",
    );
  return checks;
}

/** A department's own subtotal above its units counts them twice: it is left out where the rest closes 合计 — 部门小计. */
function unitsOf(table: TargetTable, withProjects: ReadonlySet<number | undefined>): readonly UnitSubtotal[] {
  const printed = table.total && fenOf(table.total.total);
  const closing = table.units.filter((_, at) => withProjects.has(at));
  const closes = (units: readonly UnitSubtotal[]): boolean => {
    const sum = exactSum(units.flatMap((unit) => fenOf(unit.funding.total) ?? []));
    return printed !== undefined && sum !== undefined && Math.abs(printed - sum) <= tolerance(units.length);
  };
  return !closes(table.units) && closes(closing) ? closing : table.units;
}

function addSums(
  checks: SumCheck[],
  kind: "unit" | "table",
  printed: Funding,
  parts: readonly (Funding | undefined)[],
  subject: string,
  label: string,
): void {
  for (const column of fundingColumns) {
    const amount = fenOf(printed[column]);
    if (amount === undefined) continue; // not printed is not zero
    const amounts = parts.flatMap((part) => (part && fenOf(part[column])) ?? []);
    const name = column === "total" ? label : `${label} ${fundingColumnNames[column]}`;
    checks.push(...checkOf(kind, column, `${subject}/${column}`, name, amount, amounts, tolerance(parts.length)));
  }
}

/** Nothing where the figures are too large to be added exactly: they are no true amounts, and not ours to judge. */
function checkOf(
  kind: SumCheck["kind"],
  column: FundingColumn,
  subject: string,
  label: string,
  printed: Fen,
  amounts: readonly Fen[],
  allowed: Fen,
): SumCheck[] {
  const added = exactSum(amounts);
  if (added === undefined) return [];
  const difference = (printed - added) as Fen; // a difference of whole 分 is whole
  return [{ kind, column, subject, label, printed, added, difference, tolerance: allowed, parts: amounts.length }];
}
