import type { ExampleIndicator, ExampleTable } from "../example-table.ts";
import type { LayoutId } from "../plan.ts";

/** How one kind of table is printed — 版式. */
export interface Layout {
  readonly id: LayoutId;
  /** Column heads — 表头. */
  readonly columns: readonly string[];
  readonly hasMoney: boolean;
  /** Cycle values and level-2 codes are printed — 印二级指标与实施周期指标值. */
  readonly hasLevel2: boolean;
  /** Whether the heads are printed again on each page — 每页重复表头. */
  readonly repeatsHeader: boolean;
  /** Lines above the table. */
  head(table: ExampleTable): readonly string[];
  /** The habits of its printer with punctuation: `，` or `,` — 全角半角习惯. */
  dressed(text: string): string;
  /** The packed cell — 绩效指标. */
  indicators(list: readonly ExampleIndicator[]): string;
}

const halfWidth: Readonly<Record<string, string>> = { "，": ",", "：": ":", "；": ";", "（": "(", "）": ")" };

/** Commas, colons, semicolons and brackets in half width, full stops as they are — 半角标点. */
export function inHalfWidth(text: string): string {
  return text.replace(/[，：；（）]/gu, (mark) => halfWidth[mark]!);
}

/** `1-产出指标`, or the name alone where no code is printed. */
export function levelText(level: ExampleIndicator["level1"]): string {
  if (level === undefined) return "";
  return level.code === undefined ? level.name : `${level.code}-${level.name}`;
}

/** `3、`, or nothing where the number is lost — 印出的序号. */
export function numberText(indicator: ExampleIndicator): string {
  return indicator.number === undefined ? "" : `${indicator.number}、`;
}
