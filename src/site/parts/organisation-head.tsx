import type { ReactNode } from "react";
import type { OrganisationView } from "../../api/contract/organisation-views.ts";
import type { ProjectQuery } from "../../api/contract/project-query.ts";
import type { Language } from "../../domain/result.ts";
import { organisationWords } from "../words/organisation.ts";
import { isNothing, thousands, wholeNumber } from "./amount.tsx";
import { explorerHref } from "./facets.tsx";
import { Trail } from "./frame.tsx";

/** How many projects, indicators and how much money, in one line — 一行总数. */
export const figuresInWords = ({ projects, indicators, total }: OrganisationView, language: Language): string =>
  organisationWords[language].asFigures(
    wholeNumber(projects),
    wholeNumber(indicators),
    thousands(total),
    isNothing(total),
  );

/** The head of a department's or unit's page, with the way to its projects, of all years or of one — 页首. */
export function OrganisationHead(props: {
  readonly row: OrganisationView;
  /** What narrows the explorer to its projects. */
  readonly whose: Partial<ProjectQuery>;
  readonly steps: readonly { readonly href: string; readonly name: string }[];
  readonly language: Language;
}): ReactNode {
  const { row, whose, language } = props;
  const words = organisationWords[language];
  return (
    <header className="head">
      <Trail language={language} steps={props.steps} />
      <h1>{row.name}</h1>
      <p className="lead num">{figuresInWords(row, language)}</p>
      <p className="meta">
        <a href={explorerHref(whose)}>{words.projectsMore}</a>
        {row.years
          .filter((year) => year > 0)
          .map((year) => (
            <a key={year} href={explorerHref({ ...whose, year: [year] })}>
              {words.chosenYear(year)}
            </a>
          ))}
      </p>
    </header>
  );
}
