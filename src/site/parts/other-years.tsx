import type { ReactNode } from "react";
import type { ProjectView } from "../../api/contract/project-views.ts";
import type { Language } from "../../domain/result.ts";
import { projectWords } from "../words/project.ts";
import { valueWords } from "../words/value.ts";
import { Amount, thousands } from "./amount.tsx";
import { RowYear } from "./inferred.tsx";

interface Part {
  readonly project: ProjectView;
  readonly language: Language;
}

/** What changed since the year before — 与上一年度相比. */
export function SinceYearBefore({ project, language }: Part): ReactNode {
  const since = project.sinceYearBefore;
  if (!since) return null;
  const words = projectWords[language];
  return (
    <section>
      <h2>
        {words.since} <a href={since.page}>{valueWords[language].year(since.year)}</a>{" "}
        <span className="n">{since.changes.length}</span>
      </h2>
      {since.changes.length === 0 ? <p className="none">{words.sinceNothing}</p> : null}
      <ul className="differences">
        {since.changes.map((change) => (
          <li key={`${change.field}-${change.indicator}`}>
            <span className="tag">{words.sinceFields[change.field]}</span>{" "}
            {change.indicator ? <b>{change.indicator}</b> : null}
            <span className="was">
              {change.before === null ? null : <del>{shown(change.field, change.before)}</del>}
              {change.before !== null && change.after !== null ? " → " : null}
              {change.after === null ? null : <ins>{shown(change.field, change.after)}</ins>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const shown = (field: string, text: string): string => (field === "total" ? thousands(text) : text);

/** The same project in other years — 其他年度. */
export function OtherYears({ project, language }: Part): ReactNode {
  const words = projectWords[language];
  if (project.otherYears.length === 0) return null;
  return (
    <section>
      <h2>{words.otherYears}</h2>
      <table className="rows">
        <caption className="hidden">{words.otherYears}</caption>
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            <th scope="col" className="right">
              {words.total}
            </th>
            <th scope="col" className="right">
              {words.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {project.otherYears.map((row) => (
            <tr key={row.key.id}>
              <th scope="row">
                <a href={row.page}>
                  <RowYear row={row} language={language} />
                </a>
              </th>
              <td className="right">
                <Amount value={row.funding.total} language={language} />
              </td>
              <td className="right num">{row.indicators}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
