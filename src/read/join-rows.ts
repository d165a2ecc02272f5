import type { Span } from "../domain/place.ts";
import { joinPieces } from "./joined-text.ts";
import type { AlignedRow, FundingOption } from "./layouts/align-row.ts";
import { hasValueLabel, leadingItemNumber } from "./packed-indicators.ts";

/** A project's row, from one line or from several that a page break parted — 项目行. */
export interface JoinedRow {
  readonly parts: readonly [AlignedRow, ...AlignedRow[]];
  readonly texts: AlignedRow["texts"];
  /** The ways to read the money: of the first part, of the second, with columns still open. */
  readonly funding: readonly FundingOption[];
}

/** A row as it stands, before anything is joined to it. */
export function rowAlone(row: AlignedRow): JoinedRow {
  return { parts: [row], texts: row.texts, funding: row.funding };
}

/**
 * Whether a row is the rest of the row before it — 跨页续行: its list of indicators does not begin at the beginning, or
 * it is the first of its page and lacks what makes a row. Amounts printed on both sides are no proof of two rows.
 */
export function continuesRow(source: string, row: AlignedRow, before: JoinedRow, hasMoney: boolean): boolean {
  const last = before.parts.at(-1)!;
  const newPage = row.page !== last.page;
  const list = row.texts.indicators && joinPieces(source, row.texts.indicators).clean;
  const moneyless = !row.funding[0] || Object.keys(row.funding[0].cells).length === 0;
  if (list !== undefined) {
    const number = leadingItemNumber(list);
    if (number === 1) return false;
    const startsInside = number === undefined || number > 1;
    const lastHasList = before.texts.indicators !== undefined;
    if (startsInside && lastHasList && hasValueLabel(list)) return newPage || (moneyless && !row.texts.project);
    return newPage && startsInside && (hasMoney ? moneyless : !row.texts.project);
  }
  if (!newPage || before.texts.indicators === undefined) return false;
  if (!hasMoney) return !row.texts.project || !row.texts.department;
  return moneyless && (row.texts.goal !== undefined || row.texts.project !== undefined);
}

/** The row with its rest — 合并断行. Texts are put one after the other; money of both sides competes. */
export function withRest(row: JoinedRow, rest: AlignedRow): JoinedRow {
  const texts: Partial<Record<keyof AlignedRow["texts"], readonly Span[]>> = { ...row.texts };
  const repeated = hasSameNames(row, rest);
  for (const role of ["department", "unit", "project", "goal", "indicators"] as const) {
    const more = rest.texts[role];
    if (!more || (repeated && (role === "department" || role === "unit"))) continue;
    texts[role] = [...(texts[role] ?? []), ...more];
  }
  return { parts: [...row.parts, rest], texts, funding: mergeFunding(row.funding, rest.funding) };
}

/** Department and unit columns are printed again on the new page: the same cell twice, not a cut name. */
function hasSameNames(row: JoinedRow, rest: AlignedRow): boolean {
  return row.texts.department !== undefined && rest.texts.department !== undefined;
}

function mergeFunding(first: readonly FundingOption[], second: readonly FundingOption[]): readonly FundingOption[] {
  const empty = (options: readonly FundingOption[]) =>
    options.every((option) => Object.keys(option.cells).length === 0);
  if (empty(second)) return first;
  if (empty(first)) return second;
  const figures = (option: FundingOption) =>
    JSON.stringify(Object.entries(option.cells).map(([column, cell]) => [column, cell.text]));
  const known = new Set(first.map(figures));
  return [...first, ...second.filter((option) => !known.has(figures(option)))];
}
