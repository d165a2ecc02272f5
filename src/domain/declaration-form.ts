import type { UnitCode } from "./codes.ts";
import type { Declaration } from "./declaration.ts";
import type { IndicatorDetails } from "./indicator-details.ts";
import type { Fen } from "./money.ts";
import type { FieldPath } from "./place.ts";

/** What the official form asks beyond what is published — 项目支出绩效目标申报表. */
export interface DeclarationForm {
  readonly declaration: Declaration;
  readonly fiscalYear: number;
  readonly departmentCode: UnitCode;
  /** 实施单位. */
  readonly implementingUnit: string;
  /** 负责人及电话. */
  readonly contact: { readonly name: string; readonly telephone: string };
  /** 项目属性: 新增 or 延续. */
  readonly nature: "new" | "continuing";
  /** 项目期. */
  readonly period: { readonly from: number; readonly to: number };
  /** 中期资金总额; the year's money stands in the declaration. */
  readonly cycleTotal: Fen | undefined;
  /** 立项依据、可行性、必要性、进度计划. */
  readonly grounds: {
    readonly basis: string;
    readonly feasibility: string;
    readonly need: string;
    readonly schedule: string;
  };
  /** 中期目标; the annual goal stands in the declaration. */
  readonly cycleGoal: string;
  /** By path of the indicator in the declaration: `indicators/0`. */
  readonly details: Readonly<Record<FieldPath, IndicatorDetails>>;
}
