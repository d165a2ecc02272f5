import type { SpecTable } from "./a-document.ts";

interface GridCell {
  readonly text: string;
  rows: number;
  columns: number;
}

/**
 * A table drawn in text: a line for each row, `|` between cells; `<` continues the cell on its left, `^` the one above;
 * `\n` is a line end inside a cell.
 */
export function aGrid(drawing: string): SpecTable {
  const rows: GridCell[][] = [];
  let above: (GridCell | undefined)[] = [];
  for (const line of drawing.trim().split("\n")) {
    const own: GridCell[] = [];
    const present: (GridCell | undefined)[] = [];
    const grown = new Set<GridCell>();
    line.split("|").forEach((part, column) => {
      const text = part.trim().replaceAll("\\n", "\n");
      const left = present[column - 1];
      const over = above[column];
      if (text === "<" && left) {
        if (own.includes(left)) left.columns++;
        present[column] = left;
      } else if (text === "^" && over) {
        if (!grown.has(over)) over.rows++;
        grown.add(over);
        present[column] = over;
      } else {
        const cell: GridCell = { text, rows: 1, columns: 1 };
        own.push(cell);
        present[column] = cell;
      }
    });
    rows.push(own);
    above = present;
  }
  return { rows };
}

/** The same table as tabbed text: `kept` leaves the places of empty and merged cells, `dropped` closes them up. */
export function gridAsText(drawing: string, places: "kept" | "dropped"): string {
  return drawing
    .trim()
    .split("\n")
    .map((line) => {
      const cells = line.split("|").map((part) => {
        const text = part.trim();
        return text === "<" || text === "^" ? "" : text.replaceAll("\\n", "");
      });
      return (places === "kept" ? cells : cells.filter((text) => text !== "")).join("\t");
    })
    .join("\n");
}
