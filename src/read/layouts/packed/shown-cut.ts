import { namesOrganisation } from "../organisation-name.ts";
import type { AlignedRow } from "./align-row.ts";
import { leadingItemNumber } from "./item-starts.ts";
import { anchorOf, nameRoles, type OpenRow, type RowHabits, startOf, wordsOf } from "./open-row.ts";

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
  if (newPage && (holdsRestOnly(source, open, row) || completesName(source, open, row, habits))) return true;
  // a table that shows its cuts shows all of them; on one page a line parts two rows
  return habits.showsCuts || (!newPage && row.texts.project) ? false : undefined;
}

/** The end of a name is short, and no heading: 二、项目支出. */
const shortRest = 6;
const isTotal = /^[合总小]计/u;
const standsAlone = /^[一二三四五六七八九十\d（(]/u;

/** Nothing but the ends of names: of department and unit, or of what stands in the place of the project. */
function holdsRestOnly(source: string, open: OpenRow, { texts, funding }: AlignedRow): boolean {
  const roles = Object.keys(texts);
  if (roles.length === 0 || Object.keys(funding[0]?.cells ?? {}).length > 0) return false;
  if (roles.every((role) => role === "department" || role === "unit")) return true;
  const rest = wordsOf(source, texts.project ?? []);
  if (roles.length > 1 || rest === "" || standsAlone.test(rest)) return false;
  // units of this table print their money: one without it is the rest of the one above
  if (namesOrganisation(rest)) return !open.hasList && !open.hasGoal && open.anchor !== "" && !isTotal.test(open.name);
  return rest.length <= shortRest;
}

/** The pieces of a department's or unit's name make one that other rows print whole. */
function completesName(source: string, open: OpenRow, row: AlignedRow, { names }: RowHabits): boolean {
  return nameRoles.some((role) => {
    const first = wordsOf(source, open.last.texts[role] ?? []);
    const rest = wordsOf(source, row.texts[role] ?? []);
    return first !== "" && rest !== "" && names.has(first + rest);
  });
}

/** A name, money where there was money, and a list from its first item: the border was lost where the page ends. */
function beginsAnew(source: string, open: OpenRow, row: AlignedRow, { hasMoney }: RowHabits): boolean {
  if (!hasMoney || !row.texts.project || open.anchor === "" || anchorOf(source, row, hasMoney) === "") return false;
  return leadingItemNumber(startOf(source, row.texts.indicators ?? [], 60)) === 1;
}
