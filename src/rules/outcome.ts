import type { Observation, Outcome } from "./check.ts";

/** Looked at and in order — 通过. */
export const pass: Outcome = { kind: "pass" };

/** Looked at and wanting attention — 未通过. */
export const fail = (...observations: readonly Observation[]): Outcome => ({ kind: "fail", observations });

/** The rule has nothing to say here — 不适用. */
export const notApplicable = (zh: string, en: string): Outcome => ({ kind: "not-applicable", reason: { zh, en } });

/** What the rule needs is not there — 数据不足. Not there is never zero. */
export const insufficientData = (zh: string, en: string): Outcome => ({
  kind: "insufficient-data",
  reason: { zh, en },
});

/** It is there and could not be read — 读不出. */
export const couldNotRead = (zh: string, en: string): Outcome => ({ kind: "could-not-read", reason: { zh, en } });

/** Fails with what was seen, passes where nothing was — 有则报、无则过. */
export const failIfAny = (observations: readonly Observation[]): Outcome =>
  observations.length > 0 ? { kind: "fail", observations } : pass;

/** 项目没有指标. */
export const noIndicators = insufficientData(
  "项目没有可读的绩效指标",
  "The project has no indicators that could be read",
);

/** 版式不印二级指标. */
export const noLevel2 = notApplicable("该行没有印出二级指标", "No level-2 class is printed here");

/** 表中没有资金栏. */
export const noMoney = notApplicable("表中没有资金栏", "The table has no columns of money");

/** 文件里没有读出表. */
export const noTable = couldNotRead(
  "没有读出绩效目标表，读取规则无从判断",
  "No target table was read, so there is nothing to judge",
);
