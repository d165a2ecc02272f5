import type { Span } from "../domain/place.ts";
import type { ReadingNote, ReadingNoteCode, SourceDescription } from "../domain/reading.ts";
import type { Box, PrintedRun, SourceView } from "../domain/source-view.ts";
import { type Cell, type Line, trimSpan } from "./cells.ts";
import { openPrintedCells } from "./printed-cells.ts";
import type { FormatNote, SourceDocument } from "./source-document.ts";

/** Some words of one printed line and where they stand — 一行印出的字. */
export interface WrittenPiece {
  readonly text: string;
  readonly box: Box;
  readonly confidence?: number;
  /** Of recognised words: stretches that tile `text`, each with its own confidence. */
  readonly stretches?: readonly { readonly length: number; readonly box: Box; readonly confidence: number }[];
}

/** A cell as a format reader found it — 格式读出的单元格. */
export interface WrittenCell {
  /** Its text, or the printed lines that make it up. */
  readonly content: string | readonly WrittenPiece[];
  /** First column, from 0. */
  readonly index: number;
  readonly columns?: number;
  readonly rows?: number;
  readonly box?: Box;
  readonly readings?: readonly string[];
}

/** How a row stands in its table — 行的位置. */
export interface WrittenRow {
  readonly cells: readonly WrittenCell[];
  /** Columns of the table. */
  readonly width: number;
  /** From 0 within its table, or as the sheet counts. */
  readonly row: number;
  readonly cut?: "above" | "below" | "both";
}

/**
 * Writes the one text of a document while its cells are found, and files where everything stands — 文档书写器. Cells are
 * parted by tabs, lines by line feeds, pages by an empty line; line ends within a cell become U+2028, so that the text
 * can be read back as tabbed text.
 */
export interface DocumentWriter {
  /** Begins a page, sheet or part: a page break. */
  view(view: SourceView): void;
  /** Begins a ruled table; `resume` goes on with an earlier one (over a page break). Returns its number. */
  table(resume?: number): number;
  /** Returns the spans of the cells, by the order in which they were given. */
  row(row: WrittenRow): readonly Span[];
  /** A line outside tables. */
  paragraph(content: WrittenCell["content"], box?: Box): void;
  /** Notes something about what was written last, or about the whole file so far. */
  note(code: ReadingNoteCode, facts?: ReadingNote["facts"], at?: Span): void;
  /** Where the next character will stand. */
  readonly position: number;
  finish(description: SourceDescription): SourceDocument;
}

/** U+2028: a line end that the author put inside a cell — 单元格内换行. */
export const lineEndInCell = "\u2028";

const latin = /[A-Za-z]/u;

