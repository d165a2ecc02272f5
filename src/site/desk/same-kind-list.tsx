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
  return (
    <>
      <p className="lead">{words.sameLead(same.from || words.empty, same.to || words.empty)}</p>
      <p className="aside">
        {same.reach === "whole" ? words.sameWhole : words.sameSlip} {words.sameCount(same.items.length + same.more)}
        {same.more > 0 ? ` ${words.sameMore(same.more)}` : ""}
      </p>
      <form className="correct same" action={place.page} method="post">
        <input type="hidden" name="act" value="apply" />
        <input type="hidden" name="reach" value={same.reach} />
        <input type="hidden" name="from" value={same.from} />
        <input type="hidden" name="to" value={same.to} />
        <input type="hidden" name="sheet" value={place.sheet} />
        {place.at === undefined ? null : <input type="hidden" name="at" value={place.at} />}
        <ul className="ticks">
          {same.items.map((item) => (
            <li key={item.path}>
              <label>
                <input type="checkbox" name="path" value={item.path} defaultChecked />
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
