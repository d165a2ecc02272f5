import { emptyAmount, fundingColumns } from "../domain/funding.ts";
import { foldName } from "../domain/identity.ts";
import { plainWanYuan } from "../domain/money.ts";
import { csvColumns } from "../publish/indicator-csv.ts";
import type {
  FacetValue,
  IndicatorProfile,
  ProjectFacets,
  ProjectFilter,
  ProjectRow,
  Store,
  StoredDocument,
  StoredProject,
} from "../store/store.ts";
import { standingOf } from "../workflow/desk-reading.ts";
import { bringingFacts } from "./bringing/bringing-facts.ts";
import type { BilingualView, KeyView } from "./contract/basic-views.ts";
import type { FiguresView, ProfileView } from "./contract/organisation-views.ts";
import { addressOf, type ProjectFilterQuery, type ProjectQuery } from "./contract/project-query.ts";
import type { FacetsView, FacetValueView, ProjectListView, ProjectView } from "./contract/project-views.ts";
import type { PublicFacts } from "./contract/public-facts.ts";
import type { SearchView } from "./contract/search-view.ts";
import { correctionViews } from "./desk/correction-view.ts";
import { type DrawPage, deskFacts } from "./desk/desk-facts.ts";
import { competingViews, documentView } from "./document-view.ts";
import { downloadCsv, downloadJson } from "./download.ts";
import { excerptFor, wholeText } from "./excerpt.ts";
import { defaultFileLimit } from "./file-limit.ts";
import { findingView } from "./finding-view.ts";
import type { Imports } from "./imports.ts";
import { everyProblem } from "./problem.ts";
import { formView } from "./report-view.ts";
import { routes } from "./routes.ts";
import {
  apiRoot,
  aspectLabel,
  deskPage,
  dimensionLabel,
  documentRowView,
  fundingView,
  indicatorView,
  inLines,
  kindLabel,
  organisationView,
  projectPage,
  projectRowView,
  severityLabel,
  yearView,
} from "./row-views.ts";
import { ruleTitle, ruleViews } from "./rule-views.ts";
import { changesSince } from "./since-year-before.ts";

/** Published facts out of a store: what pages and routes ask, in the words of the contract — 公开事实. */
export function publicFacts(
  store: Store,
  imports: Imports,
  options: { readonly allowUpload: boolean; readonly fileLimit?: number; readonly drawPage?: DrawPage },
): PublicFacts {
  const document: Store["document"] = (key) => store.document(key);
  return {
    allowUpload: options.allowUpload,
    desk: deskFacts(store, {
      mayCorrect: options.allowUpload,
      drawPage: options.drawPage,
      startImport: (file) => imports.start(file, new Date()),
    }),
    bringing: bringingFacts(store, imports, options.fileLimit),
    routes: routes.map(({ method, path, summary }) => ({ method, path: `${apiRoot}${path}`, summary: { ...summary } })),
    problems: everyProblem(options.fileLimit ?? defaultFileLimit).map(({ code, status, title, hint }) => ({
      code,
      status,
      title: { ...title },
      hint: { ...hint },
    })),
    csvColumns,
    figures: async () => figuresView(await store.figures()),
    projects: (query) => projectList(store, query),
    facets: async (query) => facetsView(await store.facets(filterOf(query))),
    profile: async (query) => profileView(await store.profile(filterOf(query))),
    project: (key) => projectView(store, document, key),
    departments: async () => (await store.departments()).map(organisationView),
    async department(id) {
      const found = await store.department(id);
      if (!found) return undefined;
      const profile = profileView(await store.profile({ departments: [id] }));
      return { row: organisationView(found.row), units: found.units.map(organisationView), profile };
    },
    async unit(id) {
      const found = await store.unit(id);
      if (!found) return undefined;
      const profile = profileView(await store.profile({ units: [id] }));
      return { row: organisationView(found.row), department: organisationView(found.department), profile };
    },
    documents: async () => (await store.documents()).map(documentRowView),
    async document(key) {
      const found = await document(key);
      return found && documentView(found);
    },
    async documentSource(key) {
      const found = await document(key);
      return found && wholeText(found);
    },
    async documentWithSource(key) {
      const found = await document(key);
      return found && { document: documentView(found), source: wholeText(found) };
    },
    search: (query, limit) => search(store, query, limit),
    async rules() {
      return ruleViews((await store.facets({})).rules);
    },
    import: (id) => imports.find(id),
    startImport: (file) => imports.start(file, new Date()),
    downloadCsv: (query) => downloadCsv(store.eachProject(filterOf(query))),
    downloadJson: (query) => downloadJson(store.eachProject(filterOf(query)), query),
  };
}

