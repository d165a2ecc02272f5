import type { Funding } from "./funding.ts";
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
}

/** A unit row with its printed subtotal — 单位小计. */
export interface UnitSubtotal {
  readonly name: string;
  readonly funding: Funding;
}

/** One published table — 绩效目标表. */
export interface TargetTable {
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
