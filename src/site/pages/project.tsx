import type { ReactNode } from "react";
import type { ProjectView } from "../../api/contract/project-views.ts";
import { fundingColumns } from "../../domain/funding.ts";
import type { Language } from "../../domain/result.ts";
import { fieldOfIndicator } from "../desk/field-name.ts";
import { CorrectionStory } from "../desk/history.tsx";
import { keyOf } from "../key-of.ts";
import { page } from "../page.ts";
import { Amount, thousands } from "../parts/amount.tsx";
import { CompetingList } from "../parts/competing-list.tsx";
import { CorrectedTag } from "../parts/corrected-tag.tsx";
import { FindingItem } from "../parts/findings.tsx";
import { FormContent } from "../parts/form-content.tsx";
import { Trail } from "../parts/frame.tsx";
import { Indicators } from "../parts/indicators.tsx";
import { YearTag } from "../parts/inferred.tsx";
import { lostOf, type Marks, marksOf, sourceHref, valueAnchor } from "../parts/marks.tsx";
import { OtherYears, SinceYearBefore } from "../parts/other-years.tsx";
import { SourcePanel } from "../parts/source-panel.tsx";
import { Printed } from "../parts/target-value.tsx";
import { competingWords } from "../words/competing.ts";
import { frameWords } from "../words/frame.ts";
import { projectWords } from "../words/project.ts";
import { reportWords } from "../words/report.ts";
import { sourceWords } from "../words/source.ts";
import { valueWords } from "../words/value.ts";

interface Part {
  readonly project: ProjectView;
  readonly marks: Marks;
  readonly language: Language;
}

/** A project: money, goal, indicators, findings, the source beside it — 项目页. */
export const projectPage = page<ProjectView>({
  path: "/p/:region/:year/:id",
  section: "projects",
  load({ facts, params }) {
    const key = keyOf(params);
    return key && facts.project(key);
  },
  title: ({ view, language }) =>
    view.year.value === null ? view.row.title : `${view.row.title}（${valueWords[language].year(view.year.value)}）`,
  description({ view, language }) {
    const words = projectWords[language];
    const { row } = view;
    const total = row.funding.total;
    return total === null
      ? words.descriptionNoMoney(row.department.name, row.indicators)
      : words.description(row.department.name, thousands(total), row.indicators);
  },
  View({ view: project, language }) {
    const words = projectWords[language];
    const part = { project, marks: marksOf(project.source), language };
    return (
      <>
        <Head {...part} />
        <div className="beside">
          <div className="told">
            <Money {...part} />
            {project.withheldReason === null ? (
              <>
                <Goal {...part} />
                <Indicators {...part} />
              </>
            ) : (
              <section className="withheld">
                <h2>{words.withheldTitle}</h2>
                <p>{words.withheldNote}</p>
                <blockquote>{project.withheldReason}</blockquote>
              </section>
            )}
            <Form {...part} />
            <ProjectCorrections {...part} />
            <Findings {...part} />
            <SinceYearBefore {...part} />
            <OtherYears {...part} />
          </div>
          <Source {...part} />
        </div>
      </>
    );
  },
});

function Head({ project, marks, language }: Part): ReactNode {
  const words = projectWords[language];
  const { row } = project;
  const steps: { href: string; name: string }[] = [{ href: "/projects", name: frameWords[language].projects }];
  if (row.department.id !== "")
    steps.push({ href: `/d/${encodeURIComponent(row.department.id)}`, name: row.department.name });
  if (row.unit.id !== "" && row.unit.name !== row.department.name)
    steps.push({ href: `/u/${encodeURIComponent(row.unit.id)}`, name: row.unit.name });
  return (
    <header className="head">
      <Trail language={language} steps={steps} />
      <h1>
        <Printed path={`${project.path}/project/name`} marks={marks} language={language}>
          {row.title}
        </Printed>
        <CorrectedTag project={project} path={`${project.path}/project/name`} language={language} />
      </h1>
      <p className="meta">
        <YearTag year={project.year} language={language} />
        {row.code ? (
          <span>
            {words.code} {row.code}
          </span>
        ) : null}
        <span>
          {words.document} <a href={project.source.document.page}>{project.source.document.fileName}</a>
        </span>
        <a href={project.desk}>{words.desk}</a>
        <a href={row.self}>{words.json}</a>
      </p>
    </header>
  );
}

