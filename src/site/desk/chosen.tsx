import type { ReactNode } from "react";
import type { ChosenView, DeskView } from "../../api/contract/desk-views.ts";
import { correctionLimits } from "../../domain/correction.ts";
import type { Language } from "../../domain/result.ts";
import { deskWords } from "../words/desk.ts";
import type { DeskPlace } from "./desk-address.ts";
import { deskFieldName, fieldOfIndicator } from "./field-name.ts";
import { CorrectionHistory } from "./history.tsx";
import { Person, type Typed } from "./person.tsx";
import { PlaceForm } from "./place-form.tsx";

interface Part {
  readonly desk: DeskView;
  readonly place: DeskPlace;
  readonly typed: Typed;
  readonly language: Language;
}

/** The chosen value: what the machine read, what holds, where it stands, and the form to correct it — 选中的值. */
export function Chosen(part: Part): ReactNode {
  const { desk, language } = part;
  const words = deskWords[language];
  const { chosen } = desk;
  return (
    <section id="chosen" className="chosen-value" aria-live="polite">
      <h2>{chosen?.kind === "unplaced" ? words.chosenWords : words.chosen}</h2>
      {chosen === null ? <p className="aside">{words.nothingChosen}</p> : null}
      {chosen?.kind === "value" ? <ChosenValue {...part} chosen={chosen} /> : null}
      {chosen?.kind === "unplaced" ? (
        <>
          <blockquote>{chosen.words.text}</blockquote>
          <p className="aside">
            {words.stands} {chosen.words.where[language]}
          </p>
          {desk.mayCorrect ? <PlaceForm {...part} chosen={chosen} /> : <MayNot {...part} />}
        </>
      ) : null}
    </section>
  );
}

function ChosenValue(part: Part & { readonly chosen: Extract<ChosenView, { kind: "value" }> }): ReactNode {
  const { desk, chosen, language } = part;
  const words = deskWords[language];
  const { value } = chosen;
  return (
    <>
      <p className="of">
        {chosen.of} · {fieldOfIndicator({ indicator: chosen.indicator, field: value.field }, language)}
      </p>
      <dl className="facts">
        <div>
          <dt>{words.machineRead}</dt>
          <dd>
            {value.machine === "" ? <span className="none">{words.machineNothing}</span> : <q>{value.machine}</q>}
          </dd>
        </div>
        {value.text === value.machine ? null : (
          <div>
            <dt>{words.holds}</dt>
            <dd>
              <q>{value.text || words.empty}</q>
            </dd>
          </div>
        )}
        {value.where === null ? null : (
          <div>
            <dt>{words.stands}</dt>
            <dd>
              {value.where[language]}
              {value.confidence === null ? null : ` · ${words.confidence(value.confidence)}`}
            </dd>
          </div>
        )}
      </dl>
      {value.notes.length === 0 ? null : (
        <ul className="plain">
          {value.notes.map((note) => (
            <li key={note.message.zh}>
              {note.message[language]}
              {note.proposal === null ? null : (
                <>
                  {" "}
                  {words.proposal} <q>{note.proposal}</q>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <CorrectionHistory {...part} corrections={chosen.corrections} />
      {value.kind === "printed" ? (
        <p className="aside">{words.onlySeen}</p>
      ) : desk.mayCorrect ? (
        <CorrectForm {...part} chosen={chosen} />
      ) : (
        <MayNot {...part} />
      )}
    </>
  );
}

const MayNot = ({ desk, language }: Part): ReactNode => (
  <p className="aside">{desk.row.current ? deskWords[language].mayNot : deskWords[language].mayNotOld}</p>
);

function CorrectForm(part: Part & { readonly chosen: Extract<ChosenView, { kind: "value" }> }): ReactNode {
  const { desk, place, typed, language } = part;
  const words = deskWords[language];
  const { value } = part.chosen;
  const text = typed.text ?? value.text;
  const isLong = value.kind === "words" || text.length > 30;
  const others = value.options.map((option) => option.text).filter((option) => option !== value.text);
  return (
    <form className="correct" action={desk.page} method="post">
      <input type="hidden" name="path" value={value.path} />
      <input type="hidden" name="seen" value={value.text} />
      <input type="hidden" name="sheet" value={place.sheet} />
      <label htmlFor="new-text">
        {words.newText} <small>{deskFieldName(value.field, language)}</small>
      </label>
      {isLong ? (
        <textarea
          id="new-text"
          name="text"
          rows={Math.min(8, 2 + Math.floor(text.length / 40))}
          defaultValue={text}
          maxLength={correctionLimits.text}
        />
      ) : (
        <input id="new-text" type="text" name="text" defaultValue={text} maxLength={correctionLimits.text} />
      )}
      {value.unit === null ? null : <small>{words.unitHint(value.unit)}</small>}
      <Person typed={typed} language={language} />
      <p className="buttons">
        <button type="submit" name="act" value="correct">
          {words.submit}
        </button>
        <button type="submit" name="act" value="same" className="second">
          {words.findSame}
        </button>
        {[...new Set(others)].map((other) => (
          <button key={other} type="submit" name="take" value={other} className="second">
            {words.take(other)}
          </button>
        ))}
      </p>
      <p className="aside">{words.whoMay}</p>
    </form>
  );
}
