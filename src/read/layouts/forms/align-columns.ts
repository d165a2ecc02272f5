import { aspectNamed, dimensionNamed } from "../../../domain/taxonomy.ts";
import type { Cell, Line } from "../../cells.ts";
import { looksLikeAmount } from "../../sums/printed-amount.ts";
import type { FormColumn, FormColumnRole, FormHead } from "./form-heads.ts";

/** Which cells of a line stand in which columns of its head — 单元格归列. */
export interface AlignedCells {
  /** By number of the column; a column may hold two cells. */
  readonly cells: ReadonlyMap<number, readonly Cell[]>;
  readonly leftOver: readonly Cell[];
}

/** Puts the cells of a line under the columns of a head — 归列: by the grid where there is one, else by what they look like. */
export function alignColumns(head: FormHead, line: Line, cells: readonly Cell[] = line.cells): AlignedCells {
  const isGrid = head.table !== undefined && head.table === line.table;
  if (isGrid) return byGrid(head.columns, cells);
  const isTabbed =
    line.table === undefined && head.isInPlace && line.width >= Math.max(...head.columns.map(({ to }) => to));
  return byLooks(head.columns, cells.slice(0, mostCells), isTabbed ? gladOfTab : gladOfPlace);
}

function byGrid(columns: readonly FormColumn[], cells: readonly Cell[]): AlignedCells {
  const found = new Map<number, Cell[]>();
  const leftOver: Cell[] = [];
  for (const cell of cells) {
    const end = cell.index + (cell.columns ?? 1);
    const under = [...columns.keys()].filter((at) => columns[at]!.from < end && cell.index < columns[at]!.to);
    const at = under.length > 1 ? mainColumn(columns, under, cell) : under[0];
    if (at === undefined) leftOver.push(cell);
    else found.set(at, [...(found.get(at) ?? []), cell]);
  }
  return { cells: found, leftOver };
}

/** A cell that reaches over several columns belongs to the one that says most. */
function mainColumn(columns: readonly FormColumn[], under: readonly number[], cell: Cell): number {
  const isLevel = levelWord(cell.text) !== undefined;
  const telling: readonly FormColumnRole[] = isLevel ? ["level1"] : ["name", "annualTarget", "actual"];
  for (const role of telling) {
    const at = under.find((one) => columns[one]!.role === role);
    if (at !== undefined) return at;
  }
  return under[0]!;
}

/** Level 1 or 2, where a text is a word for one — 一级、二级指标用词; points in brackets and codes do not count. */
export function levelWord(text: string): 1 | 2 | "either" | undefined {
  if (text.length > 30) return undefined;
  const bare = withoutPoints(text.replace(/\s+/gu, "")).replace(/^\d{1,2}[-－—.、]/u, "");
  if (dimensionNamed(bare)) return aspectNamed(bare) ? "either" : 1;
  if (aspectNamed(bare)) return 2;
  if (otherLevel1.test(bare)) return 1;
  return otherLevel2.test(bare) ? 2 : undefined;
}

const otherLevel1 =
  /^(?:决策|过程|投入|管理|影响力?|长效|项目决策|项目管理|项目过程|项目产出|项目效益|项目绩效|履职效能|预算执行率?)(?:指标|目标)?$/u;
const otherLevel2 =
  /^(?:(?:产出|项目|实施|履职)(?:数量|质量|时效|成本|效益)|项目立项|绩效目标|资金投入|资金管理|组织实施|资金落实|预算执行|.{2,12}满意度|.{2,6}效益|.{2,6}影响)(?:指标)?$/u;

/** `产出指标（50分）` without its points. */
export function withoutPoints(text: string): string {
  return text.replace(/[（(]\d{1,3}(?:\.\d+)?\s?[分%％]?[）)]$/u, "");
}

const sign =
  /^(?:[≥≤＞＜＝=><≧≦]|>=|<=|大于等于|小于等于|大于|小于|等于|不少于|不低于|不超过|定性|定量|正向指标|反向指标|正向|反向)$/u;
const ticked = /^[√✓✔☑■●是]$/u;
const none = /^[-—－–/／无]+$/u;
const points = /^\d{1,3}(?:\.\d{1,2})?\s?分?$/u;

