import type { Span } from "../../../domain/place.ts";
import type { Cell, Line } from "../../cells.ts";
import { looksLikeAmount } from "../../sums/printed-amount.ts";
import { levelWord } from "./align-columns.ts";
import { fieldOf } from "./form-words.ts";

/** A cell that a page break may have cut: its text is whole, `rest` is where it goes on — 被分页切开的单元格. */
export interface FormCell extends Cell {
  readonly rest?: readonly Span[];
}

/** A line of a form: cells that a page break cut are one. */
export interface FormLine extends Line {
  readonly cells: readonly FormCell[];
}

/** Where a cell stands, the rest after a page break included — 单元格出处. */
export function spansOfCell({ span, rest = [] }: Pick<FormCell, "span" | "rest">): Span[] {
  return [span, ...rest];
}

/** Where several cells stand, in their order. */
export function spansOfCells(cells: readonly Pick<FormCell, "span" | "rest">[]): Span[] {
  return cells.flatMap(spansOfCell);
}

/** The rest of a cut row follows within so many lines: the next page may print heads before it. */
const farBehind = 6;

/**
 * Puts rows together that a page break cut, as their borders tell — 合并跨页断行. Where both halves begin with a label, a
 * level or hold amounts in one column, they are two rows whatever the borders say.
 */
export function joinCutLines(lines: readonly Line[]): readonly FormLine[] {
  const joined: FormLine[] = [];
  const taken = new Set<Line>();
  lines.forEach((line, at) => {
    if (taken.has(line)) return;
    let whole: FormLine = line;
    let from = at;
    while (isCutBelow(whole)) {
      const next = restOf(lines, from, whole);
      if (!next) break;
      taken.add(next.line);
      from = next.at;
      whole = joinLines(whole, next.line);
    }
    joined.push(whole);
  });
  return joined;
}

const isCutBelow = ({ cut }: Line): boolean => cut === "below" || cut === "both";
const isCutAbove = ({ cut }: Line): boolean => cut === "above" || cut === "both";

function restOf(lines: readonly Line[], at: number, cut: FormLine): { line: Line; at: number } | undefined {
  for (let below = at + 1; below <= Math.min(at + farBehind, lines.length - 1); below++) {
    const line = lines[below]!;
    if (line.table !== cut.table || line.page === cut.page || !isCutAbove(line)) continue;
    return isRest(cut, line) ? { line, at: below } : undefined;
  }
  return undefined;
}

function isRest(cut: FormLine, line: Line): boolean {
  return line.cells.every((cell) => {
    const before = cut.cells.find(({ index }) => index === cell.index);
    if (!before) return !begins(cell.text) || !begins(cut.cells[0]?.text ?? "");
    return !(isWhole(before.text) && isWhole(cell.text));
  });
}

/** A text that no page break leaves half: a label, a level, an amount. */
function isWhole(text: string): boolean {
  return begins(text) || looksLikeAmount(text) || /^[\d.]+[%％]$/u.test(text);
}

function begins(text: string): boolean {
  return fieldOf(text) !== undefined || levelWord(text) !== undefined;
}

function joinLines(first: FormLine, second: Line): FormLine {
  const cells = new Map<number, FormCell>(first.cells.map((cell) => [cell.index, cell]));
  for (const cell of second.cells) {
    const before = cells.get(cell.index);
    cells.set(cell.index, before ? joinCells(before, cell) : cell);
  }
  const { cut: _cut, ...line } = second;
  const isCutAgain = isCutBelow(second);
  return {
    ...line,
    number: first.number,
    cells: [...cells.values()].sort((a, b) => a.index - b.index),
    covered: first.covered ?? [],
    ...(isCutAgain ? { cut: "below" as const } : {}),
  };
}

function joinCells(first: FormCell, second: Cell): FormCell {
  return { ...first, text: first.text + second.text, rest: [...(first.rest ?? []), second.span] };
}
