import { createHash } from "node:crypto";
import { openWriter } from "../../src/read/document-writer.ts";
import type { SourceDocument } from "../../src/read/source-document.ts";

/** A cell of a printed table as a test tells it: a text, or a merged cell. */
export type SpecCell = string | { readonly text: string; readonly columns?: number; readonly rows?: number };

/** A table as a test tells it, row by row as HTML has it: cells that a merged cell covers are left out. */
export interface SpecTable {
  readonly rows: readonly (readonly SpecCell[])[];
}

/** A part of a document: a line outside tables, a table, or a page break. */
export type SpecPart = string | SpecTable | "page break";

/** Where each cell of a table stands: row, first column, reach. */
export interface PlacedCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Puts the cells of a table into their places, as a browser does. */
export function placedCells(table: SpecTable): { readonly cells: readonly PlacedCell[]; readonly width: number } {
  const taken = new Set<string>();
  const cells: PlacedCell[] = [];
  let width = 0;
  table.rows.forEach((row, r) => {
    let column = 0;
    for (const spec of row) {
      const { text, rows = 1, columns = 1 } = typeof spec === "string" ? { text: spec } : spec;
      while (taken.has(`${r} ${column}`)) column++;
      for (let down = 0; down < rows; down++)
        for (let right = 0; right < columns; right++) taken.add(`${r + down} ${column + right}`);
      cells.push({ text, row: r, column, rows, columns });
      column += columns;
      width = Math.max(width, column);
    }
  });
  return { cells, width };
}

/** A document in cells as any format reader would give it: tables keep their number over page breaks that cut them. */
export function aDocument(...parts: readonly SpecPart[]): SourceDocument {
  const writer = openWriter();
  let page = 1;
  const openPage = () => writer.view({ kind: "page", number: page++, width: 842, height: 595, scanned: false });
  openPage();
  for (const part of parts) {
    if (part === "page break") openPage();
    else if (typeof part === "string") writer.paragraph(part);
    else {
      writer.table();
      const { cells, width } = placedCells(part);
      part.rows.forEach((_, row) => {
        const own = cells.filter((cell) => cell.row === row);
        writer.row({
          cells: own.map(({ text, column, rows, columns }) => ({ content: text, index: column, rows, columns })),
          width,
          row,
        });
      });
    }
  }
  const text = JSON.stringify(parts);
  return writer.finish({
    name: "文件",
    sha256: createHash("sha256").update(text).digest("hex"),
    bytes: text.length,
    kind: "docx",
    encoding: "",
  });
}
