import type { Span } from "../domain/place.ts";

/** One cell as found: its text without surrounding blanks and where it stands — 单元格. Every format ends in these. */
export interface Cell {
  readonly text: string;
  readonly span: Span;
  /** 0-based place in its line, counting empty cells. */
  readonly index: number;
}

/** One line of cells — 行. Empty cells are left out of `cells`, but `width` counts them. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  /** Counts page breaks before this line. */
  readonly page: number;
  readonly cells: readonly Cell[];
  readonly width: number;
}

const blank = /\s/u;

/** The span without blanks at its ends; empty where there is nothing else. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && blank.test(text[start]!)) start++;
  while (end > start && blank.test(text[end - 1]!)) end--;
  return { start, end };
}
