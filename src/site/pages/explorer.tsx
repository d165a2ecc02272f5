import type { ReactNode } from "react";
import { addressOf, type ProjectQuery, projectSorts } from "../../api/contract/project-query.ts";
import type { FacetsView, ProjectListView } from "../../api/contract/project-views.ts";
import { fundingSources } from "../../domain/funding.ts";
import type { Language } from "../../domain/result.ts";
import { page } from "../page.ts";
import { Amount, isNothing, wholeNumber } from "../parts/amount.tsx";
import { countInWords } from "../parts/count.ts";
import { Chosen, explorerHref, Facets } from "../parts/facets.tsx";
import { ProjectTable } from "../parts/project-table.tsx";
import { explorerWords } from "../words/explorer.ts";
import { valueWords } from "../words/value.ts";

interface Explored {
  readonly query: ProjectQuery;
  readonly list: ProjectListView;
  readonly facets: FacetsView;
}

const longestQuery = 200;

/** Explorer: filter, sort, sums that follow, download of just this view — 浏览. */
export const explorerPage = page<Explored>({
  path: "/projects",
  section: "projects",
  async load({ facts, query: address, door }) {
    // A pasted paragraph is found by its beginning.
    const words = address.get("q");
    if (words !== null) address.set("q", words.slice(0, longestQuery));
    const query = door.projectQuery(address);
    const [list, facets] = await Promise.all([facts.projects(query), facts.facets(query)]);
    return { query, list, facets };
  },
  title: ({ language }) => explorerWords[language].title,
  View({ view, language }) {
    const words = explorerWords[language];
    const { query, list } = view;
    return (
      <div className="explorer">
        <div className="results">
          <h1>{words.title}</h1>
          <form className="bar" action="/projects" method="get">
            <Kept query={query} without={["q", "sort", "offset"]} />
            <input
              type="search"
              name="q"
              defaultValue={query.q ?? ""}
              aria-label={words.searchLabel}
              placeholder={words.searchLabel}
              maxLength={longestQuery}
            />
            <label>
              {words.sort}
              <select name="sort" defaultValue={query.sort}>
                {projectSorts.map((sort) => (
                  <option key={sort} value={sort}>
                    {words[sortWord[sort]]}
                  </option>
                ))}
              </select>
            </label>
            <button type="submit">{words.find}</button>
            <a className="to-filters" href="#filters">
              {words.toFilters}
            </a>
          </form>
          <Chosen facets={view.facets} query={query} language={language} />
          <Sums list={list} language={language} />
          {list.rows.length === 0 ? (
            <p className="empty">
              {list.count.n === 0 ? words.empty : words.beyond}{" "}
              <a href={list.count.n === 0 ? "/projects" : explorerHref({ ...query, offset: 0 })}>
                {list.count.n === 0 ? words.clear : words.first}
              </a>
            </p>
          ) : (
            <ProjectTable
              rows={list.rows}
              language={language}
              caption={words.caption}
              whose="department-and-unit"
              searched={query.q ?? ""}
            />
          )}
          <Pager query={query} list={list} language={language} />
          <Downloads query={query} language={language} />
        </div>
        <Facets facets={view.facets} query={query} language={language} />
      </div>
    );
  },
});

const sortWord = {
  "total-desc": "total_desc",
  "total-asc": "total_asc",
  name: "name",
  "year-desc": "year_desc",
  "findings-desc": "findings_desc",
  "document-order": "document_order",
} as const;

/** The rest of the query, carried along by a form. */
function Kept({ query, without }: { readonly query: ProjectQuery; readonly without: readonly string[] }): ReactNode {
  return [...new URLSearchParams(addressOf(query))]
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => <input key={name + value} type="hidden" name={name} value={value} />);
}

function Sums({ list, language }: { readonly list: ProjectListView; readonly language: Language }): ReactNode {
  const words = explorerWords[language];
  const values = valueWords[language];
  const nothingPrinted = !list.count.capped && list.count.n > 0 && list.withoutTotal === list.count.n;
  return (
    <section className="sums" aria-label={words.sums}>
      <p>
        <b className="num">{countInWords(list.count, language)}</b> {words.projects}
      </p>
      <p>
        <b className="num">{wholeNumber(list.indicators)}</b> {words.indicators}
      </p>
      {nothingPrinted ? (
        <p className="aside">{words.noTotals}</p>
      ) : (
        <p>
          {words.sumOf}{" "}
          <b>
            <Amount value={list.sums.total} language={language} />
          </b>{" "}
          {values.wanYuan}
        </p>
      )}
      <p className="parts">
        {fundingSources
          .filter((source) => !isNothing(list.sums[source] ?? "0.00"))
          .map((column) => (
            <span key={column}>
              {values[column]} <Amount value={list.sums[column]} language={language} />
            </span>
          ))}
      </p>
      {list.withoutTotal > 0 && !nothingPrinted ? (
        <p className="aside">{words.withoutTotal(list.withoutTotal)}</p>
      ) : null}
    </section>
  );
}

function Pager(props: {
  readonly query: ProjectQuery;
  readonly list: ProjectListView;
  readonly language: Language;
}): ReactNode {
  const { query, list, language } = props;
  const words = explorerWords[language];
  if (list.rows.length === 0) return null;
  const from = list.offset + 1;
  const to = list.offset + list.rows.length;
  return (
    <nav className="pager" aria-label={words.pages}>
      {list.offset > 0 ? (
        <a rel="prev" href={explorerHref({ ...query, offset: Math.max(0, list.offset - list.limit) })}>
          ← {words.previous}
        </a>
      ) : null}
      <span className="num">
        {words.showing(wholeNumber(from), wholeNumber(to), countInWords(list.count, language))}
      </span>
      {list.next ? (
        <a rel="next" href={explorerHref({ ...query, offset: list.offset + list.limit })}>
          {words.next} →
        </a>
      ) : null}
    </nav>
  );
}

function Downloads({ query, language }: { readonly query: ProjectQuery; readonly language: Language }): ReactNode {
  const words = explorerWords[language];
  const { sort: _, limit: __, offset: ___, ...filter } = query;
  const address = addressOf(filter);
  const tail = address === "" ? "" : `?${address}`;
  return (
    <p className="downloads">
      {words.download}
      <a href={`/projects.csv${tail}`} download="projects.csv">
        {words.csv}
      </a>
      <a href={`/projects.json${tail}`} download="projects.json">
        {words.json}
      </a>
    </p>
  );
}
