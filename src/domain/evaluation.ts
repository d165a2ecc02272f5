import type { Fen } from "./money.ts";
import type { Grade } from "./review.ts";
import type { Score } from "./score.ts";

/** An indicator of an evaluation's own system — 评价指标体系: decision, process, output, benefit. */
export interface EvaluationIndicator {
  readonly path: readonly [level1: string, level2: string, level3: string];
  /** 指标解释. */
  readonly definition: string;
  /** 评价要点或标准. */
  readonly standard: string;
  readonly weight: number;
  readonly source: string;
  /** `undefined` until it is scored. */
  readonly points: number | undefined;
  /** 扣分原因. */
  readonly deductedBecause: string;
}

/** Evaluation by the department or the finance bureau, often through a third party — 部门评价、财政评价. */
export interface Evaluation {
  readonly by: "department" | "finance";
  readonly evaluator: string;
  readonly indicators: readonly EvaluationIndicator[];
  /** 实际到位资金: here the rate of execution is held against what arrived, not against the budget. */
  readonly arrived: Fen;
  readonly spent: Fen;
  readonly score: Score;
  readonly grade: Grade | undefined;
  readonly problems: readonly string[];
  readonly advice: readonly string[];
}
