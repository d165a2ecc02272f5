import { standsBetween } from "./between-tables.ts";
import type { Gutter, PageContents, PageTable } from "./page-table.ts";
import { bandAt } from "./place-glyphs.ts";

/** A table of one page as a part of a table over pages — 跨页表格的一页. */
export interface TablePart {
  readonly page: number;
  readonly table: PageTable;
}

/** A table over all its pages — 跨页表格. */
export interface WholeTable {
  readonly parts: readonly TablePart[];
  /** Edges of all columns that any of its pages has, as its first page counts. */
  readonly xs: readonly number[];
}

/** A column edge may wander so far from page to page. */
const sameEdge = 4;
/** Left and right pages of a book have other margins. */
const otherMargin = 60;

/**
 * Tables of pages → tables over pages — 跨页表格合并: the last of a page and the first of the next are one where they have
 * the same columns and nothing but page furniture stands between.
 */
export function wholeTables(pages: readonly PageContents[]): WholeTable[] {
  const tables: { parts: TablePart[]; xs: readonly number[]; opened: PageContents }[] = [];
  let open: (typeof tables)[number] | undefined;
  let before: PageContents | undefined;
  for (const page of pages) {
    if (page.parts.length === 0) continue;
    const own = page.parts.flatMap((part) => (part.kind === "table" ? [part.table] : []));
    own.forEach((table, at) => {
      const part = { page: page.number, table };
      if (at === 0 && open && before && goesOn(open, table) && !standsBetween(before, page, open.opened)) {
        open.parts.push(part);
        if (!table.gaps) open.xs = union(open.xs, aligned(open.xs, table.xs));
      } else {
        open = { parts: [part], xs: table.xs, opened: page };
        tables.push(open);
      }
    });
    if (own.length === 0) open = undefined;
    before = page;
  }
  return tables;
}

/** For each column of a page, the first column of the whole table and the one after its last — 列的对应. */
export function columnsOf(whole: WholeTable, table: PageTable): { readonly first: number; readonly end: number }[] {
  if (table.gaps && table !== whole.parts[0]!.table) return columnsByWords(whole, table);
  const edges = aligned(whole.xs, table.xs).map((x) => nearest(whole.xs, x));
  return edges.slice(1).map((end, at) => ({ first: edges[at]!, end }));
}

/** Columns without lines are where their words stand; of those that a page leaves empty it shows no edge. */
function columnsByWords({ xs }: WholeTable, table: PageTable): { readonly first: number; readonly end: number }[] {
  let free = 0;
  return table.xs.slice(1).map((right, column) => {
    const boxes = table.cells.flatMap((cell) => (cell.column === column ? cell.content.map(({ box }) => box) : []));
    const from = boxes.reduce((least, box) => Math.min(least, box.left), right);
    const to = boxes.reduce((most, box) => Math.max(most, box.right), table.xs[column]!);
    const rest = table.xs.length - 2 - column; // columns that must find room to the right
    const first = Math.max(free, Math.min(bandAt(xs, (from + to) / 2), xs.length - 2 - rest));
    free = first + 1;
    return { first, end: free };
  });
}

function goesOn(open: { readonly parts: readonly TablePart[]; readonly xs: readonly number[] }, table: PageTable) {
  const { gaps } = open.parts[0]!.table;
  if (gaps && table.gaps)
    return sameGutters(gaps.gutters, table.gaps.gutters) && table.gaps.gutters.length <= gaps.gutters.length;
  return gaps === table.gaps && sameColumns(open.xs, table.xs);
}

/** What one page leaves empty, the other does too: an empty column makes one gutter of two. */
function sameGutters(some: readonly Gutter[], others: readonly Gutter[]): boolean {
  const meets = (gutter: Gutter, among: readonly Gutter[]): boolean =>
    among.some(({ from, to }) => from < gutter.to && to > gutter.from);
  return some.every((gutter) => meets(gutter, others)) && others.every((gutter) => meets(gutter, some));
}

function sameColumns(xs: readonly number[], others: readonly number[]): boolean {
  const moved = aligned(xs, others);
  if (Math.abs(xs[0]! - moved[0]!) > sameEdge || Math.abs(xs.at(-1)! - moved.at(-1)!) > sameEdge) return false;
  const [few, many] = xs.length <= moved.length ? [xs, moved] : [moved, xs];
  const met = few.filter((x) => Math.abs(many[nearest(many, x)]! - x) <= sameEdge).length;
  return met === few.length || (few.length > 4 && met >= 0.7 * few.length);
}

/** The edges of a page moved to where the first page has them: by the difference of margins, where all columns agree. */
function aligned(xs: readonly number[], others: readonly number[]): readonly number[] {
  const shift = xs[0]! - others[0]!;
  if (Math.abs(shift) <= sameEdge || Math.abs(shift) > otherMargin) return others;
  const moved = others.map((x) => x + shift);
  const agree = moved.every((x) => Math.abs(xs[nearest(xs, x)]! - x) <= sameEdge / 2);
  return agree && xs.length === others.length ? moved : others;
}

function union(xs: readonly number[], others: readonly number[]): readonly number[] {
  const added = others.filter((x) => Math.abs(xs[nearest(xs, x)]! - x) > sameEdge);
  return added.length === 0 ? xs : [...xs, ...added].sort((a, b) => a - b);
}

function nearest(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle;
    else high = middle;
  }
  return Math.abs(sorted[high]! - value) < Math.abs(sorted[low]! - value) ? high : low;
}
