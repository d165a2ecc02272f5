import type { Box } from "../../../domain/source-view.ts";

/** One printed character — 字形. Points from the upper left corner of the page as it is read. */
export interface Glyph {
  /** One character, or several for a ligature; radicals are folded to the characters that they stand for. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** Glyphs of one number were drawn by one text operator. */
  readonly object: number;
  /** 0–100 where it was recognised from an image. */
  readonly confidence?: number;
}

/** A straight ruled line, horizontal or vertical — 表线. */
export interface Rule {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** All that a page prints, whatever engine read it — 页面模型. Grid, join and grammar code knows nothing else of PDF. */
export interface PageModel {
  /** 1-based. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Pictures on the page. */
  readonly images: readonly Box[];
  /** Glyphs whose font does not say which character they are. */
  readonly unmapped: number;
  /** Glyphs that cannot be seen: invisible, outside the page. They are not among `glyphs`. */
  readonly hidden: string;
}
