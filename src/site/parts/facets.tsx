import type { ReactNode } from "react";
import { addressOf, type ProjectQuery } from "../../api/contract/project-query.ts";
import type { FacetsView, FacetValueView } from "../../api/contract/project-views.ts";
import type { Language } from "../../domain/result.ts";
import { explorerWords } from "../words/explorer.ts";
import { valueWords } from "../words/value.ts";
import { wholeNumber } from "./amount.tsx";

const facetNames = ["year", "department", "unit", "dimension", "aspect", "kind", "severity", "rule"] as const;
/** Filters that have counts beside their values. */
export type FacetName = (typeof facetNames)[number];
const shownAtOnce = 8;

/** Address of the explorer for a query. */
export function explorerHref(query: Partial<ProjectQuery>): string {
  const address = addressOf(query);
  return address === "" ? "/projects" : `/projects?${address}`;
}

/** The query with one value of a filter added, or taken away where it is chosen. */
export function toggled(query: ProjectQuery, facet: FacetName | "document", value: string): ProjectQuery {
  const chosen = query[facet].map(String);
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  // The values come from the facets of the same query, whose words are the schema's; the address is read anew by it.
  return { ...query, [facet]: facet === "year" ? next.map(Number) : next, offset: 0 };
}

const isChosen = (query: ProjectQuery, facet: FacetName, value: string): boolean =>
  query[facet].map(String).includes(value);

/** All filters with counts; each value is a link — 分面. */
export function Facets(props: {
  readonly facets: FacetsView;
  readonly query: ProjectQuery;
  readonly language: Language;
}): ReactNode {
  const words = explorerWords[props.language];
  return (
    <aside className="facets" id="filters" aria-label={words.filters}>
      <h2>{words.filters}</h2>
      {facetNames.map((name) => {
        const values = props.facets[name];
        if (values.length === 0) return null;
        const first = values.filter((value, n) => n < shownAtOnce || isChosen(props.query, name, value.value));
        const rest = values.filter((value) => !first.includes(value));
        return (
          <section key={name}>
            <h3>{words[name]}</h3>
            <FacetList {...props} name={name} values={first} />
            {rest.length > 0 ? (
              <details>
                <summary>{words.more(rest.length)}</summary>
                <FacetList {...props} name={name} values={rest} />
              </details>
            ) : null}
          </section>
        );
      })}
    </aside>
  );
}

function FacetList(props: {
  readonly name: FacetName;
  readonly values: readonly FacetValueView[];
  readonly query: ProjectQuery;
  readonly language: Language;
}): ReactNode {
  return (
    <ul>
      {props.values.map((value) => {
        const chosen = isChosen(props.query, props.name, value.value);
        return (
          <li key={value.value}>
            <a
              href={explorerHref(toggled(props.query, props.name, value.value))}
              aria-current={chosen ? "true" : undefined}
              rel="nofollow"
            >
              <span>
                {chosen ? "✓ " : ""}
                {props.name === "rule" ? `${value.value} ` : ""}
                {value.label[props.language]}
              </span>
              <span className="n">{wholeNumber(value.projects)}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** What is chosen, each with a way to take it off — 已选条件. */
export function Chosen(props: {
  readonly facets: FacetsView;
  readonly query: ProjectQuery;
  readonly language: Language;
}): ReactNode {
  const { query, language } = props;
  const words = explorerWords[language];
  const chips = facetNames.flatMap((facet) =>
    query[facet].map((value) => {
      const known = props.facets[facet].find((one) => one.value === String(value));
      return {
        key: `${facet}-${value}`,
        name: `${words[facet]}${valueWords[language].colon}${known?.label[language] ?? value}`,
        href: explorerHref(toggled(query, facet, String(value))),
      };
    }),
  );
  if (query.q) chips.unshift({ key: "q", name: `“${query.q}”`, href: explorerHref({ ...query, q: "", offset: 0 }) });
  for (const id of query.document)
    chips.push({ key: id, name: words.documentChosen, href: explorerHref(toggled(query, "document", id)) });
  if (chips.length === 0) return null;
  return (
    <ul className="chosen" aria-label={words.active}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <a href={chip.href} title={words.remove(chip.name)}>
            {chip.name} <span aria-hidden="true">×</span>
            <span className="hidden">{words.remove(chip.name)}</span>
          </a>
        </li>
      ))}
      <li>
        <a className="clear" href="/projects">
          {words.clear}
        </a>
      </li>
    </ul>
  );
}
