import type { ReactNode } from "react";
import type { ProjectRowView } from "../../api/contract/project-views.ts";
import type { Language } from "../../domain/result.ts";
import { listWords } from "../words/list.ts";
import { valueWords } from "../words/value.ts";
import { Amount } from "./amount.tsx";
import { FindingCounts, FindingLegend } from "./findings.tsx";
import { Highlighted, hits, snippet } from "./highlighted.tsx";
import { RowYear } from "./inferred.tsx";

/** Projects as rows; as cards on a phone — 项目表. */
export function ProjectTable(props: {
  readonly rows: readonly ProjectRowView[];
  readonly language: Language;
  readonly caption: string;
  /** Whose projects they are is said in the row, unless the page is that unit's. */
  readonly whose: "department-and-unit" | "unit" | "nobody";
  readonly searched?: string;
  /** Goals in which the searched words were found, by project id. */
  readonly goals?: ReadonlyMap<string, string | null>;
}): ReactNode {
  const { language } = props;
  const words = listWords[language];
  const values = valueWords[language];
  return (
    <table className="rows cards">
      <caption className="hidden">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.project}</th>
          <th scope="col">{words.year}</th>
          <th scope="col" className="right">
            {words.total}
          </th>
          <th scope="col" className="right">
            {words.indicators}
          </th>
          <th scope="col">
            {words.findings}
            <FindingLegend language={language} />
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.key.id}>
            <th scope="row">
              <a href={row.page}>
                <Highlighted text={snippet(row.title, props.searched ?? "")} searched={props.searched} />
              </a>
              {row.withheld ? <span className="tag">{values.withheld}</span> : null}
              <Whose row={row} whose={props.whose} />
              <Goal goal={props.goals?.get(row.key.id)} searched={props.searched ?? ""} />
            </th>
            <td data-label={words.year} className="num year">
              <RowYear row={row} language={language} />
            </td>
            <td data-label={words.total} className="right">
              <Amount value={row.funding.total} language={language} />
            </td>
            <td data-label={words.indicators} className="right num">
              {row.indicators}
            </td>
            <td data-label={words.findings}>
              <FindingCounts findings={row.findings} language={language} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Goal({ goal, searched }: { readonly goal: string | null | undefined; readonly searched: string }): ReactNode {
  if (!goal || hits(goal, searched).length === 0) return null;
  return (
    <small className="snippet">
      <Highlighted text={snippet(goal, searched)} searched={searched} />
    </small>
  );
}

function Whose({ row, whose }: { readonly row: ProjectRowView; readonly whose: string }): ReactNode {
  if (whose === "nobody") return null;
  const unit = row.unit.id === "" ? null : <a href={`/u/${encodeURIComponent(row.unit.id)}`}>{row.unit.name}</a>;
  if (whose === "unit") return <small className="whose">{unit}</small>;
  const department =
    row.department.name === row.unit.name || row.department.id === "" ? null : (
      <a href={`/d/${encodeURIComponent(row.department.id)}`}>{row.department.name}</a>
    );
  return (
    <small className="whose">
      {department}
      {department && unit ? " · " : null}
      {unit}
    </small>
  );
}
