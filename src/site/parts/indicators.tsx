import type { ReactNode } from "react";
import type { ClassView, IndicatorView, ProjectView } from "../../api/contract/project-views.ts";
import type { Language } from "../../domain/result.ts";
import { projectWords } from "../words/project.ts";
import { CorrectedTag } from "./corrected-tag.tsx";
import { InferredTag } from "./inferred.tsx";
import { type Marks, valueId } from "./marks.tsx";
import { PrintedDetails } from "./printed-details.tsx";
import { Printed, TargetValueCell } from "./target-value.tsx";

interface Part {
  readonly project: ProjectView;
  readonly marks: Marks;
  readonly language: Language;
}

const dimensionOrder = ["output", "cost", "benefit", "satisfaction", "none"];

/** The indicators of a project, a table for each level-1 class — 绩效指标. */
export function Indicators(part: Part): ReactNode {
  const words = projectWords[part.language];
  const groups = new Map<string, IndicatorView[]>();
  for (const indicator of part.project.indicators) {
    const dimension = indicator.dimension?.value ?? "none";
    groups.set(dimension, [...(groups.get(dimension) ?? []), indicator]);
  }
  const ordered = dimensionOrder.filter((dimension) => groups.has(dimension));
  const hasCycle = part.project.indicators.some(({ cycleTarget }) => cycleTarget !== null);
  return (
    <section>
      <h2>
        {words.indicators} <span className="n">{part.project.indicators.length}</span>
      </h2>
      {ordered.length === 0 ? <p className="none">{words.noIndicators}</p> : null}
      {ordered.map((dimension) => (
        <IndicatorTable
          key={dimension}
          {...part}
          group={groups.get(dimension)!}
          dimension={dimension}
          cycle={hasCycle}
        />
      ))}
    </section>
  );
}

function IndicatorTable(
  props: Part & { readonly group: readonly IndicatorView[]; readonly dimension: string; readonly cycle: boolean },
): ReactNode {
  const { group, marks, language } = props;
  const words = projectWords[language];
  const name = group[0]?.dimension?.name[language] ?? words.unclassed;
  return (
    <table className={`rows cards indicators ${props.dimension}`}>
      <caption>
        {name} <span className="n">{group.length}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.annual}</th>
          {props.cycle ? <th scope="col">{words.cycle}</th> : null}
        </tr>
      </thead>
      <tbody>
        {group.map((indicator) => (
          <tr key={indicator.path} id={valueId(indicator.path)}>
            <th scope="row">
              <Printed path={`${indicator.path}/name`} marks={marks} language={language}>
                {indicator.name}
              </Printed>
              <CorrectedTag project={props.project} path={`${indicator.path}/name`} language={language} />
              <Classes indicator={indicator} language={language} />
              <PrintedDetails printed={indicator.printed} language={language} />
            </th>
            <td data-label={words.annual}>
              <TargetValueCell
                value={indicator.annualTarget}
                path={`${indicator.path}/annualTarget`}
                marks={marks}
                language={language}
              />
              <CorrectedTag project={props.project} path={`${indicator.path}/annualTarget`} language={language} />
            </td>
            {props.cycle ? (
              <td data-label={words.cycle}>
                <TargetValueCell
                  value={indicator.cycleTarget}
                  path={`${indicator.path}/cycleTarget`}
                  marks={marks}
                  language={language}
                />
                <CorrectedTag project={props.project} path={`${indicator.path}/cycleTarget`} language={language} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The classes of an indicator, with what is inferred said to be so. */
function Classes({
  indicator,
  language,
}: {
  readonly indicator: IndicatorView;
  readonly language: Language;
}): ReactNode {
  const { aspect, dimension } = indicator;
  if (!aspect && dimension?.basis !== "inferred") return null;
  return (
    <small className="classes">
      {aspect ? <Class of={aspect} language={language} /> : null}
      {dimension?.basis === "inferred" ? <Class of={dimension} language={language} /> : null}
    </small>
  );
}

const Class = ({ of, language }: { readonly of: ClassView; readonly language: Language }): ReactNode => (
  <span>
    {of.name[language]}
    {of.basis === "inferred" ? <InferredTag language={language} /> : null}
  </span>
);
