import { openWriter } from "../../src/read/document-writer.ts";
import type { SourceDocument } from "../../src/read/source-document.ts";
import { placedCells } from "./a-document.ts";
import { aGrid } from "./a-grid.ts";

/**
 * A table drawn in text as {@link aGrid} has it, over several pages as a PDF reader gives it: `=` alone on a line is a
 * page break, `+` one that cuts the row before and goes on with it. Merged cells begin again on the next page, empty.
 */
export function aPagedGrid(drawing: string, above: readonly string[] = []): SourceDocument {
  const rows = drawing.trim().split("\n");
  const breaks = new Map<number, "=" | "+">();
  const drawn: string[] = [];
  for (const row of rows) {
    const mark = row.trim();
    if (mark === "=" || mark === "+") breaks.set(drawn.length, mark);
    else drawn.push(row);
  }
  const { cells, width } = placedCells(aGrid(drawn.join("\n")));
  const writer = openWriter();
  let page = 0;
  let table: number | undefined;
  const openPage = () => {
    writer.view({ kind: "page", number: ++page, width: 842, height: 595, scanned: false });
    if (page === 1) for (const line of above) writer.paragraph(line);
    table = writer.table(table);
  };
  openPage();
  const ends = [...breaks.keys(), drawn.length];
  drawn.forEach((_, row) => {
    if (breaks.has(row)) openPage();
    const end = ends.find((one) => one > row)!; // the last is behind all rows
    const here = cells.filter((cell) => cell.row <= row && row < cell.row + cell.rows);
    const own = here.filter((cell) => cell.row === row || (breaks.has(row) && cell.row < row));
    const cut = [breaks.get(row) === "+" ? "above" : "", breaks.get(row + 1) === "+" ? "below" : ""].join("");
    writer.row({
      cells: own.map((cell) => ({
        content: cell.row === row ? cell.text : "",
        index: cell.column,
        columns: cell.columns,
        rows: Math.min(end, cell.row + cell.rows) - row,
      })),
      width,
      row,
      ...(cut === "" ? {} : { cut: cut === "abovebelow" ? ("both" as const) : (cut as "above" | "below") }), // no other is put together
    });
  });
  return writer.finish({ name: "文件", sha256: "0".repeat(64), bytes: drawing.length, kind: "pdf", encoding: "" });
}
