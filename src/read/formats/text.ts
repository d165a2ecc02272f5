import { type Cell, type Line, trimSpan } from "../cells.ts";

/** Tabbed text → lines of cells — 制表符分隔文本. A blank line or a form feed is a page break; quotes are just quotes. */
export function linesOfText(text: string): Line[] {
  const lines: Line[] = [];
  let page = 0;
  let number = 0;
  let start = 0;
  let tab = nextTab(text, 0);
  while (start <= text.length) {
    number++;
    const end = endOfLine(text, start);
    const cells: Cell[] = [];
    let width = 0;
    let cellStart = start;
    while (cellStart <= end) {
      if (tab < cellStart) tab = nextTab(text, cellStart);
      const cellEnd = Math.min(tab, end);
      const span = trimSpan(text, { start: cellStart, end: cellEnd });
      if (span.end > span.start) cells.push({ text: text.slice(span.start, span.end), span, index: width });
      width++;
      cellStart = cellEnd + 1;
    }
    if (cells.length === 0 || text.slice(start, end).includes("\f")) page++;
    if (cells.length > 0) lines.push({ number, page, cells, width });
    if (end >= text.length) break;
    start = text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1;
  }
  return lines;
}

function nextTab(text: string, from: number): number {
  const at = text.indexOf("\t", from);
  return at === -1 ? text.length : at;
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}
