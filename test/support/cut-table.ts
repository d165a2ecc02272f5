import { type PlacedCell, placedCells, type SpecCell, type SpecPart, type SpecTable } from "./a-document.ts";

/** How a page break goes through a table. */
export interface TableCut {
  /** The first row of the new page; with `inside` the row that the break goes through. */
  readonly row: number;
  /** The break goes through the lines of the row: so much of every text stands on the first page, 0 to 1. */
  readonly inside?: number;
  /** So much of the text of a merged cell stands on the first page; the rest on the second. */
  readonly merged: number;
  /** Amounts are cut as well; else they stand whole on the first page. */
  readonly figures?: boolean;
  /** Rows of the head that the new page prints again. */
  readonly head: number;
}

/** A table that a page break cuts: merged cells come back empty or with the rest of their text. */
export function cutTable(table: SpecTable, cut: TableCut): readonly SpecPart[] {
  const { cells } = placedCells(table);
  const above: PlacedCell[] = [];
  const below: PlacedCell[] = [];
  for (const cell of cells) {
    const last = cell.row + cell.rows - 1;
    const splitsRow = cut.inside !== undefined && cell.row <= cut.row && last >= cut.row;
    if (splitsRow) {
      const isMerged = cell.rows > 1;
      const [kept, rest] = splitText(cell.text, isMerged ? cut.merged : cut.inside!, cut.figures);
      above.push({ ...cell, text: kept, rows: cut.row - cell.row + 1 });
      below.push({ ...cell, text: rest, row: 0, rows: last - cut.row + 1 });
    } else if (last < cut.row) above.push(cell);
    else if (cell.row >= cut.row) below.push({ ...cell, row: cell.row - cut.row });
    else {
      const [kept, rest] = splitText(cell.text, cut.merged, cut.figures);
      above.push({ ...cell, text: kept, rows: cut.row - cell.row });
      below.push({ ...cell, text: rest, row: 0, rows: last - cut.row + 1 });
    }
  }
  const head = table.rows.slice(0, cut.head);
  return [{ rows: rowsOf(above) }, "page break", { rows: [...head, ...rowsOf(below)] }];
}

function splitText(text: string, share: number, figures = false): readonly [string, string] {
  if (!figures && share > 0 && /^[\d,.]+$/u.test(text)) return [text, ""];
  const at = Math.round(text.length * share);
  return [text.slice(0, at), text.slice(at)];
}

function rowsOf(cells: readonly PlacedCell[]): SpecCell[][] {
  const count = Math.max(0, ...cells.map(({ row, rows }) => row + rows));
  return Array.from({ length: count }, (_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .sort((a, b) => a.column - b.column)
      .map(({ text, rows, columns }) => (rows > 1 || columns > 1 ? { text, rows, columns } : text)),
  );
}
