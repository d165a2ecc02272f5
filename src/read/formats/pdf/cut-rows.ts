import type { WholeTable } from "./continued-tables.ts";
import type { PageTable } from "./page-table.ts";
import { repeatedHeadRows } from "./repeated-head.ts";

/** Where a page ends or begins inside a row, by table of a page and row — 分页切开的行. */
export type Cuts = ReadonlyMap<PageTable, ReadonlyMap<number, "above" | "below" | "both">>;

/**
 * Rows that a page break cut, as the borders tell — 由边框判断断行: some programs draw no line where the page ends inside
 * a row. A table that no page closes has no outer border, and tells nothing.
 */
export function cutsOf({ parts }: WholeTable): Cuts {
  const cuts = new Map<PageTable, Map<number, "above" | "below" | "both">>();
  const mark = (table: PageTable, row: number, side: "above" | "below"): void => {
    const rows = cuts.get(table) ?? new Map<number, "above" | "below" | "both">();
    rows.set(row, rows.has(row) && rows.get(row) !== side ? "both" : side);
    cuts.set(table, rows);
  };
  const isClosedSomewhere = parts.some(({ table }) => !table.openBottom);
  for (let at = 1; at < parts.length; at++) {
    const before = parts[at - 1]!.table;
    const { table } = parts[at]!;
    const first = parts[0]!.table;
    const headRows = repeatedHeadRows(first, table);
    // an end that is open on one side only tells where a line or a head was printed between, and nowhere else
    if (!before.openBottom || !isClosedSomewhere) continue;
    if (!table.openTop && headRows === 0 && !table.endsAtTop) continue;
    mark(before, before.ys.length - 2, "below");
    if (!table.endsAtTop) mark(table, headRows, "above");
  }
  return cuts;
}
