import type { Place, Span } from "../../domain/place.ts";
import { isBlankUnit, trimSpan } from "../cells.ts";
import { lineEndInCell } from "../document-writer.ts";

/**
 * A text put together from pieces of the source — 拼接文本: one cell, or a cell that a page break cut. `clean` leaves out
 * the blanks that line wrapping put between wide characters; every character of it knows its place in the source.
 */
export interface JoinedText {
  readonly clean: string;
  /** Source offset of each character of `clean`. */
  readonly offsets: readonly number[];
  /** Which piece each character of `clean` comes from, counted in reading order. */
  readonly pieceAt: readonly number[];
}

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2018-\u201d\u2014\u2026《》]/u;

/** Whether a blank between these two characters can only come from a line that was wrapped — 折行空格. */
export function isWrapBlank(before: string, after: string): boolean {
  return wide.test(before) && wide.test(after);
}

/** Pieces of the source → one text without wrapping blanks. Linear. */
export function joinPieces(source: string, pieces: readonly Span[]): JoinedText {
  const chars: string[] = [];
  const offsets: number[] = [];
  const pieceAt: number[] = [];
  pieces.forEach((piece, number) => {
    for (let at = piece.start; at < piece.end; at++) {
      const char = source[at]!;
      if (isBlankUnit(source.charCodeAt(at))) {
        let next = at + 1;
        let lineEnd = source[at] === lineEndInCell ? at : -1;
        while (next < piece.end && isBlankUnit(source.charCodeAt(next))) {
          if (source[next] === lineEndInCell) lineEnd = next;
          next++;
        }
        const before = chars.at(-1);
        const after = next < piece.end ? source[next] : undefined;
        if (before !== undefined && after !== undefined && isWrapBlank(before, after)) {
          if (lineEnd !== -1) {
            chars.push(lineEndInCell); // the author's own line ends part items
            offsets.push(lineEnd);
            pieceAt.push(number);
          }
          at = next - 1;
          continue;
        }
      }
      chars.push(char);
      offsets.push(at);
      pieceAt.push(number);
    }
  });
  return { clean: chars.join(""), offsets, pieceAt };
}

/** The source spans of a range of the clean text: one span for each piece that it touches. Linear in the range. */
export function spansOf(joined: JoinedText, start: number, end: number): Span[] {
  const { offsets, pieceAt } = joined;
  const spans: Span[] = [];
  let at = start;
  while (at < end) {
    let last = at;
    while (last < end && pieceAt[last] === pieceAt[at]) last++;
    spans.push({ start: offsets[at]!, end: offsets[last - 1]! + 1 });
    at = last;
  }
  return spans;
}

/** Place of some spans, trimmed; `undefined` where nothing but blanks is left. */
export function placeOf(source: string, spans: readonly Span[], lineAt: (offset: number) => number): Place | undefined {
  const trimmed = spans.map((span) => trimSpan(source, span)).filter((span) => span.end > span.start);
  return trimmed[0] && { line: lineAt(trimmed[0].start), spans: trimmed };
}