/** The filter in the store's words. */
export function filterOf(query: ProjectFilterQuery): ProjectFilter {
  const text = query.q?.trim();
  return {
    ...(text ? { text } : {}),
    regions: query.region,
    years: query.year,
    departments: query.department,
    units: query.unit,
    dimensions: query.dimension,
    aspects: query.aspect,
    valueKinds: query.kind,
    rules: query.rule,
    severities: query.severity,
    documents: query.document,
  };
}

async function projectList(store: Store, query: ProjectQuery): Promise<ProjectListView> {
  const { sort, limit, offset } = query;
  const page = await store.projects(filterOf(query), { sort, limit, offset });
  const more = page.rows.length === limit && (page.count.capped || offset + limit < page.count.n);
  return {
    count: { n: page.count.n, capped: page.count.capped, estimate: page.count.estimate ?? null },
    sums: fundingView(page.sums),
    withoutTotal: page.withoutTotal,
    indicators: page.indicators,
    sort,
    limit,
    offset,
    next: more ? `${apiRoot}/projects?${addressOf({ ...query, offset: offset + limit })}` : null,
    rows: page.rows.map(projectRowView),
  };
}

async function projectView(store: Store, document: Store["document"], key: KeyView): Promise<ProjectView | undefined> {
  const stored = await store.project(key);
  if (!stored) return undefined;
  const source = await document(stored.row.document);
  if (!source) throw new Error(`project ${key.id} names a document that is not kept`);
  const { declaration, row, path } = stored;
  const table = source.reading.tables[tableIndex(path)];
  const owner = { key: { ...row.key }, page: projectPage(row.key), title: row.title };
  return {
    row: projectRowView(row),
    path,
    year: table ? yearView(table.year) : { value: null, basis: "unknown" },
    tableTitle: table?.title ?? null,
    printedUnit: table?.amountUnit ?? "万元",
    unreadable: fundingColumns.flatMap((column) => {
      const amount = declaration.funding?.[column] ?? emptyAmount;
      return amount.kind === "unreadable" ? [{ column, text: amount.text }] : [];
    }),
    hasFunding: declaration.funding !== undefined,
    goal: inLines(declaration.goal),
    withheldReason: declaration.disclosure.kind === "withheld" ? declaration.disclosure.reason : null,
    indicators: declaration.indicators.map((indicator, n) => indicatorView(indicator, `${path}/indicators/${n}`)),
    competing: competingViews(source.reading, `${path}/`),
    findings: stored.findings.map((finding) => findingView(source.reading, finding, owner)),
    otherYears: stored.otherYears.map(projectRowView),
    sinceYearBefore: await sinceYearBefore(store, stored),
    form: declaration.form ? formView(declaration.form) : null,
    corrections: correctionsUnder(source, path),
    desk: `${deskPage(row.document)}?at=${encodeURIComponent(`${path}/project/name`)}`,
    source: excerptFor(source, path),
  };
}

/** What people corrected in a project and what still holds of it. */
function correctionsUnder(document: StoredDocument, path: string): ProjectView["corrections"] {
  if (document.corrections.length === 0) return [];
  return correctionViews(standingOf(document)).filter(
    (correction) => correction.path?.startsWith(`${path}/`) && correction.state === "applied",
  );
}

