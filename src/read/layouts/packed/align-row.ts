import { fundingSources } from "../../../domain/funding.ts";
import type { Fen } from "../../../domain/money.ts";
import type { Span } from "../../../domain/place.ts";
import type { Cell, Line } from "../../cells.ts";
import { looksLikeAmount, readAmount } from "../../sums/printed-amount.ts";
import { type Columns, isListColumn, isMoney, type MoneyRole, type UnitOfColumn } from "../columns.ts";
import type { HeadRole } from "../header-words.ts";
import type { OtherCell } from "../list-form.ts";
import { firstItemAt, leadingItemNumber } from "./item-starts.ts";
import { hasValueLabel } from "./list-words.ts";
import { variantsOf } from "./recognised-variants.ts";

/** A cell in its column — 归列的单元格. */
export interface RoledCell {
  readonly text: string;
  readonly span: Span;
  /** Where the figure was recognised in several ways. */
  readonly readings?: readonly string[];
  /** The rest of a cell that a page break cut. */
  readonly rest?: Span;
}

/** Which amount stands in which column, and how unlikely that is — 金额归列. */
export interface FundingOption {
  readonly cells: Readonly<Partial<Record<MoneyRole, RoledCell>>>;
  readonly cost: number;
}

/** A column that holds words — 文字列. */
export type WordColumn = Exclude<HeadRole, MoneyRole>;

/** A row with its cells in their columns — 对齐后的行. */
export interface AlignedRow {
  readonly line: number;
  readonly page: number;
  readonly texts: Readonly<Partial<Record<WordColumn, readonly Span[]>>>;
  /** Likeliest first; more than one where lost cells leave a choice. */
  readonly funding: readonly FundingOption[];
  /** Cells that fit no column. */
  readonly leftOver: readonly Cell[];
  /** Cells of columns whose head says nothing that we know. */
  readonly others: readonly OtherCell[];
  /** Cells were lost, so the columns were found by role, not by place. */
  readonly repaired: boolean;
  /** Goal and indicators stood in one cell. */
  readonly glued: boolean;
  /** Number of the ruled table, and where the page cut the row as its borders tell; see {@link Line}. */
  readonly table: number | undefined;
  readonly cut: Line["cut"];
}

/**
 * Puts the cells of a row into the columns of the table — 按角色对齐. A full row goes by place where its cells suit
 * their columns; else every order-keeping assignment is weighed by roles, by 总计 = Σ sources and by place.
 */
export function alignRow(line: Line, columns: Columns, unit: UnitOfColumn): AlignedRow {
  const inPlace = line.width >= columns.roles.length ? placeByIndex(line.cells, columns) : undefined;
  const weighInPlace = suitability(line.cells);
  const suits =
    inPlace && (isRuled(line, columns) || [...inPlace].every(([role, cell]) => weighInPlace(role, cell) < hardly));
  const { cells, glued } = suits ? { cells: line.cells, glued: false } : splitGlued(line.cells);
  const weigh = glued ? suitability(cells) : weighInPlace;
  const best = suits ? [inPlace] : assignments(cells, columns, line.width, unit, weigh);
  const first = best[0] ?? new Map<HeadRole, Cell>();
  const taken = new Set(first.values());
  return {
    line: line.number,
    page: line.page,
    texts: textsOf(first),
    funding: fundingOptions(best, unit),
    leftOver: cells.filter((cell) => !taken.has(cell) && !(suits && columns.unknown.some(isAbove(cell)))),
    others: suits ? otherCells(line.cells, columns) : [],
    repaired: !suits,
    glued,
    table: line.table,
    cut: line.cut,
  };
}

/** Where lines part the cells, each stands in the column that it belongs to, whatever it says. */
function isRuled(line: Line, columns: Columns): boolean {
  return line.table !== undefined && line.width === columns.roles.length && !splitGlued(line.cells).glued;
}

const isAbove =
  (cell: Cell) =>
  (head: { readonly index: number }): boolean =>
    head.index === cell.index;

