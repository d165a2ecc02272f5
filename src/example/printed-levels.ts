import type { PrintedLevel } from "../domain/indicator.ts";
import { type AspectCode, allDimensions, aspectOfCode, dimensionOfCode } from "../domain/taxonomy.ts";
import type { Layout } from "./layouts/layout.ts";

/** The levels of an indicator as a layout prints them: cost with 指标, benefits without — 一级、二级指标. */
export function printedLevels(
  aspect: AspectCode,
  layout: Layout,
): { readonly level1: PrintedLevel; readonly level2: PrintedLevel | undefined } {
  const dimension = dimensionOfCode(aspect);
  const level1 = allDimensions.find((entry) => entry.dimension === dimension)!; // every aspect has its dimension
  const name = aspectOfCode(aspect)!.name;
  return {
    level1: { code: layout.hasLevel2 ? level1.code : undefined, name: level1.name },
    level2: layout.hasLevel2 ? { code: aspect, name: aspect.startsWith("4") ? `${name}指标` : name } : undefined,
  };
}
