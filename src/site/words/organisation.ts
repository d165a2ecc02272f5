import type { Catalogue } from "./catalogue.ts";

/** Words of departments and units — 部门与单位. */
export const organisationWords = {
  zh: {
    departments: "部门",
    departmentsLead: "收录了绩效目标表的主管部门。",
    none: "还没有收录部门。",
    department: "主管部门",
    unit: "预算单位",
    units: "所属单位",
    years: "年度",
    projects: "项目",
    indicators: "指标",
    total: "总计（万元）",
    projectsMore: "全部项目，可筛选和下载",
    topProjects: "资金最多的项目",
    allYears: "全部年度",
    documents: "文件",
    asFigures: (projects: string, indicators: string, total: string, noMoney: boolean) =>
      `${projects} 个项目，${indicators} 项绩效指标，${noMoney ? "原表未列资金" : `总计 ${total} 万元`}`,
    chosenYear: (year: number) => `${year} 年`,
  },
  en: {
    departments: "Departments",
    departmentsLead: "Departments whose performance-target tables are kept here.",
    none: "No departments yet.",
    department: "Department",
    unit: "Budget unit",
    units: "Units",
    years: "Years",
    projects: "Projects",
    indicators: "Indicators",
    total: "Total (10k yuan)",
    projectsMore: "All projects, to filter and download",
    topProjects: "Projects with the most money",
    allYears: "All years",
    documents: "Documents",
    asFigures: (projects: string, indicators: string, total: string, noMoney: boolean) =>
      `${projects} projects, ${indicators} indicators, ${noMoney ? "no money listed" : `${total} × 10,000 yuan`}`,
    chosenYear: (year: number) => String(year),
  },
} as const satisfies Catalogue;
