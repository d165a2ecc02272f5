import type { WrittenPiece } from "../../document-writer.ts";
import { gapTables } from "./gap-tables.ts";
import { type Grid, gridsOf } from "./page-grid.ts";
import type { PageModel } from "./page-model.ts";
import type { PageContents, PageLine, PageTable } from "./page-table.ts";
import { placeGlyphs } from "./place-glyphs.ts";
import { type PrintedLine, pieceOf, printedLines } from "./printed-lines.ts";
import { ruledSegments } from "./ruled-segments.ts";
import { cellRunOver, giveBackLines, type OpenCell } from "./run-over.ts";

/**
 * A page model → its tables and lines, from the top — 页面内容. Every glyph stands in exactly one of them. A table without
 * upright lines goes on as on the page `before`.
 */
export function contentsOf(page: PageModel, before?: PageContents): PageContents {
  const ruling = ruledSegments(page.rules);
  const above = before && lastTable(before);
  const grids = gridsOf(ruling, above?.xs);
  const placed = placeGlyphs(page.glyphs, grids);
  const open = grids.map((grid, at) =>
    grid.cells.map((cell, n): OpenCell => ({ ...cell, lines: printedLines(placed.cells[at]![n]!) })),
  );
  for (const cells of open) giveBackLines(cells);
  const lastCells = open.flatMap((cells, at) =>
    cells.filter(({ row, rows }) => row + rows === grids[at]!.ys.length - 1),
  );
  const lines: PrintedLine[] = [];
  for (const line of printedLines(placed.outside)) {
    if (line.glyphs.every(({ text }) => text.trim() === "")) continue;
    const cell = cellRunOver(line, lastCells);
    if (cell) cell.lines.push(line);
    else lines.push(line);
  }
  const tables = grids.map((grid, at) => filledTable(grid, open[at]!));
  const unruled = gapTables(lines, ruling.horizontal, above?.gaps);
  const parts = [
    ...[...tables, ...unruled.tables]
      .filter(({ cells }) => cells.some(({ content }) => content.length > 0))
      .map((table) => ({ kind: "table" as const, table, top: table.box.top })),
    ...unruled.lines.map((line) => ({ kind: "line" as const, line: pageLine(line), top: line.box.top })),
  ].sort((a, b) => a.top - b.top);
  const over = printedLines(placed.over)
    .map((line) => ({ kind: "line" as const, line: pageLine(line) }))
    .filter(({ line }) => line.content.length > 0);
  const { number, width, height } = page;
  return { number, width, height, parts: [...parts, ...over] };
}

function lastTable({ parts }: PageContents): PageTable | undefined {
  const last = parts.findLast(({ kind }) => kind === "table");
  return last?.kind === "table" ? last.table : undefined;
}

function filledTable(grid: Grid, cells: readonly OpenCell[]): PageTable {
  return { ...grid, cells: cells.map(({ lines, ...cell }) => ({ ...cell, content: contentOf(lines) })) };
}

function contentOf(lines: readonly PrintedLine[]): WrittenPiece[] {
  return lines.map(pieceOf).filter(({ text }) => text.trim() !== "");
}

function pageLine(line: PrintedLine): PageLine {
  return { content: contentOf([line]), box: line.box };
}
