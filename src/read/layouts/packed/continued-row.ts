import type { Span } from "../../../domain/place.ts";
import { namesOrganisation } from "../organisation-name.ts";
import type { AlignedRow } from "./align-row.ts";
import { leadingItemNumber } from "./item-starts.ts";
import { anchorOf, endOf, listIn, type OpenRow, type RowHabits, startOf, wordRoles, wordsOf } from "./open-row.ts";
import { shownCut } from "./shown-cut.ts";

/**
 * Whether a line is the rest of the row before it — 跨页续行: its list goes on where that row's list stopped, or it is
 * the first of its page and lacks what makes a row. Money printed on both sides is no proof of two rows.
 */
export function continuesRow(source: string, open: OpenRow, row: AlignedRow, habits: RowHabits): boolean {
  const newPage = row.page !== open.last.page;
  const shown = shownCut(source, open, row, newPage, habits);
  if (shown !== undefined) return shown;
  const anchor = anchorOf(source, row, habits.hasMoney);
  const indicators = listIn(row.texts);
  if (!indicators) return newPage && goesOnWithoutList(source, open, row, anchor);
  const head = startOf(source, indicators, 60).replace(/^[。；;,，\s]+/u, "");
  const number = leadingItemNumber(head) ?? (beginsList(head, habits) ? 1 : undefined);
  if (number === 1 && !isCutNumber(source, open, row)) return newPage && bringsTheList(open, row, anchor, habits);
  if (!open.hasList) return newPage && anchor === "";
  const isDue =
    number === undefined ? open.listUnfinished || anchor === "" : open.listUnfinished || number === open.due;
  if (!newPage) return isDue && (open.listBroken || (anchor === "" && !row.texts.project));
  return isDue || (number === undefined && !row.texts.project);
}

/** `1、产` and no more: the next break came at once. */
const firstItemCut = /^1\s?、[\d\-－一-龥]{0,6}$/u;
/** Where values are not announced, a list begins with its first number, or with the name of a class. */
const firstItemFree = /^(?:1\s?[、.．)）](?!\d)|[（(]1[)）]|①)/u;

function beginsList(head: string, { labelsValues }: RowHabits): boolean {
  return firstItemCut.test(head) || (!labelsValues && firstItemFree.test(head));
}

/** The texts of a continuing line; where its empty cells were lost, what is unfinished above tells which go on — 缺格续行. */
export function textsOfContinuation(open: OpenRow, row: AlignedRow): AlignedRow["texts"] {
  const cells = wordRoles.flatMap((role) => (row.texts[role] ? [row.texts[role]] : []));
  if (!row.repaired || cells.length === 0 || cells.length === wordRoles.length) return row.texts;
  const goesOn = new Set<(typeof wordRoles)[number]>();
  if (row.texts.indicators || (open.listUnfinished && (open.goalEnds || cells.length > 1))) goesOn.add("indicators");
  for (const role of open.goalEnds ? wordRoles : (["goal", "project", "indicators"] as const))
    if (goesOn.size < cells.length) goesOn.add(role);
  const texts: Partial<Record<keyof AlignedRow["texts"], readonly Span[]>> = { ...row.texts };
  for (const role of wordRoles) delete texts[role];
  for (const role of wordRoles) if (goesOn.has(role)) texts[role] = cells.shift()!;
  return texts;
}

/** Whether the break went through the number of an item: `…。1` and `2、产出指标`. */
function isCutNumber(source: string, open: OpenRow, row: AlignedRow): boolean {
  const tens = /[。；;,，\s](\d{1,2})$/u.exec(endOf(source, open.last.texts.indicators ?? [], 4))?.[1];
  const ones = /^(\d{1,2})\s?[、.．]/u.exec(startOf(source, row.texts.indicators ?? [], 4))?.[1];
  return tens !== undefined && ones !== undefined && Number(tens + ones) === open.due;
}

/** A list that begins at 1 belongs to the row above only where that one has none and waits for more. */
function bringsTheList(open: OpenRow, row: AlignedRow, anchor: string, { hasMoney }: RowHabits): boolean {
  const isUnitRow = hasMoney && !open.hasGoal;
  const isPrintedAgain = open.hasList && open.listBroken && anchor === "" && !row.texts.project;
  if (isPrintedAgain) return true;
  if (open.hasList || isUnitRow) return false;
  if (anchor === "") return true;
  return anchor === open.anchor && (!row.texts.project || !row.texts.goal || !open.hasGoal || !open.goalEnds);
}

/** Without a list a line is the rest of a name or a goal, where it has no money of its own. */
function goesOnWithoutList(source: string, open: OpenRow, row: AlignedRow, anchor: string): boolean {
  const { project, goal } = row.texts;
  if (!open.hasList || !(project || goal)) return false;
  if (anchor === "") {
    const standsAlone = !goal && project && (row.repaired || namesOrganisation(wordsOf(source, project)));
    return !standsAlone || open.listUnfinished || !open.goalEnds;
  }
  if (anchor !== open.anchor) return false;
  return goal
    ? !project || !open.goalEnds
    : project !== undefined && (!open.name || wordsOf(source, project) === open.name);
}
