import type { ReactNode } from "react";
import type { DocumentView } from "../../api/contract/document-views.ts";
import type { IndicatorView } from "../../api/contract/project-views.ts";
import type { ReportView } from "../../api/contract/report-view.ts";
import type { Language } from "../../domain/result.ts";
import { reportWords } from "../words/report.ts";
import { FormContent } from "./form-content.tsx";
import { PrintedDetails } from "./printed-details.tsx";

type Table = DocumentView["tables"][number];
/** How many are open when the page opens. */
const open = 3;

/** Monitoring, self-evaluation and the like: what they say of each project — 监控、自评等表. */
export function Reports({ table, language }: { readonly table: Table; readonly language: Language }): ReactNode {
  const words = reportWords[language];
  if (table.kind === "targets") return null;
  return (
    <section className="reports">
      <h3>
        {words[table.kind]} <span className="n">{table.reports.length}</span>
      </h3>
      <p className="aside">{words.lead}</p>
      {table.reports.map((report, n) => (
        <details key={report.path} open={n < open}>
          <summary>
            {report.title}
            {report.unit && report.unit !== report.title ? ` · ${report.unit}` : ""}
            {report.form?.totalScore ? ` · ${words.totalScore} ${report.form.totalScore}` : ""}
          </summary>
          <Report report={report} language={language} />
        </details>
      ))}
    </section>
  );
}

function Report({ report, language }: { readonly report: ReportView; readonly language: Language }): ReactNode {
  const words = reportWords[language];
  return (
    <>
      {report.goal === "" ? null : (
        <p className="goal">
          <b>{words.goal}</b> {report.goal}
        </p>
      )}
      {report.form ? <FormContent form={report.form} language={language} /> : null}
      {report.indicators.length === 0 ? null : <ReportIndicators indicators={report.indicators} language={language} />}
    </>
  );
}

/** Columns that are worth a column of their own, where any indicator has them. */
const columns = ["soFar", "actual", "weight", "score"] as const;

function ReportIndicators(props: {
  readonly indicators: readonly IndicatorView[];
  readonly language: Language;
}): ReactNode {
  const { indicators, language } = props;
  const words = reportWords[language];
  const shown = columns.filter((column) => indicators.some(({ printed }) => printed[column] !== undefined));
  return (
    <table className="rows cards small">
      <caption className="hidden">{words.indicators}</caption>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.target}</th>
          {shown.map((column) => (
            <th key={column} scope="col">
              {words[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {indicators.map((indicator) => (
          <tr key={indicator.path}>
            <th scope="row">
              {indicator.name}
              <small className="classes">
                {[indicator.level1?.name, indicator.level2?.name].filter(Boolean).join(" · ")}
              </small>
              <PrintedDetails printed={indicator.printed} without={columns} language={language} />
            </th>
            <td data-label={words.target}>{indicator.annualTarget?.text ?? indicator.cycleTarget?.text ?? "—"}</td>
            {shown.map((column) => (
              <td key={column} data-label={words[column]}>
                {indicator.printed[column] ?? "—"}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
