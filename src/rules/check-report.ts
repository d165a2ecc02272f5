import type { CheckOutcome, Finding } from "../domain/finding.ts";
import type { FieldPath } from "../domain/place.ts";
import type { Bilingual } from "../domain/result.ts";
import type { Check } from "./check.ts";

/** Why a rule did not judge some of its subjects — 未判定的原因. */
export interface OutcomeReason {
  readonly outcome: Exclude<CheckOutcome, "pass" | "fail">;
  readonly reason: Bilingual;
  readonly count: number;
  /** The first subject that met it. */
  readonly example: FieldPath;
}

/** What became of one rule: how many subjects ended in each of the six outcomes — 一条规则的审核结果. */
export interface RuleOutcome {
  readonly rule: string;
  readonly version: string;
  readonly scope: Check["scope"];
  /** How many it looked at; the six counts add up to it. */
  readonly subjects: number;
  readonly counts: Readonly<Record<CheckOutcome, number>>;
  readonly reasons: readonly OutcomeReason[];
}

/** A check broke: our mistake, kept with its place and never hidden — 程序自身的错误. */
export interface OurError {
  readonly rule: string;
  readonly version: string;
  readonly subject: FieldPath;
  readonly line: number | undefined;
  readonly message: string;
}

/** Everything that the rules say of a reading — 审核报告. */
export interface CheckReport {
  readonly findings: readonly Finding[];
  readonly outcomes: readonly RuleOutcome[];
  readonly ourErrors: readonly OurError[];
}
