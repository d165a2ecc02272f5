import { textOfBlocks } from "../flow/blocks.ts";
import { type EdgedRow, placeByEdges } from "../flow/place-by-edges.ts";
import type { LooseRow } from "../flow/place-cells.ts";
import { type BodyState, flushCarried } from "./body-state.ts";
import { isOff } from "./on-off.ts";
import { describing, type WordElement } from "./paragraph-elements.ts";

/** Tables, rows and cells — 表格. Word 2003 writes `w:vmerge`, later editions `w:vMerge`. */
export const tableElements: Readonly<Record<string, WordElement>> = {
  "w:tbl": (state) => {
    flushCarried(state);
    state.flow.openTable();
    state.tables++;
    state.grids.push([]);
    return () => {
      const grid = state.grids.pop() ?? [];
      state.flow.closeTable((rows) => placed(state, rows, grid));
    };
  },
  "w:gridCol": (state, attribute) => {
    const width = Number(attribute("w:w") ?? unknownWidth);
    const grid = state.grids.at(-1);
    if (grid && grid.length < widest)
      grid.push(Number.isFinite(width) ? Math.min(Math.max(width, 1), 32_000) : unknownWidth);
    return undefined;
  },
  "w:tr": (state) => {
    if (!state.flow.openRow()) return undefined;
    const row = { before: 0, deleted: false, hidden: false };
    state.rows.push(row);
    return () => {
      state.rows.pop();
      const cells = state.flow.closeRow({ before: row.before, keep: !row.deleted && !row.hidden });
      if (!row.deleted && !row.hidden) return;
      const unread = row.deleted ? state.deleted : state.hidden;
      for (const { blocks } of cells) unread.add(textOfBlocks(blocks));
    };
  },
  "w:trPr": (state) => describing(state, "row"),
  "w:gridBefore": (state, attribute) => {
    const row = state.rows.at(-1);
    if (row) row.before = count(attribute("w:val"), 0);
    return undefined;
  },
  "w:hidden": (state, attribute) => {
    const row = state.rows.at(-1);
    if (row) row.hidden = !isOff(attribute("w:val"));
    return undefined;
  },
  "w:tc": (state) => {
    if (!state.flow.openCell()) return undefined;
    const cell: BodyState["cells"][number] = { columns: 1 };
    state.cells.push(cell);
    return () => {
      state.cells.pop();
      flushCarried(state);
      const { columns, down, right } = cell;
      state.flow.closeCell({ columns, rows: 1, ...(down ? { down } : {}), ...(right ? { right } : {}) });
    };
  },
  "w:gridSpan": (state, attribute) => {
    const cell = state.cells.at(-1);
    if (cell) cell.columns = Math.max(1, count(attribute("w:val"), 1));
    return undefined;
  },
  "w:vMerge": (state, attribute) => merge(state, "down", attribute("w:val")),
  "w:vmerge": (state, attribute) => merge(state, "down", attribute("w:val")),
  "w:hMerge": (state, attribute) => merge(state, "right", attribute("w:val")),
  "w:hmerge": (state, attribute) => merge(state, "right", attribute("w:val")),
};

function merge(state: BodyState, way: "down" | "right", value: string | undefined): undefined {
  const cell = state.cells.at(-1);
  if (cell) cell[way] = value === "restart" ? "start" : "continue";
}

const widest = 1_000;

function count(value: string | undefined, otherwise: number): number {
  const number = Number(value ?? otherwise);
  return Number.isInteger(number) && number >= 0 ? Math.min(number, widest) : otherwise;
}

/** Twips of a column that the grid does not tell. */
const unknownWidth = 1_440;

/**
 * By the edges of the grid, not by its columns: a border that a hand has dragged in one row makes a column of its own,
 * as thin as a hair.
 */
function placed(state: BodyState, rows: readonly LooseRow[], grid: readonly number[]) {
  const edges = [0];
  for (const width of grid) edges.push(edges.at(-1)! + width);
  const edge = (column: number): number => edges[column] ?? edges.at(-1)! + (column - edges.length + 1) * unknownWidth;
  const edged = rows.map(({ cells, before }): EdgedRow => {
    let column = before;
    const shape = cells.map(({ columns, right, down }) => {
      const left = column;
      column += columns;
      return { left: edge(left), right: edge(column), across: right, down };
    });
    return { shape, contents: cells.map(({ blocks }) => blocks) };
  });
  const { table, covered } = placeByEdges(edged);
  state.covered.add(textOfBlocks(covered));
  return table;
}
