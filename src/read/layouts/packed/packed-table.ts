import type { TargetTable } from "../../../domain/declaration.ts";
import type { AmountUnit } from "../../../domain/money.ts";
import type { Line } from "../../cells.ts";
import type { ReadingRecord } from "../../record/record.ts";
import type { Wrapping } from "../../record/wrapped-text.ts";
import { sumChecksOf } from "../../sums/sum-checks.ts";
import { columnsOfSequence, headAt, isMoney, isPacked, knownSequences, unitOfColumn } from "../columns.ts";
import { type Draft, draftTables, headlessDraft, wordsOfDraft } from "../draft-tables.ts";
import { officialHead } from "../header-words.ts";
import { yearOfTable } from "../infer-year.ts";
import type { Layout } from "../layout.ts";
import { alignRow, suitsInPlace } from "./align-row.ts";
import { type JoinedRow, joinRows } from "./join-rows.ts";
import { listColumns } from "./list-columns.ts";
import { labelsValues } from "./open-row.ts";
import { readDeclarations } from "./packed-rows.ts";
import { amountsOf, subtotalsOf } from "./subtotals.ts";
import { allSpans, fileTotal, fileUnit } from "./sum-rows.ts";

/**
 * Reads packed tables — 项目支出绩效目标表（指标合并在一格）: seven columns with money or five without, one row a project,
 * all indicators in one cell. Recognised by the words of the head; several tables may follow each other.
 */
export const packedTable: Layout = {
  id: "packed",
  opens: (lines, at, more) => {
    const head = headAt(lines, at, more);
    return head !== undefined && isPacked(head.columns);
  },
  read: (lines, { record, wrapping, year, firstTable, heads }) => {
    const settings = { accepts: isPacked, more: heads?.more, amountUnit: heads?.amountUnit };
    const drafts = draftTables(record, lines, settings);
    return (drafts.length > 0 ? drafts : withoutHead(record, lines, settings.amountUnit)).map((draft, at) =>
      readTable(record, draft, `tables/${firstTable + at}`, wrapping, year),
    );
  },
};

/** So many rows must fit a sequence of columns before it is believed without a head. */
const enoughRows = 3;

/** A text that lost its head, or begins in the middle of a table — 无表头的表. */
function withoutHead(record: ReadingRecord, lines: readonly Line[], unit: AmountUnit | undefined): Draft[] {
  for (const sequence of knownSequences) {
    const columns = columnsOfSequence(sequence);
    const fitting = lines.filter((line) => suitsInPlace(line, columns));
    const wide = lines.filter((line) => line.cells.length >= enoughRows);
    if (fitting.length < enoughRows || 2 * fitting.length < wide.length) continue;
    const start =
      lines.slice(0, lines.indexOf(fitting[0]!)).findLastIndex((line) => line.cells.length < enoughRows) + 1;
    const draft = headlessDraft(record, columns, lines.slice(0, start), lines.slice(start), unit);
    record.note("header-missing", "", [lines[start]!.cells[0]!.span], {
      facts: { columns: sequence.map(officialHead).join("、") },
    });
    return [draft];
  }
  return [];
}

function readTable(
  record: ReadingRecord,
  draft: Draft,
  path: string,
  wrapping: Wrapping,
  givenYear: number | undefined,
): TargetTable {
  const { preamble, columns, amountUnit } = draft;
  preamble.file(path);
  draft.footnotes.forEach((span, at) => {
    record.place(`${path}/footnotes/${at}`, [span]);
  });
  const hasMoney = columns.roles.some((role) => role && isMoney(role));
  const unitOfAmounts = unitOfColumn(columns, amountUnit);
  const aligned = draft.body.map((line) => alignRow(line, columns, unitOfAmounts));
  const rows = joinRows(record.text, aligned, hasMoney);
  for (const row of rows) for (const span of row.texts.ordinal ?? []) record.ledger.decorate(span, "number");
  const sorted = subtotalsOf(record, rows, hasMoney, unitOfAmounts);
  for (const row of sorted.otherSums) record.note("row-unplaced", "", allSpans(row));
  const total = sorted.total && fileTotal(record, sorted.total, `${path}/total`, unitOfAmounts);
  const units = sorted.units.map((row, at) => fileUnit(record, row, `${path}/units/${at}`, unitOfAmounts));
  const { declarations, unitOf } = readDeclarations(record, sorted, {
    path,
    wrapping,
    columns,
    lists: listColumns(columns),
    labelsValues: labelsValues(record.text, aligned),
    unitOf: unitOfAmounts,
    department: preamble.department,
    hasMoney,
    unitAmounts: units.map((unit) => amountsOf(unit.funding)),
    unitNames: units.map((unit) => unit.name),
    tableAmounts: total && amountsOf(total),
  });
  const year = yearOfTable(givenYear, preamble.heads, wordsOfDraft(record.text, draft));
  const table: TargetTable = {
    kind: "targets",
    title: preamble.title,
    department: preamble.department ?? commonDepartment(declarations.map((one) => one.department)),
    year,
    amountUnit,
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
