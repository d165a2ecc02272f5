import type { PrintedLevel } from "../domain/indicator.ts";
import { type AspectCode, aspectOfCode, dimensionEntry } from "../domain/taxonomy.ts";
import type { Layout } from "./layouts/layout.ts";

/** The levels of an indicator as a layout prints them: cost with 指标, benefits without — 一级、二级指标. */
export function printedLevels(
  aspect: AspectCode,
  layout: Layout,
): { readonly level1: PrintedLevel; readonly level2: PrintedLevel | undefined } {
  const { dimension, name } = aspectOfCode(aspect)!; // every code has its entry
  const level1 = dimensionEntry(dimension);
  return {
    level1: { code: layout.hasLevel2 ? level1.code : undefined, name: level1.name },
    level2: layout.hasLevel2 ? { code: aspect, name: aspect.startsWith("4") ? `${name}指标` : name } : undefined,
  };
}
