import type { ReactNode } from "react";
import type { CorrectionView } from "../../api/contract/correction-view.ts";
import type { DeskDoubtView, DeskView } from "../../api/contract/desk-views.ts";
import type { DifferenceView } from "../../api/contract/document-views.ts";
import type { Language } from "../../domain/result.ts";
import { fieldName } from "../parts/differences.tsx";
import { deskWords } from "../words/desk.ts";
import { differenceWords } from "../words/difference.ts";
import { type DeskPanel, type DeskPlace, deskHref, deskPanels, toValue } from "./desk-address.ts";
import { fieldOfIndicator } from "./field-name.ts";
import { CorrectionStory, UndoForm } from "./history.tsx";
import { MarkedChange } from "./marked-change.tsx";

interface Part {
  readonly desk: DeskView;
  readonly place: DeskPlace;
  readonly language: Language;
}

/** What can stand beside the original, with how much there is of it — 右栏切换. */
export function PanelTabs({ desk, place, language }: Part): ReactNode {
  const words = deskWords[language];
  const counts: Readonly<Record<DeskPanel, number | undefined>> = {
    values: undefined,
    doubts: desk.doubtCount,
    corrections: desk.corrections.length,
    changes: desk.row.version > 1 ? desk.differences.length : undefined,
  };
  const shown = place.show ?? "values";
  return (
    <nav className="tabs" aria-label={words.views}>
      <ul>
        {deskPanels.map((panel) => (
          <li key={panel}>
            <a href={deskHref({ ...place, show: panel }, "#panel")} aria-current={panel === shown ? "page" : undefined}>
              {words[panel]}
              {counts[panel] === undefined ? null : <span className="n"> {counts[panel]}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What a person should look at, by kind — 存疑清单. */
export function Doubts({ desk, place, language }: Part): ReactNode {
  const words = deskWords[language];
  if (desk.doubts.length === 0) return <p className="none">{words.noDoubts}</p>;
  const groups = Map.groupBy(desk.doubts, ({ title }) => title[language]);
  return (
    <>
      {desk.doubtCount > desk.doubts.length ? (
        <p className="aside">{words.doubtsCut(desk.doubts.length, desk.doubtCount)}</p>
      ) : null}
      {[...groups].map(([title, doubts], n) => (
        <details key={title} className="owner" open={n < 3}>
          <summary>
            {title} <span className="n">{doubts.length}</span>
          </summary>
          <ul className="plain">
            {doubts.map((doubt) => (
              <li key={doubt.id}>
                <Doubt doubt={doubt} place={place} language={language} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

function Doubt({ doubt, place, language }: Omit<Part, "desk"> & { readonly doubt: DeskDoubtView }): ReactNode {
  const words = deskWords[language];
  const at = doubt.path === "" ? undefined : doubt.path;
  const there = { ...place, sheet: doubt.sheet };
  const chosen = place.alone ? "" : "#chosen";
  const owner = [doubt.of, doubt.field === "" ? (doubt.indicator ?? "") : fieldOfIndicator(doubt, language)];
  return (
    <>
      <a
        href={place.alone && at !== undefined ? toValue(there, at) : deskHref({ ...there, at, show: "doubts" }, chosen)}
      >
        {owner.filter(Boolean).join(" · ") || doubt.where?.[language] || words.document}
      </a>{" "}
      {doubt.message[language]}
      {doubt.proposal === null ? null : (
        <>
          {" "}
          {words.proposal} <q>{doubt.proposal}</q>
        </>
      )}{" "}
      {doubt.where === null ? null : <small>{doubt.where[language]}</small>}
    </>
  );
}

/** Of many corrections at one stroke these tell what the others are like. */
const shownOfBatch = 3;

/** Everything that people corrected, newest first; those of one stroke together — 更正记录. */
export function Corrections({ desk, place, who, language }: Part & { readonly who: string }): ReactNode {
  const words = deskWords[language];
  if (desk.corrections.length === 0) return <p className="none">{words.noCorrections}</p>;
  const batches = Map.groupBy(desk.corrections, ({ batch }) => batch);
  return [...batches].map(([batch, corrections]) => {
    const open = corrections.filter(({ undone }) => undone === null).length;
    const list = (some: readonly CorrectionView[]): ReactNode => (
      <ul className="plain">
        {some.map((correction) => (
          <li key={correction.id}>
            <a href={deskHref({ page: desk.page, at: correction.path ?? undefined, show: "corrections" }, "#chosen")}>
              {correction.of} · {fieldOfIndicator(correction, language)}
            </a>
            <CorrectionStory correction={correction} language={language} />
          </li>
        ))}
      </ul>
    );
    return (
      <section key={batch} className="owner">
        {list(corrections.slice(0, shownOfBatch))}
        {corrections.length > shownOfBatch ? (
          <details>
            <summary>{words.wholeBatch(corrections.length)}</summary>
            {list(corrections.slice(shownOfBatch))}
          </details>
        ) : null}
        {desk.mayCorrect && open > 0 ? (
          <UndoForm
            desk={desk}
            what={batch}
            label={open > 1 ? words.undoBatch(open) : words.undo}
            place={{ ...place, show: "corrections" }}
            who={who}
            language={language}
          />
        ) : null}
      </section>
    );
  });
}

/** What this version changed, with the words marked — 与上一版相比. */
export function Changes({ desk, language }: Part): ReactNode {
  const words = deskWords[language];
  if (desk.row.version === 1) return <p className="none">{words.noChanges}</p>;
  if (desk.differences.length === 0) return <p className="none">{words.sameAsBefore}</p>;
  return (
    <ul className="differences">
      {desk.differences.map((difference) => (
        <li key={identity(difference)} className={difference.kind}>
          <span className="tag">{differenceWords[language][difference.kind]}</span> <b>{difference.project}</b>
          {difference.indicator ? ` · ${difference.indicator}` : ""}
          {difference.field ? ` · ${fieldName(difference.field, language)}` : ""}
          {difference.before === null && difference.after === null ? null : (
            <MarkedChange before={difference.before ?? ""} after={difference.after ?? ""} empty={words.empty} />
          )}
        </li>
      ))}
    </ul>
  );
}

const identity = ({ kind, unit, project, indicator, field, before }: DifferenceView): string =>
  [kind, unit, project, indicator, field, before].join("|");
