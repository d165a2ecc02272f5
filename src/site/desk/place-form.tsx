import type { ReactNode } from "react";
import type { ChosenView, DeskView } from "../../api/contract/desk-views.ts";
import { correctionLimits } from "../../domain/correction.ts";
import type { Language } from "../../domain/result.ts";
import { deskWords } from "../words/desk.ts";
import type { DeskPlace } from "./desk-address.ts";
import { fieldOfIndicator } from "./field-name.ts";
import { Person, type Typed } from "./person.tsx";

type ChosenWords = Extract<ChosenView, { kind: "unplaced" }>;

/** Gives words that found no place to a field of a project — 归入. */
export function PlaceForm(props: {
  readonly desk: DeskView;
  readonly chosen: ChosenWords;
  readonly place: DeskPlace;
  readonly typed: Typed;
  readonly language: Language;
}): ReactNode {
  const { chosen, typed, language } = props;
  const words = deskWords[language];
  const { start, end, text } = chosen.words;
  const choices = (near: boolean): readonly ReactNode[] =>
    chosen.targets
      .filter((target) => target.near === near)
      .map((target) => (
        <option key={target.path} value={target.path}>
          {`${target.of}：${fieldOfIndicator(target, language)}${target.text === "" ? "" : ` ＋`}`}
        </option>
      ));
  const others = choices(false);
  return (
    <form className="correct" action={props.desk.page} method="post">
      <input type="hidden" name="start" value={start} />
      <input type="hidden" name="end" value={end} />
      <input type="hidden" name="sheet" value={props.place.sheet} />
      <label>
        {words.placeWhole}
        <textarea name="text" rows={3} defaultValue={typed.text ?? text} maxLength={correctionLimits.text} />
      </label>
      <label>
        {words.belongsTo}
        <select name="path" required>
          <optgroup label={words.nearby}>{choices(true)}</optgroup>
          {others.length === 0 ? null : <optgroup label={words.others}>{others}</optgroup>}
        </select>
        <small>{words.placeHint}</small>
      </label>
      <Person typed={typed} language={language} />
      <p className="buttons">
        <button type="submit" name="act" value="place">
          {words.placeSubmit}
        </button>
      </p>
      <p className="aside">{words.whoMay}</p>
    </form>
  );
}
