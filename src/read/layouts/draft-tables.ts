import type { AmountUnit } from "../../domain/money.ts";
import type { Span } from "../../domain/place.ts";
import type { Line } from "../cells.ts";
import type { ReadingRecord } from "../record/record.ts";
import { type Columns, fundingHeads, headAt, type TableHead } from "./columns.ts";
import { type MoreWords, officialHead } from "./header-words.ts";
import { isPageFurniture, isPreambleLine, type Preamble, readPreamble } from "./preamble.ts";

/** A table as its lines were sorted, before its values are filed — 未定稿的表. */
export interface Draft {
  readonly preamble: Preamble;
  readonly columns: Columns;
  readonly amountUnit: AmountUnit;
  /** The lines under the head; `page` counts repeated heads and page numbers as well. */
  readonly body: readonly Line[];
  readonly footnotes: readonly Span[];
}

interface OpenDraft extends Draft {
  readonly body: Line[];
  readonly footnotes: Span[];
  /** The first line of the head. */
  readonly head: Line | undefined;
  /** Page breaks that are told by a repeated head or a page number, beside those of empty lines. */
  turned: number;
}

/** All that a table prints, from what stands above it to its last line — 一张表的全部文字. */
export function wordsOfDraft(text: string, { preamble, body, footnotes }: Draft): string {
  const spans = [...preamble.spans, ...body.flatMap(({ cells }) => cells.map(({ span }) => span)), ...footnotes];
  return spans.map(({ start, end }) => text.slice(start, end)).join("\n");
}

/** What a layout and a person know of the heads of this file. */
export interface DraftSettings {
  /** Whether a head is one of the layout's own. */
  readonly accepts: (columns: Columns) => boolean;
  readonly more: MoreWords | undefined;
  /** Where neither the head nor the lines above it print one. */
  readonly amountUnit: AmountUnit | undefined;
}

const footnote = /^(?:注|备注|说明|填表说明)\s?\d{0,2}\s?[:：]/u;

/**
 * Sorts the lines of a text into tables — 分表: a head opens one, lines above it are its preamble, a head printed again
 * is a page break. Nothing where no head stands.
 */
export function draftTables(record: ReadingRecord, lines: readonly Line[], settings: DraftSettings): Draft[] {
  const drafts: OpenDraft[] = [];
  let before: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const draft = drafts.at(-1);
    const found = headAt(lines, at, settings.more);
    const head = found && settings.accepts(found.columns) ? found : undefined;
    if (head) {
      if (draft && sameHead(draft, line, head) && repeatsPreamble(draft, before)) {
        for (const other of before) addOrRepeat(record, draft, other);
        draft.turned++;
        record.note("header-repeated", "", [line.cells[0]!.span]);
      } else drafts.push(openDraft(readPreamble(record, before), head.columns, line, settings.amountUnit));
      before = [];
      for (const own of lines.slice(at, at + head.lines)) decorateHead(record, own);
      at += head.lines - 1;
    } else if (draft && before.length === 0 && !isPreambleLine(line)) addLine(record, draft, line);
    else before.push(line);
  }
  const last = drafts.at(-1);
  if (last) for (const line of before) addLine(record, last, line);
  for (const draft of drafts) noteHead(record, draft.columns);
  return drafts;
}

/** A draft of columns that no head printed: lines above them, and those of the table — 无表头的未定稿. */
export function headlessDraft(
  record: ReadingRecord,
  columns: Columns,
  above: readonly Line[],
  lines: readonly Line[],
  amountUnit: AmountUnit | undefined,
): Draft {
  const draft = openDraft(readPreamble(record, above), columns, undefined, amountUnit);
  for (const line of lines) addLine(record, draft, line);
  return draft;
}

function openDraft(
  preamble: Preamble,
  columns: Columns,
  head: Line | undefined,
  otherwise: AmountUnit | undefined,
): OpenDraft {
  const amountUnit = columns.amountUnit ?? preamble.amountUnit ?? otherwise ?? "万元";
  return { preamble, columns, amountUnit, body: [], footnotes: [], head, turned: 0 };
}

function decorateHead(record: ReadingRecord, line: Line): void {
  for (const cell of line.cells) record.ledger.decorate(cell.span, "header");
}

function noteHead(record: ReadingRecord, columns: Columns): void {
  for (const { cell, role } of columns.damaged)
    record.note("header-damaged", "", [cell.span], { facts: { printed: cell.text }, proposal: officialHead(role) });
  for (const { cell } of columns.unknown)
    record.note("column-unknown", "", [cell.span], { facts: { printed: cell.text } });
}

/** Whether a head is that of the table before: its first line says the same, or the columns have the same roles. */
function sameHead(draft: OpenDraft, line: Line, head: TableHead): boolean {
  const words = (one: Line): string => one.cells.map(({ text }) => text.replace(/\s+/gu, "")).join("\t");
  return (
    draft.columns.roles.join() === head.columns.roles.join() || (draft.head ? words(draft.head) === words(line) : false)
  );
}

/** Whether the lines above a head are those of the table before: a page that prints its title and head again. */
function repeatsPreamble(draft: OpenDraft, before: readonly Line[]): boolean {
  return before.every((line) => !isPreambleLine(line) || draft.preamble.prints(line));
}

function addOrRepeat(record: ReadingRecord, draft: OpenDraft, line: Line): void {
  if (!draft.preamble.prints(line)) addLine(record, draft, line);
  else for (const cell of line.cells) record.ledger.decorate(cell.span, "repeated");
}

function addLine(record: ReadingRecord, draft: OpenDraft, line: Line): void {
  const only = line.cells.length === 1 ? line.cells[0] : undefined;
  if (only && isPageFurniture(only.text)) {
    record.ledger.decorate(only.span, "page-furniture");
    draft.turned++;
  } else if (only && footnote.test(only.text)) draft.footnotes.push(only.span);
  else if (draft.turned > 0 && fundingHeads(line)) decorateHead(record, line);
  else draft.body.push({ ...line, page: line.page + draft.turned });
}
