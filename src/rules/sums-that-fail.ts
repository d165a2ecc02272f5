import { type FundingColumn, fundingColumnNames, fundingColumns } from "../domain/funding.ts";
import { wanYuan } from "../domain/money.ts";
import type { FieldPath } from "../domain/place.ts";
import type { SumCheck } from "../domain/reading.ts";
import type { Observation } from "./check.ts";
import { difference } from "./difference.ts";
import { lineFor } from "./packs/dated.ts";
import { roundingAllowance } from "./packs/money.ts";
import type { TableSubject } from "./subjects.ts";

/** The sums of one kind that do not close, one observation for each row with all its open columns — 不勾稽的合计. */
export function sumsThatFail({ table, sums }: TableSubject, kind: SumCheck["kind"]): readonly Observation[] {
  const allowance = lineFor(roundingAllowance, table.year);
  const perPart = allowance.value.perPart[table.amountUnit];
  const open = new Map<FieldPath, SumCheck[]>();
  for (const sum of sums) {
    if (sum.kind !== kind || Math.abs(sum.difference) <= perPart * sum.parts) continue;
    const row = sum.subject.replace(/\/[^/]*$/u, "");
    open.set(row, [...(open.get(row) ?? []), sum]);
  }
  return [...open.values()].map((columns) => {
    columns.sort((a, b) => orderOf(a.column) - orderOf(b.column));
    const sum = columns[0]!;
    return {
      subject: sum.subject,
      quoted: wanYuan(sum.printed),
      expected: wanYuan(sum.added),
      found: wanYuan(sum.printed),
      facts: {
        label: sum.label,
        printed: wanYuan(sum.printed),
        added: wanYuan(sum.added),
        difference: difference(sum.printed, sum.added),
        direction: sum.difference > 0 ? "less" : "more",
        parts: sum.parts,
        columns: columns.map(({ column }) => fundingColumnNames[column]).join("、"),
      },
    };
  });
}

const orderOf = (column: FundingColumn): number => fundingColumns.indexOf(column);
