import type { Place, Span } from "./place.ts";
import type { Reading } from "./reading.ts";
import type { Box, PrintedCell, PrintedRun } from "./source-view.ts";

/** Words on a page: which of the document's views, and the rectangle around them — 印出处. */
interface PrintedPiece {
  /** Number of its view. */
  readonly view: number;
  readonly box: Box;
  /** 0–100 where the words were recognised from an image — 识别置信度. */
  readonly confidence?: number;
}

/** Where the words of a place stand in the file: rectangles on pages, and the cells that hold them — 值的印出处. */
export interface Printed {
  readonly pieces: readonly PrintedPiece[];
  readonly cells: readonly PrintedCell[];
}

/** What is asked of a reading to find where its words are printed. */
export type PrintedDocument = Pick<Reading, "text" | "cells" | "runs" | "views">;

/**
 * Spans of the text → rectangles and cells — 由出处找印出处. Of a printed line only the part that the span takes is
 * given, by the width of its characters. Binary search: its time grows with what is found.
 */
export function wherePrinted(document: PrintedDocument, place: Pick<Place, "spans">): Printed {
  const pieces: PrintedPiece[] = [];
  const cells: PrintedCell[] = [];
  for (const span of place.spans) {
    const own = overlapping(document.cells, span);
    const runs = overlapping(document.runs, span);
    cells.push(...own);
    for (const run of runs) pieces.push(pieceOf(document.text, run, span));
    if (runs.length > 0) continue;
    for (const { view, box } of own) if (box) pieces.push({ view, box });
  }
  return { pieces, cells };
}

/** Those of a list in the order of the text that share characters with a span — 相交的单元格或行. */
export function overlapping<T extends { readonly span: Span }>(list: readonly T[], span: Span): readonly T[] {
  const found: T[] = [];
  for (let at = firstEndingAfter(list, span.start); at < list.length; at++) {
    const one = list[at]!;
    if (one.span.start >= span.end) break;
    if (one.span.end > one.span.start) found.push(one);
  }
  return found;
}

function firstEndingAfter(list: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.span.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The part of a printed line that a span takes. Lines that stand upright are parted from top to bottom. */
function pieceOf(text: string, run: PrintedRun, span: Span): PrintedPiece {
  const from = Math.max(run.span.start, span.start);
  const to = Math.min(run.span.end, span.end);
  const { left, top, right, bottom } = run.box;
  const confidence = run.confidence === undefined ? {} : { confidence: run.confidence };
  if (from === run.span.start && to === run.span.end) return { view: run.view, box: run.box, ...confidence };
  const whole = Math.max(1, widthOf(text, run.span.start, run.span.end));
  const begin = widthOf(text, run.span.start, from) / whole;
  const end = 1 - widthOf(text, to, run.span.end) / whole;
  const upright = bottom - top > 2 * (right - left);
  const box = upright
    ? { left, right, top: top + (bottom - top) * begin, bottom: top + (bottom - top) * end }
    : { top, bottom, left: left + (right - left) * begin, right: left + (right - left) * end };
  return { view: run.view, box, ...confidence };
}

/** Width in halves of a Chinese character. */
function widthOf(text: string, from: number, to: number): number {
  let width = 0;
  for (let at = from; at < to; at++) width += text.charCodeAt(at) > 0x2000 ? 2 : 1;
  return width;
}
