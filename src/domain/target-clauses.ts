import { type Figure, figureAt } from "./target-figure.ts";
import { bracketCover, type Scan } from "./target-scan.ts";
import { headWord, neverWantedWord, zeroPromise } from "./target-words.ts";

/** A stretch between strong separators — 分句. */
export interface Clause {
  readonly from: number;
  readonly to: number;
}

/** A figure that is a target, and how sure that is. */
interface ChosenFigure {
  readonly figure: Figure;
  /** A Chinese numeral without a comparator: a target only if the text has no better one. */
  readonly isWeak: boolean;
}

/** Cuts the open text at ， ； 。 — 分句. */
export function clausesOf(open: string, from: number, to: number): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && !/[,;。!]/u.test(open.charAt(at))) continue;
    if (at > start) clauses.push({ from: start, to: at });
    start = at + 1;
  }
  return clauses;
}

/** The figures of each clause in order; `indexes` walks the scan once — 分句里的数值. */
export function figuresOf(scan: Scan, clauses: readonly Clause[]): readonly (readonly Figure[])[] {
  const found: Figure[][] = [];
  let index = 0;
  for (const clause of clauses) {
    const figures: Figure[] = [];
    let floor = clause.from;
    while (index < scan.numbers.length && (scan.numbers[index]?.start ?? 0) < clause.to) {
      const read = figureAt(scan, index, floor);
      if (read === undefined) break;
      figures.push(read.figure);
      floor = read.figure.end;
      index = read.next;
    }
    found.push(figures);
  }
  return found;
}

/** Which figures of a clause are targets; the others count something else (三个环节) — 取舍. */
export function chosenFigures(
  open: string,
  clause: Clause,
  figures: readonly Figure[],
  isOnlyClause: boolean,
): readonly ChosenFigure[] {
  const chosen: ChosenFigure[] = [];
  for (const group of groupsOf(open, clause, figures)) {
    const usable = group.figures.map((figure) => ranked(open, figure)).filter((figure) => figure !== undefined);
    const strong = usable.filter((figure) => isStrong(figure));
    const hasStrongCount = strong.some((figure) => !figure.isTime);
    const hasCount = usable.some((figure) => !figure.isTime && !isWeak(figure));
    for (const [at, figure] of usable.entries()) {
      if (figure.isTime && hasCount) continue;
      if (usable.length > 1 && isInterval(open, figure)) continue;
      if (isBareInside(open, group, figure) || isIdiom(open, group, figure)) continue;
      const isAdjacent = usable[at + 1]?.start === figure.end || usable[at - 1]?.end === figure.start;
      if (!isStrong(figure) && (hasStrongCount || (figure.isTime && strong.length > 0)) && !isAdjacent) continue;
      if (!isStrong(figure) && !isOnlyClause && !isAtEdge(open, group, figure)) continue;
      if (isWeak(figure) && !isAtEdge(open, group, figure)) continue;
      chosen.push({ figure, isWeak: isWeak(figure) });
    }
  }
  return chosen;
}

/** 零投诉: nothing is allowed to happen — 零承诺. */
export function zeroFigure(open: string, clause: Clause): Figure | undefined {
  const words = open.slice(clause.from, clause.to);
  const at = zeroPromise.exec(words)?.index;
  if (at === undefined) return undefined;
  const start = clause.from + at;
  return {
    start,
    end: start + 1,
    numberStart: start,
    unitEnd: start + 1,
    comparator: undefined,
    isWithin: false,
    number: 0,
    upper: undefined,
    unit: undefined,
    per: undefined,
    isTime: false,
    isChinese: true,
    canCount: true,
    painted: [{ from: start, to: start + 1, role: "number" }],
  };
}

interface Group extends Clause {
  readonly figures: readonly Figure[];
}

/** Figures on two sides of a 、 do not qualify each other. */
function groupsOf(open: string, clause: Clause, figures: readonly Figure[]): readonly Group[] {
  const groups: Group[] = [];
  let from = clause.from;
  let held: Figure[] = [];
  for (const [at, figure] of figures.entries()) {
    held.push(figure);
    const next = figures[at + 1];
    const cut = next === undefined ? -1 : open.slice(figure.end, next.start).indexOf("、");
    if (next !== undefined && cut < 0) continue;
    const to = next === undefined ? clause.to : figure.end + cut;
    groups.push({ from, to: withoutNotes(open, from, to), figures: held });
    held = [];
    from = to + 1;
  }
  return groups;
}

function withoutNotes(open: string, from: number, to: number): number {
  let end = to;
  while (end > from && open.charAt(end - 1) === bracketCover) end--;
  return end;
}

const rankUnits = new Set<string | undefined>([undefined, "名", "位", "强"]);

/** 前三 is a rank to be reached; 前5个月 and 前三个环节 are not. */
function ranked(open: string, figure: Figure): Figure | undefined {
  const before = open.slice(Math.max(0, figure.numberStart - 2), figure.numberStart);
  if (!before.endsWith("前") || figure.comparator !== undefined || /[提以之目年日月底末度季周天]前$/u.test(before)) {
    return figure.canCount ? figure : undefined;
  }
  if (!rankUnits.has(figure.unit)) return undefined;
  if (figure.unit === undefined && /\p{Script=Han}/u.test(open.charAt(figure.end))) return undefined;
  const start = figure.numberStart - 1;
  return {
    ...figure,
    start,
    comparator: "<=",
    canCount: true,
    painted: [{ from: start, to: figure.numberStart, role: "comparator" }, ...figure.painted],
  };
}

function isStrong(figure: Figure): boolean {
  return figure.comparator !== undefined || figure.unit === "%" || figure.unit === "‰" || figure.upper !== undefined;
}

function isWeak(figure: Figure): boolean {
  return figure.isChinese && !isStrong(figure);
}

/** 每3个月, 每100户: how often, not how much. */
function isInterval(open: string, figure: Figure): boolean {
  return figure.comparator === undefined && open.charAt(figure.start - 1) === "每";
}

/** A number alone among words (构建1+N体系, 2025预算) measures nothing. */
function isBareInside(open: string, group: Clause, figure: Figure): boolean {
  neverWantedWord.lastIndex = figure.end;
  if (figure.number === 0 && neverWantedWord.test(open)) return false;
  return !isStrong(figure) && figure.unit === undefined && figure.per === undefined && figure.end < group.to;
}

/** 一户一策, 三年行动计划: numerals that belong to a saying or a name. */
function isIdiom(open: string, group: Clause, figure: Figure): boolean {
  if (!isWeak(figure)) return false;
  return open.charAt(figure.end) === "一" || (figure.isTime && group.to - figure.end > 2);
}

/** At the head of its clause (完成5场…) or at its end (…培训5场). */
function isAtEdge(open: string, group: Clause, figure: Figure): boolean {
  const behind = group.to - figure.end;
  // 科长3次任务 ends with its figure; 三个环节 and 约2平方公里用地 only name a number in passing.
  const isPassing = figure.isChinese || /[约近]/u.test(open.charAt(figure.start - 1));
  if (behind <= (isPassing ? 0 : 2)) return true;
  // Far from the head it is not at the head; the bound also keeps many figures in one clause linear.
  if (figure.start - group.from > 24 || (figure.isChinese && behind > 12)) return false;
  let at = group.from;
  for (;;) {
    if (at >= figure.start) return true;
    headWord.lastIndex = at;
    const match = headWord.exec(open);
    if (match === null) return false;
    at += match[0].length;
  }
}
