import type { Block } from "./blocks.ts";
import { type MarkedCell, type MergedTable, mergeMarked } from "./place-cells.ts";

/** A cell as its row defines it — 行定义中的单元格: its edges in twips, and whether it is part of a merged one. */
export interface EdgedCell {
  readonly left: number;
  readonly right: number;
  readonly across?: "start" | "continue" | undefined;
  readonly down?: "start" | "continue" | undefined;
}

/** A row whose cells are told by their edges — 以边界定义的行. */
export interface EdgedRow {
  readonly shape: readonly EdgedCell[];
  readonly contents: readonly (readonly Block[])[];
}

/** Rows whose cells have edges → one grid — 按边界对齐成网格. Edges that differ by less than a hair are one. */
export function placeByEdges(rows: readonly EdgedRow[]): MergedTable {
  const shaped = rows.map(withShape);
  const columnOf = columnsOfEdges(shaped.map(({ shape }) => shape));
  const marked = shaped.map(({ shape, contents }) => {
    const cells: MarkedCell[] = [];
    shape.forEach(({ left, right, across, down }, at) => {
      const blocks = contents[at] ?? [];
      const last = cells.at(-1);
      const end = last ? last.column + last.columns : 0;
      if (across === "continue" && last) {
        const reach = Math.max(end, columnOf(right)) - last.column;
        cells[cells.length - 1] = { ...last, columns: reach, blocks: [...last.blocks, ...blocks] };
        return;
      }
      const column = Math.max(end, columnOf(left));
      cells.push({ column, columns: Math.max(1, columnOf(right) - column), blocks, down });
    });
    return cells;
  });
  return mergeMarked(marked);
}

/** What a row says of its cells and the cells it has must agree; missing cells of the shape stand at its end. */
function withShape({ shape, contents }: EdgedRow): EdgedRow {
  const full: EdgedCell[] = [...shape.slice(0, Math.max(contents.length, 0))];
  while (full.length < contents.length) {
    const left = full.at(-1)?.right ?? 0;
    full.push({ left, right: left + 1_440 });
  }
  return { shape: full, contents };
}

/** Twips: borders that a hand has dragged row by row stand so far apart at most. */
const hair = 100;

function columnsOfEdges(shapes: readonly (readonly EdgedCell[])[]): (edge: number) => number {
  let narrowest = Number.POSITIVE_INFINITY;
  const edges = new Set<number>();
  for (const shape of shapes)
    for (const { left, right } of shape) {
      edges.add(left);
      edges.add(right);
      if (right > left) narrowest = Math.min(narrowest, right - left);
    }
  const tolerance = Math.min(hair, narrowest / 2);
  const columns = new Map<number, number>();
  let column = -1;
  let start = Number.NEGATIVE_INFINITY;
  for (const edge of [...edges].sort((a, b) => a - b)) {
    if (edge - start > tolerance) {
      column++;
      start = edge;
    }
    columns.set(edge, column);
  }
  return (edge) => columns.get(edge) ?? 0;
}
