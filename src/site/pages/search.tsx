import type { ReactNode } from "react";
import type { SearchView } from "../../api/contract/search-view.ts";
import type { Language } from "../../domain/result.ts";
import { page } from "../page.ts";
import { countInWords } from "../parts/count.ts";
import { Highlighted, snippet } from "../parts/highlighted.tsx";
import { valueId } from "../parts/marks.tsx";
import { ProjectTable } from "../parts/project-table.tsx";
import { searchWords } from "../words/search.ts";

const longestQuery = 200;
const firstHits = 20;
const mostHits = 200;

interface Searched {
  readonly query: string;
  readonly limit: number;
  readonly found: SearchView | undefined;
}

/** Search: projects and indicators, the words marked — 搜索. */
export const searchPage = page<Searched>({
  path: "/search",
  section: "none",
  ownSearch: true,
  async load({ facts, query: address }) {
    const query = (address.get("q") ?? "").trim().slice(0, longestQuery);
    const limit = address.get("more") === "1" ? mostHits : firstHits;
    return { query, limit, found: query === "" ? undefined : await facts.search(query, limit) };
  },
  title: ({ view, language }) =>
    view.query === "" ? searchWords[language].title : searchWords[language].titleOf(view.query),
  View({ view, language }) {
    const words = searchWords[language];
    const { found, query } = view;
    const nothing = found && found.projects.rows.length === 0 && found.indicators.rows.length === 0;
    return (
      <>
        <h1>{query === "" ? words.title : words.titleOf(query)}</h1>
        <form className="bigfind" action="/search" method="get">
          <input type="search" name="q" defaultValue={query} aria-label={words.label} maxLength={longestQuery} />
          <button type="submit">{words.search}</button>
        </form>
        <p className="aside">{words.hint}</p>
        {nothing ? <p className="empty">{words.none}</p> : null}
        {found && found.projects.rows.length > 0 ? (
          <section>
            <h2>
              {words.projects} <span className="n">{words.found(countInWords(found.projects.count, language))}</span>
            </h2>
            <ProjectTable
              rows={found.projects.rows.map(({ project }) => project)}
              goals={new Map(found.projects.rows.map(({ project, goal }) => [project.key.id, goal]))}
              language={language}
              caption={words.projects}
              whose="department-and-unit"
              searched={query}
            />
            <p className="more">
              <a href={`/projects?${new URLSearchParams({ q: query })}`}>{words.allProjects}</a>
            </p>
          </section>
        ) : null}
        {found && found.indicators.rows.length > 0 ? <Indicators found={found} language={language} /> : null}
        {found && !nothing && view.limit < mostHits ? (
          <p className="more">
            <a href={`/search?${new URLSearchParams({ q: query, more: "1" })}`}>{words.more}</a>
          </p>
        ) : null}
      </>
    );
  },
});

function Indicators({ found, language }: { readonly found: SearchView; readonly language: Language }): ReactNode {
  const words = searchWords[language];
  return (
    <section>
      <h2>
        {words.indicators} <span className="n">{words.found(countInWords(found.indicators.count, language))}</span>
      </h2>
      <table className="rows cards">
        <caption className="hidden">{words.indicators}</caption>
        <thead>
          <tr>
            <th scope="col">{words.indicator}</th>
            <th scope="col">{words.annual}</th>
            <th scope="col">{words.project}</th>
          </tr>
        </thead>
        <tbody>
          {found.indicators.rows.map((hit) => (
            <tr key={hit.project.key.id + hit.path}>
              <th scope="row">
                <a href={`${hit.project.page}#${valueId(hit.path)}`}>
                  <Highlighted text={snippet(hit.name, found.query)} searched={found.query} />
                </a>
                <small className="whose">{[hit.level1, hit.level2].filter(Boolean).join(" · ")}</small>
              </th>
              <td data-label={words.annual}>
                <Highlighted text={snippet(hit.annual ?? hit.cycle ?? "—", found.query)} searched={found.query} />
              </td>
              <td data-label={words.project}>
                <a href={hit.project.page}>
                  <Highlighted text={hit.project.title} searched={found.query} />
                </a>
                <small className="whose">
                  {[hit.project.unit.name, hit.project.key.year || ""].filter(Boolean).join(" · ")}
                </small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
