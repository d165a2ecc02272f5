import type { Indicator, PrintedLevel } from "../domain/indicator.ts";
import {
  type AspectEntry,
  aspectNamed,
  aspectOfCode,
  type Dimension,
  dimensionNamed,
  dimensionOfCode,
} from "../domain/taxonomy.ts";

/** A level as it was printed: `1-产出指标` — 印出的级别文字. */
export function printedLevel({ code, name }: PrintedLevel): string {
  return code === undefined ? name : `${code}-${name}`;
}

/** The class that stands in the level-1 place, by its code, else by its name — 印出的一级指标. */
export function printedDimension({ level1 }: Indicator): Dimension | undefined {
  if (!level1) return undefined;
  return level1.code === undefined ? dimensionNamed(level1.name)?.dimension : dimensionOfCode(level1.code);
}

/** The class that stands in the level-2 place, by its code, else by its name — 印出的二级指标. */
export function printedAspect({ level2 }: Indicator): AspectEntry | undefined {
  if (!level2) return undefined;
  return level2.code === undefined ? aspectNamed(level2.name) : aspectOfCode(level2.code);
}
