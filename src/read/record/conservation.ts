import type { Span } from "../../domain/place.ts";
import type { Conservation, DecorationKind } from "../../domain/reading.ts";
import { isBlankUnit } from "../cells.ts";

const nothing = 0;
const value = 1;
const decorations: readonly DecorationKind[] = [
  "blank",
  "separator",
  "label",
  "number",
  "header",
  "page-furniture",
  "repeated",
];

/** Where every character of the source went — 去向账: a value, a kind of decoration, or nowhere yet. */
export interface Ledger {
  /** Files the characters of a value. Throws where one is filed already: that would count it twice. */
  place(spans: readonly Span[]): void;
  /** Files recognised decoration; blanks inside a value's span that are filed already stay there. */
  decorate(span: Span, kind: DecorationKind): void;
  /** Whether no character of a span is filed yet. */
  isFree(span: Span): boolean;
  /** Closes the books: blanks are decoration, and what is left is listed as not placed — 守恒. */
  close(lineAt: (offset: number) => number): Conservation;
}

export function openLedger(text: string): Ledger {
  const filed = new Uint8Array(text.length);
  const file = (span: Span, mark: number) => {
    for (let at = span.start; at < span.end; at++) {
      if (filed[at] !== nothing) throw new Error(`character ${at} of the source was filed twice`);
      filed[at] = mark;
    }
  };
  return {
    place: (spans) => {
      for (const span of spans) file(span, value);
    },
    decorate: (span, kind) => file(span, decorations.indexOf(kind) + 2),
    isFree: ({ start, end }) => filed.subarray(start, end).every((mark) => mark === nothing),
    close: (lineAt) => closeBooks(text, filed, lineAt),
  };
}

function closeBooks(text: string, filed: Uint8Array, lineAt: (offset: number) => number): Conservation {
  let placed = 0;
  let decoration = 0;
  let unplacedCharacters = 0;
  const unplaced: (Span & { line: number })[] = [];
  let open = -1;
  const closeRun = (end: number) => {
    if (open === -1) return;
    let last = end;
    while (last > open && isBlankUnit(text.charCodeAt(last - 1))) last--;
    unplaced.push({ start: open, end: last, line: lineAt(open) });
    open = -1;
  };
  for (let at = 0; at < text.length; at++) {
    const mark = filed[at]!;
    const isBlank = mark === nothing && isBlankUnit(text.charCodeAt(at));
    if (mark === value) placed++;
    else if (mark !== nothing || isBlank) decoration++;
    else {
      unplacedCharacters++;
      if (open === -1) open = at;
      continue;
    }
    if (!isBlank || text[at] === "\n" || text[at] === "\t") closeRun(at);
  }
  closeRun(text.length);
  return { characters: text.length, placed, decoration, unplaced, unplacedCharacters };
}
