import { inHalfWidth, type Layout, levelText, numberText } from "./layout.ts";

/** Layout C: seven columns, `code-level1,code-level2,name;cycle,annual;;` — 版式丙. */
export const layoutC: Layout = {
  id: "C",
  columns: ["项目名称（资金使用单位）", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标", "绩效指标"],
  hasMoney: true,
  hasLevel2: true,
  repeatsHeader: false,
  head: (table) => [
    "",
    "项目支出绩效目标表（含转移支付项目）",
    "",
    `部门名称：${table.department}`,
    "",
    "单位：万元",
    "",
  ],
  dressed: inHalfWidth,
  indicators: (list) => {
    const items = list.map((one) => {
      const cycle = one.cycle === undefined ? undefined : `实施周期指标值:${one.cycle}`;
      const annual = one.annual === undefined ? undefined : `年度指标值:${one.annual}`;
      const values = [cycle, annual].filter((part) => part !== undefined).join(",");
      const levels = [levelText(one.level1), levelText(one.level2)].filter((part) => part !== "").join(",");
      return `${numberText(one)}${levels},${one.name};${values}`;
    });
    return items.length === 0 ? "" : `${items.join(";;")};`;
  },
};
