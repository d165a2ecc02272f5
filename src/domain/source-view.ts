import type { Span } from "./place.ts";

/** A rectangle on a page: points from its upper left corner, as the page is read — 页面上的矩形. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One page, sheet or part of a document as a person sees it — 原件的一页、一张工作表或一段. */
export type SourceView =
  | {
      readonly kind: "page";
      /** 1-based. */
      readonly number: number;
      /** Points, as the page is read; a page printed sideways is turned. */
      readonly width: number;
      readonly height: number;
      /** The page is an image: its words were recognised and may be wrong — 扫描页. */
      readonly scanned: boolean;
      /** Quarters clockwise by which the picture of a scanned page must be turned to stand upright — 须转的直角数. */
      readonly turned?: 1 | 2 | 3;
    }
  | { readonly kind: "sheet"; readonly name: string }
  | { readonly kind: "part"; readonly name: string };

/**
 * A cell as the machine saw it — 机器看到的单元格: its text is `span` of the document's text. Rows and columns count from
 * 0 within its view (for a sheet as the sheet counts them, else within its table); merged cells reach over several.
 */
export interface PrintedCell {
  readonly span: Span;
  /** Number of its {@link SourceView}. */
  readonly view: number;
  /** Counts the ruled tables of the document from 0; lines outside tables have none. */
  readonly table: number | undefined;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** On pages. */
  readonly box: Box | undefined;
}

/** A stretch of one printed line: where some characters stand on a page — 页面上的一行字. */
export interface PrintedRun {
  readonly span: Span;
  readonly view: number;
  readonly box: Box;
  /** 0–100 where the words were recognised from an image — 识别置信度. */
  readonly confidence?: number;
}
