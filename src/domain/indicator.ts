import type { TargetValue } from "./target-value.ts";
import type { AspectCode, Dimension } from "./taxonomy.ts";

/** What stands in a level-1 or level-2 place, as printed — 印出的指标级别. `1-产出指标` → code `1`, name `产出指标`. */
export interface PrintedLevel {
  readonly code: string | undefined;
  readonly name: string;
}

/** A class and how it is known: printed in its place, or concluded by us and shown as such — 归类. */
export interface Classified<T> {
  readonly value: T;
  readonly basis: "printed" | "inferred";
}

/** One thing that a project promises and can be held to — 绩效指标（三级指标）. All texts as printed. */
export interface Indicator {
  /** 序号 as printed; it may restart or be missing. */
  readonly number: string | undefined;
  /** 一级指标 as printed. */
  readonly level1: PrintedLevel | undefined;
  /** 二级指标 as printed. */
  readonly level2: PrintedLevel | undefined;
  readonly dimension: Classified<Dimension> | undefined;
  readonly aspect: Classified<AspectCode> | undefined;
  /** 指标名称. */
  readonly name: string;
  /** 实施周期指标值; `undefined` where none is printed. */
  readonly cycleTarget: TargetValue | undefined;
  /** 年度指标值; `undefined` where none is printed. */
  readonly annualTarget: TargetValue | undefined;
}
