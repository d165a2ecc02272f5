import type { ReactNode } from "react";
import type { DocumentRowView } from "../../api/contract/document-views.ts";
import type { Language } from "../../domain/result.ts";
import { documentWords } from "../words/document.ts";
import { Amount, percent, wholeNumber } from "./amount.tsx";
import { FindingCounts, FindingLegend } from "./findings.tsx";
import { RowYear } from "./inferred.tsx";

/** Day of an ISO time, as people write it. */
export const day = (iso: string): string => iso.slice(0, 10);

/** Documents as rows — 文件表. */
export function DocumentTable(props: {
  readonly rows: readonly DocumentRowView[];
  readonly language: Language;
  readonly caption: string;
}): ReactNode {
  const words = documentWords[props.language];
  return (
    <table className="rows cards">
      <caption className="hidden">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.document}</th>
          <th scope="col">{words.year}</th>
          <th scope="col" className="right">
            {words.projects}
          </th>
          <th scope="col" className="right">
            {words.indicators}
          </th>
          <th scope="col" className="right">
            {words.total}
          </th>
          <th scope="col">{words.placedShare}</th>
          <th scope="col">
            {words.findings}
            <FindingLegend language={props.language} />
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.key.id}>
            <th scope="row">
              <a href={row.page}>{row.department.name || row.title || row.fileName}</a>
              {row.version > 1 ? <span className="tag">{words.version(row.version)}</span> : null}
              <small className="whose">
                {row.fileName} · {day(row.importedAt)}
              </small>
            </th>
            <td data-label={words.year} className="num year">
              <RowYear row={row} language={props.language} />
            </td>
            <td data-label={words.projects} className="right num">
              {wholeNumber(row.projects)}
            </td>
            <td data-label={words.indicators} className="right num">
              {wholeNumber(row.indicators)}
            </td>
            <td data-label={words.total} className="right">
              <Amount value={row.total} language={props.language} />
            </td>
            <td data-label={words.placedShare} className="num">
              {percent(row.characters - row.unplacedCharacters, row.characters)}
            </td>
            <td data-label={words.findings}>
              <FindingCounts findings={row.findings} language={props.language} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
