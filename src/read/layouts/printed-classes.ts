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

/** Points and remarks behind the name of a class are none of it: 产出指标（50分）. */
const className = (name: string): string => name.replace(/[（(][^（）()]*[)）]$/u, "");

/** Whether a printed level names a class of level 1 — 是否一级指标名称. */
export function namesLevel1({ name }: PrintedLevel): boolean {
  return dimensionNamed(className(name)) !== undefined;
}

/** Whether a printed level names a class of level 2, or one of level 1 in its place — 是否指标类别名称. */
export function namesLevel(level: PrintedLevel): boolean {
  return aspectNamed(className(level.name)) !== undefined || namesLevel1(level);
}

/** The level-1 class that a printed level names — 一级指标. */
export function dimensionPrinted(level: PrintedLevel): Classified<Dimension> | undefined {
  const name = className(level.name);
  const value =
    dimensionNamed(name)?.dimension ??
    aspectNamed(name)?.dimension ??
    (level.code === undefined ? undefined : dimensionOfCode(level.code));
  return value && classed(value, "printed");
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
      level &&
      ((level.code === undefined ? undefined : aspectOfCode(level.code)) ?? aspectNamed(className(level.name)));
    if (printed) return classed(printed.code, "printed");
  }
  const inferred = dimension && inferAspect(dimension, name);
  return inferred && classed(inferred, "inferred");
}

const classes = new Map<string, Classified<string>>();

/** Indicators are many and classes few: each is one object. */
function classed<T extends Dimension | AspectCode>(value: T, basis: Classified<T>["basis"]): Classified<T> {
  const key = `${basis} ${value}`;
  const known = classes.get(key) as Classified<T> | undefined; // under its own value
  if (known) return known;
  const made = { value, basis };
  classes.set(key, made);
  return made;
}
