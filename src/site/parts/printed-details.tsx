import type { ReactNode } from "react";
import type { IndicatorView } from "../../api/contract/project-views.ts";
import type { Language } from "../../domain/result.ts";
import { reportWords } from "../words/report.ts";

/** Part of the target already: told there. */
const inTarget = ["nature", "unit"];

/** What else a table prints of an indicator, in one line — 指标其他栏. */
export function PrintedDetails(props: {
  readonly printed: IndicatorView["printed"];
  readonly without?: readonly string[];
  readonly language: Language;
}): ReactNode {
  const names: Readonly<Record<string, string>> = reportWords[props.language];
  const told = Object.entries(props.printed).filter(
    ([name, text]) => text !== "" && !inTarget.includes(name) && !props.without?.includes(name),
  );
  if (told.length === 0) return null;
  return (
    <small className="as">
      {told.map(([name, text], n) => (
        <span key={name}>
          {n === 0 ? "" : " · "}
          {names[name] ?? name} {text}
        </span>
      ))}
    </small>
  );
}
