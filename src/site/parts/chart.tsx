import type { ReactNode } from "react";
import type { Language } from "../../domain/result.ts";
import { chartWords } from "../words/chart.ts";
import { valueWords } from "../words/value.ts";
import { type Bar, barChartSvg } from "./bar-chart.ts";
import { svgElements } from "./svg-elements.ts";

/** A row of the table behind a chart, with the address of what it counts. */
export interface ChartRow extends Bar {
  readonly href: string | undefined;
}

/** A chart with what it says, its unit, its source and the table behind it — 图表. */
export function Chart(props: {
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  readonly labelHead: string;
  readonly valueHead: string;
  readonly rows: readonly ChartRow[];
  readonly language: Language;
}): ReactNode {
  const words = chartWords[props.language];
  if (props.rows.length === 0) return null;
  const said = props.rows.map(({ label, text }) => `${label} ${text}`).join(props.language === "zh" ? "；" : "; ");
  return (
    <figure className="chart">
      <figcaption>
        <b>{props.title}</b>
        <small>{words.unit(props.unit)}</small>
      </figcaption>
      <div role="img" aria-label={props.title + valueWords[props.language].colon + said}>
        {svgElements(barChartSvg(props.rows, 460))}
      </div>
      <p className="source-line">{words.source(props.source)}</p>
      <details>
        <summary>{words.table}</summary>
        <table className="rows">
          <caption className="hidden">{props.title}</caption>
          <thead>
            <tr>
              <th scope="col">{props.labelHead}</th>
              <th scope="col" className="right">
                {props.valueHead}
              </th>
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <tr key={row.label + row.href}>
                <th scope="row">{row.href ? <a href={row.href}>{row.label}</a> : row.label}</th>
                <td className="right num">{row.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
