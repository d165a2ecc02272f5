import type { TargetTable } from "../../domain/declaration.ts";
import type { Line } from "../cells.ts";
import { form } from "./forms/form.ts";
import type { MoreWords } from "./header-words.ts";
import { inferYear } from "./infer-year.ts";
import type { Layout, LayoutContext } from "./layout.ts";
import { listedTable } from "./listed/listed-table.ts";
import { packedTable } from "./packed/packed-table.ts";
import { isPreambleLine } from "./preamble.ts";
import { partSideBySide } from "./side-by-side.ts";

/** The printed layouts that are known — 已知版式. Lists first: their head names the project and its indicators in one place. */
const layouts: readonly Layout[] = [listedTable, packedTable, form];

/**
 * Parts a document where one layout ends and another opens, and lets each read its lines — 按版式分段读取. A document in
 * which none opens is tried as a packed table without a head.
 */
export function readTables(printed: readonly Line[], context: Omit<LayoutContext, "firstTable">): TargetTable[] {
  const lines = partSideBySide(printed);
  const tables: TargetTable[] = [];
  const segments = segmentsOf(lines, context.heads?.more);
  for (const { layout, from, to } of segments)
    tables.push(...layout.read(lines.slice(from, to), { ...context, firstTable: tables.length }));
  const above = inferYear(wordsOf(lines.slice(0, segments[0]!.above))); // there is always one
  return tables.map((table) => (table.year.basis === "unknown" ? { ...table, year: above } : table));
}

function wordsOf(lines: readonly Line[]): string {
  return lines.flatMap(({ cells }) => cells.map(({ text }) => text)).join("\n");
}

interface Segment {
  readonly layout: Layout;
  readonly from: number;
  readonly to: number;
  /** Of the first segment, where what stands above its table ends: a cover speaks of the year of all. */
  readonly above: number;
}

function segmentsOf(lines: readonly Line[], more: MoreWords | undefined): Segment[] {
  const starts: { layout: Layout; from: number; above: number }[] = [];
  lines.forEach((_, at) => {
    const layout = layouts.find((one) => one.opens(lines, at, more));
    const current = starts.at(-1);
    if (!layout || layout === current?.layout) return;
    starts.push({ layout, from: current ? preambleStart(lines, at) : 0, above: coverEnd(lines, at) });
  });
  if (starts.length === 0) starts.push({ layout: packedTable, from: 0, above: 0 });
  return starts.map((start, at) => ({ ...start, to: starts[at + 1]?.from ?? lines.length }));
}

function coverEnd(lines: readonly Line[], head: number): number {
  let at = head;
  while (at > 0 && isPreambleLine(lines[at - 1]!)) at--;
  return at;
}

/** The first of the lines directly above a head that belong to it: title, department, unit of money. */
function preambleStart(lines: readonly Line[], head: number): number {
  let at = head;
  while (at > 0 && isAbove(lines[at - 1]!, lines[head]!)) at--;
  return at;
}

function isAbove(line: Line, head: Line): boolean {
  if (isPreambleLine(line)) return true;
  return head.table !== undefined && line.table === undefined;
}
