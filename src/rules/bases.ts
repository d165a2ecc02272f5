import type { Bilingual } from "../domain/result.ts";

/** Why the rules of the catalogue hold — 规则依据. Named once, because many rules share one. */
export const dataQuality: Bilingual = {
  zh: "数据质量：公开文件的排版与文字提取",
  en: "Data quality: how the published file is laid out and its text extracted",
};
/** 填报逻辑. */
export const formLogic: Bilingual = {
  zh: "填报逻辑：绩效目标表的栏目与勾稽关系",
  en: "Form logic: the columns of the target table and how they add up",
};
/** 审计与评审常见问题. */
export const auditPractice: Bilingual = {
  zh: "审计、人大监督与绩效评审中的常见问题",
  en: "Common findings of auditors, congress and reviewers",
};
/** 财预〔2015〕88号. */
export const rule2015: Bilingual = {
  zh: "财预〔2015〕88号《中央部门预算绩效目标管理办法》",
  en: "Cai Yu [2015] No. 88, target management of central departments",
};
/** 财预〔2021〕101号. */
export const rule2021: Bilingual = {
  zh: "财预〔2021〕101号（核心绩效指标设置与取值，中央单位试行，地方参照）",
  en: "Cai Yu [2021] No. 101, core indicators (on trial for central units, a reference for local ones)",
};
/** 两份文件. */
export const rules2015And2021: Bilingual = {
  zh: `${rule2015.zh}；${rule2021.zh}`,
  en: `${rule2015.en}; ${rule2021.en}`,
};
/** 中发〔2018〕34号. */
export const reform2018: Bilingual = {
  zh: `中发〔2018〕34号《关于全面实施预算绩效管理的意见》；${rule2015.zh}`,
  en: `Zhong Fa [2018] No. 34, full budget performance management; ${rule2015.en}`,
};
/** 广州市口径. */
export const guangzhou2017: Bilingual = {
  zh: "广州市 2017 年绩效目标编报口径（各地可按本地规定调整）",
  en: "Guangzhou's practice of 2017 (other places may set their own number)",
};
/** 目标与预算匹配. */
export const matchingMoney: Bilingual = {
  zh: "绩效目标与预算“相应匹配”要求（财预〔2015〕88号）；审计常见问题",
  en: "Targets must match the money (Cai Yu [2015] No. 88); a common audit finding",
};
/** 国家秘密不公开. */
export const secrecy: Bilingual = {
  zh: "预算法第十四条：涉及国家秘密的内容不公开",
  en: "Budget Law, article 14: state secrets are not published",
};
