import * as z from "zod";
import { amount, FundingView } from "./basic-views.ts";

/** Money planned and spent as a form prints it, in 万元 — 预算执行情况. */
export const ExecutionView = z
  .object({
    label: z.string(),
    initial: amount.nullable().describe("年初预算数"),
    adjusted: amount.nullable().describe("全年预算数"),
    spent: amount.nullable().describe("执行数"),
    expected: amount.nullable().describe("全年预计执行数"),
    rate: z.string().nullable().describe("执行率，原文 · as printed"),
    weight: z.string().nullable().describe("分值"),
    score: z.string().nullable().describe("得分"),
    remark: z.string().nullable(),
  })
  .meta({ id: "Execution", description: "预算执行情况 · money planned and spent" });
export type ExecutionView = z.infer<typeof ExecutionView>;

/** What a form prints of a project beyond money, goal and indicators — 表单内容. */
export const FormView = z
  .object({
    particulars: z.array(z.object({ label: z.string(), text: z.string() })),
    cycleGoal: z.string().nullable().describe("中期目标"),
    cycleFunding: FundingView.nullable(),
    goalResult: z.string().nullable().describe("目标完成情况"),
    execution: z.array(ExecutionView),
    totalScore: z.string().nullable().describe("总分，原文 · as printed"),
  })
  .meta({ id: "FormContent", description: "表单内容 · what a form prints beyond money, goal and indicators" });
export type FormView = z.infer<typeof FormView>;
