import type { ReactNode } from "react";
import type { SameKindView } from "../../api/contract/desk-views.ts";
import type { Language } from "../../domain/result.ts";
import { deskWords } from "../words/desk.ts";
import { type DeskPlace, deskHref } from "./desk-address.ts";
import { fieldOfIndicator } from "./field-name.ts";
import { MarkedChange } from "./marked-change.tsx";
import { Person, type Typed } from "./person.tsx";

/** Where the same correction would fit, before and after; what is ticked is corrected at one stroke — 同类更正预览. */
export function SameKindList(props: {
  readonly same: SameKindView;
  readonly place: DeskPlace;
  readonly typed: Typed;
  readonly language: Language;
}): ReactNode {
  const { same, place, language } = props;
  const words = deskWords[language];
  const equal = same.items.filter((item) => item.equal);
  return (
    <>
      <p className="lead">{words.sameLead(same.before || words.empty, same.after || words.empty)}</p>
      {same.more > 0 ? <p className="aside">{words.sameMore(same.more)}</p> : null}
      <form className="correct same" action={place.page} method="post">
        <input type="hidden" name="act" value="apply" />
        <input type="hidden" name="before" value={same.before} />
        <input type="hidden" name="after" value={same.after} />
        <input type="hidden" name="from" value={same.slip?.from ?? ""} />
        <input type="hidden" name="to" value={same.slip?.to ?? ""} />
        <input type="hidden" name="sheet" value={place.sheet} />
        {place.at === undefined ? null : <input type="hidden" name="at" value={place.at} />}
        <Ticks {...props} items={equal} title={words.sameWhole} ticked />
        {same.slip === null ? null : (
          <Ticks
            {...props}
            items={same.items.filter((item) => !item.equal)}
            title={words.sameSlip(same.slip.from, same.slip.to)}
            ticked={same.slip.known}
          />
        )}
        <Person typed={props.typed} language={language} />
        <p className="buttons">
          <button type="submit">{words.sameApply}</button>
          <a href={deskHref(place, "#chosen")}>{words.sameBack}</a>
        </p>
        <p className="aside">{words.whoMay}</p>
      </form>
    </>
  );
}

function Ticks(props: {
  readonly items: SameKindView["items"];
  readonly title: string;
  readonly ticked: boolean;
  readonly place: DeskPlace;
  readonly language: Language;
}): ReactNode {
  const { items, place, language } = props;
  const words = deskWords[language];
  if (items.length === 0) return null;
  return (
    <fieldset className="ticks">
      <legend>
        {props.title} <span className="n">{items.length}</span>
      </legend>
      <ul>
        {items.map((item) => (
          <li key={item.path}>
            <label>
              <input type="checkbox" name="path" value={item.path} defaultChecked={props.ticked} />
              <span>
                <b>{item.of}</b> · {fieldOfIndicator(item, language)}
                <MarkedChange before={item.before} after={item.after} empty={words.empty} />
              </span>
            </label>
            <a href={deskHref({ page: place.page, sheet: item.sheet, at: item.path }, "#chosen")}>
              {item.where?.[language] ?? words.where}
            </a>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