/** Against the latest earlier year in which the project is kept, both being public. */
async function sinceYearBefore(store: Store, stored: StoredProject): Promise<ProjectView["sinceYearBefore"]> {
  const earlier = stored.otherYears
    .filter(({ key }) => key.year > 0 && key.year < stored.row.key.year)
    .toSorted((a, b) => b.key.year - a.key.year)[0];
  if (!earlier || earlier.withheld || stored.row.withheld) return null;
  const before = await store.project(earlier.key);
  if (!before) return null;
  const changes = changesSince(before.declaration, stored.declaration);
  return { year: earlier.key.year, page: projectPage(earlier.key), changes };
}

const tableIndex = (path: string): number => Number(path.split("/")[1] ?? 0);

function figuresView(figures: Awaited<ReturnType<Store["figures"]>>): FiguresView {
  return {
    ...figures,
    total: plainWanYuan(figures.total),
    years: [...figures.years],
    byYear: figures.byYear.map(({ year, projects, total }) => ({
      year,
      projects,
      total: total === undefined ? null : plainWanYuan(total),
    })),
  };
}

const plainLabel = (label: string): BilingualView => ({ zh: label, en: label });

function facetsView(facets: ProjectFacets): FacetsView {
  const values = (list: readonly FacetValue[], label: (value: FacetValue) => BilingualView): FacetValueView[] =>
    list.map((value) => ({ value: value.value, label: label(value), projects: value.projects }));
  return {
    year: values(facets.years, ({ value }) => (value === "0" ? { zh: "未知", en: "Unknown" } : plainLabel(value))),
    department: values(facets.departments, ({ label }) => plainLabel(label)),
    unit: values(facets.units, ({ label }) => plainLabel(label)),
    dimension: values(facets.dimensions, ({ value }) => dimensionLabel(value)),
    aspect: values(facets.aspects, ({ value }) => aspectLabel(value)),
    kind: values(facets.valueKinds, ({ value }) => kindLabel(value)),
    rule: values(facets.rules, ({ value }) => ruleTitle(value)),
    severity: values(facets.severities, ({ value }) => severityLabel(value)),
  };
}

function profileView(profile: IndicatorProfile): ProfileView {
  return {
    dimension: profile.byDimension.map(({ dimension, indicators }) => ({
      value: dimension,
      label: dimensionLabel(dimension),
      indicators,
    })),
    aspect: profile.byAspect.map(({ aspect, indicators }) => ({
      value: aspect,
      label: aspectLabel(aspect),
      indicators,
    })),
    kind: profile.byKind.map(({ kind, indicators }) => ({ value: kind, label: kindLabel(kind), indicators })),
    quantified: profile.quantified,
    all: profile.all,
  };
}

const goalsShown = 20;

/** A hit with the text that it was found in, where that is not its name. */
async function projectHit(
  store: Store,
  row: ProjectRow,
  query: string,
  n: number,
): Promise<SearchView["projects"]["rows"][number]> {
  const project = projectRowView(row);
  const inName = foldName(row.name + row.unit + row.department).includes(foldName(query));
  if (inName || n >= goalsShown) return { project, goal: null };
  const stored = await store.project(row.key);
  return { project, goal: stored?.declaration.goal || null };
}

async function search(store: Store, query: string, limit: number): Promise<SearchView> {
  const found = await store.search(query, limit);
  const count = (of: { n: number; capped: boolean; estimate: number | undefined }) => ({
    n: of.n,
    capped: of.capped,
    estimate: of.estimate ?? null,
  });
  return {
    query,
    projects: {
      count: count(found.projects.count),
      rows: await Promise.all(found.projects.rows.map((row, n) => projectHit(store, row, query, n))),
    },
    indicators: {
      count: count(found.indicators.count),
      rows: found.indicators.rows.map((hit) => ({
        project: projectRowView(hit.project),
        path: hit.path,
        name: hit.name,
        level1: hit.level1 ?? null,
        level2: hit.level2 ?? null,
        cycle: hit.cycle ?? null,
        annual: hit.annual ?? null,
      })),
    },
  };
}
