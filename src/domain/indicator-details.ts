/** Where a target value comes from — 指标值设定依据. */
export type TargetBasis =
  | { readonly kind: "plan"; readonly document: string } // 计划标准
  | { readonly kind: "history"; readonly years: readonly number[] } // 历史标准：上年值或前三年平均
  | { readonly kind: "industry"; readonly standard: string } // 行业标准
  | { readonly kind: "budget-standard"; readonly standard: string } // 预算支出标准：成本上限
  | { readonly kind: "other"; readonly words: string };

/** How the actual value is got — 指标值取值方式. */
export type Measurement = "direct-proof" | "count" | "statement" | "survey" | "trend-judgement";

/** What a form asks of an indicator beyond what tables print — 指标属性. */
export interface IndicatorDetails {
  /** 指标解释: formula or caliber. */
  readonly definition: string;
  /** More is better, less is better, or met as stated — 指标方向. */
  readonly direction: "more" | "less" | "as-stated";
  /** 分值（权重）, in points of 100; `undefined` until it is fixed at approval. */
  readonly weight: number | undefined;
  /** 评（扣）分标准. */
  readonly scoringStandard: string;
  readonly basis: TargetBasis;
  readonly measurement: Measurement;
  /** 数据来源. */
  readonly source: string;
  /** 佐证资料. */
  readonly evidence: readonly string[];
  /** 行业类别, by functional classification. */
  readonly industry: string | undefined;
}
