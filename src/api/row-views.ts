import { severities } from "../domain/finding.ts";
import { type Funding, type FundingColumn, fenOf } from "../domain/funding.ts";
import type { Indicator } from "../domain/indicator.ts";
import { type Fen, plainWanYuan } from "../domain/money.ts";
import type { FiscalYear } from "../domain/period.ts";
import type { Place } from "../domain/place.ts";
import { placeInBoth } from "../domain/place-in-words.ts";
import type { Bilingual } from "../domain/result.ts";
import { targetValueKinds } from "../domain/target-value.ts";
import { allAspects, allDimensions } from "../domain/taxonomy.ts";
import type { PrintedDocument } from "../domain/where-printed.ts";
import type { Difference, DocumentRow, Key, OrganisationRow, ProjectRow } from "../store/store.ts";
import type { BilingualView, FundingView, PlaceView, YearView } from "./contract/basic-views.ts";
import type { DifferenceView, DocumentRowView } from "./contract/document-views.ts";
import type { OrganisationView } from "./contract/organisation-views.ts";
import type { IndicatorView, ProjectRowView } from "./contract/project-views.ts";
import { targetValueView } from "./target-value-view.ts";

// From what is kept to what is shown, one function per thing. Nothing here decides anything.

const keyPath = (key: Key): string => `${key.region}/${key.year}/${encodeURIComponent(key.id)}`;

/** Address of a project's page. */
export const projectPage = (key: Key): string => `/p/${keyPath(key)}`;
/** Address of a document's page. */
export const documentPage = (key: Key): string => `/f/${keyPath(key)}`;
/** Address of a document's reading desk. */
export const deskPage = (key: Key): string => `${documentPage(key)}/desk`;
/** Address of a document for programs. */
export const documentApi = (key: Key): string => `${apiRoot}/documents/${keyPath(key)}`;
/** Where all programs' routes begin. */
export const apiRoot = "/api/v1";

const wanYuanOrNull = (fen: Fen | undefined): string | null => (fen === undefined ? null : plainWanYuan(fen));

/** Money as decimal strings in 万元. */
export function fundingView(funding: Readonly<Record<FundingColumn, Fen | undefined>>): FundingView {
  return {
    unit: "万元",
    total: wanYuanOrNull(funding.total),
    appropriation: wanYuanOrNull(funding.appropriation),
    specialAccount: wanYuanOrNull(funding.specialAccount),
    other: wanYuanOrNull(funding.other),
  };
}

/** Printed money as decimal strings; what was not read is `null`. */
export function printedFundingView(funding: Funding): FundingView {
  return fundingView({
    total: fenOf(funding.total),
    appropriation: fenOf(funding.appropriation),
    specialAccount: fenOf(funding.specialAccount),
    other: fenOf(funding.other),
  });
}

export function projectRowView(row: ProjectRow): ProjectRowView {
  return {
    key: { ...row.key },
    yearInferred: row.yearInferred,
    self: `${apiRoot}/projects/${keyPath(row.key)}`,
    page: projectPage(row.key),
    document: { ...row.document },
    department: { id: row.departmentId, name: row.department },
    unit: { id: row.unitId, name: row.unit },
    name: row.name,
    title: row.title,
    code: row.code ?? null,
    withheld: row.withheld,
    funding: fundingView(row.funding),
    indicators: row.indicators,
    findings: { ...row.findings },
  };
}

export function documentRowView(row: DocumentRow): DocumentRowView {
  return {
    key: { ...row.key },
    yearInferred: row.yearInferred,
    self: documentApi(row.key),
    page: documentPage(row.key),
    sha256: row.sha256,
    fileName: row.fileName,
    title: row.title ?? null,
    department: { id: row.departmentId, name: row.department },
    bytes: row.bytes,
    sourceUrl: row.sourceUrl ?? null,
    importedAt: row.importedAt,
    version: row.version,
    current: row.current,
    projects: row.projects,
    indicators: row.indicators,
    total: wanYuanOrNull(row.total),
    findings: { ...row.findings },
    characters: row.characters,
    unplacedCharacters: row.unplacedCharacters,
  };
}

