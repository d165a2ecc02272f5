import type { ReactNode } from "react";
import type { DifferenceView } from "../../api/contract/document-views.ts";
import type { Language } from "../../domain/result.ts";
import { differenceWords } from "../words/difference.ts";

/** What changed from one version of a table to the next, in words — 版本差异. */
export function Differences(props: {
  readonly differences: readonly DifferenceView[];
  readonly language: Language;
}): ReactNode {
  const words = differenceWords[props.language];
  if (props.differences.length === 0) return <p className="none">{words.none}</p>;
  return (
    <ul className="differences">
      {props.differences.map((difference) => (
        <li key={identity(difference)} className={difference.kind}>
          <span className="tag">{words[difference.kind]}</span> <b>{difference.project}</b>
          {difference.indicator ? ` · ${difference.indicator}` : ""}
          {difference.field ? ` · ${fieldName(difference.field, props.language)}` : ""}
          {difference.before !== null || difference.after !== null ? (
            <span className="was">
              {difference.before === null ? null : <del>{difference.before || words.empty}</del>}
              {difference.before !== null && difference.after !== null ? " → " : null}
              {difference.after === null ? null : <ins>{difference.after || words.empty}</ins>}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

const identity = ({ kind, unit, project, indicator, field }: DifferenceView): string =>
  [kind, unit, project, indicator, field].join("|");

/** Name of a field in words; its path where it has none. */
export function fieldName(field: string, language: Language): string {
  const words = differenceWords[language];
  const names: Readonly<Record<string, string>> = words.fields;
  const [, nth, rest = ""] = /^indicators\/(\d+)(?:\/(.+))?$/.exec(field) ?? [];
  if (nth !== undefined) return words.ofIndicator(Number(nth) + 1, names[rest] ?? "");
  return names[field] ?? field;
}
