import type { ReactNode } from "react";
import type { DocumentView } from "../../api/contract/document-views.ts";
import type { FindingView } from "../../api/contract/reading-views.ts";
import type { Language } from "../../domain/result.ts";
import { documentWords } from "../words/document.ts";
import { valueWords } from "../words/value.ts";
import { FindingItem, SeverityTag } from "./findings.tsx";
import { type Marks, sourceHref } from "./marks.tsx";

const severityOrder = ["error", "warning", "info"] as const;

const shownInGroup = 5;

/** All findings of a document, those of one rule together — 按规则归并的审核发现. */
export function FindingGroups({
  document,
  marks,
  language,
}: {
  readonly document: DocumentView;
  readonly marks: Marks;
  readonly language: Language;
}): ReactNode {
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
