import type { Box } from "../../../domain/source-view.ts";
import type { WrittenPiece } from "../../document-writer.ts";
import type { Grid, GridCell } from "./page-grid.ts";

/** A stretch across the page, empty from top to bottom of a table — 栏间空白. */
export interface Gutter {
  readonly from: number;
  readonly to: number;
}

/** What parts the rows of a table: level lines, or space of at least so much — 分行习惯. */
export interface RowHabit {
  readonly byLines: boolean;
  readonly space: number | undefined;
}

/** How a table without upright lines is parted into columns and rows; the next page goes on in the same way — 分栏分行. */
export interface Gaps {
  readonly gutters: readonly Gutter[];
  readonly rows: RowHabit;
}

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
