import type { TargetValueKind } from "../domain/target-value.ts";
import { type AspectCode, allDimensions, type Dimension, dimensionEntry } from "../domain/taxonomy.ts";

/** Numbers that stand for kinds in stored rows. Append only: a stored number keeps its meaning. */
const kindCodes: Readonly<Record<TargetValueKind, number>> = {
  quantity: 1,
  range: 2,
  deadline: 3,
  relative: 4,
  compound: 5,
  qualitative: 6,
  delegated: 7,
  withheld: 8,
  text: 9,
};

/** Order of the bits of an aspect mask. Append only. */
const aspectBits: Readonly<Record<AspectCode, number>> = {
  "11": 0,
  "12": 1,
  "13": 2,
  "14": 3,
  "21": 4,
  "22": 5,
  "23": 6,
  "24": 7,
  "31": 8,
  "41": 9,
  "42": 10,
  "43": 11,
};

// Object.keys gives string[]; the records above have exactly these keys.
const kinds = Object.keys(kindCodes) as TargetValueKind[];
const aspects = Object.keys(aspectBits).sort() as AspectCode[];

/** 0 stands for "none printed" — 指标值类型编号. */
export const kindCode = (kind: TargetValueKind | undefined): number => (kind ? kindCodes[kind] : 0);
/** By its number — 指标值类型. */
export const kindOfCode = (code: number): TargetValueKind | undefined => kinds.find((kind) => kindCodes[kind] === code);

/** 0 stands for none — 一级指标编号. */
export const dimensionCode = (dimension: Dimension | undefined): number =>
  dimension ? Number(dimensionEntry(dimension).code) : 0;
/** By its number — 一级指标. */
export const dimensionOfNumber = (code: number): Dimension | undefined =>
  allDimensions.find((entry) => Number(entry.code) === code)?.dimension;

/** 0 stands for none — 二级指标编号. */
export const aspectNumber = (aspect: AspectCode | undefined): number => Number(aspect ?? 0);
/** By its number — 二级指标. */
export const aspectOfNumber = (code: number): AspectCode | undefined =>
  aspects.find((aspect) => Number(aspect) === code);

/** One bit for each kind — 类型位图. */
export const kindMask = (all: readonly TargetValueKind[]): number =>
  all.reduce((mask, k) => mask | (1 << kindCodes[k]), 0);
/** One bit for each level-1 class — 一级指标位图. */
export const dimensionMask = (all: readonly Dimension[]): number =>
  all.reduce((mask, dimension) => mask | (1 << dimensionCode(dimension)), 0);
/** One bit for each level-2 class — 二级指标位图. */
export const aspectMask = (all: readonly AspectCode[]): number =>
  all.reduce((mask, aspect) => mask | (1 << aspectBits[aspect]), 0);

/** Which kinds a mask has — 位图中的类型. */
export const kindsInMask = (mask: number): readonly TargetValueKind[] =>
  kinds.filter((kind) => mask & (1 << kindCodes[kind]));
/** Which level-1 classes a mask has — 位图中的一级指标. */
export const dimensionsInMask = (mask: number): readonly Dimension[] =>
  allDimensions.map((entry) => entry.dimension).filter((dimension) => mask & (1 << dimensionCode(dimension)));
/** Which level-2 classes a mask has — 位图中的二级指标. */
export const aspectsInMask = (mask: number): readonly AspectCode[] =>
  aspects.filter((aspect) => mask & (1 << aspectBits[aspect]));
