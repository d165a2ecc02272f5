import {
  type Amount,
  emptyAmount,
  type Funding,
  type FundingColumn,
  fenOf,
  fundingColumns,
} from "../../domain/funding.ts";
import { type AmountUnit, type Fen, fenFromText } from "../../domain/money.ts";
import type { JoinedRow } from "../join-rows.ts";
import { type Amounts, tolerance } from "../reconcile.ts";
import type { ReadingRecord } from "../record.ts";
import { nameOf } from "../wrapped-text.ts";
import type { FundingOption } from "./align-row.ts";

/** The rows of a table by what they are — 行的种类. */
export interface SortedRows {
  readonly total: JoinedRow | undefined;
  readonly units: readonly JoinedRow[];
  readonly projects: readonly { readonly row: JoinedRow; readonly unit: number | undefined }[];
}

const totalName = /^(?:合计|总计|总合计|合计数)$/u;
const organisation =
  /(?:局|委员会|委|办公室|办|中心|院|所|队|站|馆|校|学校|幼儿园|小学|中学|医院|处|厅|部|政府|街道|协会|联合会|促进会|法院|检察院|园|库|总社|基金会|学院|大学)(?:（[^）]*）)?$/u;

/** Tells 合计, unit subtotals and projects apart — 识别合计与单位小计. A subtotal has money and no words. */
export function subtotalsOf(
  record: ReadingRecord,
  rows: readonly JoinedRow[],
  hasMoney: boolean,
  unit: AmountUnit,
): SortedRows {
  let total: JoinedRow | undefined;
  const units: JoinedRow[] = [];
  const projects: { row: JoinedRow; unit: number | undefined }[] = [];
  const read = rows.map((row) => amountsOfOption(row.funding[0], unit));
  rows.forEach((row, at) => {
    const name = nameOf(record.text, row.texts.project ?? []);
    const wordless = !row.texts.goal && !row.texts.indicators;
    const hasAmounts = read[at]!.total !== undefined;
    if (hasMoney && wordless && totalName.test(name) && !total) total = row;
    else if (hasMoney && wordless && hasAmounts && speaksForUnit(rows, read, at, name, total)) units.push(row);
    else projects.push({ row, unit: units.length > 0 ? units.length - 1 : undefined });
  });
  return { total, units, projects };
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
  if (organisation.test(name)) return true;
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
    const fen = cell && fenFromText(cell.text.replace(/\s+/gu, ""), unit);
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
    const fen = fenFromText(cell.text.replace(/\s+/gu, ""), unit);
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
