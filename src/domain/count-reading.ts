import type { Reading } from "./reading.ts";

/** How many projects and indicators were read — 项目数、指标数; what is printed of a withheld project counts as well. */
export function countReading({ tables }: Pick<Reading, "tables">): { projects: number; indicators: number } {
  const declarations = tables.flatMap((table) => table.declarations);
  return {
    projects: declarations.length,
    indicators: declarations.reduce((sum, { indicators }) => sum + indicators.length, 0),
  };
}
