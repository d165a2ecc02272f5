import { type FundingColumn, fundingColumnNames, fundingColumns } from "../domain/funding.ts";
import { wanYuan } from "../domain/money.ts";
import type { SumCheck } from "../domain/reading.ts";
import type { Observation, Outcome } from "./check.ts";
import { difference } from "./difference.ts";
import { couldNotRead, failIfAny, insufficientData, pass } from "./outcome.ts";
import { lineFor } from "./packs/dated.ts";
import { roundingAllowance } from "./packs/money.ts";
import type { RowSubject, TableSubject } from "./subjects.ts";

/** Do the sums of one kind close — 勾稽? One observation for each row, with all its open columns. */
export function judgeSums(subject: TableSubject, kind: "unit" | "table"): Outcome {
  const { table, sums } = subject;
  const rows = new Map(subject.rows.filter((row) => row.kind !== "project").map((row) => [row.fundingPath, row]));
  const unreadable = unreadableParts(subject, kind);
  const perPart = lineFor(roundingAllowance, table.year).value.perPart[table.amountUnit];
  const open = new Map<RowSubject, SumCheck[]>();
  let compared = 0;
  let skipped = [...rows.values()].filter(
    (row) => row.kind === (kind === "unit" ? "unit" : "total") && isUnread(row),
  ).length;
  for (const sum of sums) {
    const row = rows.get(sum.subject.replace(/\/[^/]*$/u, ""));
    if (sum.kind !== kind || !row) continue;
    // A part that cannot be read is not zero: such a sum is not judged.
    if (unreadable.has(partOf(sum.column, kind === "unit" ? row.label : ""))) {
      skipped += 1;
      continue;
    }
    compared += 1;
    if (Math.abs(sum.difference) <= perPart * sum.parts) continue;
    const columns = open.get(row);
    if (columns) columns.push(sum);
    else open.set(row, [sum]);
  }
  if (open.size > 0) return failIfAny([...open].map(([row, columns]) => observationOf(row, columns)));
  if (skipped > 0) return couldNotRead("有参与合计的金额读不出", "An amount that belongs to a sum could not be read");
  return compared > 0 ? pass : insufficientData("没有可核对的金额", "There are no amounts to compare");
}

function observationOf(row: RowSubject, columns: readonly SumCheck[]): Observation {
  const inOrder = columns.toSorted((a, b) => fundingColumns.indexOf(a.column) - fundingColumns.indexOf(b.column));
  const sum = inOrder[0]!; // a row is filed only with at least one open column
  return {
    subject: sum.subject,
    quoted: wanYuan(sum.printed),
    expected: wanYuan(sum.added),
    found: wanYuan(sum.printed),
    facts: {
      label: row.label,
      printed: wanYuan(sum.printed),
      added: wanYuan(sum.added),
      difference: difference(sum.printed, sum.added),
      direction: sum.difference > 0 ? "less" : "more",
      parts: sum.parts,
      columns: inOrder.map(({ column }) => fundingColumnNames[column]).join("、"),
    },
  };
}

const isUnread = ({ funding }: RowSubject): boolean =>
  fundingColumns.some((column) => funding?.[column].kind === "unreadable");

/** The columns of each unit (or of the whole table) in which a part could not be read. */
function unreadableParts({ table }: TableSubject, kind: "unit" | "table"): ReadonlySet<string> {
  const keys = new Set<string>();
  const parts =
    kind === "table" && table.units.length > 0
      ? table.units.map(({ funding }) => ({ unit: "", funding }))
      : table.declarations.map(({ unit = "", funding }) => ({ unit: kind === "unit" ? unit : "", funding }));
  for (const { unit, funding } of parts) {
    for (const column of fundingColumns) {
      if (funding?.[column].kind === "unreadable") keys.add(partOf(column, unit));
    }
  }
  return keys;
}

const partOf = (column: FundingColumn, unit: string): string => `${column} ${unit}`;
