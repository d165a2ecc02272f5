import type { ActualValue, Deviation } from "./actual-value.ts";
import type { Fen } from "./money.ts";
import type { FieldPath } from "./place.ts";
import type { Score } from "./score.ts";

/** Where the year's money came from, as the form has it — 资金来源（自评表）. */
export type EvaluationFundingRow = "total" | "current-appropriation" | "carried-over" | "other";

/** 年初预算数、全年预算数、全年执行数. */
export interface YearExecution {
  readonly initial: Fen;
  /** 全年预算数: adjusted, carried-over money included; the rate of execution is held against this. */
  readonly adjusted: Fen;
  readonly spent: Fen;
}

/** What became of an indicator at the year's end — 指标自评结果. */
export interface IndicatorResult {
  readonly indicator: FieldPath;
  readonly actual: ActualValue;
  /** Needed where the target is missed, or passed by far. */
  readonly deviation: Deviation | undefined;
  readonly evidence: readonly string[];
}

/** 绩效自评表: done by the unit for every project. */
export interface SelfEvaluation {
  readonly fiscalYear: number;
  readonly execution: Readonly<Record<EvaluationFundingRow, YearExecution | undefined>>;
  /** 预期目标的实际完成情况. */
  readonly goalResult: string;
  readonly results: readonly IndicatorResult[];
  readonly score: Score;
}
