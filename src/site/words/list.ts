import type { Catalogue } from "./catalogue.ts";

/** Words of lists of projects — 列表. */
export const listWords = {
  zh: {
    project: "项目",
    year: "年度",
    total: "总计（万元）",
    indicators: "指标数",
    findings: "审核发现",
    countOf: (n: string, capped: boolean) => (capped ? `至少 ${n} 个` : `${n} 个`),
    atLeast: (n: string) => `${n} 个以上（只数到这里）`,
    about: (n: string) => `，估计约 ${n} 个`,
  },
  en: {
    project: "Project",
    year: "Year",
    total: "Total (10k yuan)",
    indicators: "Indicators",
    findings: "Findings",
    countOf: (n: string, capped: boolean) => (capped ? `at least ${n}` : n),
    atLeast: (n: string) => `more than ${n} (counting stopped here)`,
    about: (n: string) => `, about ${n} by estimate`,
  },
} as const satisfies Catalogue;
