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
  /** What else the table prints of it, where it has columns for more than name and values. */
  readonly printed?: PrintedDetails;
}

/** A further column of an indicator that holds one text — 单项的其他栏. */
export type PrintedDetail = Exclude<keyof PrintedDetails, "others">;

/** Further columns of an indicator, as printed — 指标的其他栏. Only those that the table has. */
export interface PrintedDetails {
  /** 三级指标, where the table prints a 四级指标 below it that is the indicator's name. */
  readonly level3?: string;
  /** 指标性质: ≥、≤、＝、定性 … — it is part of the target as well. */
  readonly nature?: string;
  /** 计量单位 — it is part of the target as well. */
  readonly unit?: string;
  /** 权重、分值. */
  readonly weight?: string;
  /** 指标解释. */
  readonly definition?: string;
  /** 评（扣）分标准、评价要点. */
  readonly standard?: string;
  /** 指标值设定依据. */
  readonly basis?: string;
  /** 数据来源、取数方式. */
  readonly source?: string;
  /** 1–n月执行情况（监控）. */
  readonly soFar?: string;
  /** 全年预计完成情况（监控）. */
  readonly expected?: string;
  /** 完成目标可能性（监控）. */
  readonly likelihood?: string;
  /** 实际完成值（自评）. */
  readonly actual?: string;
  /** 得分. */
  readonly score?: string;
  /** 偏差原因分析及改进措施、扣分原因. */
  readonly deviation?: string;
  readonly remark?: string;
  /** Columns whose heads we do not know, as printed — 其他栏. */
  readonly others?: readonly { readonly label: string; readonly text: string }[];
}
