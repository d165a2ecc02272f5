import type { Span } from "../../domain/place.ts";
import { type Cell, type Line, trimSpan } from "../cells.ts";
import type { SourceDocument } from "../source-document.ts";
import { openSource } from "../source-file.ts";
import { damagedCharacters } from "./damaged-characters.ts";

/** A file of tabbed text, or of bytes that are no text: those are kept one character each — 文本文件. */
export function documentOfText(file: { readonly name: string; readonly bytes: Uint8Array }): SourceDocument {
  const { description, text, decoded } = openSource(file.name, file.bytes);
  const lines = decoded ? linesOfText(text) : [];
  return { description, decoded, text, lines, views: [], cells: [], runs: [], notes: damagedCharacters(text) };
}

/**
 * Text → lines of cells — 制表符分隔文本. A blank line or a form feed is a page break; quotes are just quotes. Where a
 * text has no tab at all, runs of blanks part the cells: tabs that somebody's editor expanded.
 */
export function linesOfText(text: string): Line[] {
  const next = text.includes("\t") ? nextTab : nextRun;
  const lines: Line[] = [];
  let page = 0;
  let number = 0;
  let start = 0;
  let gap = next(text, 0);
  while (start <= text.length) {
    number++;
    const end = endOfLine(text, start);
    const cells: Cell[] = [];
    let width = 0;
    let cellStart = start;
    while (cellStart <= end) {
      if (gap.start < cellStart) gap = next(text, cellStart);
      const span = trimSpan(text, { start: cellStart, end: Math.min(gap.start, end) });
      if (span.end > span.start) cells.push({ text: text.slice(span.start, span.end), span, index: width });
      width++;
      cellStart = gap.start < end ? gap.end : end + 1;
    }
    if (cells.length === 0 || text.slice(start, end).includes("\f")) page++;
    if (cells.length > 0) lines.push({ number, page, cells, width });
    if (end >= text.length) break;
    start = text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1;
  }
  return lines;
}

function nextTab(text: string, from: number): Span {
  const at = text.indexOf("\t", from);
  return at === -1 ? { start: text.length, end: text.length } : { start: at, end: at + 1 };
}

/** Two blanks or more; one may come from line wrapping. */
function nextRun(text: string, from: number): Span {
  const run = /[ \u3000]{2,}/gu;
  run.lastIndex = from;
  const found = run.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : { start: text.length, end: text.length };
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}
