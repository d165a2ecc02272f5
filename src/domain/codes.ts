import type { FundingColumn } from "./funding.ts";

/** Codes of the national budget-management system — 预算管理一体化编码. Strings: real ones overflow every published length. */

/** 财政区划代码: GB/T 2260 six digits, or nine with the system's own three. */
export type RegionCode = string;
/** 单位代码: three digits for the department, three more for each level: `219`, `219001`. */
export type UnitCode = string;
/** 支出功能分类科目: class 3, section 2, item 2 digits. */
export type FunctionCode = string;

/** What money a project takes — 项目类别. Only other running costs and special targets carry performance targets. */
export type ProjectClass = "staff" | "running" | "special";

const classOfLetter: Readonly<Record<string, ProjectClass>> = { R: "staff", Y: "running", T: "special" };

/** The parts of a 21-place project code — 项目代码: region, year, class, serial. */
export interface ProjectCodeParts {
  readonly region: RegionCode;
  readonly year: number;
  readonly projectClass: ProjectClass;
  readonly serial: string;
}

/** Reads a project code of 21 places; `undefined` for every older or local one, which stay strings — 解析项目代码. */
export function projectCodeParts(code: string): ProjectCodeParts | undefined {
  const match = /^(\d{6})(\d{2})([RYT])(\d{12})$/.exec(code);
  const projectClass = match && classOfLetter[match[3]!];
  return match && projectClass
    ? { region: match[1]!, year: 2000 + Number(match[2]), projectClass, serial: match[4]! }
    : undefined;
}

/** Department of a unit code: its first three digits — 单位代码所属部门. */
export function departmentOfUnit(code: UnitCode): UnitCode {
  return code.slice(0, 3);
}

/** The column of money that a nature of funds is printed in — 资金性质 → 资金列; `undefined` for unknown natures. */
export function columnOfFundNature(nature: string): FundingColumn | undefined {
  if (/^1[123]/.test(nature)) return "appropriation"; // 一般公共预算、政府性基金、国有资本经营
  if (nature.startsWith("2")) return "specialAccount"; // 财政专户管理资金
  if (nature.startsWith("3")) return "other"; // 单位资金
  return undefined;
}
