import type { Dated } from "./dated.ts";

/** The fewest indicators a project should have — 指标最少个数. */
export const fewestIndicators: readonly [Dated<number>, ...Dated<number>[]] = [
  { from: "2017-01-01", source: "广州市 2017 年试点口径", certainty: "read", value: 3 },
  { from: "2018-01-01", source: "广州市 2017 年试点后提出的次年要求", certainty: "read", value: 4 },
];

/** The share of indicators that should be quantified — 定量指标最低占比. */
export const quantifiedShare: readonly [Dated<number>, ...Dated<number>[]] = [
  { from: "2017-01-01", source: "广州市绩效目标编报口径", certainty: "read", value: 0.5 },
];

/** From when a cost control requirement belongs into every target — 成本指标要求. */
export const costRequired: readonly [Dated<"desirable" | "required">, ...Dated<"desirable" | "required">[]] = [
  { from: "2015-05-21", source: "财预〔2015〕88号", certainty: "high", value: "desirable" },
  {
    from: "2021-08-18",
    source: "财预〔2021〕101号（中央单位试行；地方逐步采用）",
    certainty: "high",
    value: "required",
  },
];

/** Projects without a served group that could be asked: money handed up, wages — 无服务对象的项目用语. */
export const noServedGroup: readonly [Dated<readonly string[]>, ...Dated<readonly string[]>[]] = [
  {
    from: "2021-08-18",
    source: "财预〔2021〕101号：有服务对象的项目才设满意度",
    certainty: "high",
    value: ["上解", "工资", "薪酬", "人员经费", "社保缴费", "公积金", "还本付息", "偿还", "预备费"],
  },
];
