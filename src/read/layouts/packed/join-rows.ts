import type { Span } from "../../../domain/place.ts";
import type { AlignedRow, FundingOption, WordColumn } from "./align-row.ts";
import { continuesRow, textsOfContinuation } from "./continued-row.ts";
import { closesLists, labelsValues, namesOf, type OpenRow, openRow, type RowHabits, wordsOf } from "./open-row.ts";

/** A project's row, from one line or from several that a page break parted — 项目行. */
export interface JoinedRow {
  readonly parts: readonly [AlignedRow, ...AlignedRow[]];
  readonly texts: AlignedRow["texts"];
  /** Copies of a name that a page break printed again. */
  readonly repeated: readonly Span[];
  /** The ways to read the money: of the first part, of the second, with columns still open. */
  readonly funding: readonly FundingOption[];
}

/** Puts the pieces of cut rows together — 合并跨页断行. */
export function joinRows(source: string, rows: readonly AlignedRow[], hasMoney: boolean): JoinedRow[] {
  const habits: RowHabits = {
    hasMoney,
    closesLists: closesLists(source, rows),
    labelsValues: labelsValues(source, rows),
    showsCuts: rows.some(({ cut }) => cut),
    names: namesOf(source, rows),
  };
  const groups: [AlignedRow, ...AlignedRow[]][] = [];
  let open: OpenRow | undefined;
  for (const row of rows) {
    if (open && continuesRow(source, open, row, habits)) {
      const part = { ...row, texts: textsOfContinuation(open, row) };
      groups.at(-1)!.push(part);
      open = openRow(source, open, part, habits);
    } else {
      groups.push([row]);
      open = openRow(source, undefined, row, habits);
    }
  }
  return groups.map((parts) => joinedRow(source, parts));
}

/** Cells that a page prints again on its other side. */
const printedAgain: readonly WordColumn[] = ["ordinal", "department", "unit", "code"];

/** Texts are put one after the other, names printed twice once; money of both sides competes. */
function joinedRow(source: string, parts: readonly [AlignedRow, ...AlignedRow[]]): JoinedRow {
  const [first, ...rest] = parts;
  if (rest.length === 0) return { parts, texts: first.texts, repeated: [], funding: first.funding };
  const texts: Partial<Record<keyof AlignedRow["texts"], readonly Span[]>> = {};
  const repeated: Span[] = [];
  const printed = new Set(parts.flatMap((part) => Object.keys(part.texts) as WordColumn[])); // its own keys
  for (const role of printed) {
    if (printedAgain.includes(role)) continue;
    const spans = parts.flatMap((part) => part.texts[role] ?? []);
    const copies = role === "project" || role === "category" ? copiesOfFirst(source, spans) : [];
    repeated.push(...copies);
    const kept = spans.filter((span) => !copies.includes(span));
    if (kept.length > 0) texts[role] = kept;
  }
  for (const role of printedAgain) {
    const [first, ...others] = parts.flatMap((part) => part.texts[role] ?? []);
    if (!first) continue;
    const copies = others.filter((span) => role === "ordinal" || isPrintedAgain(source, first, span));
    texts[role] = [first, ...others.filter((span) => !copies.includes(span))];
    repeated.push(...copies);
  }
  return { parts, texts, repeated, funding: competingFunding(parts) };
}

function copiesOfFirst(source: string, [first, ...rest]: readonly Span[]): readonly Span[] {
  return first ? rest.filter((span) => wordsOf(source, [span]) === wordsOf(source, [first])) : [];
}

/** A name that the next page prints again begins alike, though a letter may be damaged; the rest of a cut name does not. */
function isPrintedAgain(source: string, first: Span, span: Span): boolean {
  return wordsOf(source, [first]).slice(0, 2) === wordsOf(source, [span]).slice(0, 2);
}

/** More readings of one row's money than this are no reading. */
const mostOptions = 8;

function competingFunding(parts: readonly AlignedRow[]): readonly FundingOption[] {
  const kept = new Map<string, FundingOption>();
  for (const option of parts.flatMap((part) => part.funding)) {
    const cells = Object.entries(option.cells);
    const figures = JSON.stringify(cells.map(([column, cell]) => [column, cell.text]));
    if (cells.length > 0 && !kept.has(figures) && kept.size < mostOptions) kept.set(figures, option);
  }
  return [...kept.values()];
}
