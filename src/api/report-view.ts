import type { Declaration, ExecutionRow, FormContent } from "../domain/declaration.ts";
import { type Amount, fenOf } from "../domain/funding.ts";
import { plainWanYuan } from "../domain/money.ts";
import type { FieldPath } from "../domain/place.ts";
import type { ExecutionView, FormView } from "./contract/form-view.ts";
import type { ReportView } from "./contract/report-view.ts";
import { indicatorView, inLines, printedFundingView } from "./row-views.ts";

/** What a table that sets no targets says of a project — 监控、自评等表的内容. */
export function reportView(declaration: Declaration, path: FieldPath): ReportView {
  return {
    path,
    title: declaration.project.title,
    unit: declaration.unit ?? null,
    funding: declaration.funding ? printedFundingView(declaration.funding) : null,
    goal: inLines(declaration.goal),
    form: declaration.form ? formView(declaration.form) : null,
    indicators: declaration.indicators.map((indicator, n) => indicatorView(indicator, `${path}/indicators/${n}`)),
  };
}

/** What a form prints beyond money, goal and indicators — 表单内容. */
export function formView(form: FormContent): FormView {
  return {
    particulars: form.particulars.map(({ label, text }) => ({ label, text: inLines(text) })),
    cycleGoal: form.cycleGoal === undefined ? null : inLines(form.cycleGoal),
    cycleFunding: form.cycleFunding ? printedFundingView(form.cycleFunding) : null,
    goalResult: form.goalResult === undefined ? null : inLines(form.goalResult),
    execution: form.execution.map(executionView),
    totalScore: form.totalScore ?? null,
  };
}

function executionView(row: ExecutionRow): ExecutionView {
  return {
    label: row.label,
    initial: amountView(row.initial),
    adjusted: amountView(row.adjusted),
    spent: amountView(row.spent),
    expected: amountView(row.expected),
    rate: row.rate ?? null,
    weight: row.weight ?? null,
    score: row.score ?? null,
    remark: row.remark ?? null,
  };
}

function amountView(amount: Amount): string | null {
  const fen = fenOf(amount);
  return fen === undefined ? null : plainWanYuan(fen);
}
