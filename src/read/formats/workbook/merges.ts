import type { MergedRange } from "./sheet.ts";

/** Merged ranges met while going down a sheet — 自上而下的合并区域. Asked row by row, in order. */
export interface MergeSweep {
  /** Goes to a row; returns the ranges that begin in it, clipped to the rows and columns that are used. */
  begin(row: number): readonly MergedRange[];
  /** Whether a merged range other than one that begins here reaches over this cell of the row. */
  covers(column: number): boolean;
  /** The last row that a range reaches which began in a row gone to before this one; -1 where there is none. */
  readonly reached: number;
}

/**
 * Sweeps the merged ranges of a sheet, clipped to its used part: one merge over all cells costs no more than any other.
 * Ranges that overlap an earlier one are left out, as no program makes them.
 */
export function sweepMerges(merges: readonly MergedRange[], lastRow: number, lastColumn: number): MergeSweep {
  const ranges = merges
    .filter(({ top, left }) => top <= lastRow && left <= lastColumn)
    .map(({ top, left, bottom, right }) => ({
      top,
      left,
      bottom: Math.min(bottom, lastRow),
      right: Math.min(right, lastColumn),
    }))
    .sort((a, b) => a.top - b.top || a.left - b.left);
  const until = new Int32Array(lastColumn + 1).fill(-1);
  const owner = new Int32Array(lastColumn + 1).fill(-1);
  let next = 0;
  let current = 0;
  let lowest = -1;
  let reached = -1;
  return {
    begin(row) {
      current = row;
      reached = lowest;
      const begun: MergedRange[] = [];
      for (; next < ranges.length && ranges[next]!.top <= row; next++) {
        const range = ranges[next]!;
        if (range.bottom < row || until[range.left]! >= row || until[range.right]! >= row) continue;
        for (let column = range.left; column <= range.right; column++) {
          until[column] = range.bottom;
          owner[column] = range.top === row ? range.left : -1;
        }
        if (range.top !== row) continue;
        lowest = Math.max(lowest, range.bottom);
        begun.push(range);
      }
      return begun;
    },
    covers: (column) => (until[column] ?? -1) >= current && owner[column] !== column,
    get reached() {
      return reached;
    },
  };
}
