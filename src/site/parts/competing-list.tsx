import type { ReactNode } from "react";
import type { CompetingView } from "../../api/contract/reading-views.ts";
import type { Language } from "../../domain/result.ts";
import { competingWords } from "../words/competing.ts";
import { fieldName } from "./differences.tsx";

/** Values that the source gives in two ways: the one taken, the one that lost, and why — 两种读法. */
export function CompetingList(props: {
  readonly competing: readonly CompetingView[];
  readonly language: Language;
  readonly showOwner: boolean;
}): ReactNode {
  const { language } = props;
  const words = competingWords[language];
  return (
    <ul className="competing">
      {props.competing.map((one) => (
        <li key={one.subject}>
          {props.showOwner ? <b>{one.of} </b> : null}
          {fieldName(one.subject.split("/").slice(4).join("/"), language)}
          <ul>
            {one.options.map((option) => (
              <li key={`${option.place.spans[0]?.start}-${option.text}`} className={option.taken ? "taken" : "lost"}>
                <span className="tag">{option.taken ? words.taken : words.lost}</span>{" "}
                <a href={`#L${option.place.line}`}>{option.text}</a> <small>{option.place.words[language]}</small>
              </li>
            ))}
          </ul>
          <small>
            {words.because} {words[one.because]}
          </small>
        </li>
      ))}
    </ul>
  );
}
