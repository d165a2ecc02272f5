import { limits } from "../../limits.ts";
import { type Block, type FlowCell, type FlowTable, textOfBlocks } from "./blocks.ts";

/** A cell as markup tells it, without its place — 待放置的单元格. */
export interface LooseCell {
  readonly blocks: readonly Block[];
  readonly columns: number;
  /** "rest": down to the end of its group. */
  readonly rows: number | "rest";
  /** Whether it begins a merged cell or is a further part of one — 合并标记. */
  readonly down?: "start" | "continue";
  readonly right?: "start" | "continue";
}

/** A row as markup tells it — 待放置的行. */
export interface LooseRow {
  readonly cells: readonly LooseCell[];
  /** Columns left empty before the first cell. */
  readonly before: number;
  /** Rows of one group follow each other; no cell reaches out of its group. */
  readonly group: number;
}

/** Cells that say how many rows they reach over, put into their places as a browser does — 按跨行跨列数放置. */
export function placeBySpans(rows: readonly LooseRow[], forLayout = false): FlowTable {
  const groupEnd = endsOfGroups(rows);
  const until: number[] = [];
  const placed = rows.map(({ cells, before }, row) => {
    let column = before;
    return cells.map(({ blocks, columns: asked, rows: reach }): FlowCell => {
      while ((until[column] ?? 0) > row) column++;
      const columns = Math.min(asked, limits.htmlSpan);
      const most = groupEnd[row]! - row;
      const down = reach === "rest" ? most : Math.min(reach, most, limits.htmlSpan);
      if (down > 1) for (let at = column; at < column + columns; at++) until[at] = row + down;
      const cell = { column, columns, rows: down, blocks };
      column += columns;
      return cell;
    });
  });
  return withoutIdleColumns(placed, forLayout);
}

function endsOfGroups(rows: readonly LooseRow[]): number[] {
  const ends: number[] = Array.from({ length: rows.length }, () => rows.length);
  for (let row = rows.length - 2; row >= 0; row--)
    ends[row] = rows[row]!.group === rows[row + 1]!.group ? ends[row + 1]! : row + 1;
  return ends;
}

/** A cell in its column whose further parts stand in rows below, as Word has it. */
export interface MarkedCell {
  readonly column: number;
  readonly columns: number;
  readonly blocks: readonly Block[];
  readonly down?: "start" | "continue" | undefined;
}

/** What became of cells whose parts are marked — 合并结果, and the words of parts that no reader of the page sees. */
export interface MergedTable {
  readonly table: FlowTable;
  readonly covered: readonly Block[];
}

/**
 * Cells whose further parts are marked, row by row — 按合并标记放置. A part under no beginning of its column begins a cell
 * itself; below it, what has words stays a cell of its own rather than being lost.
 */
export function mergeMarked(rows: readonly (readonly MarkedCell[])[]): MergedTable {
  const covered: Block[] = [];
  let above = new Map<number, Begun>();
  const placed = rows.map((cells) => {
    const here = new Map<number, Begun>();
    const own: Begun[] = [];
    for (const cell of cells) {
      const begun = cell.down === "continue" ? above.get(cell.column) : undefined;
      const joins = begun?.cell.columns === cell.columns && (begun.isMarked || textOfBlocks(cell.blocks) === "");
      if (begun && joins) {
        begun.rows++;
        for (const block of cell.blocks) covered.push(block);
        here.set(cell.column, begun);
        continue;
      }
      const begins = { cell, rows: 1, isMarked: cell.down === "start" };
      own.push(begins);
      if (cell.down) here.set(cell.column, begins);
    }
    above = here;
    return own;
  });
  const cells = placed.map((row) =>
    row.map(({ cell: { column, columns, blocks }, rows: down }): FlowCell => ({ column, columns, rows: down, blocks })),
  );
  return { table: withoutIdleColumns(cells, false), covered };
}

/** A cell that may reach further down. */
interface Begun {
  readonly cell: MarkedCell;
  rows: number;
  /** It says itself that it begins a merged cell. */
  readonly isMarked: boolean;
}

/** Columns in which no cell begins are not seen on the page: a title over a thousand columns is as wide as its table. */
function withoutIdleColumns(rows: readonly (readonly FlowCell[])[], forLayout: boolean): FlowTable {
  const starts = [...new Set(rows.flatMap((row) => row.map(({ column }) => column)))].sort((a, b) => a - b);
  const placeOf = new Map(starts.map((column, at) => [column, at]));
  const before = (edge: number): number => placeOf.get(edge) ?? firstAtOrAfter(starts, edge);
  return {
    kind: "table",
    rows: rows.map((row) =>
      row.map(({ column, columns, rows: down, blocks }) => {
        const at = before(column);
        return { column: at, columns: Math.max(1, before(column + columns) - at), rows: down, blocks };
      }),
    ),
    ...(forLayout ? { forLayout } : {}),
  };
}

function firstAtOrAfter(sorted: readonly number[], edge: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < edge) low = middle + 1;
    else high = middle;
  }
  return low;
}
