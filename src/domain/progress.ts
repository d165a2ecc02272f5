import type { ActualValue, Deviation } from "./actual-value.ts";
import type { FundingColumn } from "./funding.ts";
import type { Fen } from "./money.ts";
import type { FieldPath } from "./place.ts";

/** Money in mid-year — 预算执行情况: budget, spent so far, expected by the year's end. */
export interface Execution {
  readonly budget: Fen;
  readonly spent: Fen;
  readonly expected: Fen | undefined;
}

/** An indicator in mid-year — 指标监控. */
export interface IndicatorProgress {
  readonly indicator: FieldPath;
  readonly soFar: ActualValue;
  readonly expected: ActualValue;
  readonly deviation: Deviation | undefined;
  /** 完成目标可能性: 确定能、有可能、完全不可能. */
  readonly likelihood: "certain" | "possible" | "impossible";
  readonly evidence: readonly string[];
}

/** 绩效运行监控表: money and targets side by side (双监控), as of a month. */
export interface Progress {
  readonly fiscalYear: number;
  /** Last month that is counted, 1–12 — 截至月份. */
  readonly month: number;
  readonly execution: Readonly<Partial<Record<FundingColumn, Execution>>>;
  readonly indicators: readonly IndicatorProgress[];
}
