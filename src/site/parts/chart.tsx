import type { ReactNode } from "react";
import type { Language } from "../../domain/result.ts";
import { chartWords } from "../words/chart.ts";

/** One bar: what it counts, how much, in words, and where that is listed — 一条. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  /** Class of the colour it is drawn in. */
  readonly colour?: string;
  readonly href: string | undefined;
}

/**
 * Lying bars with what they say, their unit and their source — 条形图. The chart is its own table: every bar stands in the
 * row of its number, so that it is read alike by eye, by ear, on a phone and on paper.
 */
export function Chart(props: {
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  readonly labelHead: string;
  readonly valueHead: string;
  readonly bars: readonly Bar[];
  readonly language: Language;
}): ReactNode {
  const words = chartWords[props.language];
  if (props.bars.length === 0) return null;
  const longest = Math.max(...props.bars.map(({ value }) => value));
  return (
    <figure className="chart">
      <figcaption>
        <b>{props.title}</b>
        <small>{words.unit(props.unit)}</small>
      </figcaption>
      <table className="bars">
        <caption className="hidden">{props.title}</caption>
        <thead className="hidden">
          <tr>
            <th scope="col">{props.labelHead}</th>
            <th scope="col">{props.valueHead}</th>
          </tr>
        </thead>
        <tbody>
          {props.bars.map((bar) => (
            <tr key={bar.label + bar.href}>
              <th scope="row">{bar.href ? <a href={bar.href}>{bar.label}</a> : bar.label}</th>
              <td>
                <svg aria-hidden="true" focusable="false">
                  <rect className={bar.colour} width={lengthOf(bar.value, longest)} height="100%" />
                </svg>
                <span className="num">{bar.text}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="source-line">{words.source(props.source)}</p>
    </figure>
  );
}

/** Bars begin at zero; what is not nothing is seen. */
function lengthOf(value: number, longest: number): string {
  if (value <= 0 || longest <= 0) return "0";
  return `${Math.max(0.5, (100 * value) / longest).toFixed(1)}%`;
}
