import type { TargetTable, UnitSubtotal } from "../../domain/declaration.ts";
import { type Funding, noFunding } from "../../domain/funding.ts";
import type { AmountUnit } from "../../domain/money.ts";
import type { FiscalYear } from "../../domain/period.ts";
import type { Span } from "../../domain/place.ts";
import type { Line } from "../cells.ts";
import { inferYear, printedYear } from "../infer-year.ts";
import { type JoinedRow, joinRows } from "../join-rows.ts";
import type { ReadingRecord } from "../record.ts";
import { sumChecksOf } from "../sum-checks.ts";
import { nameOf, type Wrapping } from "../wrapped-text.ts";
import { type AlignedRow, alignRow } from "./align-row.ts";
import { type Columns, columnsOfHead, officialHead } from "./columns.ts";
import { readDeclarations } from "./packed-rows.ts";
import { isPageFurniture, isPreambleLine, type Preamble, readPreamble } from "./preamble.ts";
import { amountsOf, readFunding, subtotalsOf } from "./subtotals.ts";

/** A table as its lines were sorted, before its values are filed — 未定稿的表. */
interface Draft {
  readonly preamble: Preamble;
  readonly columns: Columns;
  readonly rows: AlignedRow[];
  readonly footnotes: Span[];
  /** Page breaks that are told by a repeated head or a page number, beside those of empty lines. */
  turned: number;
}

const footnote = /^(?:注|备注|说明|填表说明)\s?\d{0,2}\s?[:：]/u;

/**
 * Reads packed tables — 项目支出绩效目标表（指标合并在一格）: seven columns with money or five without, one row a project,
 * all indicators in one cell. Recognised by the words of the head; several tables may follow each other.
 */
export function readPackedTables(
  record: ReadingRecord,
  lines: readonly Line[],
  wrapping: Wrapping,
  givenYear: number | undefined,
): TargetTable[] {
  const year: FiscalYear = givenYear === undefined ? inferYear(record.text) : { basis: "given", year: givenYear };
  return draftTables(record, lines).map((draft, at) => readTable(record, draft, `tables/${at}`, wrapping, year));
}

function draftTables(record: ReadingRecord, lines: readonly Line[]): Draft[] {
  const drafts: Draft[] = [];
  let before: Line[] = [];
  let draft: Draft | undefined;
  for (const line of lines) {
    const columns = columnsOfHead(line);
    if (columns) {
      if (draft && sameRoles(draft.columns, columns) && repeatsPreamble(draft, before)) {
        for (const other of before) addOrRepeat(record, draft, other);
        draft.turned++;
        record.note("header-repeated", "", [line.cells[0]!.span]);
      } else {
        draft = { preamble: readPreamble(record, before), columns, rows: [], footnotes: [], turned: 0 };
        drafts.push(draft);
      }
      before = [];
      for (const cell of line.cells) record.ledger.decorate(cell.span, "header");
      for (const { cell, role } of columns.damaged)
        record.note("header-damaged", "", [cell.span], {
          facts: { printed: cell.text },
          proposal: officialHead(role),
        });
      continue;
    }
    if (draft && before.length === 0 && !isPreambleLine(line)) addRow(record, draft, line);
    else before.push(line);
  }
  if (draft) for (const line of before) addRow(record, draft, line);
  return drafts;
}

function sameRoles(one: Columns, other: Columns): boolean {
  return one.roles.join() === other.roles.join();
}

/** Whether the lines above a head are those of the table before: a page that prints its title and head again. */
function repeatsPreamble(draft: Draft, before: readonly Line[]): boolean {
  return before.every((line) => !isPreambleLine(line) || draft.preamble.prints(line));
}

function addOrRepeat(record: ReadingRecord, draft: Draft, line: Line): void {
  if (!draft.preamble.prints(line)) addRow(record, draft, line);
  else for (const cell of line.cells) record.ledger.decorate(cell.span, "repeated");
}

