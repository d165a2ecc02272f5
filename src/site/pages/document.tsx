import type { ReactNode } from "react";
import type { DocumentView, ExcerptView, FindingView } from "../../api/contract.ts";
import { fundingColumnNames } from "../../domain/funding.ts";
import type { Language } from "../../domain/result.ts";
import { keyOf } from "../key-of.ts";
import { page } from "../page.ts";
import { Amount, percent, thousands, wholeNumber } from "../parts/amount.tsx";
import { CompetingList } from "../parts/competing-list.tsx";
import { Differences } from "../parts/differences.tsx";
import { day } from "../parts/document-table.tsx";
import { explorerHref } from "../parts/facets.tsx";
import { FindingItem, SeverityTag } from "../parts/findings.tsx";
import { Trail } from "../parts/frame.tsx";
import { YearTag } from "../parts/inferred.tsx";
import { type Aside, lostOf, type Marks, marksOf, SourceText, sourceHref, valueAnchor } from "../parts/marks.tsx";
import { competingWords } from "../words/competing.ts";
import { documentWords } from "../words/document.ts";
import { sourceWords } from "../words/source.ts";
import { valueWords } from "../words/value.ts";

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
  View({ view: { document, source }, language }) {
    const words = documentWords[language];
    const marks = marksOf(source);
    return (
      <>
        <Head document={document} language={language} />
        <div className="beside">
          <div className="told">
            <Report document={document} language={language} />
            <Findings document={document} marks={marks} language={language} />
            <Versions document={document} language={language} />
            <Projects document={document} language={language} />
          </div>
          <aside className="source" aria-label={words.source}>
            <header>
              <h2>{words.source}</h2>
              <p>
                <a href={`${document.row.self}/text`}>{words.text}</a>
                <span className="hash" title={document.row.sha256}>
                  {sourceWords[language].hash} {document.row.sha256.slice(0, 12)}
                </span>
              </p>
              <p className="aside">{words.sourceLead}</p>
            </header>
            <section className="paper" aria-label={words.source}>
              <SourceText
                excerpt={source}
                marks={marks}
                language={language}
                hrefOf={hrefIn(document)}
                asides={[...unplacedOf(document), ...lostOf(document.competing)]}
              />
            </section>
          </aside>
        </div>
      </>
    );
  },
});

const unplacedOf = (document: DocumentView): Aside[] =>
  document.conservation.unplaced.map(({ start, end }) => ({ start, end, kind: "unplaced" }));

/** Marked words of a project lead to that value on the project's page. */
function hrefIn(document: DocumentView): (path: string) => string | undefined {
  const pages = new Map(
    document.tables.flatMap((table) => table.projects.map((project) => [project.path, project.page])),
  );
  return (path) => {
    const owner = path.split("/").slice(0, 4).join("/");
    const href = pages.get(owner);
    return href ? `${href}${valueAnchor(path)}` : undefined;
  };
}

