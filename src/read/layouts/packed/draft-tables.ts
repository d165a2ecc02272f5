import type { AmountUnit } from "../../../domain/money.ts";
import type { Span } from "../../../domain/place.ts";
import type { Line } from "../../cells.ts";
import type { ReadingRecord } from "../../record/record.ts";
import {
  type Columns,
  columnsOfHead,
  columnsOfSequence,
  fundingHeads,
  knownSequences,
  officialHead,
  withSecondLine,
} from "../columns.ts";
import { isPageFurniture, isPreambleLine, type Preamble, readPreamble } from "../preamble.ts";
import { type AlignedRow, alignRow, suitsInPlace } from "./align-row.ts";

/** A table as its lines were sorted, before its values are filed — 未定稿的表. */
export interface Draft {
  readonly preamble: Preamble;
  readonly columns: Columns;
  readonly amountUnit: AmountUnit;
  readonly rows: readonly AlignedRow[];
  readonly footnotes: readonly Span[];
}

interface OpenDraft extends Draft {
  readonly rows: AlignedRow[];
  readonly footnotes: Span[];
  /** The line of the head, for a head of two lines. */
  readonly head: Line | undefined;
  /** Page breaks that are told by a repeated head or a page number, beside those of empty lines. */
  turned: number;
}

const footnote = /^(?:注|备注|说明|填表说明)\s?\d{0,2}\s?[:：]/u;

/**
 * Sorts the lines of a text into tables — 分表: a head opens one, lines above it are its preamble, a head printed again
 * is a page break. Where no head stands at all, the shape of the rows tells the columns.
 */
export function draftTables(record: ReadingRecord, lines: readonly Line[]): Draft[] {
  const drafts: OpenDraft[] = [];
  let before: Line[] = [];
  for (const line of lines) {
    const draft = drafts.at(-1);
    const columns = columnsOfHead(line);
    const second = draft && !columns && draft.rows.length === 0 ? withSecondLine(draft.columns, line) : undefined;
    if (columns) {
      if (draft && sameHead(draft, line, columns) && repeatsPreamble(draft, before)) {
        for (const other of before) addOrRepeat(record, draft, other);
        draft.turned++;
        record.note("header-repeated", "", [line.cells[0]!.span]);
      } else {
        drafts.push(openDraft(readPreamble(record, before), columns, line));
      }
      before = [];
      decorateHead(record, line);
    } else if (draft && second) {
      drafts[drafts.length - 1] = { ...openDraft(draft.preamble, second, draft.head), turned: draft.turned };
      decorateHead(record, line);
    } else if (draft && before.length === 0 && !isPreambleLine(line)) addRow(record, draft, line);
    else before.push(line);
  }
  const last = drafts.at(-1);
  if (!last) return headlessDraft(record, lines);
  for (const line of before) addRow(record, last, line);
  for (const draft of drafts) noteHead(record, draft.columns);
  return drafts;
}

function openDraft(preamble: Preamble, columns: Columns, head: Line | undefined): OpenDraft {
  const amountUnit = columns.amountUnit ?? preamble.amountUnit ?? "万元";
  return { preamble, columns, amountUnit, rows: [], footnotes: [], head, turned: 0 };
}

function decorateHead(record: ReadingRecord, line: Line): void {
  for (const cell of line.cells) record.ledger.decorate(cell.span, "header");
}

function noteHead(record: ReadingRecord, columns: Columns): void {
  for (const { cell, role } of columns.damaged)
    record.note("header-damaged", "", [cell.span], { facts: { printed: cell.text }, proposal: officialHead(role) });
  for (const cell of columns.unknown) record.note("column-unknown", "", [cell.span], { facts: { printed: cell.text } });
}

/** Whether a head is that of the table before: its first line says the same, or the columns have the same roles. */
function sameHead(draft: OpenDraft, line: Line, columns: Columns): boolean {
  const words = (one: Line): string => one.cells.map(({ text }) => text.replace(/\s+/gu, "")).join("\t");
  return (
    draft.columns.roles.join() === columns.roles.join() || (draft.head ? words(draft.head) === words(line) : false)
  );
}

/** Whether the lines above a head are those of the table before: a page that prints its title and head again. */
function repeatsPreamble(draft: OpenDraft, before: readonly Line[]): boolean {
  return before.every((line) => !isPreambleLine(line) || draft.preamble.prints(line));
}

function addOrRepeat(record: ReadingRecord, draft: OpenDraft, line: Line): void {
  if (!draft.preamble.prints(line)) addRow(record, draft, line);
  else for (const cell of line.cells) record.ledger.decorate(cell.span, "repeated");
}

function addRow(record: ReadingRecord, draft: OpenDraft, line: Line): void {
  const only = line.cells.length === 1 ? line.cells[0] : undefined;
  if (only && isPageFurniture(only.text)) {
    record.ledger.decorate(only.span, "page-furniture");
    draft.turned++;
  } else if (only && footnote.test(only.text)) draft.footnotes.push(only.span);
  else if (draft.turned > 0 && fundingHeads(line)) decorateHead(record, line);
  else draft.rows.push(alignRow({ ...line, page: line.page + draft.turned }, draft.columns, draft.amountUnit));
}

/** So many rows must fit a sequence of columns before it is believed without a head. */
const enoughRows = 3;

/** A text that lost its head, or begins in the middle of a table — 无表头的表. */
function headlessDraft(record: ReadingRecord, lines: readonly Line[]): Draft[] {
  for (const sequence of knownSequences) {
    const columns = columnsOfSequence(sequence);
    const fitting = lines.filter((line) => suitsInPlace(line, columns));
    const wide = lines.filter((line) => line.cells.length >= enoughRows);
    if (fitting.length < enoughRows || 2 * fitting.length < wide.length) continue;
    const start =
      lines.slice(0, lines.indexOf(fitting[0]!)).findLastIndex((line) => line.cells.length < enoughRows) + 1;
    const draft = openDraft(readPreamble(record, lines.slice(0, start)), columns, undefined);
    for (const line of lines.slice(start)) addRow(record, draft, line);
    record.note("header-missing", "", [lines[start]!.cells[0]!.span], {
      facts: { columns: sequence.map(officialHead).join("、") },
    });
    return [draft];
  }
  return [];
}
