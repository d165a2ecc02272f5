import type { Catalogue } from "./catalogue.ts";

/** Words of the search page — 搜索. */
export const searchWords = {
  zh: {
    title: "搜索",
    titleOf: (query: string) => `搜索“${query}”`,
    label: "搜索项目、单位、指标",
    search: "搜索",
    hint: "可以搜一个字、几个字或整句；多个词用空格隔开。",
    projects: "项目",
    indicators: "指标",
    found: (n: string) => `${n} 个`,
    none: "没有找到。可以换一个更短的词，或到浏览页按条件筛选。",
    allProjects: "在浏览页按条件筛选（连同指标中有这些词的项目）",
    indicator: "指标",
    annual: "年度指标值",
    cycle: "实施周期指标值",
    project: "所属项目",
    more: "显示更多",
  },
  en: {
    title: "Search",
    titleOf: (query: string) => `Search “${query}”`,
    label: "Search projects, units, indicators",
    search: "Search",
    hint: "One character, a few, or a whole sentence; separate words with blanks.",
    projects: "Projects",
    indicators: "Indicators",
    found: (n: string) => n,
    none: "Nothing found. Try a shorter word, or filter in the explorer.",
    allProjects: "Filter in the explorer (with projects whose indicators have the words)",
    indicator: "Indicator",
    annual: "Annual target",
    cycle: "Cycle target",
    project: "Project",
    more: "Show more",
  },
} as const satisfies Catalogue;
