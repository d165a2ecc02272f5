import type { PartialDate } from "./period.ts";

/** How an actual value is held against the target — 指标性质（比较符）. */
export type Comparator = ">=" | ">" | "<=" | "<" | "=";

/** What a stretch of a target's text is — 词的角色. The tokens of a value tile its text exactly. */
export type TokenRole =
  | "comparator" // ≥ 不少于 以上 超 前 内
  | "number" // 95 三 1,000
  | "unit" // % 家次 亿元
  | "per" // /年
  | "date" // 2025年11月
  | "reference" // 上年度 政府限价 合同约定时间
  | "qualifier" // 每年 累计 其中… and the words around the figure
  | "formula" // （实际/计划*100%）
  | "note" // other words in brackets
  | "separator" // 、 ， ； between parts; blanks
  | "words"; // everything else

/** A stretch of a target's text with its role — 词. */
export interface Token {
  readonly role: TokenRole;
  readonly text: string;
}

interface Printed {
  /** The words of the value as printed. */
  readonly text: string;
  /** The same words in pieces; joined, they are `text` to the character. */
  readonly tokens: readonly Token[];
}

/** A number to be met — 定量: `≥95%`, `不少于12场`, `4次/年`. A bare number is `=`; percent keeps 95 with unit `%`. */
export interface QuantityTarget extends Printed {
  readonly kind: "quantity";
  readonly comparator: Comparator;
  readonly number: number;
  readonly unit: string | undefined;
  /** Only what a printed slash says: 次/年 → 年. */
  readonly per: string | undefined;
  readonly qualifiers: readonly string[];
  /** Bracketed formula, without its brackets — 计算公式. */
  readonly formula: string | undefined;
}

/** Between two numbers — 区间: `4%至8%`, `3-5年`. */
export interface RangeTarget extends Printed {
  readonly kind: "range";
  readonly number: number;
  readonly upper: number;
  readonly unit: string | undefined;
  readonly per: string | undefined;
  readonly qualifiers: readonly string[];
}

/** By when — 时限: a date, a time after an event (`资金到位后三个月内`), or within a named period. */
export interface DeadlineTarget extends Printed {
  readonly kind: "deadline";
  readonly comparator: Comparator;
  readonly date: PartialDate | undefined;
  readonly number: number | undefined;
  readonly unit: string | undefined;
  readonly relativeTo: string | undefined;
  readonly qualifiers: readonly string[];
}

/** Held against something that is not a number — 相对值: `不低于上年度`, `≤政府限价`. */
export interface RelativeTarget extends Printed {
  readonly kind: "relative";
  readonly comparator: Comparator;
  readonly relativeTo: string;
  readonly qualifiers: readonly string[];
}

/** Two or more targets that are measured apart — 复合: `工业90%以上，商贸服务业80%以上`. */
export interface CompoundTarget extends Printed {
  readonly kind: "compound";
  readonly parts: readonly TargetValue[];
}

/** A state in words — 定性: 是, 及时, 有所提升. */
export interface QualitativeTarget extends Printed {
  readonly kind: "qualitative";
}

/** Points to another document or order — 另行规定: `按合同约定时间完成`. */
export interface DelegatedTarget extends Printed {
  readonly kind: "delegated";
  readonly relativeTo: string | undefined;
}

/** Not disclosed — 不公开. */
export interface WithheldTarget extends Printed {
  readonly kind: "withheld";
}

/** What could not be typed stays text and says why — 未能识别. */
export interface TextTarget extends Printed {
  readonly kind: "text";
  readonly reason: string;
}

/** What was promised — 指标值. */
export type TargetValue =
  | QuantityTarget
  | RangeTarget
  | DeadlineTarget
  | RelativeTarget
  | CompoundTarget
  | QualitativeTarget
  | DelegatedTarget
  | WithheldTarget
  | TextTarget;

/** 指标值类型. */
export type TargetValueKind = TargetValue["kind"];

/** All kinds in the order people think of them, with the words shown for them — 指标值类型. */
export const targetValueKinds: readonly { readonly kind: TargetValueKind; readonly zh: string; readonly en: string }[] =
  [
    { kind: "quantity", zh: "定量", en: "Quantity" },
    { kind: "range", zh: "区间", en: "Range" },
    { kind: "deadline", zh: "时限", en: "Deadline" },
    { kind: "relative", zh: "相对值", en: "Relative" },
    { kind: "compound", zh: "复合", en: "Compound" },
    { kind: "qualitative", zh: "定性", en: "Qualitative" },
    { kind: "delegated", zh: "另行规定", en: "Delegated" },
    { kind: "withheld", zh: "不公开", en: "Withheld" },
    { kind: "text", zh: "未能识别", en: "Not typed" },
  ];

/** The value in print again — 还原: equal to the text it was parsed from, to the character. */
export function printTargetValue(value: TargetValue): string {
  return value.tokens.map((token) => token.text).join("");
}
