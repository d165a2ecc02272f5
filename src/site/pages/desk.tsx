import type { ReactNode } from "react";
import type { DeskView, SameKindView } from "../../api/contract/desk-views.ts";
import type { ProblemView } from "../../api/contract/problem-view.ts";
import type { Language } from "../../domain/result.ts";
import { Chosen } from "../desk/chosen.tsx";
import { type DeskPanel, type DeskPlace, deskPanels } from "../desk/desk-address.ts";
import { Original } from "../desk/original.tsx";
import { Changes, Corrections, Doubts, PanelTabs } from "../desk/panels.tsx";
import type { Typed } from "../desk/person.tsx";
import { SameKindList } from "../desk/same-kind-list.tsx";
import { Unplaced, Values } from "../desk/values.tsx";
import { keyOf } from "../key-of.ts";
import type { Page, Shown } from "../page.ts";
import { Trail } from "../parts/frame.tsx";
import { deskWords } from "../words/desk.ts";
import { documentWords } from "../words/document.ts";

/** Where the desk stands — 核对台地址. */
export const deskPath = "/f/:region/:year/:id/desk";

/** The reading desk: a page of the original and what was read from it, beside each other — 核对台. */
export const deskPage: Page = {
  path: deskPath,
  async show({ facts, params, query, language, who }) {
    const key = keyOf(params);
    const sheet = Number(query.get("sheet") ?? "");
    const at = query.get("at") ?? undefined;
    const desk =
      key &&
      (await facts.desk.desk(key, {
        ...(Number.isInteger(sheet) && sheet > 0 ? { sheet } : {}),
        ...(at === undefined ? {} : { at }),
      }));
    if (!desk) return undefined;
    const show = deskPanels.find((panel) => panel === query.get("show"));
    return deskShown(desk, { at, show, typed: { who }, done: doneOf(query), language });
  },
};

/** What is asked of the desk, and what has just happened. */
interface DeskState {
  readonly at: string | undefined;
  readonly show: DeskPanel | undefined;
  readonly typed: Typed;
  readonly done: { readonly kind: "made" | "undone"; readonly n: number } | undefined;
  /** Why a form was not taken. */
  readonly problem?: ProblemView;
  readonly language: Language;
}

function doneOf(query: URLSearchParams): DeskState["done"] {
  const n = Number(query.get("done") ?? "");
  if (!Number.isInteger(n) || n < 1) return undefined;
  return { kind: query.get("did") === "undone" ? "undone" : "made", n };
}

/** The desk, ready for the frame; after a form that was refused, with what was typed in it. */
export function deskShown(desk: DeskView, state: DeskState): Shown {
  const { at, show, language } = state;
  const words = deskWords[language];
  const place: DeskPlace = { page: desk.page, sheet: desk.sheet, at, ...(show === undefined ? {} : { show }) };
  const part = { desk, place, language };
  return {
    title: words.titleOf(desk.row.title ?? desk.row.fileName),
    section: "documents",
    searched: "",
    extra: "desk",
    body: (
      <div className="desk">
        <Head desk={desk} language={language} />
        <Told state={state} />
        <div className="two-panes">
          <Original {...part} />
          <div className="pane">
            <Chosen {...part} typed={state.typed} />
            <PanelTabs {...part} />
            <section id="panel" aria-label={words[show ?? "values"]}>
              <Panel {...part} show={show ?? "values"} who={state.typed.who} />
            </section>
            {desk.mayCorrect ? <Reread desk={desk} language={language} /> : null}
            <p className="aside keys">{words.keys}</p>
          </div>
        </div>
      </div>
    ),
  };
}

function Panel(props: {
  readonly desk: DeskView;
  readonly place: DeskPlace;
  readonly language: Language;
  readonly show: DeskPanel;
  readonly who: string;
}): ReactNode {
  const { desk } = props;
  switch (props.show) {
    case "values":
      return (
        <>
          <Unplaced {...props} here={desk.unplaced} elsewhere={desk.unplacedElsewhere} mayCorrect={desk.mayCorrect} />
          <Values {...props} groups={desk.groups} />
        </>
      );
    case "doubts":
      return <Doubts {...props} />;
    case "corrections":
      return <Corrections {...props} />;
    case "changes":
      return <Changes {...props} />;
  }
}

function Head({ desk, language }: { readonly desk: DeskView; readonly language: Language }): ReactNode {
  const words = deskWords[language];
  return (
    <header className="head">
      <Trail
        language={language}
        steps={[
          { href: "/documents", name: documentWords[language].documents },
          { href: desk.document.page, name: desk.row.title ?? desk.row.fileName },
        ]}
      />
      <h1>{words.title}</h1>
      <p className="meta">
        <span>{desk.row.fileName}</span>
        {desk.row.department.name ? <span>{desk.row.department.name}</span> : null}
        <a href={desk.self}>{documentWords[language].json}</a>
      </p>
    </header>
  );
}

/** A newer program may read more: the corrections of people stay. */
function Reread({ desk, language }: { readonly desk: DeskView; readonly language: Language }): ReactNode {
  const words = deskWords[language];
  return (
    <form className="correct" action={desk.page} method="post">
      <p className="aside">{words.rereadLead}</p>
      <p className="buttons">
        <button type="submit" name="act" value="reread" className="second">
          {words.reread}
        </button>
      </p>
    </form>
  );
}

/** What became of a form: told where one looks first. */
function Told({ state: { problem, done, language } }: { readonly state: DeskState }): ReactNode {
  const words = deskWords[language];
  if (problem)
    return (
      <div className="warn" role="alert">
        <p>
          <b>{problem.title}</b>
        </p>
        <p>{problem.hint}</p>
      </div>
    );
  if (!done) return null;
  return (
    <p className="done" role="status">
      {done.kind === "made" ? words.doneOne(done.n) : words.doneUndo(done.n)}
    </p>
  );
}

/** The preview of the same correction elsewhere, ready for the frame — 同类更正预览页. */
export function sameKindShown(
  same: SameKindView,
  place: DeskPlace,
  typed: Typed,
  problem: ProblemView | undefined,
  language: Language,
): Shown {
  const words = deskWords[language];
  const state: DeskState = {
    at: place.at,
    show: undefined,
    typed,
    done: undefined,
    language,
    ...(problem ? { problem } : {}),
  };
  return {
    title: words.sameTitle,
    section: "documents",
    searched: "",
    extra: "desk",
    body: (
      <div className="desk">
        <h1>{words.sameTitle}</h1>
        <Told state={state} />
        <SameKindList same={same} place={place} typed={typed} language={language} />
      </div>
    ),
  };
}
