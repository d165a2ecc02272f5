import type { Declaration, TargetTable } from "../domain/declaration.ts";
import type { Reading } from "../domain/reading.ts";

/** A declaration with where it stands — 申报与出处. */
export interface Located {
  readonly declaration: Declaration;
  readonly table: TargetTable;
  readonly path: string;
}

/** All declarations of a reading, in document order — 定位. */
export function locate(reading: Reading): readonly Located[] {
  return reading.tables.flatMap((table, t) =>
    table.declarations.map((declaration, d) => ({ declaration, table, path: `tables/${t}/declarations/${d}` })),
  );
}

/**
 * Those that lists and sums are made of — 计入统计的目标: what monitoring, self-evaluation and the like print of the same
 * projects would count them twice, and stays with its document.
 */
export function locateTargets(reading: Reading): readonly Located[] {
  return locate(reading).filter(({ table }) => table.kind === "targets");
}

/** 主管部门 of a declaration as printed; "" where none is printed. */
export const departmentOf = ({ declaration, table }: Located): string =>
  declaration.department ?? table.department ?? "";

/** 预算年度 of a table: given by the person, else what the table says; 0 where unknown. */
export const yearOf = (given: number | undefined, table: TargetTable | undefined): number =>
  given ?? (table && table.year.basis !== "unknown" ? table.year.year : 0);

/** Whether that year is neither printed nor given, but inferred — 推断的年度. */
export const isYearInferred = (given: number | undefined, table: TargetTable | undefined): boolean =>
  given === undefined && table?.year.basis === "inferred";

/**
 * `tables/0/declarations/3/goal` → `tables/0/declarations/3` — 所在项目的路径; `undefined` where it speaks of more
 * than one project.
 */
export function declarationPath(subject: string): string | undefined {
  return /^tables\/\d+\/declarations\/\d+/.exec(subject)?.[0];
}
