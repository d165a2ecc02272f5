import type { Mark } from "./target-marks.ts";
import { type Bracket, bracketCover, type Scan } from "./target-scan.ts";
import { type EvenText, printedSpan, tokensOf } from "./target-text.ts";
import type { TargetValue, TokenRole } from "./target-value.ts";
import { lightWords } from "./target-words.ts";

/** The typed value of one mark and the words [from, to) around it; paints their roles — 由标记成值. */
export function valueOfMark(
  even: EvenText,
  scan: Scan,
  roles: TokenRole[],
  mark: Mark,
  from: number,
  to: number,
): TargetValue {
  const qualifiers: string[] = [];
  qualifiersIn(even, scan, roles, from, mark.start, qualifiers);
  for (const { from: start, to: end, role } of mark.painted) {
    roles.fill(role, start, end);
    if (role === "qualifier" || role === "note") keep(even, start, end, qualifiers);
  }
  const formula = mark.kind === "figure" ? formulaIn(even, scan, mark.end, to) : undefined;
  if (formula !== undefined) roles.fill("formula", formula.start, formula.end);
  qualifiersIn(even, scan, roles, mark.end, formula?.start ?? to, qualifiers);
  if (formula !== undefined) qualifiersIn(even, scan, roles, formula.end, to, qualifiers);
  const printed = { text: even.printed.slice(...printedSpan(even, from, to)), tokens: tokensOf(even, roles, from, to) };
  if (mark.kind === "relative") {
    const relativeTo = even.words.slice(...mark.reference);
    return { kind: "relative", ...printed, comparator: mark.comparator, relativeTo, qualifiers };
  }
  if (mark.kind === "deadline") {
    const { comparator, date, number, unit, reference } = mark;
    const relativeTo = reference === undefined ? undefined : even.words.slice(...reference);
    return { kind: "deadline", ...printed, comparator, date, number, unit, relativeTo, qualifiers };
  }
  const { number, upper, unit, per, comparator = "=" } = mark.figure;
  if (upper !== undefined) return { kind: "range", ...printed, number, upper, unit, per, qualifiers };
  const inside = formula === undefined ? undefined : even.words.slice(formula.start + 1, formulaEnd(even, formula));
  return { kind: "quantity", ...printed, comparator, number, unit, per, qualifiers, formula: inside };
}

/** A bracket behind the figure that calculates: 实际/计划*100%. */
function formulaIn(even: EvenText, scan: Scan, from: number, to: number): Bracket | undefined {
  let first = 0;
  let last = scan.brackets.length;
  while (first < last) {
    const middle = (first + last) >> 1;
    if ((scan.brackets[middle]?.start ?? 0) < from) first = middle + 1;
    else last = middle;
  }
  for (let at = first; at < scan.brackets.length; at++) {
    const bracket = scan.brackets[at];
    if (bracket === undefined || bracket.start >= to) return undefined;
    const words = even.folded.slice(bracket.start + 1, bracket.end);
    if (/[/*%=×÷]/u.test(words) && !/^含/u.test(words)) return bracket;
  }
  return undefined;
}

function formulaEnd(even: EvenText, bracket: Bracket): number {
  return /[)\]】〕}]/u.test(even.folded.charAt(bracket.end - 1)) ? bracket.end - 1 : bracket.end;
}

/** The words around a figure, cut at strong separators and brackets. */
function qualifiersIn(even: EvenText, scan: Scan, roles: TokenRole[], from: number, to: number, into: string[]): void {
  let start = from;
  for (let at = from; at <= to; at++) {
    const character = scan.open.charAt(at);
    const isCut = at === to || /[,;。!:]/u.test(character);
    const isTurn = at > start && (character === bracketCover) !== (scan.open.charAt(start) === bracketCover);
    if (!isCut && !isTurn) continue;
    if (at > start) piece(even, scan, roles, start, at, into);
    if (isCut && at < to) roles.fill("separator", at, at + 1);
    start = isCut ? at + 1 : at;
  }
}

function piece(even: EvenText, scan: Scan, roles: TokenRole[], from: number, to: number, into: string[]): void {
  const isNote = scan.open.charAt(from) === bracketCover;
  const isLight = lightWords.has(even.folded.slice(from, to));
  roles.fill(isNote ? "note" : isLight ? "words" : "qualifier", from, to);
  if (!isLight) keep(even, from, to, into);
}

const itemNumber = /^(?:[(（]?\d{1,2}[.．)）、]|[①-⑳])/u;

function keep(even: EvenText, from: number, to: number, into: string[]): void {
  const words = even.words
    .slice(from, to)
    .replace(itemNumber, "")
    .replace(/^、+|、+$/gu, "");
  if (words !== "") into.push(words);
}
