import type { ReactNode } from "react";
import type { FindingView } from "../../api/contract/reading-views.ts";
import type { Severity } from "../../domain/finding.ts";
import type { Language } from "../../domain/result.ts";
import { valueWords } from "../words/value.ts";

const shapes: Readonly<Record<Severity, string>> = { error: "▲", warning: "◆", info: "●" };

/** Severity by shape, word and colour — 严重程度. */
export function SeverityTag({
  severity,
  language,
}: {
  readonly severity: Severity;
  readonly language: Language;
}): ReactNode {
  return (
    <span className={`sev ${severity}`}>
      <span aria-hidden="true">{shapes[severity]}</span> {valueWords[language][severity]}
    </span>
  );
}

/** How many findings of each severity, in one glance — 发现数. */
export function FindingCounts(props: {
  readonly findings: Readonly<Record<Severity, number>>;
  readonly language: Language;
}): ReactNode {
  const { error, warning, info } = props.findings;
  const words = valueWords[props.language];
  if (error + warning + info === 0) return <span className="none">{words.noFindings}</span>;
  return (
    <span className="counts">
      <span className="hidden">{words.findingCounts(error, warning, info)}</span>
      {(["error", "warning", "info"] as const).map((severity) =>
        props.findings[severity] === 0 ? null : (
          <span key={severity} className={`sev ${severity}`} aria-hidden="true" title={words[severity]}>
            {shapes[severity]} {props.findings[severity]}
          </span>
        ),
      )}
    </span>
  );
}

/** What the shapes of a column of counts mean — 图例. */
export function FindingLegend({ language }: { readonly language: Language }): ReactNode {
  return (
    <small className="legend">
      {(["error", "warning", "info"] as const).map((severity) => (
        <SeverityTag key={severity} severity={severity} language={language} />
      ))}
    </small>
  );
}

/** One finding in words: what was found, where, what to do — 审核发现. */
export function FindingItem(props: {
  readonly finding: FindingView;
  readonly language: Language;
  /** Where its words are marked; else its line. */
  readonly href: string | undefined;
  readonly showProject: boolean;
  readonly showTitle: boolean;
}): ReactNode {
  const { finding, language } = props;
  const words = valueWords[language];
  const place = finding.at[0];
  return (
    <li className={`finding ${finding.severity}`}>
      {props.showTitle ? (
        <h3>
          <SeverityTag severity={finding.severity} language={language} /> {finding.title[language]}
        </h3>
      ) : null}
      {props.showProject && finding.project ? (
        <p className="of">
          <a href={finding.project.page}>{finding.project.title}</a>
        </p>
      ) : null}
      <p>{finding.message[language]}</p>
      {props.showTitle && finding.advice[language] ? (
        <p className="advice">
          <b>{words.advice}</b> {finding.advice[language]}
        </p>
      ) : null}
      <p className="where">
        {props.showTitle ? (
          <a href={`/rules#${finding.rule}`}>
            {words.rule} {finding.rule}
          </a>
        ) : null}
        {place && props.href ? <a href={props.href}>{words.seePlace(place.words[language])}</a> : null}
      </p>
    </li>
  );
}
