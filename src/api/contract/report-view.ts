import * as z from "zod";
import { FundingView } from "./basic-views.ts";
import { FormView } from "./form-view.ts";
import { IndicatorView } from "./project-views.ts";

/** What a table that sets no targets says of a project: kept with its document, in no sum — 监控、自评等表的内容. */
export const ReportView = z
  .object({
    path: z.string(),
    title: z.string(),
    unit: z.string().nullable(),
    funding: FundingView.nullable(),
    goal: z.string(),
    form: FormView.nullable(),
    indicators: z.array(IndicatorView),
  })
  .meta({ id: "Report", description: "监控、自评、整体支出、评价等表的内容，不计入合计 · in no sum" });
export type ReportView = z.infer<typeof ReportView>;
