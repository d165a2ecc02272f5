import { fenOf } from "../../domain/funding.ts";
import { fen } from "../../domain/money.ts";
import { changeProject, changing, funded, having, withSums } from "../change-table.ts";
import type { PlantedDefect } from "../planted-defect.ts";

const wan = (amount: number) => ({ kind: "read", fen: fen(Math.round(amount * 100) * 10_000) }) as const;

/** The money does not add up, or does not fit — 资金缺陷 (M, D). */
export const moneyDefects: readonly PlantedDefect[] = [
  {
    rules: ["M01"],
    department: "卫生健康局",
    year: 2023,
    project: "计划生育家庭特别扶助金",
    what: { zh: "财政拨款比总计少 10 万元", en: "the appropriation is 10 万元 short of the total" },
    content: (table) =>
      changeProject(
        table,
        "计划生育家庭特别扶助金",
        funded((funding) => ({
          ...funding,
          appropriation: { kind: "read", fen: fen((fenOf(funding.total) ?? 0) - 10_000_000) },
        })),
      ),
  },
  {
    rules: ["M02"],
    department: "民政局",
    year: 2024,
    project: "居家和社区养老服务提升行动",
    what: {
      zh: "项目金额多印 90 万元，与单位小计不符；更正后的文件已改正",
      en: "90 万元 too much for a project, so that its unit does not add up; mended in the corrected file",
    },
    corrected: true,
    content: (table) =>
      changeProject(
        table,
        "居家和社区养老服务提升行动",
        funded((funding) => {
          const more = { kind: "read", fen: fen((fenOf(funding.total) ?? 0) + 90_000_000) } as const;
          return { ...funding, total: more, appropriation: more };
        }),
      ),
  },
  {
    rules: ["M03"],
    department: "文化广电旅游体育局",
    year: 2025,
    project: "",
    what: { zh: "合计比各单位之和多 27 万元", en: "the table's total is 27 万元 more than its units" },
    content: (table) => {
      const more = (amount: typeof table.total.total) => fen((fenOf(amount) ?? 0) + 27_000_000);
      return {
        ...table,
        total: {
          ...table.total,
          total: { kind: "read", fen: more(table.total.total) },
          appropriation: { kind: "read", fen: more(table.total.appropriation) },
        },
      };
    },
  },
  {
    rules: ["M04"],
    department: "教育局",
    year: 2024,
    project: "实验室及信息化设备更新",
    what: { zh: "金额为 0.00", en: "an amount of 0.00" },
    content: (table) =>
      withSums(
        changeProject(
          table,
          "实验室及信息化设备更新",
          funded((funding) => ({
            ...funding,
            total: wan(0),
            appropriation: wan(0),
            specialAccount: { kind: "empty" },
          })),
        ),
      ),
  },
  {
    notes: ["amount-unreadable"],
    rules: ["M04"],
    department: "农业农村局",
    year: 2025,
    project: "水稻病虫害绿色防控示范",
    what: { zh: "总计印作“1З8.9O”，读不出", en: "a total printed with letters among the digits" },
    content: (table) =>
      changeProject(
        table,
        "水稻病虫害绿色防控示范",
        funded((funding) => ({ ...funding, total: { kind: "unreadable", text: "1З8.9O" } })),
      ),
  },
  {
    rules: ["M05"],
    department: "交通运输局",
    year: 2025,
    project: "综合交通规划编制",
    what: { zh: "指标写“≤120万元”，预算为 96 万元", en: "an indicator names 120 万元, the budget is 96" },
    content: (table) =>
      changeProject(
        table,
        "综合交通规划编制",
        changing(5, (one) => ({ ...one, name: "项目总成本", annual: "≤120万元", cycle: "≤120万元" })),
      ),
  },
  {
    rules: ["M06"],
    department: "生态环境局",
    year: 2025,
    project: "云溪河流域水环境综合治理",
    what: { zh: "全表最大的项目，指标值全是 100%", en: "the largest project promises nothing but 100 %" },
    content: (table) =>
      changeProject(
        table,
        "云溪河流域水环境综合治理",
        having(
          ["11", "截污管道建设任务", "100%"],
          ["12", "管道闭水试验合格率", "100%"],
          ["13", "年度工程按期完成率", "100%"],
          ["23", "国控断面水环境达标率", "100%"],
          ["31", "沿河居民满意度", "100%"],
        ),
      ),
  },
  {
    rules: ["D01"],
    department: "工业和信息化局",
    year: 2025,
    project: "QZGX2025-ZX-N-A-0417",
    what: { zh: "声明不予公开，指标却照常印出", en: "declared as not disclosed, yet its indicators are printed" },
    content: (table) =>
      changeProject(
        table,
        "QZGX2025-ZX-N-A-0417",
        having(["11", "升级网络节点", "≥12个"], ["12", "节点可用率", "≥99%"], ["31", "使用单位满意度", "≥90%"]),
      ),
  },
];
