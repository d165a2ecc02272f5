import { inHalfWidth, type Layout, levelText, numberText } from "./layout.ts";

/** Layout B: seven columns, level 1 only, half-width punctuation, the year in the title — 版式乙. */
export const layoutB: Layout = {
  id: "B",
  columns: ["项目名称(资金使用单位)", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标", "绩效指标"],
  hasMoney: true,
  hasLevel2: false,
  repeatsHeader: false,
  head: (table) => [
    `${table.year}年项目支出绩效目标表(含转移支付项目)`,
    "",
    `部门名称:${table.department}`,
    "",
    "单位:万元",
    "",
  ],
  dressed: inHalfWidth,
  indicators: (list) =>
    list
      .map((one) => {
        const value = one.annual === undefined ? "" : `,年度指标值:${one.annual}`;
        return `${numberText(one)}${levelText(one.level1)}:${one.name}${value}。`;
      })
      .join(""),
};
