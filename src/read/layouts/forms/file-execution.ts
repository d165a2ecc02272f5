import type { ExecutionRow } from "../../../domain/declaration.ts";
import { type Amount, emptyAmount } from "../../../domain/funding.ts";
import type { AmountUnit } from "../../../domain/money.ts";
import type { Span } from "../../../domain/place.ts";
import { textOf } from "../../record/wrapped-text.ts";
import { type Filing, fieldsOf, labelOf } from "./filing.ts";
import { fileAmount } from "./form-amount.ts";
import type { ExecutionDraft } from "./form-draft.ts";
import type { FormColumnRole } from "./form-heads.ts";

/** Files money planned and spent: the rows of its table, and what is labelled — 预算执行归档. */
export function fileExecutions(filing: Filing): readonly ExecutionRow[] {
  const rows = filing.draft.execution.map((row, at) => fileExecution(filing, row, at));
  return [...rows, ...fileLabelled(filing)];
}

const executionAmounts = [
  ["initial", "initialBudget"],
  ["adjusted", "adjustedBudget"],
  ["spent", "spent"],
  ["expected", "expectedSpent"],
] as const;
const executionTexts = [
  ["rate", "executionRate"],
  ["weight", "weight"],
  ["score", "score"],
] as const;

function fileExecution(filing: Filing, row: ExecutionDraft, at: number): ExecutionRow {
  const { record } = filing;
  const path = `${filing.path}/form/execution/${at}`;
  const unit = row.amountUnit ?? filing.unit;
  const amount = (key: string, role: FormColumnRole): Amount => {
    const spans = row.cells.get(role);
    return spans ? fileAmount(record, spans, `${path}/${key}`, unit) : emptyAmount;
  };
  const text = (key: string, spans: readonly Span[] | undefined): string | undefined => {
    if (!spans) return undefined;
    record.place(`${path}/${key}`, spans);
    return textOf(record.text, spans, filing.wrapping);
  };
  const label = text("label", row.label) ?? "";
  const [initial, adjusted, spent, expected] = executionAmounts.map(([key, role]) => amount(key, role));
  const [rate, weight, score] = executionTexts.map(([key, role]) => text(key, row.cells.get(role)));
  const remark = text("remark", [...(row.cells.get("deviation") ?? []), ...(row.cells.get("remark") ?? [])]);
  return {
    label: labelOf(label),
    initial: initial!,
    adjusted: adjusted!,
    spent: spent!,
    expected: expected!,
    rate,
    weight,
    score,
    ...(remark ? { remark } : {}),
  };
}

/** 年初预算数：100 全年执行数：98 as labelled fields are one row. */
function fileLabelled(filing: Filing): ExecutionRow[] {
  const cells = new Map<FormColumnRole, Span[]>();
  let amountUnit: AmountUnit | undefined;
  for (const [, role] of [...executionAmounts, ["rate", "executionRate"] as const]) {
    const [field] = fieldsOf(filing, role);
    if (!field) continue;
    filing.taken.add(field);
    cells.set(role, field.texts.flat());
    amountUnit ??= field.amountUnit;
  }
  if (cells.size === 0) return [];
  return [fileExecution(filing, { label: [], cells, amountUnit }, filing.draft.execution.length)];
}
