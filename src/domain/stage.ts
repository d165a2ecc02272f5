import type { Bilingual } from "./result.ts";

/** Where a declaration stands in its year — 环节状态. One vocabulary in pages, API and command line. */
export type Stage =
  | "draft"
  | "submitted"
  | "returned-by-department"
  | "endorsed"
  | "returned-by-finance"
  | "approved"
  | "published"
  | "monitoring"
  | "self-evaluated"
  | "evaluated"
  | "archived"
  | "withdrawn";

/** The stages in the order of the year, with the words shown for them — 环节清单. */
export const stages: readonly { readonly stage: Stage; readonly words: Bilingual }[] = [
  { stage: "draft", words: { zh: "草稿", en: "Draft" } },
  { stage: "submitted", words: { zh: "已送审", en: "Submitted" } },
  { stage: "returned-by-department", words: { zh: "部门退回", en: "Returned by the department" } },
  { stage: "endorsed", words: { zh: "部门通过", en: "Endorsed" } },
  { stage: "returned-by-finance", words: { zh: "财政退回", en: "Returned by finance" } },
  { stage: "approved", words: { zh: "已批复", en: "Approved" } },
  { stage: "published", words: { zh: "已公开", en: "Published" } },
  { stage: "monitoring", words: { zh: "监控中", en: "Monitoring" } },
  { stage: "self-evaluated", words: { zh: "已自评", en: "Self-evaluated" } },
  { stage: "evaluated", words: { zh: "已评价", en: "Evaluated" } },
  { stage: "archived", words: { zh: "已归档", en: "Archived" } },
  { stage: "withdrawn", words: { zh: "已撤回", en: "Withdrawn" } },
];
