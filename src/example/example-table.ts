import type { Disclosure } from "../domain/declaration.ts";
import type { Funding } from "../domain/funding.ts";
import type { PrintedLevel } from "../domain/indicator.ts";
import type { LayoutId } from "./plan.ts";

/** One indicator in the words of its table — 指标, before anybody has typed its values. */
export interface ExampleIndicator {
  readonly number: string | undefined;
  readonly level1: PrintedLevel | undefined;
  readonly level2: PrintedLevel | undefined;
  readonly name: string;
  readonly cycle: string | undefined;
  readonly annual: string | undefined;
}

/** One project of one year, as printed — 项目. */
export interface ExampleProject {
  readonly code: string | undefined;
  /** The name without its code. */
  readonly title: string;
  readonly funding: Funding;
  readonly goal: string;
  readonly disclosure: Disclosure;
  readonly indicators: readonly ExampleIndicator[];
}

/** One unit with its printed subtotal — 预算单位与小计. */
export interface ExampleUnit {
  readonly name: string;
  readonly subtotal: Funding;
  readonly projects: readonly ExampleProject[];
}

/** One department in one year: what it means to print — 一个部门一个年度的绩效目标表. */
export interface ExampleTable {
  readonly region: number;
  readonly department: string;
  /** The department in short, as in file names. */
  readonly short: string;
  readonly year: number;
  readonly layout: LayoutId;
  readonly total: Funding;
  readonly units: readonly ExampleUnit[];
  readonly footnotes: readonly string[];
}

/** The name as its cell has it, code included — 印出的项目名称. */
export function printedName(project: Pick<ExampleProject, "code" | "title">): string {
  if (project.code === undefined) return project.title;
  return project.title === "" ? project.code : `${project.code}-${project.title}`;
}
