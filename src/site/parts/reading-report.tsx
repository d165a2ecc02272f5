import type { ReactNode } from "react";
import type { DocumentView } from "../../api/contract/document-views.ts";
import { fundingColumnNames } from "../../domain/funding.ts";
import type { Language } from "../../domain/result.ts";
import { competingWords } from "../words/competing.ts";
import { documentWords } from "../words/document.ts";
import { valueWords } from "../words/value.ts";
import { isNothing, percent, thousands, wholeNumber } from "./amount.tsx";
import { CompetingList } from "./competing-list.tsx";

interface Part {
  readonly document: DocumentView;
  readonly language: Language;
}

/** What was read: nothing lost, sums, competing readings, notes — 读取报告. */
export function ReadingReport({ document, language }: Part): ReactNode {
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
                <a href={`#L${stretch.line}`}>{stretch.words[language]}</a> {stretch.text}
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
  const { sums } = document;
  const open = sums.filter((sum) => !sum.closes);
  const closed = sums.filter((sum) => sum.closes);
  return (
    <>
      <h3>{words.sums}</h3>
      <p>{sums.length === 0 ? words.noSums : words.sumsLead(closed.length, sums.length)}</p>
      {open.length === 0 ? null : <SumTable sums={open} caption={words.openSums} language={language} />}
      {closed.length === 0 ? null : (
        <details>
          <summary>
            {words.closedSums} <span className="n">{closed.length}</span>
          </summary>
          <SumTable sums={closed.toSorted(byRank)} caption={words.closedSums} language={language} />
        </details>
      )}
    </>
  );
}

const ranks = { table: 0, unit: 1, row: 2 } as const;
const byRank = (a: Sum, b: Sum): number => ranks[a.kind] - ranks[b.kind];
type Sum = DocumentView["sums"][number];

function SumTable(props: {
  readonly sums: readonly Sum[];
  readonly caption: string;
  readonly language: Language;
}): ReactNode {
  const words = documentWords[props.language];
  const kinds = { row: words.kindRow, unit: words.kindUnit, table: words.kindTable };
  return (
    <table className="rows cards small">
      <caption className="hidden">{props.caption}</caption>
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
        {props.sums.map((sum) => (
          <tr key={`${sum.kind}-${sum.subject}-${sum.column}`} className={sum.closes ? undefined : "differs"}>
            <th scope="row">
              {ownerOf(sum) || kinds[sum.kind]} <small className="whose">{kinds[sum.kind]}</small>
            </th>
            <td data-label={words.column}>{valueWords[props.language][sum.column]}</td>
            <td data-label={words.printed} className="right num">
              {thousands(sum.printed)}
            </td>
            <td data-label={words.added} className="right num">
              {thousands(sum.added)}
            </td>
            <td data-label={words.difference} className="right num">
              {!sum.closes
                ? thousands(sum.difference)
                : isNothing(sum.difference)
                  ? words.closes
                  : words.withinRounding(thousands(sum.difference))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whose sum it is: the column has a column of its own. */
function ownerOf({ label, column }: Sum): string {
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
                <a href={`#L${note.at.line}`}>{note.at.words[language]}</a> {note.message[language]}
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
