import type { Span } from "../domain/place.ts";

/** One cell as found: its text without surrounding blanks and where it stands — 单元格. Every format ends in these. */
export interface Cell {
  readonly text: string;
  readonly span: Span;
  /** 0-based place in its line, counting empty cells: of a merged cell its first column. */
  readonly index: number;
  /** Columns and rows that a merged cell reaches over; 1 where absent. */
  readonly columns?: number;
  readonly rows?: number;
  /** Figures that were recognised in several ways, the likeliest first; `text` is the first of them — 多种读法. */
  readonly readings?: readonly string[];
}

/** One line of cells — 行. Empty cells are left out of `cells`, but `width` counts them. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  /** Counts page breaks before this line. */
  readonly page: number;
  readonly cells: readonly Cell[];
  readonly width: number;
  /** Number of the ruled table that the line belongs to, also over pages; absent outside tables and in plain text. */
  readonly table?: number;
  /** Merged cells of lines above that reach down into this one. */
  readonly covered?: readonly Cell[];
  /** Where the page ends or begins inside this row, as its borders tell — 行被分页切开. */
  readonly cut?: "above" | "below" | "both";
}

/** Whether a UTF-16 unit is white space, as `\s` has it — 空白. A pattern a character would take most of the reading. */
export function isBlankUnit(unit: number): boolean {
  if (unit > 0x20 && unit < 0xa0) return false;
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit >= 0x3001 && unit < 0xfeff) return false;
  return unit === 0xa0 || unit === 0x3000 || unit === 0xfeff || unit === 0x1680 || isTypographicBlank(unit);
}

function isTypographicBlank(unit: number): boolean {
  return (unit >= 0x2000 && unit <= 0x200a) || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f;
}

/** The span without blanks at its ends; empty where there is nothing else. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlankUnit(text.charCodeAt(start))) start++;
  while (end > start && isBlankUnit(text.charCodeAt(end - 1))) end--;
  return { start, end };
}
