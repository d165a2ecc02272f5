import type { ReactNode } from "react";
import type { OrganisationView, ProfileView } from "../../api/contract/organisation-views.ts";
import type { ProjectFilterQuery } from "../../api/contract/project-query.ts";
import type { ProjectRowView } from "../../api/contract/project-views.ts";
import type { Language } from "../../domain/result.ts";
import { chartWords } from "../words/chart.ts";
import { valueWords } from "../words/value.ts";
import { isNothing, percent, thousands, wholeNumber } from "./amount.tsx";
import { type Bar, Chart } from "./chart.tsx";
import { explorerHref } from "./facets.tsx";
import { snippet } from "./highlighted.tsx";

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
  const bars = sorted.slice(0, mostBars).map((unit) => moneyBar(unit.name, unit.total, unit.page));
  const others = sorted.slice(mostBars);
  if (others.length > 0) {
    const total = others.reduce((sum, unit) => sum + Number(unit.total), 0);
    bars.push(moneyBar(words.others(others.length), total.toFixed(2), undefined));
  }
  return (
    <Chart
      title={words.moneyByUnit(sorted[0]!.name)}
      unit={valueWords[props.language].wanYuan}
      source={words.fromTables}
      labelHead={words.unitHead}
      valueHead={words.moneyHead}
      bars={bars}
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
  const most = props.rows.filter((row) => row.funding.total !== null).slice(0, mostBars);
  const [first] = most;
  if (!first) return null;
  const bars = most.map((row) => moneyBar(nameOf(row, props.withYear), row.funding.total ?? "0.00", row.page));
  return (
    <Chart
      title={words.moneyByProject(snippet(first.title, "", longestName))}
      unit={valueWords[props.language].wanYuan}
      source={words.fromTables}
      labelHead={words.projectHead}
      valueHead={words.moneyHead}
      bars={bars}
      language={props.language}
    />
  );
}

const longestName = 30;
const nameOf = ({ key, title }: ProjectRowView, withYear: boolean): string =>
  `${withYear && key.year > 0 ? `${key.year} ` : ""}${snippet(title, "", longestName)}`;

const moneyBar = (label: string, total: string, href: string | undefined): Bar => ({
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
  const bars = (facet: "dimension" | "aspect" | "kind"): Bar[] =>
    [...profile[facet]]
      .sort((a, b) => b.indicators - a.indicators)
      .map(({ value, label, indicators }) => ({
        label: label[language],
        value: indicators,
        text: `${wholeNumber(indicators)} · ${percent(indicators, all)}`,
        ...(facet === "dimension" ? { colour: value === "none" ? "unclassed" : value } : {}),
        href: value === "none" ? undefined : explorerHref({ ...whose, [facet]: [value] }),
      }));
  const shared = { unit: words.indicatorsUnit, labelHead: words.classHead, valueHead: words.indicatorsHead, language };
  const aspects = bars("aspect");
  return (
    <>
      <Chart
        {...shared}
        title={words.byDimension(percent(outputs, all))}
        source={words.fromTablesAndUs}
        bars={bars("dimension")}
      />
      <Chart
        {...shared}
        title={words.byKind(percent(profile.quantified, profile.all))}
        source={words.fromTables}
        bars={bars("kind")}
      />
      <Chart
        {...shared}
        title={words.byAspect(aspects[0]?.label ?? "", percent(aspects[0]?.value ?? 0, all))}
        source={words.fromTablesAndUs}
        bars={aspects}
      />
    </>
  );
}