function Money({ project, marks, language }: Part): ReactNode {
  const words = projectWords[language];
  const values = valueWords[language];
  if (!project.hasFunding)
    return (
      <section>
        <h2>{words.money}</h2>
        <p className="none">{words.noMoney}</p>
      </section>
    );
  return (
    <section>
      <h2>{words.money}</h2>
      <dl className="money">
        {fundingColumns.map((column) => {
          const unreadable = project.unreadable.find((one) => one.column === column);
          const amount = project.row.funding[column];
          return (
            <div key={column} className={column}>
              <dt>{values[column]}</dt>
              <dd>
                {amount === null && !unreadable ? (
                  <span className="none">{values.empty}</span>
                ) : (
                  <Printed path={`${project.path}/funding/${column}`} marks={marks} language={language}>
                    {unreadable ? unreadable.text : <Amount value={amount} language={language} unit />}
                  </Printed>
                )}
                <CorrectedTag project={project} path={`${project.path}/funding/${column}`} language={language} />
                {unreadable ? <small className="tag">{values.unreadable}</small> : null}
              </dd>
            </div>
          );
        })}
      </dl>
      {project.competing.length === 0 ? null : (
        <details open>
          <summary>{competingWords[language].title}</summary>
          <CompetingList competing={project.competing} language={language} showOwner={false} />
        </details>
      )}
    </section>
  );
}

function Goal({ project, marks, language }: Part): ReactNode {
  const words = projectWords[language];
  return (
    <section>
      <h2>{words.goal}</h2>
      {project.goal === "" ? (
        <p className="none">{words.noGoal}</p>
      ) : (
        <p className="goal">
          <Printed path={`${project.path}/goal`} marks={marks} language={language}>
            {project.goal}
          </Printed>
          <CorrectedTag project={project} path={`${project.path}/goal`} language={language} />
        </p>
      )}
    </section>
  );
}

function Form({ project, language }: Part): ReactNode {
  const { form } = project;
  if (!form || project.withheldReason !== null) return null;
  return (
    <section>
      <h2>{reportWords[language].more}</h2>
      <FormContent form={form} language={language} />
    </section>
  );
}

/** What people corrected: the machine's reading beside theirs, with who and why. */
function ProjectCorrections({ project, language }: Part): ReactNode {
  const words = reportWords[language];
  if (project.corrections.length === 0) return null;
  return (
    <section id="corrections">
      <h2>
        {words.corrections} <span className="n">{project.corrections.length}</span>
      </h2>
      <p className="aside">{words.correctionsLead}</p>
      <ul className="plain">
        {project.corrections.map((correction) => (
          <li key={correction.id}>
            <b>{fieldOfIndicator(correction, language)}</b>
            <CorrectionStory correction={correction} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Findings({ project, marks, language }: Part): ReactNode {
  const words = projectWords[language];
  return (
    <section>
      <h2>
        {words.findings} <span className="n">{project.findings.length}</span>
      </h2>
      {project.findings.length === 0 ? <p className="none">{words.noFindings}</p> : null}
      <ul className="findings">
        {project.findings.map((finding, n) => {
          const key = `${finding.rule}-${finding.subject}-${n}`;
          const href = sourceHref(marks, finding.subject, finding.at[0]?.line);
          return (
            <FindingItem key={key} finding={finding} language={language} href={href} showProject={false} showTitle />
          );
        })}
      </ul>
    </section>
  );
}

/** Marked words lead back to what this page shows of them. */
function backTo(project: ProjectView): (path: string) => string | undefined {
  const told =
    project.withheldReason === null
      ? /\/(?:project\/name|goal|funding\/\w+)$|\/indicators\//
      : /\/(?:project\/name|funding\/\w+)$/;
  return (path) => (told.test(path) ? valueAnchor(path) : undefined);
}

function Source({ project, marks, language }: Part): ReactNode {
  const words = sourceWords[language];
  const { source } = project;
  return (
    <SourcePanel
      title={words.source}
      lead={words.about}
      link={{ href: `${source.document.page}#L${source.firstLine}`, words: source.document.fileName }}
      excerpt={source}
      marks={marks}
      language={language}
      hrefOf={backTo(project)}
      asides={lostOf(project.competing)}
    />
  );
}