/** Cells that stand under heads that we do not know — 未识别列的单元格. */
function otherCells(cells: readonly Cell[], { unknown }: Columns): OtherCell[] {
  return cells.flatMap((cell) => {
    const head = unknown.find(isAbove(cell));
    return head ? [{ label: head.cell.text.replace(/\s+/gu, ""), span: cell.span }] : [];
  });
}

/** Whether a line has a cell for every column, and each suits it — 逐列相符. */
export function suitsInPlace(line: Line, columns: Columns): boolean {
  const { roles } = columns;
  if (line.width !== roles.length || line.cells.length < 3 || line.cells.at(-1)?.index !== roles.length - 1)
    return false;
  const weigh = suitability(line.cells);
  return line.cells.every((cell) => weigh(roles[cell.index]!, cell) < 1);
}

type Assignment = ReadonlyMap<HeadRole, Cell>;
type Weigh = (role: HeadRole, cell: Cell) => number;

function placeByIndex(cells: readonly Cell[], columns: Columns): Assignment | undefined {
  const found = new Map<HeadRole, Cell>();
  for (const cell of cells) {
    const role = columns.roles[cell.index];
    if (role) found.set(role, cell);
    else if (!columns.unknown.some(isAbove(cell))) return undefined;
  }
  return found;
}

const hardly = 5;

/** How badly a cell suits a column: 0 well, {@link hardly} and more not at all. Each cell is looked at once. */
function suitability(cells: readonly Cell[]): Weigh {
  const looks = new Map(
    cells.map((cell) => [
      cell,
      {
        isAmount: looksLikeAmount(cell.text),
        isDamagedAmount: /^[\d.,，oOlI\s]+$/u.test(cell.text),
        isList: leadingItemNumber(cell.text) !== undefined,
        hasLabel: hasValueLabel(cell.text),
        isOrdinal: /^\d{1,4}$/u.test(cell.text),
        isCode: /^[A-Za-z\d][A-Za-z\d-]{5,39}$/u.test(cell.text),
      },
    ]),
  );
  return (role, cell) => {
    const look = looks.get(cell)!;
    if (role === "ordinal") return look.isOrdinal ? 0 : 6;
    if (role === "code") return look.isCode ? 0 : 6;
    if (isMoney(role)) return look.isAmount ? 0 : look.isDamagedAmount ? 1.5 : 6;
    if (isListColumn(role)) return look.isList ? 0 : look.hasLabel ? 0.4 : look.isAmount ? 4.9 : 3;
    if (look.isAmount || look.isList || look.hasLabel) return hardly;
    if (role === "remark") return 0.5;
    return role === "goal" || cell.text.length <= 80 ? 0 : 1;
  };
}

/** What it costs to leave a column without a cell. */
const skipCost: Readonly<Partial<Record<HeadRole, number>>> = {
  ordinal: 0.3,
  department: 2,
  unit: 2,
  code: 0.5,
  project: 4,
  total: 3,
  appropriation: 0.3,
  specialAccount: 0.05,
  other: 0.1,
  goal: 0.5,
  indicators: 0.6,
  remark: 0,
};
const otherSkipCost = 0.2;

function sumsUp(assignment: Assignment, unit: UnitOfColumn): "yes" | "no" | "unknown" {
  const read = (role: MoneyRole): Fen | undefined => {
    const cell = assignment.get(role);
    return cell && readAmount(cell.text, unit(role));
  };
  const total = read("total");
  const sources = fundingSources.map(read).filter((amount) => amount !== undefined);
  if (total === undefined || sources.length === 0) return "unknown";
  return sources.reduce((sum: number, amount) => sum + amount, 0) === total ? "yes" : "no";
}

/** How much worse than the best an assignment may be and still be tried against the sums. */
const closeCall = 0.6;

