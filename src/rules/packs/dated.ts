import type { FiscalYear } from "../../domain/period.ts";

/** How sure we are of a line: read in the document itself, or general knowledge of the field — 把握程度. */
type Certainty = "read" | "high" | "medium" | "low";

/** A number or list with the date from which it holds and the document it comes from — 有时效的规则参数. */
export interface Dated<T> {
  readonly from: string; // ISO date
  readonly source: string;
  readonly certainty: Certainty;
  readonly value: T;
}

/** The line in force on a date (ISO), lines being oldest first — 当期参数; `undefined` before the first. */
export function inForce<T>(lines: readonly Dated<T>[], on: string): Dated<T> | undefined {
  return lines.findLast((line) => line.from <= on);
}

/** The day on which a budget year begins; without a year, the end of time, so that the newest line holds — 年度起始日. */
export function firstDayOf(year: FiscalYear): string {
  return year.basis === "unknown" ? "9999-12-31" : `${String(year.year).padStart(4, "0")}-01-01`;
}

/** The line for a table of this year; before the first line, the first — 某年度适用的参数. */
export function lineFor<T>(lines: readonly [Dated<T>, ...Dated<T>[]], year: FiscalYear): Dated<T> {
  return inForce(lines, firstDayOf(year)) ?? lines[0];
}
