import {
  type Amount,
  emptyAmount,
  type Funding,
  type FundingColumn,
  fenOf,
  fundingColumns,
} from "../../../domain/funding.ts";
import type { AmountUnit, Fen } from "../../../domain/money.ts";
import type { ReadingRecord } from "../../record/record.ts";
import { nameOf } from "../../record/wrapped-text.ts";
import { readAmount } from "../../sums/printed-amount.ts";
import { type Amounts, tolerance } from "../../sums/reconcile.ts";
import { namesOrganisation } from "../organisation-name.ts";
import type { FundingOption } from "./align-row.ts";
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
  unit: AmountUnit,
): SortedRows {
  let total: JoinedRow | undefined;
  const otherSums: JoinedRow[] = [];
  const units: JoinedRow[] = [];
  const projects: { row: JoinedRow; unit: number | undefined }[] = [];
  const read = rows.map((row) => amountsOfOption(row.funding[0], unit));
  rows.forEach((row, at) => {
    const name = nameOf(record.text, row.texts.project ?? []);
    const wordless = !row.texts.goal && !row.texts.indicators;
    const hasAmounts = read[at]!.total !== undefined;
    if (hasMoney && wordless && totalName.test(name) && !total) total = row;
    else if (hasMoney && wordless && hasAmounts && otherSumName.test(name)) otherSums.push(row);
    else if (hasMoney && isBareUnit(rows, at, name)) units.push(row);
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
  let sum = 0;
  let parts = 0;
  for (let next = at + 1; next < rows.length && !isWordless(rows[next]!); next++) {
    sum += read[next]!.total ?? 0;
    parts++;
  }
  return parts > 0 && Math.abs(sum - read[at]!.total!) <= tolerance(parts);
}

function isWordless(row: JoinedRow): boolean {
  return !row.texts.goal && !row.texts.indicators;
}

/** Amounts of an option, unreadable ones left out. */
export function amountsOfOption(option: FundingOption | undefined, unit: AmountUnit): Amounts {
  const amounts: Partial<Record<FundingColumn, Fen>> = {};
  for (const column of fundingColumns) {
    const cell = option?.cells[column];
    const fen = cell && readAmount(cell.text, unit);
    if (fen !== undefined) amounts[column] = fen;
  }
  return amounts;
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
  unit: AmountUnit,
): Funding {
  const amounts: Partial<Record<FundingColumn, Amount>> = {};
  for (const column of fundingColumns) {
    const cell = option?.cells[column];
    if (!cell) continue;
    record.place(`${path}/${column}`, [cell.span]);
    const fen = readAmount(cell.text, unit);
    amounts[column] = fen === undefined ? { kind: "unreadable", text: cell.text } : { kind: "read", fen };
    if (fen === undefined)
      record.note("amount-unreadable", `${path}/${column}`, [cell.span], { facts: { printed: cell.text } });
  }
  return {
    total: amounts.total ?? emptyAmount,
    appropriation: amounts.appropriation ?? emptyAmount,
    specialAccount: amounts.specialAccount ?? emptyAmount,
    other: amounts.other ?? emptyAmount,
  };
}
