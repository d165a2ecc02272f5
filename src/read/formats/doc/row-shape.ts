import type { EdgedCell } from "../flow/place-by-edges.ts";
import { i16, u8, u16 } from "./little-endian.ts";
import { type PropertyChange, properties } from "./property-changes.ts";

/** Edges and merges of the cells of a row, from the properties of its end — 行的单元格定义（TDefTable）. */
export function rowShape(changes: readonly PropertyChange[]): readonly EdgedCell[] {
  let edges: number[] = [];
  let across: number[] = [];
  let down: number[] = [];
  for (const { code, value } of changes) {
    if (code === properties.rowShape) {
      const count = u8(value, 0);
      if (count > 64 || value.length < 1 + (count + 1) * 2) continue;
      edges = Array.from({ length: count + 1 }, (_, at) => i16(value, 1 + at * 2));
      const flags = Array.from({ length: count }, (_, at) => u16(value, 1 + (count + 1) * 2 + at * 20));
      across = flags.map((flag) => flag & 3);
      down = flags.map((flag) => (flag >>> 5) & 3);
    } else if (code === properties.rowMerge) {
      for (let at = u8(value, 0); at < Math.min(u8(value, 1), across.length); at++)
        across[at] = at === u8(value, 0) ? 1 : 2;
    } else if (code === properties.rowVerticalMerge && u8(value, 0) < down.length)
      down[u8(value, 0)] = u8(value, 1) & 3;
  }
  const merged = acrossMarks(across);
  return edges.slice(1).map((right, at) => ({
    left: edges[at]!,
    right,
    across: merged[at],
    down: down[at] === 1 ? "continue" : (down[at] ?? 0) > 1 ? "start" : undefined,
  }));
}

/**
 * Descriptions of the format disagree which of two marks begins a merged cell and which goes on; files agree that it
 * begins where marked cells begin, and again where its first mark returns.
 */
function acrossMarks(marks: readonly number[]): EdgedCell["across"][] {
  let first = 0;
  return marks.map((mark) => {
    if (mark === 0) {
      first = 0;
      return undefined;
    }
    if (first !== 0 && mark !== first) return "continue";
    first = mark;
    return "start";
  });
}
