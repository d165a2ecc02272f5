import type { Cell, Line } from "../../cells.ts";
import { looksLikeAmount } from "../../sums/printed-amount.ts";
import { type Columns, isMoney } from "../columns.ts";
import type { HeadRole } from "../header-words.ts";
import type { OtherCell as OtherCellOfProject } from "../list-form.ts";
import { namesOrganisation } from "../organisation-name.ts";
import { levelOf, namesLevel, namesLevel1 } from "../printed-classes.ts";

/** A line with its cells in their columns — 归列后的行. */
export interface ListedRow {
  readonly line: Line;
  /** The first line of its page, or of the rows under a head that is printed again. */
  readonly pageTop: boolean;
  readonly own: ReadonlyMap<HeadRole, Cell>;
  /** Merged cells of lines above that reach into this one. */
  readonly covered: ReadonlyMap<HeadRole, Cell>;
  readonly leftOver: readonly Cell[];
  /** Cells of columns whose head says nothing that we know. */
  readonly others: readonly OtherCell[];
  /** Cells were lost: the columns were found by what stands in them. */
  readonly repaired: boolean;
}

/** Puts the cells of the lines of a table into its columns — 按列归位. By place where that suits, else by what they hold. */
export function placeRows(lines: readonly Line[], columns: Columns): ListedRow[] {
  let page: number | undefined;
  return lines.map((line) => {
    const pageTop = page !== undefined && line.page !== page;
    page = line.page;
    const inPlace = placeByIndex(line.cells, columns);
    const isRuled = line.table !== undefined && line.width >= columns.roles.length;
    const suits = isRuled || (inPlace.leftOver.length === 0 && badness(inPlace.own) < bad);
    const placed = suits ? inPlace : placeByContent(line.cells, columns);
    const covered = line.covered ? placeByIndex(line.covered, columns).own : nothingCovered;
    return { line, pageTop, ...placed, covered, repaired: !suits };
  });
}

/** Shared by the rows of tables that merge nothing: there may be a hundred thousand. */
const nothingCovered: ReadonlyMap<HeadRole, Cell> = new Map();
const noCells: readonly never[] = [];

interface Placed {
  readonly own: Map<HeadRole, Cell>;
  readonly leftOver: readonly Cell[];
  readonly others: readonly OtherCell[];
}

/** A cell under a head that we do not know, and whether it stands on the side of the indicators. */
export interface OtherCell extends OtherCellOfProject {
  readonly isIndicators: boolean;
}

function placeByIndex(cells: readonly Cell[], columns: Columns): Placed {
  const own = new Map<HeadRole, Cell>();
  const leftOver: Cell[] = [];
  const others: OtherCell[] = [];
  const nameAt = columns.roles.indexOf("name");
  for (const cell of cells) {
    const head = columns.unknown.find(({ index }) => index === cell.index);
    if (head) {
      const isIndicators = cell.index > nameAt && (cell.rows ?? 1) === 1;
      others.push({ label: head.cell.text.replace(/\s+/gu, ""), span: cell.span, isIndicators });
      continue;
    }
    const reach = columns.roles.slice(cell.index, cell.index + (cell.columns ?? 1));
    const isOverAll = reach.includes("project") && reach.includes("name"); // the name of a unit above its projects
    const role = isOverAll
      ? "project"
      : reach.includes("annualTarget")
        ? "annualTarget"
        : reach.find((one) => one !== undefined);
    if (role && !own.has(role)) own.set(role, cell);
    else leftOver.push(cell);
  }
  return {
    own,
    leftOver: leftOver.length > 0 ? leftOver : noCells,
    others: others.length > 0 ? others : noCells,
  };
}

/** At this cost a cell does not suit its column. */
const bad = 4;

function badness(own: ReadonlyMap<HeadRole, Cell>): number {
  return Math.max(0, ...[...own].map(([role, cell]) => misfit(role, cell.text)));
}

const skipCost: Readonly<Partial<Record<HeadRole, number>>> = {
  name: 3,
  annualTarget: 2,
  level2: 1,
  project: 0.5,
  total: 1,
  specialAccount: 0.05,
  other: 0.1,
  remark: 0,
};
const otherSkipCost = 0.3;

