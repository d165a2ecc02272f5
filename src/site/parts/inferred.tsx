import type { ReactNode } from "react";
import type { YearView } from "../../api/contract/basic-views.ts";
import type { Language } from "../../domain/result.ts";
import { valueWords } from "../words/value.ts";

/** Says that something was not printed but inferred — 推断. */
export function InferredTag({ language }: { readonly language: Language }): ReactNode {
  const words = valueWords[language];
  return (
    <span className="inferred" title={words.inferredHint}>
      {words.inferred}
    </span>
  );
}

/** The year of a row in a list; said to be inferred where it is — 列表中的年度. */
export function RowYear(props: {
  readonly row: { readonly key: { readonly year: number }; readonly yearInferred: boolean };
  readonly language: Language;
}): ReactNode {
  const { key, yearInferred } = props.row;
  if (key.year === 0) return valueWords[props.language].yearUnknown;
  return (
    <>
      {key.year}
      {yearInferred ? <InferredTag language={props.language} /> : null}
    </>
  );
}

/** A budget year and how it is known — 预算年度. */
export function YearTag({ year, language }: { readonly year: YearView; readonly language: Language }): ReactNode {
  const words = valueWords[language];
  if (year.value === null) return <span>{words.yearUnknown}</span>;
  return (
    <span>
      {words.year(year.value)}
      {year.basis === "inferred" ? <InferredTag language={language} /> : null}
      {year.basis === "given" ? <span className="tag">{words.given}</span> : null}
    </span>
  );
}
