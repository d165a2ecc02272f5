import { type Clause, chosenFigures, clausesOf, figuresOf, zeroFigure } from "./target-clauses.ts";
import { deadlineOf, type Mark, markOfFigure, relativeOf } from "./target-marks.ts";
import { valueOfMark } from "./target-of-mark.ts";
import { pointerIn, takenFromIn } from "./target-pointer.ts";
import { asRange } from "./target-range.ts";
import { pairedSigns, type Scan, scanTarget } from "./target-scan.ts";
import { type EvenText, evenText, printedSpan, tokensOf } from "./target-text.ts";
import type { TargetValue, Token, TokenRole } from "./target-value.ts";
import { notDisclosed } from "./target-words.ts";

/** Reads what was promised from its words — 指标值解析. Every text gets an answer; its tokens tile the text exactly. */
export function parseTargetValue(text: string): TargetValue {
  const even = evenText(text);
  const reason = whyNotTyped(even.folded);
  if (reason !== undefined) return { kind: "text", text, tokens: text === "" ? [] : [{ role: "words", text }], reason };
  const [from, to] = insideOf(even.folded);
  const roles = Array.from<TokenRole>({ length: even.words.length }).fill("separator").fill("words", from, to);
  if (isWithheld(even.folded.slice(from, to))) return { kind: "withheld", text, tokens: allTokens(even, roles, []) };
  const scan = scanTarget(even.folded, from, to);
  const marks = marksOf(scan, from, to);
  const [only] = marks;
  if (only === undefined) return inWords(even, scan, roles, from, to);
  if (marks.length === 1) {
    const value = valueOfMark(even, scan, roles, only, from, to);
    return { ...value, text, tokens: allTokens(even, roles, []) };
  }
  const spans = partSpans(scan, marks, from, to, roles);
  const parts = marks.map((mark, at) => valueOfMark(even, scan, roles, mark, ...(spans[at] ?? [from, to])));
  return { kind: "compound", text, tokens: allTokens(even, roles, spans), parts };
}

