import type { ReactNode } from "react";
import type { ExecutionView, FormView } from "../../api/contract/form-view.ts";
import type { Language } from "../../domain/result.ts";
import { reportWords } from "../words/report.ts";
import { Amount } from "./amount.tsx";

/** What a form prints of a project beyond money, goal and indicators — 表单内容. */
export function FormContent({ form, language }: { readonly form: FormView; readonly language: Language }): ReactNode {
  const words = reportWords[language];
  const texts = [
    { label: words.cycleGoal, text: form.cycleGoal },
    { label: words.goalResult, text: form.goalResult },
    { label: words.totalScore, text: form.totalScore },
    ...form.particulars,
  ].filter(({ text }) => text !== null && text !== "");
  return (
    <>
      {form.execution.length === 0 ? null : <Execution rows={form.execution} language={language} />}
      {texts.length === 0 ? null : (
        <dl className="glossary">
          {texts.map(({ label, text }) => (
            <div key={`${label}-${text}`}>
              <dt>{label}</dt>
              <dd className="printed">{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

const amounts = ["initial", "adjusted", "spent", "expected"] as const;
const texts = ["rate", "weight", "score"] as const;

/** Money planned and spent; columns that the form leaves empty are left out — 预算执行情况. */
function Execution({
  rows,
  language,
}: {
  readonly rows: readonly ExecutionView[];
  readonly language: Language;
}): ReactNode {
  const words = reportWords[language];
  const money = amounts.filter((column) => rows.some((row) => row[column] !== null));
  const other = texts.filter((column) => rows.some((row) => row[column] !== null));
  const nameOf = (column: (typeof amounts)[number]): string =>
    column === "expected" ? words.expectedMoney : words[column];
  return (
    <table className="rows cards small">
      <caption className="hidden">{words.money}</caption>
      <thead>
        <tr>
          <th scope="col">{words.money}</th>
          {money.map((column) => (
            <th key={column} scope="col" className="right">
              {nameOf(column)}
            </th>
          ))}
          {other.map((column) => (
            <th key={column} scope="col" className="right">
              {words[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.label}-${row.initial}-${row.adjusted}-${row.spent}`}>
            <th scope="row">{row.label}</th>
            {money.map((column) => (
              <td key={column} data-label={nameOf(column)} className="right">
                <Amount value={row[column]} language={language} />
              </td>
            ))}
            {other.map((column) => (
              <td key={column} data-label={words[column]} className="right num">
                {row[column] ?? "—"}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
