import type { DocumentRowView } from "../../api/contract/document-views.ts";
import type { FiguresView } from "../../api/contract/organisation-views.ts";
import { page } from "../page.ts";
import { percent, thousands, wholeNumber } from "../parts/amount.tsx";
import { DocumentTable } from "../parts/document-table.tsx";
import { UploadForm } from "../parts/upload-form.tsx";
import { bringWords } from "../words/bring.ts";
import { frameWords } from "../words/frame.ts";
import { homeWords } from "../words/home.ts";

/** Home: search, figures, questions, recent documents, a place to drop a table — 首页. */
export const homePage = page<{ readonly figures: FiguresView; readonly documents: readonly DocumentRowView[] }>({
  path: "/",
  section: "none",
  ownSearch: true,
  extra: "import",
  async load({ facts }) {
    const [figures, documents] = await Promise.all([facts.figures(), facts.documents()]);
    const newest = documents.toSorted((a, b) => b.importedAt.localeCompare(a.importedAt));
    return { figures, documents: newest.slice(0, 6) };
  },
  title: ({ language }) => frameWords[language].brand,
  description: ({ language }) => homeWords[language].leadMore,
  View({ view, language, facts }) {
    const words = homeWords[language];
    const { figures } = view;
    return (
      <>
        <section className="hero">
          <h1>
            {words.lead.map((part) => (
              <span key={part}>{part}</span>
            ))}
          </h1>
          <p>{words.leadMore}</p>
          <form className="bigfind" action="/search" method="get">
            <input type="search" name="q" aria-label={words.searchLabel} placeholder={words.searchLabel} />
            <button type="submit">{words.search}</button>
          </form>
          <p className="try">
            {words.try}
            {words.examples.map((example) => (
              <a key={example} href={`/search?q=${encodeURIComponent(example)}`}>
                {example}
              </a>
            ))}
          </p>
        </section>
        <section aria-label={words.figures}>
          <ul className="figures">
            <li>
              <a href="/projects">
                <b>{wholeNumber(figures.projects)}</b> {words.projects}
              </a>
            </li>
            <li>
              <a href="/projects?sort=total-desc">
                <b>{thousands(figures.total)}</b> {words.money}
                <small>{words.moneyHint}</small>
              </a>
            </li>
            <li>
              <a href="/departments">
                <b>{wholeNumber(figures.departments)}</b> {words.departments}
              </a>
            </li>
            <li>
              <a href="/projects?dimension=output&dimension=benefit&dimension=satisfaction&dimension=cost">
                <b>{wholeNumber(figures.indicators)}</b> {words.indicators}
              </a>
            </li>
            <li>
              <a href="/projects?kind=quantity&kind=range">
                <b>{percent(figures.quantified, figures.annualTargets)}</b> {words.quantified}
              </a>
            </li>
            <li>
              <a href="/documents">
                <b>{wholeNumber(figures.documents)}</b> {words.documents}
              </a>
            </li>
          </ul>
        </section>
        <div className="two">
          <section>
            <h2>{words.questions}</h2>
            <ul className="asks">
              <li>
                <a href="/projects?sort=total-desc">{words.askMoney}</a>
              </li>
              <li>
                <a href="/projects?kind=qualitative&kind=text">{words.askVague}</a>
              </li>
              <li>
                <a href="/projects?severity=error&sort=findings-desc">{words.askWrong}</a>
              </li>
              <li>
                <a href="/projects?dimension=satisfaction">{words.askSatisfied}</a>
              </li>
            </ul>
          </section>
          <section>
            <h2>{words.byYear}</h2>
            <ul className="years">
              {figures.byYear.map(({ year, projects, total }) => (
                <li key={year}>
                  <a href={`/projects?year=${year}`}>
                    <b>{year === 0 ? words.yearUnknown : year}</b>
                    <span>
                      {wholeNumber(projects)} {words.projects}
                    </span>
                    <span className="num">{total === null ? words.noMoney : `${thousands(total)} ${words.money}`}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        </div>
        {facts.allowUpload ? (
          <>
            <UploadForm bringing={facts.bringing} language={language} />
            <p className="more">
              <a href="/import">{bringWords[language].more}</a>
            </p>
          </>
        ) : null}
        <section>
          <h2>{words.recent}</h2>
          {view.documents.length === 0 ? (
            <p>{words.nothing}</p>
          ) : (
            <>
              <DocumentTable rows={view.documents} language={language} caption={words.recent} />
              <p className="more">
                <a href="/documents">{words.allDocuments}</a>
              </p>
            </>
          )}
        </section>
      </>
    );
  },
});
