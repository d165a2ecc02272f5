import type { ReactNode } from "react";
import type { DocumentView } from "../../api/contract/document-views.ts";
import type { ExcerptView } from "../../api/contract/reading-views.ts";
import type { Language } from "../../domain/result.ts";
import { keyOf } from "../key-of.ts";
import { page } from "../page.ts";
import { Amount, wholeNumber } from "../parts/amount.tsx";
import { Differences } from "../parts/differences.tsx";
import { day } from "../parts/document-table.tsx";
import { explorerHref } from "../parts/facets.tsx";
import { FindingGroups } from "../parts/finding-groups.tsx";
import { Trail } from "../parts/frame.tsx";
import { YearTag } from "../parts/inferred.tsx";
import { type Aside, lostOf, marksOf, valueAnchor } from "../parts/marks.tsx";
import { ReadingReport } from "../parts/reading-report.tsx";
import { Reports } from "../parts/reports.tsx";
import { SourcePanel } from "../parts/source-panel.tsx";
import { columnsWords } from "../words/columns.ts";
import { deskWords } from "../words/desk.ts";
import { documentWords } from "../words/document.ts";

interface Part {
  readonly document: DocumentView;
  readonly language: Language;
}

/** A document: what was read, whether its sums close, findings, versions, its whole text — 文件页. */
export const documentPage = page<{ readonly document: DocumentView; readonly source: ExcerptView }>({
  path: "/f/:region/:year/:id",
  section: "documents",
  load({ facts, params }) {
    const key = keyOf(params);
    return key && facts.documentWithSource(key);
  },
  title: ({ view }) => view.document.row.department.name || view.document.row.fileName,
  View({ view: { document, source }, language, facts }) {
    const words = documentWords[language];
    const marks = marksOf(source);
    return (
      <>
        <Head document={document} mayMap={facts.allowUpload && document.row.current} language={language} />
        <div className="beside">
          <div className="told">
            <ReadingReport document={document} language={language} />
            <FindingGroups document={document} marks={marks} language={language} />
            <Versions document={document} language={language} />
            <Projects document={document} language={language} />
          </div>
          <SourcePanel
            title={words.source}
            lead={words.sourceLead}
            link={{ href: `${document.row.self}/text`, words: words.text }}
            excerpt={source}
            marks={marks}
            language={language}
            hrefOf={hrefIn(document)}
            asides={[...unplacedOf(document), ...lostOf(document.competing)]}
          />
        </div>
      </>
    );
  },
});

const unplacedOf = (document: DocumentView): Aside[] =>
  document.conservation.unplaced.map(({ start, end }) => ({ start, end, kind: "unplaced" }));

/** Marked words of a project lead to that value on the project's page; those of other tables to the reading desk. */
function hrefIn(document: DocumentView): (path: string) => string | undefined {
  const pages = new Map(
    document.tables.flatMap((table) => table.projects.map((project) => [project.path, project.page])),
  );
  return (path) => {
    const owner = path.split("/").slice(0, 4).join("/");
    const href = pages.get(owner);
    return href ? `${href}${valueAnchor(path)}` : `${document.row.page}/desk?at=${encodeURIComponent(path)}`;
  };
}