/** Why a text holds no target at all: nothing written, signs only, or a spreadsheet's own error. */
function whyNotTyped(folded: string): string | undefined {
  if (folded === "") return "没有内容 / nothing is written";
  if (/^(?:#(?:REF|VALUE|N\/A|NAME|DIV\/0|NUM|NULL)[!?]?|N\/A|null|nil|none)$/iu.test(folded))
    return "表格出错代码 / a spreadsheet's error code";
  if (!/[\p{L}\p{N}√✓✔☑×]/u.test(folded)) return "只有符号 / only signs are written";
  if (/\uFFFD/u.test(folded) && !/[\p{L}\p{N}]{2}/u.test(folded)) return "乱码 / garbled";
  return undefined;
}

function isWithheld(folded: string): boolean {
  return notDisclosed.test(folded) && !/\d/u.test(folded);
}

const wrapping = new Map([
  ["(", ")"],
  ["[", "]"],
  ["【", "】"],
  ["“", "”"],
  ['"', '"'],
]);

/** The stretch inside outer quotes, brackets and closing punctuation. */
function insideOf(folded: string): readonly [number, number] {
  let from = 0;
  let to = folded.length;
  const pairs = pairedSigns(folded, 0, to);
  for (;;) {
    if (to > from && /[,;。、.!:]/u.test(folded.charAt(to - 1))) to--;
    else if (to > from && /[,;。、:]/u.test(folded.charAt(from))) from++;
    else if (to - from > 2 && pairs.get(from) === to && wrapping.get(folded.charAt(from)) === folded.charAt(to - 1)) {
      from++;
      to--;
    } else return [from, to];
  }
}

/** Everything in the text that can be measured, in order. */
function marksOf(scan: Scan, from: number, to: number): readonly Mark[] {
  const clauses = clausesOf(scan.open, from, to);
  const figures = figuresOf(scan, clauses);
  const isDescription = clauses.length > 2;
  const marks: Mark[] = [];
  let dateAt = 0;
  for (const [at, clause] of clauses.entries()) {
    const places = [];
    for (; dateAt < scan.dates.length; dateAt++) {
      const place = scan.dates[dateAt];
      if (place === undefined || place.start >= clause.to) break;
      places.push(place);
    }
    const chosen = chosenFigures(scan.open, clause, figures[at] ?? [], clauses.length === 1);
    let floor = clause.from;
    for (const { figure, isWeak } of chosen) {
      marks.push(markOfFigure(scan, { from: floor, to: clause.to }, figure, isWeak));
      floor = figure.end;
    }
    if (chosen.some(({ isWeak }) => !isWeak)) continue;
    const other = otherMark(scan, clause, places, isDescription);
    if (other !== undefined) marks.push(other);
  }
  return asRange(scan, withoutWeak(marks));
}

function otherMark(scan: Scan, clause: Clause, places: Scan["dates"], isDescription: boolean): Mark | undefined {
  const relative = relativeOf(scan, clause, isDescription);
  if (relative !== undefined) return relative;
  const deadline = deadlineOf(scan, clause, places, isDescription);
  if (deadline !== undefined) return deadline;
  const figure = zeroFigure(scan.open, clause);
  return figure === undefined
    ? undefined
    : { kind: "figure", start: figure.start, end: figure.end, painted: figure.painted, figure, isWeak: false };
}

/** 一场 counts beside nothing better; a date alone in its clause says when the rest is due. */
function withoutWeak(marks: readonly Mark[]): readonly Mark[] {
  const isFigure = (mark: Mark) => mark.kind === "figure" && !mark.isWeak;
  const hasFigure = marks.some(isFigure);
  const hasFirm = marks.some((mark) => mark.kind !== "figure" || !mark.isWeak);
  return marks.filter((mark) => {
    if (mark.kind === "figure") return !mark.isWeak || !hasFirm;
    if (mark.kind === "deadline" && hasFigure)
      return !mark.isAlone && (mark.date !== undefined || mark.number !== undefined);
    return true;
  });
}

const strongSign = /[,;。!]+/u;
const conjunction = /以及|并且|同时|(?<![惠涉普波触顾参合兼])[和及与并且或](?![时谐会网其入列发举睦约商])/u;

/** Cuts the text between its marks: at a strong separator, else at 、, else at 和, else right behind the first. */
function partSpans(
  scan: Scan,
  marks: readonly Mark[],
  from: number,
  to: number,
  roles: TokenRole[],
): readonly (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  let start = from;
  for (const [at, mark] of marks.entries()) {
    const next = marks[at + 1];
    if (next === undefined) {
      spans.push([start, to]);
      break;
    }
    const gap = scan.open.slice(mark.end, next.start);
    const cut = strongSign.exec(gap) ?? /、+/u.exec(gap) ?? conjunction.exec(gap);
    const end = mark.end + (cut?.index ?? 0);
    const following = end + (cut?.[0].length ?? 0);
    roles.fill("separator", end, following);
    spans.push([start, end]);
    start = following;
  }
  return spans;
}

/** No figure, date or comparison: a pointer to another document, or a state in words. */
function inWords(even: EvenText, scan: Scan, roles: TokenRole[], from: number, to: number): TargetValue {
  const pointer = pointerIn(scan.open, from, to) ?? takenFromIn(even.folded, from, to);
  const text = even.printed;
  if (pointer === undefined) return { kind: "qualitative", text, tokens: allTokens(even, roles, []) };
  const { reference } = pointer;
  if (reference !== undefined) roles.fill("reference", ...reference);
  const relativeTo = reference === undefined ? undefined : even.words.slice(...reference);
  return { kind: "delegated", text, tokens: allTokens(even, roles, []), relativeTo };
}

/** The tokens of the whole text; the given spans begin and end with a token of their own. */
function allTokens(
  even: EvenText,
  roles: readonly TokenRole[],
  spans: readonly (readonly [number, number])[],
): readonly Token[] {
  const tokens: Token[] = [];
  let printedTo = 0;
  const add = (from: number, to: number) => {
    if (from >= to) return;
    const [begin, end] = printedSpan(even, from, to);
    if (begin > printedTo) tokens.push({ role: "separator", text: even.printed.slice(printedTo, begin) });
    for (const token of tokensOf(even, roles, from, to)) tokens.push(token);
    printedTo = end;
  };
  let at = 0;
  for (const [from, to] of spans) {
    add(at, from);
    add(from, to);
    at = to;
  }
  add(at, even.words.length);
  if (printedTo < even.printed.length) tokens.push({ role: "separator", text: even.printed.slice(printedTo) });
  return tokens;
}