function Head({ document, language }: Part): ReactNode {
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
      <p className="meta">
        {table ? <YearTag year={table.year} language={language} /> : null}
        <span>{words.version(row.version)}</span>
        <span>{[row.fileName, words.byteUnit(wholeNumber(row.bytes)), document.encoding].join(" · ")}</span>
        <span>
          {words.importedAt} {day(row.importedAt)}
        </span>
        <a href={row.self}>{words.json}</a>
        <a href={explorerHref({ document: [row.key.id], sort: "document-order" })}>{words.explore}</a>
      </p>
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

function Report({ document, language }: Part): ReactNode {
  const words = documentWords[language];
  const { conservation } = document;
  return (
    <section id="report" className="report">
      <h2>{words.report}</h2>
      <h3>{words.conservation}</h3>
      <p>
        {conservation.unplacedCharacters === 0
          ? words.allPlaced
          : words.conservationLead(
              percent(conservation.characters - conservation.unplacedCharacters, conservation.characters),
            )}
      </p>
      <Shares document={document} language={language} />
      {conservation.unplaced.length === 0 ? null : (
        <details>
          <summary>
            {words.unplacedList} {conservation.unplaced.length}
          </summary>
          <ul className="plain">
            {conservation.unplaced.map((stretch) => (
              <li key={stretch.start}>
                <a href={`#L${stretch.line}`}>{valueWords[language].line(stretch.line)}</a> {stretch.text}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Sums document={document} language={language} />
      <Competing document={document} language={language} />
      <Notes document={document} language={language} />
    </section>
  );
}

function Shares({ document, language }: Part): ReactNode {
  const words = documentWords[language];
  const { characters, placed, decoration, unplacedCharacters } = document.conservation;
  const parts = [
    { name: "placed", label: words.placed, n: placed },
    { name: "decoration", label: words.decoration, n: decoration },
    { name: "unplaced", label: words.unplaced, n: unplacedCharacters },
  ] as const;
  let at = 0;
  return (
    <div className="shares">
      <svg viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {parts.map(({ name, n }) => {
          const width = characters === 0 ? 0 : (1000 * n) / characters;
          const x = at;
          at += width;
          return <rect key={name} className={name} x={x.toFixed(2)} y="0" width={width.toFixed(2)} height="16" />;
        })}
      </svg>
      <dl>
        {parts.map(({ name, label, n }) => (
          <div key={name} className={name}>
            <dt>{label}</dt>
            <dd className="num">
              {percent(n, characters)}
              <small>{wholeNumber(n)}</small>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Sums({ document, language }: Part): ReactNode {
  const words = documentWords[language];
  const values = valueWords[language];
  const { sums } = document;
  const shown = [...sums].filter((sum) => sum.kind !== "row" || !sum.closes);
  const open = shown.filter((sum) => !sum.closes);
  const kinds = { row: words.kindRow, unit: words.kindUnit, table: words.kindTable };
  return (
    <>
      <h3>{words.sums}</h3>
      <p>
        {sums.length === 0 ? words.noSums : words.sumsLead(sums.filter(({ closes }) => closes).length, sums.length)}
      </p>
      {shown.length === 0 ? null : (
        <details open={open.length > 0}>
          <summary>{words.eachSum}</summary>
          <table className="rows cards small">
            <caption className="hidden">{words.sums}</caption>
            <thead>
              <tr>
                <th scope="col">{words.sumOf}</th>
                <th scope="col">{words.column}</th>
                <th scope="col" className="right">
                  {words.printed}
                </th>
                <th scope="col" className="right">
                  {words.added}
                </th>
                <th scope="col" className="right">
                  {words.difference}
                </th>
              </tr>
            </thead>
            <tbody>
              {[...open, ...shown.filter((sum) => sum.closes)].map((sum) => (
                <tr key={`${sum.kind}-${sum.subject}-${sum.column}`} className={sum.closes ? undefined : "differs"}>
                  <th scope="row">
                    {ownerOf(sum) || kinds[sum.kind]} <small className="whose">{kinds[sum.kind]}</small>
                  </th>
                  <td data-label={words.column}>{values[sum.column]}</td>
                  <td data-label={words.printed} className="right num">
                    {thousands(sum.printed)}
                  </td>
                  <td data-label={words.added} className="right num">
                    {thousands(sum.added)}
                  </td>
                  <td data-label={words.difference} className="right num">
                    {sum.closes ? words.closes : thousands(sum.difference)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}

/** Whose sum it is: the column has a column of its own. */
function ownerOf({ label, column }: DocumentView["sums"][number]): string {
  const name = fundingColumnNames[column];
  return label.endsWith(name) ? label.slice(0, -name.length).trim() : label;
}

function Competing({ document, language }: Part): ReactNode {
  const words = competingWords[language];
  if (document.competing.length === 0) return null;
  return (
    <>
      <h3>
        {words.title} <span className="n">{document.competing.length}</span>
      </h3>
      <p>{words.lead}</p>
      <CompetingList competing={document.competing} language={language} showOwner />
    </>
  );
}

function Notes({ document, language }: Part): ReactNode {
  const words = documentWords[language];
  if (document.notes.length === 0) return null;
  const groups = Map.groupBy(document.notes, ({ code }) => code);
  return (
    <>
      <h3>
        {words.notes} <span className="n">{document.notes.length}</span>
      </h3>
      {[...groups].map(([code, notes]) => (
        <details key={code}>
          <summary>
            {notes[0]!.title[language]} <span className="n">{notes.length}</span>
          </summary>
          <ul className="plain">
            {notes.map((note) => (
              <li key={`${note.subject}-${note.at.spans[0]?.start}`}>
                <a href={`#L${note.at.line}`}>{valueWords[language].line(note.at.line)}</a> {note.message[language]}
                {note.proposal === null ? null : (
                  <span>
                    {" "}
                    {words.proposal} <q>{note.proposal}</q>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

const severityOrder = ["error", "warning", "info"] as const;
const shownInGroup = 5;

function Findings({ document, marks, language }: Part & { readonly marks: Marks }): ReactNode {
  const words = documentWords[language];
  const groups = [...Map.groupBy(document.findings, (finding) => finding.rule)].sort(
    ([, a], [, b]) =>
      severityOrder.indexOf(a[0]!.severity) - severityOrder.indexOf(b[0]!.severity) || b.length - a.length,
  );
  return (
    <section id="findings">
      <h2>
        {words.findingsTitle} <span className="n">{document.findings.length}</span>
      </h2>
      {groups.length === 0 ? <p className="none">{words.noFindings}</p> : null}
      {groups.map(([rule, findings]) => (
        <FindingGroup key={rule} rule={rule} findings={findings} marks={marks} language={language} />
      ))}
    </section>
  );
}

function FindingGroup(props: {
  readonly rule: string;
  readonly findings: readonly FindingView[];
  readonly marks: Marks;
  readonly language: Language;
}): ReactNode {
  const { findings, language } = props;
  const words = documentWords[language];
  const first = findings[0]!;
  const list = (some: readonly FindingView[]) => (
    <ul className="findings">
      {some.map((finding, n) => {
        const key = `${finding.rule}-${finding.subject}-${n}`;
        const href = sourceHref(props.marks, finding.subject, finding.at[0]?.line);
        return (
          <FindingItem key={key} finding={finding} language={language} href={href} showProject showTitle={false} />
        );
      })}
    </ul>
  );
  return (
    <section className="group">
      <h3>
        <SeverityTag severity={first.severity} language={language} /> {first.title[language]}{" "}
        <span className="n">{words.groupCount(findings.length)}</span>
      </h3>
      <p className="advice">
        <a href={`/rules#${props.rule}`}>
          {valueWords[language].rule} {props.rule}
        </a>{" "}
        {first.advice[language]}
      </p>
      {list(findings.slice(0, shownInGroup))}
      {findings.length > shownInGroup ? (
        <details>
          <summary>{words.showAll(findings.length)}</summary>
          {list(findings.slice(shownInGroup))}
        </details>
      ) : null}
    </section>
  );
}

function Versions({ document, language }: Part): ReactNode {
  const words = documentWords[language];
  if (document.versions.length < 2) return null;
  return (
    <section id="versions" className="report">
      <h2>{words.versions}</h2>
      <ul className="versions">
        {document.versions.map((version) => (
          <li key={version.key.id}>
            <a href={version.page} aria-current={version.key.id === document.row.key.id ? "page" : undefined}>
              {words.version(version.version)}
            </a>{" "}
            {day(version.importedAt)} <code>{version.sha256.slice(0, 12)}</code>{" "}
            {version.current ? <span className="tag">{words.current}</span> : null}
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
        {words.tableProjects} <span className="n">{document.row.projects}</span>
      </h2>
      {document.tables.map((table) => (
        <div key={table.path}>
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
