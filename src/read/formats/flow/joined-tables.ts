import type { PlainBlock, PlainTable } from "./nested-tables.ts";

const rowsOfHead = 2;

/**
 * Tables that stand directly below each other and belong together become one — 合并上下相接的表: pages that scroll keep the
 * head in a table of its own, and old ones have a table for every row. Forms below each other stay apart.
 */
export function joinedTables(blocks: readonly PlainBlock[]): PlainBlock[] {
  const joined: PlainBlock[] = [];
  let rows: PlainTable["rows"][number][] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last?.kind !== "plain-table" || block.kind !== "plain-table" || !belongs(last, block)) {
      joined.push(block);
      rows = block.kind === "plain-table" ? [...block.rows] : [];
      continue;
    }
    // one list of rows grows, so that a table for every row costs no more than one table
    for (const row of block.rows) rows.push(row);
    joined[joined.length - 1] = { ...last, rows };
  }
  return joined;
}

function belongs(above: PlainTable, below: PlainTable): boolean {
  if (above.width !== below.width || above.width < 3) return false;
  return above.rows.length <= rowsOfHead || below.rows.length === 1;
}
