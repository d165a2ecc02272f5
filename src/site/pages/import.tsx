import type { ReactNode } from "react";
import { type ImportView, importStages } from "../../api/contract/import-view.ts";
import type { ProblemView } from "../../api/contract/problem-view.ts";
import type { PublicFacts } from "../../api/contract/public-facts.ts";
import type { Language } from "../../domain/result.ts";
import { ColumnsAsked, type ColumnsTyped } from "../bringing/columns-form.tsx";
import { headShown } from "../bringing/sent-columns.ts";
import { pagesIn, SeveralFiles } from "../bringing/several-files.tsx";
import type { Page, Shown } from "../page.ts";
import { wholeNumber } from "../parts/amount.tsx";
import { Differences } from "../parts/differences.tsx";
import { Trail } from "../parts/frame.tsx";
import { bringWords } from "../words/bring.ts";
import { columnsWords } from "../words/columns.ts";
import { importWords } from "../words/import.ts";

/** A file being read, then what came of it — 导入进度. */
export const importPage: Page = {
  path: "/imports/:id",
  async show({ facts, params, query, who, language }) {
    const view = await facts.import(params.id ?? "");
    if (!view) return undefined;
    return importShown(view, { facts, head: headShown(query.get("head")), typed: { who }, language });
  },
};

/** How the page of an import is shown: which head, what was typed, and why that was not taken. */
export interface ImportState {
  readonly facts: PublicFacts;
  readonly head: number;
  readonly typed: ColumnsTyped;
  readonly problem?: ProblemView;
  readonly language: Language;
}

/** The page of an import. */
export function importShown(view: ImportView, state: ImportState): Shown {
  const { language, problem } = state;
  const words = importWords[language];
  const title = titleOf(view, language);
  const steps: { href: string; name: string }[] = [{ href: "/import", name: bringWords[language].title }];
  if (view.within) steps.push({ href: view.within, name: words.within });
  return {
    title,
    section: "documents",
    searched: "",
    extra: "import",
    ...(view.finished ? {} : { refresh: 1 }),
    ...(problem ? { status: problem.status } : {}),
    body: (
      <div className="import" data-live={view.finished ? undefined : view.self}>
        <Trail language={language} steps={steps} />
        <h1>{title}</h1>
        {view.fileName === "" ? null : <p className="lead">{words.file(view.fileName, wholeNumber(view.bytes))}</p>}
        {view.files ? (
          <SeveralFiles view={view} who={state.typed.who} language={language} />
        ) : (
          <>
            <Stages view={view} language={language} />
            <Outcome view={view} language={language} />
            {view.columns ? (
              <ColumnsAsked
                {...state}
                problem={problem}
                action={view.page}
                columns={view.columns}
                bringing={state.facts.bringing}
              />
            ) : null}
          </>
        )}
        {view.finished ? null : <p className="aside">{words.refreshes}</p>}
      </div>
    ),
  };
}

function titleOf({ outcome, files }: ImportView, language: Language): string {
  const words = importWords[language];
  if (!outcome) return files ? words.severalTitle : words.title;
  if (outcome.kind === "columns-asked") return words.asking;
  return outcome.kind === "refused" || outcome.kind === "failed" ? words.titleNo : words.titleDone;
}

interface Part {
  readonly view: ImportView;
  readonly language: Language;
}

function Stages({ view, language }: Part): ReactNode {
  const words = importWords[language];
  const at = importStages.indexOf(view.stage);
  const kind = view.outcome?.kind;
  if (kind === "refused" || kind === "failed" || kind === "columns-asked") return null;
  return (
    <ol className="stages" data-part="stages">
      {importStages.map((stage, n) => {
        const state = n < at || view.finished ? "did" : n === at ? "doing" : "waiting";
        return (
          <li key={stage} className={state} aria-current={state === "doing" ? "step" : undefined}>
            {words.stages[stage]}{" "}
            <small>{state === "doing" ? words.doing(...pagesIn(stage, view.pages)) : words[state]}</small>
          </li>
        );
      })}
    </ol>
  );
}

function Outcome({ view, language }: Part): ReactNode {
  const words = importWords[language];
  const { outcome } = view;
  if (!outcome) return null;
  switch (outcome.kind) {
    case "several":
      return null;
    case "columns-asked":
      return (
        <p className="lead">
          {columnsWords[language].asked} <a href={outcome.document}>{words.see}</a>
        </p>
      );
    case "refused":
      return (
        <section className="warn" role="alert">
          <h2>{outcome.message[language]}</h2>
          <p>
            <b>{words.whatToDo}</b> {outcome.hint[language]}
          </p>
          <p className="buttons">
            <a className={view.columns ? undefined : "button"} href="/import">
              {words.again}
            </a>
            <a href="/import#formats">{words.formats}</a>
          </p>
        </section>
      );
    case "failed":
      return (
        <section className="warn" role="alert">
          <p>
            {words.failed} <code>{outcome.requestId}</code>
          </p>
          <Again language={language} />
        </section>
      );
    case "already-here":
      return (
        <section className="done" role="status">
          <p>{words.alreadyHere}</p>
          <See href={outcome.document.page} language={language} />
        </section>
      );
    case "new":
      return (
        <section className="done" role="status">
          <p>{words.fresh(wholeNumber(outcome.projects), wholeNumber(outcome.indicators))}</p>
          <ReadBy view={view} language={language} />
          <See href={outcome.document.page} language={language} />
        </section>
      );
    case "new-version":
      return (
        <section className="done">
          <p role="status">{words.newVersion(outcome.version)}</p>
          <p>{words.fresh(wholeNumber(outcome.projects), wholeNumber(outcome.indicators))}</p>
          <ReadBy view={view} language={language} />
          <See href={outcome.document.page} language={language} />
          <h2>{words.differences}</h2>
          <Differences differences={outcome.differences} language={language} />
        </section>
      );
  }
}

function ReadBy({ view, language }: Part): ReactNode {
  const words = columnsWords[language];
  if (view.readBy === null) return null;
  return (
    <p>
      {words.readBy(view.readBy)} <a href="/recipes">{words.recipes}</a>
    </p>
  );
}

const Again = ({ language }: { readonly language: Language }): ReactNode => (
  <p>
    <a className="button" href="/import">
      {importWords[language].again}
    </a>
  </p>
);

const See = ({ href, language }: { readonly href: string; readonly language: Language }): ReactNode => (
  <p className="buttons">
    <a className="button" href={href}>
      {importWords[language].see}
    </a>
    <a href="/import">{importWords[language].again}</a>
  </p>
);
