import { type Layout, levelText, numberText } from "./layout.ts";

/** Layout D: seven columns, `；` between the fields, the heads on every page — 版式丁. */
export const layoutD: Layout = {
  id: "D",
  columns: ["项目名称（资金使用单位）", "总计", "财政拨款", "财政专户 拨款", "其他资金", "绩效目标", "绩效指标"],
  hasMoney: true,
  hasLevel2: true,
  repeatsHeader: true,
  head: (table) => [
    "",
    "项目支出绩效目标表（含转移支付项目）",
    "",
    `部门名称：${table.department}`,
    "",
    "单位：万元",
    "",
  ],
  dressed: (text) => text,
  indicators: (list) =>
    list
      .map((one) => {
        const fields = [levelText(one.level1), levelText(one.level2), one.name];
        if (one.cycle !== undefined) fields.push(`实施周期指标值:${one.cycle}`);
        if (one.annual !== undefined) fields.push(`年度指标值:${one.annual}`);
        return `${numberText(one)}${fields.filter((field) => field !== "").join("；")}。`;
      })
      .join(""),
};
