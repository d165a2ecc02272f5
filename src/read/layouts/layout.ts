import type { TargetTable } from "../../domain/declaration.ts";
import type { AmountUnit } from "../../domain/money.ts";
import type { Line } from "../cells.ts";
import type { ReadingRecord } from "../record/record.ts";
import type { Wrapping } from "../record/wrapped-text.ts";
import type { MoreWords } from "./header-words.ts";

/** What a person said of the columns of this file — 列对照方案: words that are heads here, and the unit of the amounts. */
export interface HeadSettings {
  readonly more: MoreWords;
  readonly amountUnit: AmountUnit | undefined;
}

/** What a layout needs to read its tables — 版式读取环境. */
export interface LayoutContext {
  readonly record: ReadingRecord;
  readonly wrapping: Wrapping;
  /** The budget year that a person gave; `undefined` where each table is to tell its own. */
  readonly year: number | undefined;
  /** Number of the first table: `tables/${firstTable}`. */
  readonly firstTable: number;
  readonly heads?: HeadSettings;
}

/** One way to print targets, recognised by shape and words — 版式. */
export interface Layout {
  readonly id: string;
  /** Whether a table of this layout has its head at this line. Looks at few lines: it is asked at every one. */
  opens(lines: readonly Line[], at: number, more?: MoreWords): boolean;
  /** Lines from the preamble of the first table to where another layout opens → tables, with all values filed. */
  read(lines: readonly Line[], context: LayoutContext): readonly TargetTable[];
}
