import type { Box } from "../../../domain/source-view.ts";
import type { WrittenPiece } from "../../document-writer.ts";
import { type Gaps, gapTables } from "./gap-tables.ts";
import { type Grid, type GridCell, gridsOf } from "./page-grid.ts";
import type { PageModel } from "./page-model.ts";
import { placeGlyphs } from "./place-glyphs.ts";
import { type PrintedLine, pieceOf, printedLines } from "./printed-lines.ts";
import { ruledSegments } from "./ruled-segments.ts";

/** A cell with what it prints, line by line — 单元格及其文字. */
export interface FilledCell extends GridCell {
  readonly content: readonly WrittenPiece[];
}

/** A table of one page with its texts — 单页表格. */
export interface PageTable extends Omit<Grid, "cells"> {
  readonly cells: readonly FilledCell[];
  /** Of a table whose columns no line parts: what stays empty between them. */
  readonly gaps?: Gaps;
}

/** A line outside tables — 表外行. */
export interface PageLine {
  readonly content: readonly WrittenPiece[];
  readonly box: Box;
}

/** What a page prints, in reading order — 页面内容. */
export interface PageContents {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly parts: readonly (
    | { readonly kind: "line"; readonly line: PageLine }
    | { readonly kind: "table"; readonly table: PageTable }
  )[];
}

/**
 * A page model → its tables and lines, from the top — 页面内容. Every glyph stands in exactly one of them. A table without
 * upright lines goes on as on the page `before`.
 */
export function contentsOf(page: PageModel, before?: PageContents): PageContents {
  const ruling = ruledSegments(page.rules);
  const above = before && lastTable(before);
  const grids = gridsOf(ruling, above?.xs);
  const placed = placeGlyphs(page.glyphs, grids);
  const tables = grids.map((grid, at) => filledTable(grid, placed.cells[at]!));
  const lines: PrintedLine[] = [];
  for (const line of printedLines(placed.outside)) {
    if (line.glyphs.every(({ text }) => text.trim() === "")) continue;
    const cell = cellRunOver(line, tables);
    if (cell) cell.content.push(pieceOf(line));
    else lines.push(line);
  }
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

interface OpenTable extends PageTable {
  readonly cells: readonly (FilledCell & { readonly content: WrittenPiece[] })[];
}

function filledTable(grid: Grid, glyphs: readonly (readonly PageModel["glyphs"][number][])[]): OpenTable {
  return {
    ...grid,
    cells: grid.cells.map((cell, at) => ({ ...cell, content: contentOf(printedLines(glyphs[at]!)) })),
  };
}

function contentOf(lines: readonly PrintedLine[]): WrittenPiece[] {
  return lines.map(pieceOf).filter(({ text }) => text.trim() !== "");
}

function pageLine(line: PrintedLine): PageLine {
  return { content: contentOf([line]), box: line.box };
}

/**
 * The cell whose words run over the lower end of its table — 越过底线的字: the line touches the table's last line and
 * lies within the columns of one cell.
 */
function cellRunOver({ box, size, glyphs }: PrintedLine, tables: readonly OpenTable[]) {
  if (glyphs[0]?.turned) return undefined;
  for (const table of tables) {
    const under = box.top - table.box.bottom;
    if (under < -size || under > (table.openBottom ? 0.6 : 0.1) * size) continue;
    const cell = table.cells.find(
      (one) =>
        one.row + one.rows === table.ys.length - 1 && box.left >= one.box.left - 1 && box.right <= one.box.right + 1,
    );
    if (cell && cell.content.length > 0) return cell;
  }
  return undefined;
}