/** How well a text suits a column: 6 surely, 0 may be, −6 not at all. */
function suits(role: FormColumnRole, text: string): number {
  const bare = text.replace(/\s+/gu, "");
  if (role === "ordinal") return /^\d{1,3}$/u.test(bare) ? 4 : -6;
  const level = levelWord(bare);
  const isNumber = looksLikeAmount(bare) || points.test(bare);
  if (role === "level1" || role === "level2") {
    if (level === "either") return role === "level1" ? 5 : 6; // 成本指标 alone stands under 产出指标
    if (level !== undefined) return level === (role === "level1" ? 1 : 2) ? 6 : -4;
    return isNumber || sign.test(bare) ? -6 : bare.length <= 12 ? 0 : -4;
  }
  if (role === "nature") return sign.test(bare) ? 6 : -6;
  if (sign.test(bare)) return -5;
  switch (role) {
    case "name":
    case "level3":
      return nameFit(bare, isNumber, level !== undefined) - (role === "level3" ? 2 : 0);
    case "annualTarget":
    case "cycleTarget":
    case "actual":
    case "soFar":
    case "expected":
      return level ? -4 : none.test(bare) ? 0 : /\d/u.test(bare) ? 3 : bare.length <= 30 ? 1 : -1;
    case "measure":
      return /\d/u.test(bare) || bare.length > 6 ? -5 : 3;
    case "weight":
    case "score":
      return points.test(bare) ? 3 : none.test(bare) ? 2 : -6;
    case "likelihood":
      return /能|可能|是|否|[√✓]/u.test(bare) && bare.length < 8 ? 5 : -3;
    case "executionRate":
      return /[%％]$/u.test(bare) ? 5 : isNumber || none.test(bare) ? 1 : -6;
    case "amount":
    case "initialBudget":
    case "adjustedBudget":
    case "spent":
    case "expectedSpent":
      return looksLikeAmount(bare.replace(/(?:万元|元)$/u, "")) ? 3 : none.test(bare) ? 0 : -6;
    case "text":
      return isNumber ? -2 : 1;
    default:
      if (ticked.test(bare)) return notAtAll;
      return isNumber ? -4 : bare.length > 6 ? 2 : 0;
  }
}

function nameFit(bare: string, isNumber: boolean, isLevel: boolean): number {
  if (isNumber) return -6;
  if (/^[≥≤＞＜<>]|^\d+(?:\.\d+)?[%％]$/u.test(bare)) return -4;
  if (isLevel || none.test(bare)) return -3;
  return /^\d/u.test(bare) && bare.length < 10 ? -2 : 3;
}

/** What it costs to leave a column without a cell. */
function costOfNone(role: FormColumnRole): number {
  if (role === "name") return 4;
  if (role === "annualTarget" || role === "cycleTarget") return 3;
  if (role === "text") return 2;
  if (role === "weight" || role === "actual" || /Budget$|^spent$/u.test(role)) return 1;
  return role === "level1" || role === "level2" ? 0.1 : 0.3;
}

const costOfLeftOver = 8;
const notAtAll = -20;
/** That a cell stands in its column's place tells little where empty cells were lost, and much where they were kept. */
const gladOfPlace = 0.1;
const gladOfTab = 6;
/** Cells of a row beyond these are no part of a table that people print. */
const mostCells = 60;

/** The order-keeping way to put the cells into the columns that suits best. Columns and cells of a row are few. */
function byLooks(columns: readonly FormColumn[], cells: readonly Cell[], gladOf: number): AlignedCells {
  const m = cells.length;
  const n = columns.length;
  const best: number[][] = Array.from({ length: m + 1 }, () => Array.from({ length: n + 1 }, () => 0));
  for (let c = n - 1; c >= 0; c--) best[m]![c] = best[m]![c + 1]! - costOfNone(columns[c]!.role);
  for (let r = m - 1; r >= 0; r--) {
    best[r]![n] = best[r + 1]![n]! - costOfLeftOver;
    for (let c = n - 1; c >= 0; c--) best[r]![c] = Math.max(...choices(r, c));
  }
  function choices(r: number, c: number): [number, number, number] {
    const column = columns[c]!;
    const cell = cells[r]!;
    const isInPlace = cell.index >= column.from && cell.index < column.to;
    const isTick = gladOf === gladOfTab && isInPlace && ticked.test(cell.text);
    const fit = column.ticked ? (isTick ? 6 : notAtAll) : suits(column.role, cell.text);
    return [
      best[r + 1]![c + 1]! + fit + (isInPlace ? gladOf : 0),
      best[r]![c + 1]! - costOfNone(column.role),
      best[r + 1]![c]! - costOfLeftOver,
    ];
  }
  const found = new Map<number, readonly Cell[]>();
  const leftOver: Cell[] = [];
  let r = 0;
  let c = 0;
  while (r < m) {
    const [take, skip] = c < n ? choices(r, c) : [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    if (c < n && take === best[r]![c]) found.set(c++, [cells[r++]!]);
    else if (c < n && skip === best[r]![c]) c++;
    else leftOver.push(cells[r++]!);
  }
  return { cells: found, leftOver };
}
