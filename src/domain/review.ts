/** The eight questions of the official review form — 绩效目标审核表 — in its four parts. */
export const reviewQuestions = [
  { id: "format-complete", part: "completeness", zh: "规范完整：内容是否完整、无缺项错项" },
  { id: "goal-clear", part: "completeness", zh: "明确清晰：目标是否明确、反映项目主要情况" },
  { id: "fits-mandate", part: "relevance", zh: "目标相关：是否符合法规、规划和职责" },
  { id: "indicators-fit", part: "relevance", zh: "指标科学：指标是否全面、关键、有值" },
  { id: "result-normal", part: "appropriateness", zh: "绩效合理：预期绩效是否显著、符合行业水平" },
  { id: "matches-money", part: "appropriateness", zh: "资金匹配：目标与资金规模是否相称" },
  { id: "attainable", part: "feasibility", zh: "实现可能性：目标是否经过论证、能够实现" },
  { id: "controls", part: "feasibility", zh: "条件充分性：方案、能力和管控是否到位" },
] as const;
/** 审核问题. */
export type ReviewQuestion = (typeof reviewQuestions)[number]["id"];

/** 审核等级. What points make a grade is a dated line of a rule pack. */
export type Grade = "excellent" | "good" | "fair" | "poor";

/**
 * One answer: the grade and what the reviewer says — 审核意见. Points are worked out from the grade by the rule pack.
 */
export interface ReviewAnswer {
  readonly question: ReviewQuestion;
  readonly grade: Grade;
  readonly opinion: string;
}

/** A review of a declaration — 绩效目标审核. */
export interface Review {
  readonly by: "department" | "finance" | "third-party";
  readonly reviewer: string;
  readonly on: string; // ISO date
  readonly answers: readonly ReviewAnswer[];
  /** `undefined` while questions are open: missing is never zero. */
  readonly points: number | undefined;
  readonly grade: Grade | undefined;
  readonly opinion: string;
}
