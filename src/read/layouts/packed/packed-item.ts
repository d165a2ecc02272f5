import type { Range } from "./list-words.ts";

/**
 * One indicator of a packed cell, as ranges of the cell's text — 一条指标的各段. `undefined` where nothing is printed; an
 * item that has a number and no level is one that could not be read.
 */
export interface PackedItem {
  readonly whole: Range;
  readonly number: Range | undefined;
  readonly level1: Range | undefined;
  readonly level2: Range | undefined;
  readonly name: Range | undefined;
  readonly cycle: Range | undefined;
  readonly annual: Range | undefined;
  /** The words that announce the values: 实施周期指标值：, 年度指标值：. */
  readonly labels: readonly Range[];
}
