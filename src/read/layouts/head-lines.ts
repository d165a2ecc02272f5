import type { Cell, Line } from "../cells.ts";
import { groupsOfHead, type HeadGroup, type HeadRole, type MoreWords, roleOfHead } from "./header-words.ts";

/** A column as its head prints it — 一列的表头: the heads that span it, outermost first, and its own last. */
export interface HeadPath {
  readonly heads: readonly Cell[];
}

/** The lines of a head put together — 多行表头: by place one path for each column. */
export interface HeadLines {
  readonly count: number;
  readonly paths: readonly HeadPath[];
}

/** So many lines has a head at most, the numbers of the columns among them. */
const mostLines = 4;
/** 栏次: `1`, `2=3+4`, `甲`. */
const columnNumber = /^(?:\d{1,2}(?:[=＝][\d+＋\-－()（）]{1,20})?|栏次|[甲乙丙丁A-Z]|[①-⑳])$/u;

/**
 * Puts the lines of a head together — 拼合多行表头: by merged cells where the file has them; in plain text a word under an
 * empty place belongs to the head on its left, and where empty cells were lost, to the one whose words it is.
 */
export function headLinesAt(lines: readonly Line[], at: number, more?: MoreWords): HeadLines {
  const first = lines[at]!;
  let paths = pathsOfFirst(first);
  let open: readonly Cell[] = first.cells;
  let count = 1;
  for (; count < mostLines; count++) {
    const line = lines[at + count];
    if (!line || line.table !== first.table) break;
    if (isColumnNumbers(line)) continue;
    const next = isBelowMerged(line, open)
      ? withChildren(paths, line)
      : open.some(spans)
        ? withKnownChildren(paths, line, more)
        : (withKnownChildren(paths, line, more) ?? withLostPlaces(paths, line, more));
    if (!next) break;
    paths = next;
    open = [...open, ...line.cells];
  }
  return { count, paths };
}

/** The numbers of the columns under a head — 栏次. */
function isColumnNumbers(line: Line): boolean {
  return line.cells.length > 2 && line.cells.every(({ text }) => text.length < 24 && columnNumber.test(text));
}

const spans = (cell: Cell): boolean => (cell.columns ?? 1) > 1 || (cell.rows ?? 1) > 1;

/** A cell of the head reaches down into the line: it is of the head, whatever it says. */
function isBelowMerged(line: Line, head: readonly Cell[]): boolean {
  return line.covered?.some((cell) => head.includes(cell)) ?? false;
}

/** Merged heads reach as far as they say; in plain text a head that may span reaches over the empty places behind it. */
function pathsOfFirst(line: Line): HeadPath[] {
  const paths: HeadPath[] = Array.from({ length: line.width }, () => ({ heads: [] }));
  const isMerged = line.cells.some(spans);
  line.cells.forEach((cell, at) => {
    const reach = cell.columns ?? 1;
    const next = line.cells[at + 1]?.index ?? line.width;
    const end = isMerged || groupsOfHead(cell.text).length === 0 ? cell.index + reach : next;
    for (let column = cell.index; column < Math.min(end, line.width); column++) paths[column] = { heads: [cell] };
  });
  return paths;
}

function withChildren(paths: readonly HeadPath[], line: Line): HeadPath[] {
  const next = paths.map(({ heads }) => ({ heads: [...heads] }));
  for (const cell of line.cells)
    for (let column = cell.index; column < cell.index + (cell.columns ?? 1); column++) next[column]?.heads.push(cell);
  return next;
}

const words = ({ heads }: HeadPath): string[] => heads.map(({ text }) => text);

/** A second line that stands in place under heads that span: every word of it must be a known one. */
function withKnownChildren(
  paths: readonly HeadPath[],
  line: Line,
  more: MoreWords | undefined,
): HeadPath[] | undefined {
  if (line.cells.length < 2) return undefined;
  for (const cell of line.cells) {
    const path = paths[cell.index];
    const parent = path?.heads.at(-1);
    if (path && path.heads.length === 0 && roleOfHead(cell.text, [], more)) continue;
    if (!parent || groupsOfHead(parent.text).length === 0 || roleOfHead(cell.text, words(path!), more) === undefined)
      return undefined;
  }
  return withChildren(paths, line);
}

const takenUnder: Readonly<Record<HeadGroup, readonly HeadRole[]>> = {
  money: [
    "total",
    "appropriation",
    "specialAccount",
    "other",
    "generalBudget",
    "governmentFund",
    "stateCapital",
    "unitMoney",
    "cycleTotal",
  ],
  values: ["annualTarget", "cycleTarget", "nature", "measure"],
  indicators: [
    "outputs",
    "benefits",
    "satisfactions",
    "costs",
    "level1",
    "level2",
    "name",
    "nature",
    "annualTarget",
    "cycleTarget",
    "measure",
    "weight",
    "definition",
    "standard",
    "basis",
    "source",
  ],
  goals: ["goal", "cycleGoal"],
  cycle: ["cycleTarget", "cycleGoal", "cycleTotal", "name"],
  annual: ["annualTarget", "goal", "total", "name"],
};

/**
 * A second line that lost its empty cells: each head that may span takes the words that are its own; all must be taken.
 * The first head of no known meaning may stand for the money.
 */
function withLostPlaces(paths: readonly HeadPath[], line: Line, more: MoreWords | undefined): HeadPath[] | undefined {
  if (line.cells.length < 2) return undefined;
  const known = paths.flatMap(({ heads }) => (heads[0] ? groupsOfHead(heads[0].text) : []));
  const next: HeadPath[] = [];
  let child = 0;
  let unknownTaken = known.includes("money");
  let before: Cell | undefined;
  for (const path of paths) {
    const head = path.heads[0];
    if (head && head === before) continue; // reached over empty places: they are counted again
    before = head;
    const groups = head ? groupsOfHead(head.text) : [];
    const isUnknown = head !== undefined && groups.length === 0 && roleOfHead(head.text, [], more) === undefined;
    const asked: readonly HeadGroup[] = isUnknown && !unknownTaken ? ["money"] : groups;
    const own = asked.flatMap((group) => takenUnder[group]);
    const from = child;
    while (child < line.cells.length) {
      const role = roleOfHead(line.cells[child]!.text, head ? [head.text] : [], more);
      if (!role || !own.includes(role)) break;
      next.push({ heads: [...path.heads, line.cells[child++]!] });
    }
    if (child === from) next.push(path);
    else if (isUnknown) unknownTaken = true;
  }
  return child === line.cells.length ? next : undefined;
}
