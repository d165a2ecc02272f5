import type { GridRowView } from "../../api/contract/desk-views.ts";

/** A cell of a table as HTML wants it: where nothing stands, an empty one — 补齐的单元格. */
export interface PlacedCell {
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly stretches: GridRowView["cells"][number]["stretches"];
}

/** Rows in which every column has its cell, or is covered by a merged one — 补齐空格. */
export function placedRows(
  rows: readonly GridRowView[],
): readonly { readonly name: string; readonly cells: readonly PlacedCell[] }[] {
  const width = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ column, columns }) => column + columns)));
  const covered = new Array<number>(width).fill(0);
  return rows.map(({ name, cells }) => {
    const own = new Map(cells.map((cell) => [cell.column, cell]));
    const placed: PlacedCell[] = [];
    for (let column = 0; column < width; ) {
      const cell = own.get(column);
      if (covered[column]! > 0 && !cell) {
        column++;
        continue;
      }
      const { rows: down, columns, stretches } = cell ?? { rows: 1, columns: 1, stretches: [] };
      placed.push({ column, rows: down, columns, stretches });
      covered.fill(down, column, column + columns);
      column += columns;
    }
    for (let column = 0; column < width; column++) covered[column] = Math.max(0, covered[column]! - 1);
    return { name, cells: placed };
  });
}
