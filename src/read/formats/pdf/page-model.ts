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
  /**
   * Of a glyph that does not stand upright: the angle at which its line runs, counter-clockwise, and where it stands on
   * the page. `left`, `right` and `baseline` are then measured on the page turned until the line runs to the right.
   */
  readonly turned?: { readonly degrees: number; readonly box: Box };
}

/** A straight ruled line, horizontal or vertical — 表线. */
export interface Rule {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How a page image was turned to be read — 转正: first by whole quarters clockwise, then by its skew. */
export interface Turning {
  readonly quarters: 0 | 1 | 2 | 3;
  /** Degrees that the image leant, positive where lines fell to the right. */
  readonly skew: number;
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
  /** Glyphs that cannot be seen: invisible, covered, outside the page. They are not among `glyphs`. */
  readonly hidden: string;
  /** The page is a picture: its glyphs were recognised — 扫描页. */
  readonly scanned?: true;
  /** Figures that were recognised in more than one way, the likeliest first, and where they stand — 识别的多种读法. */
  readonly readings?: readonly { readonly box: Box; readonly texts: readonly string[] }[];
  /** How the picture was turned to be read; glyphs and rules stand on the turned page — 转正. */
  readonly turning?: Turning;
  /** The engine could not open this page at all. */
  readonly unreadable?: true;
}

/** Where the middle of a glyph stands on the page — 字形中心. */
export function middleOf({ left, right, baseline, size, turned }: Glyph): { readonly x: number; readonly y: number } {
  if (turned) return { x: (turned.box.left + turned.box.right) / 2, y: (turned.box.top + turned.box.bottom) / 2 };
  return { x: (left + right) / 2, y: baseline - 0.35 * size };
}
