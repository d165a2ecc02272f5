import { type Layout, levelText, numberText } from "./layout.ts";

/** Layout A: department, unit, project, goal, indicators; no money; level 1 only — 版式甲. */
export const layoutA: Layout = {
  id: "A",
  columns: ["主管部门", "预算单位", "项目名称", "绩效目标", "绩效指标"],
  hasMoney: false,
  hasLevel2: false,
  repeatsHeader: false,
  head: () => ["项目支出绩效目标表（含转移支付项目）", ""],
  dressed: (text) => text,
  indicators: (list) =>
    list
      .map((one) => {
        const value = one.annual === undefined ? "" : `，年度指标值：${one.annual}`;
        return `${numberText(one)}${levelText(one.level1)}：${one.name}${value}。`;
      })
      .join(""),
};
