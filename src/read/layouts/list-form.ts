import type { ExecutionRow, FormContent, Particular } from "../../domain/declaration.ts";
import { type Amount, emptyAmount, noFunding } from "../../domain/funding.ts";
import type { AmountUnit } from "../../domain/money.ts";
import type { Span } from "../../domain/place.ts";
import type { ReadingRecord } from "../record/record.ts";
import { nameOf, textOf, type Wrapping } from "../record/wrapped-text.ts";
import { readAmount } from "../sums/printed-amount.ts";
import { type Columns, fundingParts, type MoneyRole, type UnitOfColumn } from "./columns.ts";
import { type HeadRole, officialHead } from "./header-words.ts";

/** A cell of a column whose head says nothing that we know — 未识别列的单元格. */
export interface OtherCell {
  readonly label: string;
  readonly span: Span;
}

/** What a list prints of a project in columns that a declaration has no place for — 列表中的其他栏. */
export interface ListParticulars {
  readonly texts: Readonly<Partial<Record<HeadRole, readonly Span[]>>>;
  readonly money: Readonly<Partial<Record<MoneyRole, { readonly text: string; readonly span: Span }>>>;
  readonly others: readonly OtherCell[];
}

const particularRoles = ["category", "remark"] as const;

/** Columns of money planned and spent, each with its place in a row of execution — 预算执行各栏. */
const executionColumns = [
  ["initialBudget", "initial"],
  ["adjustedBudget", "adjusted"],
  ["spent", "spent"],
  ["expectedSpent", "expected"],
  ["executionRate", "rate"],
] as const;
/** 预算执行各栏. */
export const executionRoles = executionColumns.map(([role]) => role);

/** Files the further columns of a project under its path — 其他栏归档; `undefined` where there are none. */
export function formOfList(
  record: ReadingRecord,
  { texts, money, others }: ListParticulars,
  path: string,
  { columns, unitOf, wrapping }: { columns: Columns; unitOf: UnitOfColumn; wrapping: Wrapping },
): FormContent | undefined {
  const particulars: Particular[] = [];
  const headOf = (role: HeadRole): string =>
    columns.heads[columns.roles.indexOf(role)]?.text.replace(/\s+/gu, "") ?? officialHead(role);
  const add = (label: string, spans: readonly Span[]): void => {
    record.place(`${path}/particulars/${particulars.length}`, spans);
    particulars.push({ label, text: textOf(record.text, spans, wrapping) });
  };
  for (const role of particularRoles) if (texts[role]) add(headOf(role), texts[role]);
  for (const [part, whole] of fundingParts) if (money[part] && money[whole]) add(headOf(part), [money[part].span]);
  for (const [label, cells] of Map.groupBy(others, (cell) => cell.label))
    add(
      label,
      cells.map(({ span }) => span),
    );
  const { cycleGoal } = texts;
  const { cycleTotal } = money;
  const { goalResult } = texts;
  const execution = executionOf(record, texts, path, unitOf("total"));
  if (particulars.length + execution.length === 0 && !cycleGoal && !cycleTotal && !goalResult) return undefined;
  if (goalResult) record.place(`${path}/goalResult`, goalResult);
  if (cycleGoal) record.place(`${path}/cycleGoal`, cycleGoal);
  if (cycleTotal) record.place(`${path}/cycleFunding/total`, [cycleTotal.span]);
  return {
    particulars,
    cycleGoal: cycleGoal && textOf(record.text, cycleGoal, wrapping),
    cycleFunding: cycleTotal && {
      ...noFunding,
      total: amountOf(record, cycleTotal, unitOf("cycleTotal"), `${path}/cycleFunding/total`),
    },
    goalResult: goalResult && textOf(record.text, goalResult, wrapping),
    execution,
    totalScore: undefined,
  };
}

/** 全年预算数、执行数、执行率 of a project as one row of execution. */
function executionOf(
  record: ReadingRecord,
  texts: ListParticulars["texts"],
  path: string,
  unit: AmountUnit,
): readonly ExecutionRow[] {
  const at = `${path}/execution/0`;
  const row: { -readonly [Key in keyof ExecutionRow]: ExecutionRow[Key] } = { ...noExecution };
  for (const [role, key] of executionColumns) {
    const spans = texts[role];
    if (!spans) continue;
    record.place(`${at}/${key}`, spans);
    const text = nameOf(record.text, spans);
    if (key === "rate") row.rate = text;
    else row[key] = amountOf(record, { text, span: spans[0]! }, unit, `${at}/${key}`); // a cell has a span
  }
  return executionRoles.some((role) => texts[role]) ? [row] : [];
}

const noExecution: ExecutionRow = {
  label: "",
  initial: emptyAmount,
  adjusted: emptyAmount,
  spent: emptyAmount,
  expected: emptyAmount,
  rate: undefined,
  weight: undefined,
  score: undefined,
};

function amountOf(
  record: ReadingRecord,
  cell: { readonly text: string; readonly span: Span },
  unit: Parameters<typeof readAmount>[1],
  path: string,
): Amount {
  if (cell.text.trim() === "") return emptyAmount;
  const fen = readAmount(cell.text, unit);
  if (fen !== undefined) return { kind: "read", fen };
  record.note("amount-unreadable", path, [cell.span], { facts: { printed: cell.text } });
  return { kind: "unreadable", text: cell.text };
}
