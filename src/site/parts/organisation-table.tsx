import type { ReactNode } from "react";
import type { OrganisationView } from "../../api/contract/organisation-views.ts";
import type { Language } from "../../domain/result.ts";
import { organisationWords } from "../words/organisation.ts";
import { valueWords } from "../words/value.ts";
import { Amount, isNothing, wholeNumber } from "./amount.tsx";

/** Departments or units as rows — 部门表、单位表. */
export function OrganisationTable(props: {
  readonly rows: readonly OrganisationView[];
  readonly language: Language;
  readonly kind: "department" | "unit";
}): ReactNode {
  const words = organisationWords[props.language];
  return (
    <table className="rows cards">
      <caption className="hidden">{props.kind === "department" ? words.departments : words.units}</caption>
      <thead>
        <tr>
          <th scope="col">{words[props.kind]}</th>
          <th scope="col">{words.years}</th>
          <th scope="col" className="right">
            {words.projects}
          </th>
          <th scope="col" className="right">
            {words.indicators}
          </th>
          <th scope="col" className="right">
            {words.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={row.page}>{row.name}</a>
            </th>
            <td data-label={words.years} className="num">
              {row.years
                .map((year) => (year === 0 ? valueWords[props.language].yearUnknown : year))
                .join(props.language === "zh" ? "、" : ", ")}
            </td>
            <td data-label={words.projects} className="right num">
              {wholeNumber(row.projects)}
            </td>
            <td data-label={words.indicators} className="right num">
              {wholeNumber(row.indicators)}
            </td>
            <td data-label={words.total} className="right">
              <Amount value={isNothing(row.total) ? null : row.total} language={props.language} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
