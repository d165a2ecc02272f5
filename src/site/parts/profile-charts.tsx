import type { ReactNode } from "react";
import type { OrganisationView, ProfileView, ProjectFilterQuery, ProjectRowView } from "../../api/contract.ts";
import type { Language } from "../../domain/result.ts";
import { chartWords } from "../words/chart.ts";
import { valueWords } from "../words/value.ts";
import { isNothing, percent, thousands, wholeNumber } from "./amount.tsx";
import { Chart, type ChartRow } from "./chart.tsx";
import { explorerHref } from "./facets.tsx";

type Whose = Partial<Pick<ProjectFilterQuery, "department" | "unit" | "year">>;
const mostBars = 10;

/** Money by unit: the largest, and the rest in one bar — 各单位资金图. */
export function MoneyByUnit(props: {
  readonly units: readonly OrganisationView[];
  readonly language: Language;
}): ReactNode {
  const words = chartWords[props.language];
  const units = props.units.filter(({ total }) => !isNothing(total));
  if (units.length < 2) return null;
  const sorted = units.toSorted((a, b) => Number(b.total) - Number(a.total));
  const rows = sorted.slice(0, mostBars).map((unit) => moneyRow(unit.name, unit.total, unit.page));
  const others = sorted.slice(mostBars);
  if (others.length > 0) {
    const total = others.reduce((sum, unit) => sum + Number(unit.total), 0);
    rows.push(moneyRow(words.others(others.length), total.toFixed(2), undefined));
  }
  return (
    <Chart
      title={words.moneyByUnit(sorted[0]!.name)}
      unit={valueWords[props.language].wanYuan}
      source={words.fromTables}
      labelHead={words.unitHead}
      valueHead={words.moneyHead}
      rows={rows}
      language={props.language}
    />
  );
}

/** The projects with the most money — 项目资金图. */
export function MoneyByProject(props: {
  readonly rows: readonly ProjectRowView[];
  readonly language: Language;
  readonly withYear: boolean;
}): ReactNode {
  const words = chartWords[props.language];
  const rows = props.rows
    .filter((row) => row.funding.total !== null)
    .slice(0, mostBars)
    .map((row) =>
      moneyRow(
        props.withYear && row.key.year > 0 ? `${row.key.year} ${row.title}` : row.title,
        row.funding.total ?? "0.00",
        row.page,
      ),
    );
  return (
    <Chart
      title={words.moneyByProject}
      unit={valueWords[props.language].wanYuan}
      source={words.fromTables}
      labelHead={words.projectHead}
      valueHead={words.moneyHead}
      rows={rows}
      language={props.language}
    />
  );
}

const moneyRow = (label: string, total: string, href: string | undefined): ChartRow => ({
  label,
  value: Number(total),
  text: thousands(total),
  href,
});

/** What the indicators are: by level 1, level 2 and kind of target — 指标构成图. */
export function ProfileCharts(props: {
  readonly profile: ProfileView;
  readonly whose: Whose;
  readonly language: Language;
}): ReactNode {
  const { profile, whose, language } = props;
  const words = chartWords[language];
  const all = profile.dimension.reduce((sum, { indicators }) => sum + indicators, 0);
  if (all === 0) return null;
  const outputs = profile.dimension.find(({ value }) => value === "output")?.indicators ?? 0;
  const rows = (facet: "dimension" | "aspect" | "kind"): ChartRow[] =>
    [...profile[facet]]
      .sort((a, b) => b.indicators - a.indicators)
      .map(({ value, label, indicators }) => ({
        label: label[language],
        value: indicators,
        text: `${wholeNumber(indicators)} · ${percent(indicators, all)}`,
        colour: facet === "dimension" ? `var(--${value})` : "var(--bar)",
        href: value === "none" ? undefined : explorerHref({ ...whose, [facet]: [value] }),
      }));
  const shared = {
    unit: words.indicatorsUnit,
    source: words.fromTables,
    labelHead: words.classHead,
    valueHead: words.indicatorsHead,
    language,
  };
  return (
    <>
      <Chart {...shared} title={words.byDimension(percent(outputs, all))} rows={rows("dimension")} />
      <Chart {...shared} title={words.byKind(percent(profile.quantified, profile.all))} rows={rows("kind")} />
      <Chart {...shared} title={words.byAspect} rows={rows("aspect")} />
    </>
  );
}
