import {
  type Amount,
  emptyAmount,
  type Funding,
  type FundingColumn,
  fenOf,
  fundingColumns,
} from "../../../domain/funding.ts";
import { exactSum, type Fen } from "../../../domain/money.ts";
import type { Span } from "../../../domain/place.ts";
import type { ReadingRecord } from "../../record/record.ts";
import { nameOf } from "../../record/wrapped-text.ts";
import { readAmount } from "../../sums/printed-amount.ts";
import { type Amounts, tolerance } from "../../sums/reconcile.ts";
import { fundingParts, isListColumn, type UnitOfColumn } from "../columns.ts";
import type { HeadRole } from "../header-words.ts";
import { namesOrganisation } from "../organisation-name.ts";
import type { FundingOption, RoledCell } from "./align-row.ts";
import type { JoinedRow } from "./join-rows.ts";

/** The rows of a table by what they are — 行的种类. */
export interface SortedRows {
  readonly total: JoinedRow | undefined;
  /** 小计 of no named unit, and 合计 printed again: no projects. */
  readonly otherSums: readonly JoinedRow[];
  readonly units: readonly JoinedRow[];
  readonly projects: readonly { readonly row: JoinedRow; readonly unit: number | undefined }[];
}

const totalName = /^(?:合计|总计|总合计|合计数)$/u;
const otherSumName = /^(?:本页)?(?:小计|合计|总计|累计)$/u;

/** Tells 合计, unit subtotals and projects apart — 识别合计与单位小计. A subtotal has money and no words. */
export function subtotalsOf(
  record: ReadingRecord,
  rows: readonly JoinedRow[],
  hasMoney: boolean,
  unit: UnitOfColumn,
): SortedRows {
  let total: JoinedRow | undefined;
  const otherSums: JoinedRow[] = [];
  const units: JoinedRow[] = [];
  const projects: { row: JoinedRow; unit: number | undefined }[] = [];
  const read = rows.map((row) => amountsOfOption(row.funding[0], unit));
  rows.forEach((row, at) => {
    const wordless = isWordless(row);
    const name = nameOf(record.text, row.texts.project ?? (wordless ? nameSpans(row) : []));
    const hasAmounts = Object.keys(read[at]!).length > 0;
    if (hasMoney && wordless && totalName.test(name) && !total) total = row;
    else if (hasMoney && wordless && hasAmounts && otherSumName.test(name)) otherSums.push(row);
    else if (isBareUnit(rows, at, name)) units.push(row);
    else if (hasMoney && wordless && hasAmounts && speaksForUnit(rows, read, at, name, total)) units.push(row);
    else projects.push({ row, unit: units.length > 0 ? units.length - 1 : undefined });
  });
  return { total, otherSums, units, projects };
}

/** An organisation's name alone, above rows of projects: a unit whose subtotal is not printed. */
function isBareUnit(rows: readonly JoinedRow[], at: number, name: string): boolean {
  const hasMore = (row: JoinedRow): boolean => Object.keys(row.funding[0]?.cells ?? {}).length > 0 || !isWordless(row);
  const next = rows[at + 1];
  return namesOrganisation(name) && !hasMore(rows[at]!) && next !== undefined && hasMore(next);
}

/** A wordless row is a unit when it follows 合计, sums the rows after it, or bears an organisation's name. */
function speaksForUnit(
  rows: readonly JoinedRow[],
  read: readonly Amounts[],
  at: number,
  name: string,
  total: JoinedRow | undefined,
): boolean {
  if (total && rows[at - 1] === total) return true;
  if (namesOrganisation(name)) return true;
  const own = read[at]!.total;
  if (own === undefined) return false;
  let sum = 0;
  let parts = 0;
  for (let next = at + 1; next < rows.length && !isWordless(rows[next]!); next++) {
    sum += read[next]!.total ?? 0;
    parts++;
  }
  return parts > 0 && Math.abs(sum - own) <= tolerance(parts);
}

function isWordless({ texts }: JoinedRow): boolean {
  return !texts.goal && !texts.cycleGoal && !Object.keys(texts).some((role) => isListColumn(role as HeadRole)); // its own keys
}

/** Where a row of sums prints its name: in the column of projects, or in whatever column comes first. */
export function nameSpans({ texts }: JoinedRow): readonly Span[] {
  return texts.project ?? texts.unit ?? texts.department ?? texts.code ?? [];
}

/** Amounts of an option, unreadable ones left out. */
export function amountsOfOption(option: FundingOption | undefined, unit: UnitOfColumn): Amounts {
  const amounts: Partial<Record<FundingColumn, Fen>> = {};
  for (const column of fundingColumns) {
    const fen = amountIn(option, column, unit).fen;
    if (fen !== undefined) amounts[column] = fen;
  }
  return amounts;
}

/** The cells that make up a column: its own, else those of the sources that are printed apart, and their sum. */
function amountIn(option: FundingOption | undefined, column: FundingColumn, unit: UnitOfColumn) {
  const own = option?.cells[column];
  if (own) return { cells: [own], fen: readAmount(own.text, unit(column)) };
  const cells: RoledCell[] = [];
  const fens: (Fen | undefined)[] = [];
  for (const [part, whole] of fundingParts) {
    const cell = whole === column ? option?.cells[part] : undefined;
    if (!cell) continue;
    cells.push(cell);
    fens.push(readAmount(cell.text, unit(part)));
  }
  const read = fens.filter((fen) => fen !== undefined);
  return { cells, fen: cells.length > 0 && read.length === fens.length ? exactSum(read) : undefined };
}

/** Money that a row prints beside the official columns: their parts, where the whole is printed too — 其他资金栏. */
export function furtherCells(option: FundingOption): readonly RoledCell[] {
  const parts = fundingParts.flatMap(([part, whole]) => (option.cells[whole] ? [option.cells[part]] : []));
  return [...parts, option.cells.cycleTotal].filter((cell) => cell !== undefined);
}

/** The amounts that were read. */
export function amountsOf(funding: Funding): Amounts {
  const amounts: Partial<Record<FundingColumn, Fen>> = {};
  for (const column of fundingColumns) {
    const fen = fenOf(funding[column]);
    if (fen !== undefined) amounts[column] = fen;
  }
  return amounts;
}

/** Files the cells of money under a path and reads them; an unreadable one keeps its words and is noted — 读金额. */
export function readFunding(
  record: ReadingRecord,
  option: FundingOption | undefined,
  path: string,
  unit: UnitOfColumn,
): Funding {
  const amounts: Partial<Record<FundingColumn, Amount>> = {};
  for (const column of fundingColumns) {
    const { cells, fen } = amountIn(option, column, unit);
    if (cells.length === 0) continue;
    const spans = cells.flatMap(({ span, rest }) => (rest ? [span, rest] : [span]));
    const printed = cells.map(({ text }) => text).join(" ");
    record.place(`${path}/${column}`, spans);
    amounts[column] = fen === undefined ? { kind: "unreadable", text: printed } : { kind: "read", fen };
    if (fen === undefined) record.note("amount-unreadable", `${path}/${column}`, spans, { facts: { printed } });
  }
  return {
    total: amounts.total ?? emptyAmount,
    appropriation: amounts.appropriation ?? emptyAmount,
    specialAccount: amounts.specialAccount ?? emptyAmount,
    other: amounts.other ?? emptyAmount,
  };
}
