import type { PageTable } from "./page-table.ts";

/** A head has no more lines than this. */
const mostHeadRows = 5;

/** How many rows of a page print the head of its table again — 重复表头行数. */
export function repeatedHeadRows(first: PageTable, table: PageTable): number {
  const heads = rowsOf(first, mostHeadRows);
  const rows = rowsOf(table, mostHeadRows);
  const start = heads.indexOf(rows[0]!);
  if (start === -1 || rows[0] === "") return 0;
  let count = 0;
  while (count < rows.length && rows[count] === heads[start + count]) count++;
  return Math.min(count, table.ys.length - 2);
}

function rowsOf({ cells, ys }: PageTable, most: number): string[] {
  const rows = Array.from({ length: Math.min(most, ys.length - 1) }, () => "");
  for (const cell of cells)
    if (cell.row < rows.length)
      rows[cell.row] += `${cell.column} ${cell.content.map(({ text }) => text.replace(/\s+/gu, "")).join("")}\t`;
  return rows.map((row) => (/[^\d\s]/u.test(row) ? row : ""));
}