export function organisationView(row: OrganisationRow): OrganisationView {
  const kind = row.parentId === undefined ? "departments" : "units";
  const id = encodeURIComponent(row.id);
  return {
    id: row.id,
    self: `${apiRoot}/${kind}/${id}`,
    page: row.parentId === undefined ? `/d/${id}` : `/u/${id}`,
    region: row.region,
    name: row.name,
    years: [...row.years],
    projects: row.projects,
    indicators: row.indicators,
    total: plainWanYuan(row.total),
  };
}

/** Line and character ranges of a place. */
export const spansView = (place: Place): Omit<PlaceView, "words"> => ({
  line: place.line,
  spans: place.spans.map(({ start, end }) => ({ start, end })),
});

/** A place in words, and its line and ranges. */
export const placeView = (document: PrintedDocument, place: Place): PlaceView => ({
  words: { ...placeInBoth(document, place) },
  ...spansView(place),
});

export const yearView = (year: FiscalYear): YearView =>
  year.basis === "unknown" ? { value: null, basis: "unknown" } : { value: year.year, basis: year.basis };

export function indicatorView(indicator: Indicator, path: string): IndicatorView {
  const level = (printed: Indicator["level1"]) => (printed ? { code: printed.code ?? null, name: printed.name } : null);
  return {
    path,
    number: indicator.number ?? null,
    level1: level(indicator.level1),
    level2: level(indicator.level2),
    dimension: indicator.dimension ? { ...indicator.dimension, name: dimensionLabel(indicator.dimension.value) } : null,
    aspect: indicator.aspect ? { ...indicator.aspect, name: aspectLabel(indicator.aspect.value) } : null,
    name: inLines(indicator.name),
    cycleTarget: indicator.cycleTarget ? targetValueView(indicator.cycleTarget) : null,
    annualTarget: indicator.annualTarget ? targetValueView(indicator.annualTarget) : null,
    printed: detailsView(indicator),
  };
}

/** A line end that stands inside a cell is one for readers as well — 单元格内换行. */
export const inLines = (text: string): string => text.replaceAll("\u2028", "\n");

/** Further columns by their names in English, or by their heads where they have none. */
function detailsView({ printed }: Indicator): Record<string, string> {
  const { others = [], ...known } = printed ?? {};
  const named = [...others.map(({ label, text }) => [label, text] as const), ...Object.entries(known)];
  return Object.fromEntries(named.map(([name, text]) => [name, inLines(text)]));
}

export const differenceView = (difference: Difference): DifferenceView => ({
  kind: difference.kind,
  unit: difference.unit,
  project: difference.project,
  indicator: difference.indicator ?? null,
  field: difference.field ?? null,
  before: difference.before ?? null,
  after: difference.after ?? null,
});

const bothWords = (words: Bilingual): BilingualView => ({ zh: words.zh, en: words.en });
const unclassed: BilingualView = { zh: "未归类", en: "Not classed" };

/** Official name of a level-1 class; `none` where there is no class. */
export function dimensionLabel(value: string): BilingualView {
  const entry = allDimensions.find((dimension) => dimension.dimension === value);
  return entry ? { zh: entry.name, en: entry.nameEn } : unclassed;
}

/** Official name of a level-2 class. */
export function aspectLabel(value: string): BilingualView {
  const entry = allAspects.find((aspect) => aspect.code === value);
  return entry ? { zh: entry.name, en: entry.nameEn } : unclassed;
}

/** Name of a kind of target value. */
export function kindLabel(value: string): BilingualView {
  const entry = targetValueKinds.find(({ kind }) => kind === value);
  return entry ? bothWords(entry) : { zh: value, en: value };
}

/** Name of a severity. */
export function severityLabel(value: string): BilingualView {
  const entry = severities.find(({ severity }) => severity === value);
  return entry ? bothWords(entry) : { zh: value, en: value };
}
