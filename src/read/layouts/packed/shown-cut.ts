import type { AlignedRow } from "./align-row.ts";
import { leadingItemNumber } from "./item-starts.ts";
import { anchorOf, type OpenRow, type RowHabits, startOf } from "./open-row.ts";

/**
 * Whether the borders of a ruled table say that a line is the rest of the row before it — 由表线判断续行; `undefined`
 * where they say nothing and the words must.
 */
export function shownCut(
  source: string,
  open: OpenRow,
  row: AlignedRow,
  newPage: boolean,
  habits: RowHabits,
): boolean | undefined {
  if (row.table === undefined || row.table !== open.last.table) return undefined;
  const { cut } = open.last;
  if ((row.cut === "above" || row.cut === "both") && (cut === "below" || cut === "both"))
    return !beginsAnew(source, open, row, habits);
  if (newPage && holdsRestOnly(row)) return true;
  // a table that shows its cuts shows all of them; on one page a line parts two rows
  return habits.showsCuts || (!newPage && row.texts.project) ? false : undefined;
}

/** The ends of names in the first columns and nothing else. */
function holdsRestOnly({ texts, funding }: AlignedRow): boolean {
  const roles = Object.keys(texts);
  const hasMoney = Object.keys(funding[0]?.cells ?? {}).length > 0;
  return !hasMoney && roles.length > 0 && roles.every((role) => role === "department" || role === "unit");
}

/** A name, money where there was money, and a list from its first item: the border was lost where the page ends. */
function beginsAnew(source: string, open: OpenRow, row: AlignedRow, { hasMoney }: RowHabits): boolean {
  if (!hasMoney || !row.texts.project || open.anchor === "" || anchorOf(source, row, hasMoney) === "") return false;
  return leadingItemNumber(startOf(source, row.texts.indicators ?? [], 60)) === 1;
}
