import type { ReactNode } from "react";
import type { CorrectionView } from "../../api/contract/correction-view.ts";
import type { DeskView } from "../../api/contract/desk-views.ts";
import type { Language } from "../../domain/result.ts";
import { day } from "../parts/document-table.tsx";
import { deskWords } from "../words/desk.ts";
import type { DeskPlace } from "./desk-address.ts";
import { MarkedChange } from "./marked-change.tsx";

/** In a shorter text one sees what was changed. */
const atAGlance = 16;

/** What a correction was, in one sentence, and what became of it — 更正一句话. */
export function CorrectionStory(props: {
  readonly correction: CorrectionView;
  readonly language: Language;
}): ReactNode {
  const { correction, language } = props;
  const words = deskWords[language];
  const { machine, who, at, corrected, why, undone } = correction;
  return (
    <>
      <p>
        {machine === "" ? words.toldAdded(who, day(at)) : words.told(machine, who, day(at))}
        {words.because(corrected || words.empty, why)}{" "}
        <span className={correction.state === "applied" || correction.state === "agreed" ? "tag good" : "tag"}>
          {words.states[correction.state]}
        </span>
      </p>
      {machine.length > atAGlance ? (
        <p>
          <MarkedChange before={machine} after={corrected} empty={words.empty} />
        </p>
      ) : null}
      {correction.state === "unfit" ? (
        <p className="warn">{correction.now === null ? words.notFound : words.nowReads(correction.now)}</p>
      ) : null}
      {undone === null ? null : <p className="aside">{words.undoneBy(undone.who, day(undone.at), undone.why)}</p>}
    </>
  );
}

/** Takes one correction back, or all of its batch — 撤销. */
export function UndoForm(props: {
  readonly desk: DeskView;
  readonly what: string;
  readonly label: string;
  readonly place: DeskPlace;
  readonly who: string;
  readonly language: Language;
}): ReactNode {
  const { place, language } = props;
  const words = deskWords[language];
  return (
    <details className="undo">
      <summary>{props.label}</summary>
      <form className="correct" action={props.desk.page} method="post">
        <input type="hidden" name="act" value="undo" />
        <input type="hidden" name="what" value={props.what} />
        <input type="hidden" name="sheet" value={place.sheet} />
        {place.at === undefined ? null : <input type="hidden" name="path" value={place.at} />}
        {place.show === undefined ? null : <input type="hidden" name="show" value={place.show} />}
        <label>
          {words.undoWhy}
          <input type="text" name="why" required maxLength={500} />
        </label>
        <label>
          {words.who}
          <input type="text" name="who" required defaultValue={props.who} maxLength={60} autoComplete="name" />
        </label>
        <button type="submit" className="second">
          {words.undo}
        </button>
      </form>
    </details>
  );
}

/** How one value came to be what it is — 更正经过. */
export function CorrectionHistory(props: {
  readonly desk: DeskView;
  readonly corrections: readonly CorrectionView[];
  readonly place: DeskPlace;
  readonly typed: { readonly who: string };
  readonly language: Language;
}): ReactNode {
  const { desk, language } = props;
  const words = deskWords[language];
  if (props.corrections.length === 0) return null;
  return (
    <div className="history">
      <h3>{words.history}</h3>
      <ul className="plain">
        {props.corrections.map((correction) => (
          <li key={correction.id}>
            <CorrectionStory correction={correction} language={language} />
            {desk.mayCorrect && correction.undone === null ? (
              <UndoForm
                desk={desk}
                what={correction.id}
                label={words.undo}
                place={props.place}
                who={props.typed.who}
                language={language}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
