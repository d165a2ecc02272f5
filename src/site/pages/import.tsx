import type { ReactNode } from "react";
import { type ImportView, importStages } from "../../api/contract/import-view.ts";
import type { Language } from "../../domain/result.ts";
import { page } from "../page.ts";
import { wholeNumber } from "../parts/amount.tsx";
import { Differences } from "../parts/differences.tsx";
import { importWords } from "../words/import.ts";

/** A file being read, then what came of it — 导入进度. */
export const importPage = page<ImportView>({
  path: "/imports/:id",
  section: "documents",
  load: ({ facts, params }) => facts.import(params.id ?? ""),
  title: ({ view, language }) => titleOf(view, language),
  refresh: ({ finished }) => (finished ? undefined : 1),
  View({ view, language }) {
    const words = importWords[language];
    return (
      <div className="import">
        <h1>{titleOf(view, language)}</h1>
        <p className="lead">{words.file(view.fileName, wholeNumber(view.bytes))}</p>
        <Stages view={view} language={language} />
        {view.finished ? <Outcome view={view} language={language} /> : <p className="aside">{words.refreshes}</p>}
      </div>
    );
  },
});

function titleOf(view: ImportView, language: Language): string {
  const words = importWords[language];
  if (!view.outcome) return words.title;
  return view.outcome.kind === "refused" || view.outcome.kind === "failed" ? words.titleNo : words.titleDone;
}

function Stages({ view, language }: { readonly view: ImportView; readonly language: Language }): ReactNode {
  const words = importWords[language];
  const at = importStages.indexOf(view.stage);
  const failed = view.outcome?.kind === "refused" || view.outcome?.kind === "failed";
  if (failed) return null;
  return (
    <ol className="stages">
      {importStages.map((stage, n) => {
        const state = n < at || view.finished ? "did" : n === at ? "doing" : "waiting";
        return (
          <li key={stage} className={state} aria-current={state === "doing" ? "step" : undefined}>
            {words.stages[stage]}{" "}
            <small>{state === "doing" ? words.doing(stage === "reading" ? view.pages : null) : words[state]}</small>
          </li>
        );
      })}
    </ol>
  );
}

function Outcome({ view, language }: { readonly view: ImportView; readonly language: Language }): ReactNode {
  const words = importWords[language];
  const { outcome } = view;
  if (!outcome) return null;
  switch (outcome.kind) {
    case "refused":
      return (
        <section className="warn" role="alert">
          <h2>{outcome.message[language]}</h2>
          <p>{outcome.hint[language]}</p>
          <Again language={language} />
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
        <section className="done">
          <p>{words.alreadyHere}</p>
          <See href={outcome.document.page} language={language} />
        </section>
      );
    case "new":
      return (
        <section className="done">
          <p>{words.fresh(wholeNumber(outcome.projects), wholeNumber(outcome.indicators))}</p>
          <See href={outcome.document.page} language={language} />
        </section>
      );
    case "new-version":
      return (
        <section className="done">
          <p>{words.newVersion(outcome.version)}</p>
          <p>{words.fresh(wholeNumber(outcome.projects), wholeNumber(outcome.indicators))}</p>
          <See href={outcome.document.page} language={language} />
          <h2>{words.differences}</h2>
          <Differences differences={outcome.differences} language={language} />
        </section>
      );
  }
}

const Again = ({ language }: { readonly language: Language }): ReactNode => (
  <p>
    <a className="button" href="/documents#upload">
      {importWords[language].again}
    </a>
  </p>
);

const See = ({ href, language }: { readonly href: string; readonly language: Language }): ReactNode => (
  <p className="buttons">
    <a className="button" href={href}>
      {importWords[language].see}
    </a>
    <a href="/documents#upload">{importWords[language].again}</a>
  </p>
);
