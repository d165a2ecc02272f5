import type { FieldPath } from "./place.ts";

/** One step of a score: what was held against what, and what came of it — 得分过程. */
export interface ScoreStep {
  readonly subject: FieldPath;
  /** In words and numbers, so that a person can follow: `95 ÷ 90 → 1，封顶`. */
  readonly because: string;
  readonly points: number;
  readonly of: number;
}

/** A number that can say where it came from — 得分. */
export interface Score {
  /** `undefined` while anything is missing: missing is never zero. */
  readonly points: number | undefined;
  readonly of: number;
  readonly steps: readonly ScoreStep[];
  /** What has no actual value yet, or waits for a person's judgement. */
  readonly missing: readonly FieldPath[];
  /** Id of the rule pack that weighed it — 规则包. */
  readonly pack: string;
}
