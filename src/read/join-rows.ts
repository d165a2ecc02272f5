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

/** Puts the pieces of cut rows together — 合并跨页断行. */
export function joinRows(source: string, rows: readonly AlignedRow[], hasMoney: boolean): JoinedRow[] {
  const groups: [AlignedRow, ...AlignedRow[]][] = [];
  let hasList = false;
  for (const row of rows) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && continuesRow(source, row, before, hasList, hasMoney)) {
      group.push(row);
      hasList ||= row.texts.indicators !== undefined;
    } else {
      groups.push([row]);
      hasList = row.texts.indicators !== undefined;
    }
  }
  return groups.map(joinedRow);
}

/**
 * Whether a row is the rest of the row before it — 跨页续行: its list of indicators does not begin at the beginning, or
 * it is the first of its page and lacks what makes a row. Amounts printed on both sides are no proof of two rows.
 */
function continuesRow(
  source: string,
  row: AlignedRow,
  before: AlignedRow,
  hasList: boolean,
  hasMoney: boolean,
): boolean {
  const newPage = row.page !== before.page;
  const moneyless = !row.funding[0] || Object.keys(row.funding[0].cells).length === 0;
  const { indicators, project, department, goal } = row.texts;
  if (indicators) {
    const list = joinPieces(source, indicators).clean;
    const startsInside = leadingItemNumber(list) !== 1;
    if (startsInside && hasList && hasValueLabel(list)) return newPage || (moneyless && !project);
    return newPage && startsInside && (hasMoney ? moneyless : !project);
  }
  if (!newPage || !hasList) return false;
  if (!hasMoney) return !project || !department;
  return moneyless && (goal !== undefined || project !== undefined);
}

/** Texts are put one after the other; money of both sides competes. */
function joinedRow(parts: readonly [AlignedRow, ...AlignedRow[]]): JoinedRow {
  const [first, ...rest] = parts;
  if (rest.length === 0) return { parts, texts: first.texts, funding: first.funding };
  const texts: Partial<Record<keyof AlignedRow["texts"], readonly Span[]>> = {};
  for (const role of ["project", "goal", "indicators"] as const) {
    const spans = parts.flatMap((part) => part.texts[role] ?? []);
    if (spans.length > 0) texts[role] = spans;
  }
  for (const role of ["department", "unit"] as const) {
    // the page prints these cells again: the same name twice, not a cut one
    const spans = parts.find((part) => part.texts[role])?.texts[role];
    if (spans) texts[role] = spans;
  }
  return { parts, texts, funding: competingFunding(parts) };
}

/** More readings of one row's money than this are no reading. */
const mostOptions = 8;

function competingFunding(parts: readonly AlignedRow[]): readonly FundingOption[] {
  const kept = new Map<string, FundingOption>();
  for (const option of parts.flatMap((part) => part.funding)) {
    const cells = Object.entries(option.cells);
    const figures = JSON.stringify(cells.map(([column, cell]) => [column, cell.text]));
    if (cells.length > 0 && !kept.has(figures) && kept.size < mostOptions) kept.set(figures, option);
  }
  return [...kept.values()];
}