function Head({ document, mayMap, language }: Part & { readonly mayMap: boolean }): ReactNode {
  const words = documentWords[language];
  const { row } = document;
  const table = document.tables[0];
  const current = document.versions.find((version) => version.current);
  return (
    <header className="head">
      <Trail language={language} steps={[{ href: "/documents", name: words.documents }]} />
      <h1>{row.department.name || row.title || row.fileName}</h1>
      {row.title ? <p className="lead">{row.title}</p> : null}
      {row.current ? null : (
        <p className="warn">
          {words.replaced} {current ? <a href={current.page}>{words.seeCurrent}</a> : null}
        </p>
      )}
      <div className="meta">
        {table ? <YearTag year={table.year} language={language} /> : null}
        {document.versions.length > 1 ? (
          <a href="#versions">{words.version(row.version)}</a>
        ) : (
          <span>{words.version(row.version)}</span>
        )}
        <span>{[row.fileName, words.byteUnit(wholeNumber(row.bytes)), document.encoding].join(" · ")}</span>
        <span>
          {words.importedAt} {day(row.importedAt)}
        </span>
        <a className="to-desk" href={`${row.page}/desk`}>
          {deskWords[language].open}
        </a>
        {mayMap ? (
          <form action={`${row.page}/columns`} method="post">
            <button type="submit">{columnsWords[language].map}</button>
          </form>
        ) : null}
        <a href={row.self}>{words.json}</a>
        <a href={explorerHref({ document: [row.key.id], sort: "document-order" })}>{words.explore}</a>
      </div>
      <p className="meta hash">
        {words.hash} <code>{row.sha256}</code>
      </p>
      {row.sourceUrl ? (
        <p className="meta">
          {words.sourceUrl}{" "}
          {/^https?:/.test(row.sourceUrl) ? <a href={row.sourceUrl}>{row.sourceUrl}</a> : row.sourceUrl}
        </p>
      ) : null}
      {row.department.id ? (
        <p className="meta">
          {words.department} <a href={`/d/${encodeURIComponent(row.department.id)}`}>{row.department.name}</a>
        </p>
      ) : null}
    </header>
  );
}

function Versions({ document, language }: Part): ReactNode {
  const words = documentWords[language];
  if (document.versions.length < 2) return null;
  return (
    <section id="versions" className="report">
      <h2>{words.versions}</h2>
      <ul className="versions">
        {document.versions.map((version, n) => (
          <li key={version.key.id}>
            <a href={version.page} aria-current={version.key.id === document.row.key.id ? "page" : undefined}>
              {words.version(version.version)}
            </a>{" "}
            {day(version.importedAt)} <code>{version.sha256.slice(0, 12)}</code>{" "}
            {version.current ? <span className="tag">{words.current}</span> : null}
            {document.versions[n + 1]?.sha256 === version.sha256 ? <span className="tag">{words.reread}</span> : null}
          </li>
        ))}
      </ul>
      {document.row.version > 1 ? (
        <>
          <h3>
            {words.differences} <span className="n">{document.differences.length}</span>
          </h3>
          <Differences differences={document.differences} language={language} />
        </>
      ) : null}
    </section>
  );
}

function Projects({ document, language }: Part): ReactNode {
  const words = documentWords[language];
  return (
    <section id="projects">
      <h2>
        {document.row.projects === 0 ? words.tableContents : words.tableProjects}{" "}
        {document.row.projects === 0 ? null : <span className="n">{document.row.projects}</span>}
      </h2>
      {document.tables.map((table) => (
        <div key={table.path}>
          <Reports table={table} language={language} />
          {table.kind === "targets" ? <TargetRows table={table} language={language} /> : null}
          {table.footnotes.length === 0 ? null : (
            <>
              <h3>{words.footnotes}</h3>
              <ul className="plain">
                {table.footnotes.map((footnote) => (
                  <li key={footnote}>{footnote}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      ))}
    </section>
  );
}

type Table = DocumentView["tables"][number];

function TargetRows({ table, language }: { readonly table: Table; readonly language: Language }): ReactNode {
  const words = documentWords[language];
  return (
    <table className="rows cards small">
      <caption className="hidden">{table.title ?? words.tableProjects}</caption>
      <thead>
        <tr>
          <th scope="col">{words.projects}</th>
          <th scope="col" className="right">
            {words.total}
          </th>
          <th scope="col" className="right">
            {words.indicators}
          </th>
        </tr>
      </thead>
      <tbody>
        {table.projects.map((project) => (
          <tr key={project.path}>
            <th scope="row">
              {project.page ? <a href={project.page}>{project.title}</a> : project.title}
              {project.withheld ? <span className="tag">{words.withheld}</span> : null}
              {project.unit ? <small className="whose">{project.unit}</small> : null}
            </th>
            <td data-label={words.total} className="right">
              <Amount value={project.funding?.total ?? null} language={language} />
            </td>
            <td data-label={words.indicators} className="right num">
              {project.indicators}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
