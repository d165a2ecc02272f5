import type { TargetTable } from "../../domain/declaration.ts";
import type { Line } from "../cells.ts";
import { form } from "./forms/form.ts";
import type { MoreWords } from "./header-words.ts";
import type { Layout, LayoutContext } from "./layout.ts";
import { listedTable } from "./listed/listed-table.ts";
import { packedTable } from "./packed/packed-table.ts";
import { isPreambleLine } from "./preamble.ts";

/** The printed layouts that are known — 已知版式. Lists first: their head names the project and its indicators in one place. */
const layouts: readonly Layout[] = [listedTable, packedTable, form];

/**
 * Parts a document where one layout ends and another opens, and lets each read its lines — 按版式分段读取. A document in
 * which none opens is tried as a packed table without a head.
 */
export function readTables(lines: readonly Line[], context: Omit<LayoutContext, "firstTable">): TargetTable[] {
  const tables: TargetTable[] = [];
  for (const { layout, from, to } of segmentsOf(lines, context.heads?.more))
    tables.push(...layout.read(lines.slice(from, to), { ...context, firstTable: tables.length }));
  return tables;
}

interface Segment {
  readonly layout: Layout;
  readonly from: number;
  readonly to: number;
}

function segmentsOf(lines: readonly Line[], more: MoreWords | undefined): Segment[] {
  const starts: { layout: Layout; from: number }[] = [];
  lines.forEach((_, at) => {
    const layout = layouts.find((one) => one.opens(lines, at, more));
    const current = starts.at(-1);
    if (!layout || layout === current?.layout) return;
    starts.push({ layout, from: current ? preambleStart(lines, at) : 0 });
  });
  if (starts.length === 0) starts.push({ layout: packedTable, from: 0 });
  return starts.map(({ layout, from }, at) => ({ layout, from, to: starts[at + 1]?.from ?? lines.length }));
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