/** Opens an empty document. */
export function openWriter(): DocumentWriter {
  const parts: string[] = [];
  let length = 0;
  let page = 0;
  let number = 1;
  let tables = 0;
  let table: number | undefined;
  let reaching: { readonly cell: Cell; readonly until: number }[] = [];
  const lines: OpenLine[] = [];
  const views: SourceView[] = [];
  const cells = openPrintedCells();
  const runs: PrintedRun[] = [];
  const notes: FormatNote[] = [];
  let last: Span = { start: 0, end: 0 };

  const put = (text: string): void => {
    if (text === "") return;
    parts.push(text);
    length += text.length;
  };
  const endLine = (): void => {
    put("\n");
    number++;
  };
  /** Writes a cell's content; returns the span of its text without surrounding blanks. */
  const write = (content: WrittenCell["content"]): { text: string; span: Span } => {
    const start = length;
    let text = "";
    if (typeof content === "string") text = cellText(content);
    else
      for (const piece of content) {
        const words = cellText(piece.text).trim();
        if (words === "") continue;
        if (latin.test(text.at(-1) ?? "") && latin.test(words[0]!)) text += " ";
        const at = start + text.length;
        text += words;
        runs.push(...runsOf(piece, { start: at, end: at + words.length }, views.length - 1));
      }
    put(text);
    const inner = trimSpan(text, { start: 0, end: text.length });
    return {
      text: text.slice(inner.start, inner.end),
      span: { start: start + inner.start, end: start + inner.end },
    };
  };
  const addLine = (found: readonly OpenCell[], width: number, more: Pick<Line, "table" | "covered" | "cut">): void => {
    const cells = found.slice(); // no longer than it must be: there may be a hundred thousand
    if (cells.length > 0) lines.push({ number, page, cells, width, ...more });
    endLine();
  };

  return {
    get position() {
      return length;
    },
    view(view) {
      if (length > 0) endLine();
      views.push(view);
      page++;
      table = undefined;
      reaching = [];
    },
    table(resume) {
      table = resume ?? tables++;
      reaching = [];
      return table;
    },
    row({ cells: written, width, row, cut }) {
      if (reaching.length > 0) reaching = reaching.filter(({ until }) => until > row);
      const covered = reaching.map(({ cell }) => cell);
      const found: OpenCell[] = [];
      const lineStart = length;
      let column = 0;
      const spans = new Map<WrittenCell, Span>();
      for (const one of inOrder(written)) {
        const { content, index, columns = 1, rows = 1, box, readings } = one;
        put("\t".repeat(index - column));
        column = index;
        const { text, span } = write(content);
        spans.set(one, span);
        const cell = cellOf({ text, span, index }, columns, rows, readings);
        if (text !== "") found.push(cell);
        if (rows > 1) reaching.push({ cell, until: row + rows });
        cells.add({ span, view: views.length - 1, table, row, column: index, rows, columns, box });
      }
      put("\t".repeat(Math.max(0, width - 1 - column)));
      last = { start: lineStart, end: length };
      addLine(found, width, {
        ...(table === undefined ? {} : { table }),
        ...(covered.length > 0 ? { covered } : {}),
        ...(cut === undefined ? {} : { cut }),
      });
      return written.map((cell) => spans.get(cell)!);
    },
    paragraph(content, box) {
      const { text, span } = write(content);
      last = span;
      if (views.length > 0 && text !== "")
        cells.add({ span, view: views.length - 1, table: undefined, row: 0, column: 0, rows: 1, columns: 1, box });
      addLine(text === "" ? [] : [{ text, span, index: 0 }], 1, {});
    },
    note(code, facts = {}, at = last) {
      notes.push({ code, at, facts });
    },
    finish(description) {
      const text = parts.join("");
      parts.length = 0;
      for (const { cells } of lines) for (const cell of cells) pointInto(text, cell);
      return { description, decoded: true, text, lines, views, cells: cells.list(), runs, notes };
    },
  };
}

/** A cell while its document is written. */
interface OpenCell extends Cell {
  text: string;
}

interface OpenLine extends Line {
  readonly cells: readonly OpenCell[];
}

function cellOf(cell: OpenCell, columns: number, rows: number, readings: WrittenCell["readings"]): OpenCell {
  if (columns === 1 && rows === 1 && !readings) return cell;
  return {
    ...cell,
    ...(columns > 1 ? { columns } : {}),
    ...(rows > 1 ? { rows } : {}),
    ...(readings ? { readings } : {}),
  };
}

/** Nearly all cells come in order. */
function inOrder(cells: readonly WrittenCell[]): readonly WrittenCell[] {
  const isInOrder = cells.every(({ index }, at) => at === 0 || cells[at - 1]!.index <= index);
  return isInOrder ? cells : [...cells].sort((a, b) => a.index - b.index);
}

/** So many characters are worth more than the reference that takes their place. */
const longText = 24;

/** Lets the words of a long cell be a stretch of the one text, so that no others need be kept. */
function pointInto(text: string, cell: OpenCell): void {
  if (cell.text.length > longText) cell.text = text.slice(cell.span.start, cell.span.end);
}

/** Where the words of a piece stand: in one run, or in one for each stretch that was recognised as surely. */
function runsOf({ text, box, confidence, stretches }: WrittenPiece, span: Span, view: number): PrintedRun[] {
  if (!stretches) return [{ span, view, box, ...(confidence === undefined ? {} : { confidence }) }];
  const runs: PrintedRun[] = [];
  let at = span.start - (text.length - text.trimStart().length); // the words stand without the blanks around them
  for (const stretch of stretches) {
    const part = { start: Math.max(span.start, at), end: Math.min(span.end, at + stretch.length) };
    if (part.end > part.start) runs.push({ span: part, view, box: stretch.box, confidence: stretch.confidence });
    at += stretch.length;
  }
  return runs;
}

/** A cell holds no tabs and no line ends of the document's own. */
function cellText(text: string): string {
  return text.replace(/\r\n?|\n|\u2029|\v|\f/gu, lineEndInCell).replace(/\t/gu, " ");
}
