import type { Amount, Funding } from "./funding.ts";
import type { Indicator } from "./indicator.ts";
import type { AmountUnit } from "./money.ts";
import type { FiscalYear } from "./period.ts";

/** Whether the content of a project is open — 公开情况. A withheld project keeps its money; what else is printed of it stays. */
export type Disclosure = { readonly kind: "public" } | { readonly kind: "withheld"; readonly reason: string };

/** What is named as a project — 项目: the name as printed, and the code where one is printed in it. */
export interface Project {
  readonly name: string;
  readonly code: string | undefined;
  /** The name without its code, for people — 项目名称. */
  readonly title: string;
}

/** One project's targets in one year — 一个项目的绩效目标（资金、目标、指标）. */
export interface Declaration {
  /** 主管部门 as printed, where the row or the table names it. */
  readonly department: string | undefined;
  /** 预算单位（资金使用单位） as printed. */
  readonly unit: string | undefined;
  readonly project: Project;
  /** `undefined` where the table has no columns of money. */
  readonly funding: Funding | undefined;
  /** 绩效目标, as printed; empty where the cell is empty. */
  readonly goal: string;
  readonly disclosure: Disclosure;
  readonly indicators: readonly Indicator[];
  /** What a form prints of a project beyond what lists print. */
  readonly form?: FormContent;
}

/** A labelled field of a form that has no place of its own in a declaration, as printed — 表单栏目. */
export interface Particular {
  readonly label: string;
  readonly text: string;
}

/** Money planned and spent, one row of a form — 预算执行情况: 年初预算数、全年预算数、执行数、执行率、分值、得分. */
export interface ExecutionRow {
  /** As printed: 年度资金总额, 其中：当年财政拨款 … */
  readonly label: string;
  readonly initial: Amount;
  readonly adjusted: Amount;
  readonly spent: Amount;
  /** 全年预计执行数（监控）. */
  readonly expected: Amount;
  /** 执行率, as printed. */
  readonly rate: string | undefined;
  /** 分值. */
  readonly weight: string | undefined;
  /** 得分. */
  readonly score: string | undefined;
  /** 原因、备注, where the table has a column for it. */
  readonly remark?: string;
}

/** What a form prints beyond money, goal and indicators — 表单内容. */
export interface FormContent {
  readonly particulars: readonly Particular[];
  /** 中期目标、实施期目标; the annual goal stands in the declaration. */
  readonly cycleGoal: string | undefined;
  /** 实施期（中期）资金. */
  readonly cycleFunding: Funding | undefined;
  /** 目标实际完成情况（自评）. */
  readonly goalResult: string | undefined;
  readonly execution: readonly ExecutionRow[];
  /** 总分, as printed. */
  readonly totalScore: string | undefined;
}

/** What kind of table it is — 表的种类: 目标表、运行监控表、自评表、部门整体支出绩效目标表、评价指标体系表. */
export const tableKinds = [
  "targets",
  "monitoring",
  "self-evaluation",
  "overall-targets",
  "evaluation-indicators",
] as const;
/** 表的种类. */
export type TableKind = (typeof tableKinds)[number];

/** A unit row with its printed subtotal — 单位小计. */
export interface UnitSubtotal {
  readonly name: string;
  readonly funding: Funding;
}

/** One published table — 绩效目标表. */
export interface TargetTable {
  readonly kind: TableKind;
  readonly title: string | undefined;
  readonly department: string | undefined;
  readonly year: FiscalYear;
  readonly amountUnit: AmountUnit;
  /** Id of the printed layout that was recognised — 版式. */
  readonly layout: string;
  /** The 合计 row. */
  readonly total: Funding | undefined;
  readonly units: readonly UnitSubtotal[];
  readonly declarations: readonly Declaration[];
  readonly footnotes: readonly string[];
}