/** The order-keeping ways to put the cells into columns, best first; only money may differ among those that are kept. */
function assignments(
  cells: readonly Cell[],
  columns: Columns,
  width: number,
  unit: UnitOfColumn,
  weigh: Weigh,
): Assignment[] {
  const named = columns.roles.flatMap((role, index) => (role ? [{ role, index }] : []));
  const usable = cells.slice(0, named.length);
  const found: { assignment: Assignment; cost: number }[] = [];
  const shift = columns.roles.length - width;
  const place = (cell: Cell, index: number): number =>
    0.02 * Math.min(Math.abs(index - cell.index), Math.abs(index - shift - cell.index));
  let leastCost = Number.POSITIVE_INFINITY;
  const skips = [0];
  for (const { role } of named) skips.push(skips.at(-1)! + (skipCost[role] ?? otherSkipCost));
  const walk = (at: number, column: number, taken: [HeadRole, Cell][], cost: number): void => {
    if (cost > leastCost + closeCall) return;
    if (at === usable.length) {
      const assignment = new Map(taken);
      const sums = { yes: 0, unknown: 0.3, no: 1.5 }[sumsUp(assignment, unit)];
      const whole = cost + sums + skips[named.length]! - skips[column]!;
      leastCost = Math.min(leastCost, whole);
      found.push({ assignment, cost: whole });
      return;
    }
    for (let next = column; next <= named.length - (usable.length - at); next++) {
      const { role, index } = named[next]!;
      const cell = usable[at]!;
      const skipped = skips[next]! - skips[column]!;
      walk(at + 1, next + 1, [...taken, [role, cell]], cost + skipped + weigh(role, cell) + place(cell, index));
    }
  };
  walk(0, 0, [], 0);
  found.sort((a, b) => a.cost - b.cost);
  const best = found[0];
  if (!best) return [];
  const texts = JSON.stringify(textsOf(best.assignment));
  return found
    .filter(({ assignment, cost }) => cost <= best.cost + closeCall && JSON.stringify(textsOf(assignment)) === texts)
    .map(({ assignment }) => assignment);
}

function textsOf(assignment: Assignment): AlignedRow["texts"] {
  const texts: Partial<Record<WordColumn, readonly Span[]>> = {};
  for (const [role, cell] of assignment) if (!isMoney(role)) texts[role] = [cell.span];
  return texts;
}

function fundingOptions(best: readonly Assignment[], unit: UnitOfColumn): FundingOption[] {
  const options = best.flatMap(variantsOf).map((assignment, at) => {
    const cells: Partial<Record<MoneyRole, RoledCell>> = {};
    for (const [role, { text, span, readings }] of assignment)
      if (isMoney(role)) cells[role] = { text, span, ...(readings ? { readings } : {}) };
    return { cells, cost: at + (sumsUp(assignment, unit) === "no" ? 10 : 0) };
  });
  return options.sort((a, b) => a.cost - b.cost);
}

/** A goal with the list of indicators behind it in one cell is two cells — 粘连拆分. */
function splitGlued(cells: readonly Cell[]): { cells: readonly Cell[]; glued: boolean } {
  if (cells.some((cell) => leadingItemNumber(cell.text) !== undefined)) return { cells, glued: false };
  const at = cells.findLastIndex((cell) => hasValueLabel(cell.text) && (firstItemAt(cell.text) ?? 0) > 0);
  const cell = cells[at];
  const cut = cell && firstItemAt(cell.text);
  if (!cell || !cut || leadingItemNumber(cell.text.slice(cut)) !== 1) return { cells, glued: false };
  const goal = cell.text.slice(0, cut).trimEnd();
  const split: Cell[] = [
    { text: goal, span: { start: cell.span.start, end: cell.span.start + goal.length }, index: cell.index },
    { text: cell.text.slice(cut), span: { start: cell.span.start + cut, end: cell.span.end }, index: cell.index + 1 },
  ];
  return { cells: [...cells.slice(0, at), ...split, ...cells.slice(at + 1)], glued: true };
}