function addRow(record: ReadingRecord, draft: Draft, line: Line): void {
  const only = line.cells.length === 1 ? line.cells[0] : undefined;
  if (only && isPageFurniture(only.text)) {
    record.ledger.decorate(only.span, "page-furniture");
    draft.turned++;
  } else if (only && footnote.test(only.text)) draft.footnotes.push(only.span);
  else draft.rows.push(alignRow({ ...line, page: line.page + draft.turned }, draft.columns, draft.preamble.amountUnit));
}

function readTable(
  record: ReadingRecord,
  draft: Draft,
  path: string,
  wrapping: Wrapping,
  otherwiseYear: FiscalYear,
): TargetTable {
  const { preamble, columns } = draft;
  preamble.file(path);
  draft.footnotes.forEach((span, at) => {
    record.place(`${path}/footnotes/${at}`, [span]);
  });
  const hasMoney = columns.roles.includes("total");
  const rows = joinRows(record.text, draft.rows, hasMoney);
  const sorted = subtotalsOf(record, rows, hasMoney, preamble.amountUnit);
  const total = sorted.total && fileTotal(record, sorted.total, `${path}/total`, preamble.amountUnit);
  const units = sorted.units.map((row, at) => fileUnit(record, row, `${path}/units/${at}`, preamble.amountUnit));
  const { declarations, unitOf } = readDeclarations(record, sorted, {
    path,
    wrapping,
    amountUnit: preamble.amountUnit,
    department: preamble.department,
    hasMoney,
    unitAmounts: units.map((unit) => amountsOf(unit.funding)),
    unitNames: units.map((unit) => unit.name),
    tableAmounts: total && amountsOf(total),
  });
  const year = otherwiseYear.basis === "given" ? otherwiseYear : (printedYear(preamble.heads) ?? otherwiseYear);
  const table: TargetTable = {
    title: preamble.title,
    department: preamble.department ?? commonDepartment(declarations.map((one) => one.department)),
    year,
    amountUnit: preamble.amountUnit,
    layout: layoutOf(
      hasMoney,
      declarations.flatMap((one) => one.indicators).some((one) => one.level2),
      record,
      rows,
    ),
    total,
    units,
    declarations,
    footnotes: draft.footnotes.map((span) => record.text.slice(span.start, span.end)),
  };
  record.sums.push(...sumChecksOf(table, unitOf, path));
  return table;
}

/** Layouts A–D: without money; level 1 only; coded with commas; coded with full-width semicolons. */
function layoutOf(hasMoney: boolean, coded: boolean, record: ReadingRecord, rows: readonly JoinedRow[]): string {
  if (!hasMoney) return "packed-A";
  if (!coded) return "packed-B";
  let commas = 0;
  for (const row of rows) {
    const list = row.texts.indicators?.[0];
    if (!list) continue;
    const separator = /指标\s?([,，；;])/u.exec(
      record.text.slice(list.start, Math.min(list.end, list.start + 60)),
    )?.[1];
    commas += separator === "," || separator === "，" ? 1 : -1;
  }
  return commas > 0 ? "packed-C" : "packed-D";
}

function commonDepartment(names: readonly (string | undefined)[]): string | undefined {
  const first = names[0];
  return names.every((name) => name === first) ? first : undefined;
}

function fileTotal(record: ReadingRecord, row: JoinedRow, path: string, unit: AmountUnit): Funding {
  for (const span of row.texts.project ?? []) record.ledger.decorate(span, "label");
  record.point(path, allSpans(row));
  return readFunding(record, row.funding[0], path, unit);
}

function fileUnit(record: ReadingRecord, row: JoinedRow, path: string, unit: AmountUnit): UnitSubtotal {
  record.point(path, allSpans(row));
  record.place(`${path}/name`, row.texts.project ?? []);
  return {
    name: nameOf(record.text, row.texts.project ?? []),
    funding: row.funding[0] ? readFunding(record, row.funding[0], `${path}/funding`, unit) : noFunding,
  };
}

/** All that a row prints, in reading order. */
export function allSpans(row: JoinedRow): Span[] {
  const spans = Object.values(row.texts).flat();
  for (const part of row.parts) for (const cell of Object.values(part.funding[0]?.cells ?? {})) spans.push(cell.span);
  return spans.sort((a, b) => a.start - b.start);
}
