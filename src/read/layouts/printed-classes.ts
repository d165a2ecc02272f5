import { inferAspect } from "../../domain/classify-indicator.ts";
import type { Classified, PrintedLevel } from "../../domain/indicator.ts";
import {
  type AspectCode,
  aspectNamed,
  aspectOfCode,
  type Dimension,
  dimensionNamed,
  dimensionOfCode,
} from "../../domain/taxonomy.ts";
import { halfWidthDigits } from "./packed/item-number.ts";

const codedLevel = /^([\d０-９]{1,2})\s?[-－—]\s?(.*)$/su;

/** Printed words of a level → its code and name — 指标级别: `1-产出指标`, `数量指标`. */
export function levelOf(text: string | undefined): PrintedLevel | undefined {
  if (text === undefined) return undefined;
  const coded = codedLevel.exec(text) ?? undefined;
  const name = (coded ? coded[2]! : text).replace(/\s+/gu, "");
  return { code: coded && halfWidthDigits(coded[1]!), name };
}

/** The level-1 class that a printed level names — 一级指标. */
export function dimensionPrinted(level: PrintedLevel): Classified<Dimension> | undefined {
  const value =
    dimensionNamed(level.name)?.dimension ??
    aspectNamed(level.name)?.dimension ??
    (level.code === undefined ? undefined : dimensionOfCode(level.code));
  return value && { value, basis: "printed" };
}

/** The level-2 class that is printed in either place, else the one that the name speaks for — 二级指标. */
export function aspectOf(
  level1: PrintedLevel | undefined,
  level2: PrintedLevel | undefined,
  dimension: Dimension | undefined,
  name: string,
): Classified<AspectCode> | undefined {
  for (const level of [level2, level1]) {
    const printed =
      level && ((level.code === undefined ? undefined : aspectOfCode(level.code)) ?? aspectNamed(level.name));
    if (printed) return { value: printed.code, basis: "printed" };
  }
  const inferred = dimension && inferAspect(dimension, name);
  return inferred && { value: inferred, basis: "inferred" };
}