/** The cheapest way to put cells into columns without changing their order — 按内容归列. Cells × columns steps. */
function placeByContent(cells: readonly Cell[], columns: Columns): Placed {
  const named = columns.roles.filter((role) => role !== undefined);
  const width = named.length + 1;
  const cost = new Float64Array((cells.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const leftCost = 8;
  cost[0] = 0;
  for (let at = 0; at <= cells.length; at++)
    for (let column = 0; column <= named.length; column++) {
      const here = cost[at * width + column]!;
      const reach = (to: number, by: number): void => {
        if (here + by < cost[to]!) cost[to] = here + by;
      };
      if (column < named.length) reach(at * width + column + 1, skipCost[named[column]!] ?? otherSkipCost);
      if (at < cells.length) reach((at + 1) * width + column, leftCost);
      if (at < cells.length && column < named.length)
        reach((at + 1) * width + column + 1, misfit(named[column]!, cells[at]!.text));
    }
  const own = new Map<HeadRole, Cell>();
  const leftOver: Cell[] = [];
  let at = cells.length;
  let column = named.length;
  while (at > 0 || column > 0) {
    const here = cost[at * width + column]!;
    const role = named[column - 1];
    const cell = cells[at - 1];
    if (role && cell && here === cost[(at - 1) * width + column - 1]! + misfit(role, cell.text)) {
      own.set(role, cell);
      at--;
      column--;
    } else if (role && here === cost[at * width + column - 1]! + (skipCost[role] ?? otherSkipCost)) column--;
    else {
      leftOver.unshift(cell!);
      at--;
    }
  }
  return { own, leftOver, others: [] };
}

const natureWords =
  /^(?:[≥≧≤≦>＞<＜=＝﹥﹤]|>=|<=|[大小]于(?:等于)?|等于|定性|定量|正向|反向|正向指标|反向指标|约束性|预期性|不[少小低超高]于)$/u;

/** How badly a cell suits a column: 0 well, {@link bad} and more not at all. */
function misfit(role: HeadRole, text: string): number {
  const level = text.length < 24 ? levelOf(text) : undefined;
  const isLevel = level !== undefined && namesLevel(level);
  const isLevel1 = level !== undefined && namesLevel1(level);
  const isAmount = looksLikeAmount(text);
  if (isMoney(role)) return isAmount ? 0 : /^[\d.,，oOlI\s]+$/u.test(text) ? 1.5 : 6;
  const isNature = natureWords.test(text);
  switch (role) {
    case "level1":
      return isLevel1 ? 0 : isLevel ? 2 : 5;
    case "level2":
      return isLevel ? (isLevel1 ? 1 : 0) : text.length > 14 || isAmount || isNature ? 5 : 3;
    case "nature":
      return isNature ? 0 : 6;
    case "measure":
      return isLevel || isNature || /\d/u.test(text) || text.length > 10 ? 5 : text.length > 6 ? 1 : 0.3;
    case "weight":
    case "score":
      return /^\d{1,3}(?:\.\d{1,2})?\s?(?:%|％|分)?$/u.test(text) ? 0 : 6;
    case "ordinal":
      return /^\d{1,4}$/u.test(text) ? 0 : 6;
    case "code":
      return /^[A-Za-z\d][A-Za-z\d-]{5,39}$/u.test(text) ? 0 : 6;
    case "name":
      return isNature ? 5 : isLevel ? 4 : isAmount ? 3 : text.length > 60 ? 1 : 0;
    case "annualTarget":
    case "cycleTarget":
      return isLevel ? 5 : isNature && !/^定/u.test(text) ? 4 : text.length > 40 ? 1 : 0;
    case "unit":
    case "department":
      return isLevel || isNature || isAmount ? 6 : namesOrganisation(text) ? 0 : 1;
    case "project":
      return isLevel || isNature || isAmount ? 6 : text.length > 80 ? 1 : 0;
    case "goal":
    case "cycleGoal":
      return isLevel || isNature || isAmount ? 6 : text.length < 10 ? 1 : 0;
    default:
      return isLevel ? 1 : 0.5;
  }
}
