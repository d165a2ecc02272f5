import type { Declaration, TargetTable } from "../domain/declaration.ts";
import type { Finding, Severity } from "../domain/finding.ts";
import { type FundingColumn, fenOf } from "../domain/funding.ts";
import { foldName } from "../domain/identity.ts";
import type { Indicator } from "../domain/indicator.ts";
import type { Fen } from "../domain/money.ts";
import type { Reading } from "../domain/reading.ts";
import type { TargetValue } from "../domain/target-value.ts";
import { aspectMask, aspectNumber, dimensionCode, dimensionMask, kindCode, kindMask } from "./codes.ts";
import { searchText } from "./grams.ts";
import { departmentId, shortDigest, unitId } from "./organisation-id.ts";
import type { FindingTable, IndicatorTable, OrganisationTable, ProjectTable } from "./tables.ts";

/** A declaration with where it stands — 申报与出处. */
export interface Located {
  readonly declaration: Declaration;
  readonly table: TargetTable;
  readonly path: string;
}

/** All declarations of a reading, in document order. */
export function locate(reading: Reading): readonly Located[] {
  return reading.tables.flatMap((table, t) =>
    table.declarations.map((declaration, d) => ({ declaration, table, path: `tables/${t}/declarations/${d}` })),
  );
}

/** 主管部门 of a declaration as printed; "" where none is printed. */
export const departmentOf = ({ declaration, table }: Located): string =>
  declaration.department ?? table.department ?? "";

/** 预算年度 of a table: given by the person, else what the table says; 0 where unknown. */
export const yearOf = (given: number | undefined, table: TargetTable | undefined): number =>
  given ?? (table && table.year.basis !== "unknown" ? table.year.year : 0);

/** Whether that year is neither printed nor given, but inferred — 推断的年度. */
export const isYearInferred = (given: number | undefined, table: TargetTable | undefined): boolean =>
  given === undefined && table?.year.basis === "inferred";

/** Rows of the current tables that one import adds. */
export interface CurrentRows {
  readonly organisations: readonly OrganisationTable[];
  readonly projects: readonly ProjectTable[];
  readonly indicators: readonly IndicatorTable[];
  readonly findings: readonly FindingTable[];
}

interface Known {
  readonly region: number;
  readonly givenYear: number | undefined;
  readonly document: { readonly id: string; readonly year: number };
  readonly findings: readonly Finding[];
  /** Ids by declaration path. */
  readonly projectIds: ReadonlyMap<string, string>;
}

/** What a reading adds to the current tables — 入库行. */
export function rowsOfImport(reading: Reading, known: Known): CurrentRows {
  const { region, document } = known;
  const located = locate(reading);
  const findingsByPath = groupByDeclaration(known.findings);
  const organisations = new Map<string, OrganisationTable>();
  const projects: ProjectTable[] = [];
  const indicators: IndicatorTable[] = [];
  for (const [position, at] of located.entries()) {
    const year = yearOf(known.givenYear, at.table);
    const department = departmentOf(at);
    const unit = at.declaration.unit ?? "";
    const ids = { department: departmentId(region, department), unit: unitId(region, department, unit) };
    organisations.set(ids.department, organisation(region, ids.department, null, department));
    organisations.set(ids.unit, organisation(region, ids.unit, ids.department, unit));
    const key = { region, year, id: known.projectIds.get(at.path)! };
    projects.push({
      ...key,
      year_inferred: isYearInferred(known.givenYear, at.table) ? 1 : 0,
      document_id: document.id,
      document_year: document.year,
      position,
      path: at.path,
      department_id: ids.department,
      unit_id: ids.unit,
      ...projectFacts(at.declaration, findingsByPath.get(at.path) ?? []),
      search_text: searchText(wordsOfProject(at.declaration, department)),
    });
    for (const [seq, indicator] of at.declaration.indicators.entries()) {
      indicators.push({
        region,
        year,
        project_id: key.id,
        seq,
        document_id: document.id,
        position: indicators.length,
        ...indicatorFacts(indicator),
        search_text: searchText(wordsOfIndicator(indicator, at.declaration)),
      });
    }
  }
  return {
    organisations: [...organisations.values()],
    projects,
    indicators,
    findings: findingRows(reading, known),
  };
}

/** A withheld project is found by its name only: what else is printed of it is shown, and not searched. */
const wordsOfProject = (declaration: Declaration, department: string): readonly (string | undefined)[] =>
  declaration.disclosure.kind === "withheld"
    ? [declaration.project.name]
    : [declaration.project.name, declaration.unit, department, declaration.goal];

const wordsOfIndicator = (indicator: Indicator, { disclosure }: Declaration): readonly (string | undefined)[] =>
  disclosure.kind === "withheld" ? [] : [indicator.name, indicator.annualTarget?.text, indicator.cycleTarget?.text];

const organisation = (region: number, id: string, parent_id: string | null, name: string): OrganisationTable => ({
  region,
  id,
  parent_id,
  name: storable(name),
});

function projectFacts(declaration: Declaration, findings: readonly Finding[]) {
  const { indicators } = declaration;
  const annual = indicators.flatMap((indicator) => indicator.annualTarget?.kind ?? []);
  const fen = (column: FundingColumn): Fen | null =>
    (declaration.funding && fenOf(declaration.funding[column])) ?? null;
  return {
    name: storable(declaration.project.name),
    code: storableOrNull(declaration.project.code),
    title: storable(declaration.project.title),
    title_key: shortDigest(foldName(declaration.project.title)),
    withheld: declaration.disclosure.kind === "withheld" ? 1 : 0,
    total: fen("total"),
    appropriation: fen("appropriation"),
    special_account: fen("specialAccount"),
    other: fen("other"),
    indicators: indicators.length,
    annual_targets: annual.length,
    quantified: annual.filter((kind) => kind === "quantity" || kind === "range").length,
    dimension_mask: dimensionMask(indicators.flatMap((indicator) => indicator.dimension?.value ?? [])),
    aspect_mask: aspectMask(indicators.flatMap((indicator) => indicator.aspect?.value ?? [])),
    kind_mask: kindMask(annual),
    errors: countSeverity(findings, "error"),
    warnings: countSeverity(findings, "warning"),
    infos: countSeverity(findings, "info"),
  };
}

function indicatorFacts(indicator: Indicator) {
  const { cycleTarget: cycle, annualTarget: annual } = indicator;
  return {
    dimension: dimensionCode(indicator.dimension?.value),
    aspect: aspectNumber(indicator.aspect?.value),
    level1: storableOrNull(indicator.level1?.name),
    level2: storableOrNull(indicator.level2?.name),
    name: storable(indicator.name),
    cycle: storableOrNull(cycle?.text),
    cycle_kind: kindCode(cycle?.kind),
    cycle_cmp: comparatorOf(cycle),
    ...withPrefix("cycle", cycle),
    annual: storableOrNull(annual?.text),
    annual_kind: kindCode(annual?.kind),
    annual_cmp: comparatorOf(annual),
    ...withPrefix("annual", annual),
  };
}

const comparatorOf = (target: TargetValue | undefined): string | null =>
  target && "comparator" in target ? target.comparator : null;

type Figures<P extends string> = Record<`${P}_num` | `${P}_num2`, number | null> & Record<`${P}_unit`, string | null>;

function withPrefix<P extends "cycle" | "annual">(prefix: P, target: TargetValue | undefined): Figures<P> {
  const number = target && "number" in target ? target.number : undefined;
  const upper = target && "upper" in target ? target.upper : undefined;
  const unit = target && "unit" in target ? target.unit : undefined;
  // the three keys are those of Figures<P>; TypeScript widens computed keys to string
  return {
    [`${prefix}_num`]: number ?? null,
    [`${prefix}_num2`]: upper ?? null,
    [`${prefix}_unit`]: storableOrNull(unit),
  } as Figures<P>;
}

function findingRows(reading: Reading, known: Known): readonly FindingTable[] {
  return known.findings.map((finding, seq) => {
    const path = declarationPath(finding.subject);
    const table = reading.tables[Number(finding.subject.split("/")[1] ?? 0)];
    return {
      region: known.region,
      year: path === undefined ? known.document.year : yearOf(known.givenYear, table),
      document_id: known.document.id,
      seq,
      project_id: (path !== undefined && known.projectIds.get(path)) || null,
      rule: finding.rule,
      severity: finding.severity,
      subject: finding.subject,
    };
  });
}

/** `tables/0/declarations/3/goal` → `tables/0/declarations/3`; `undefined` where it speaks of more than one project. */
export function declarationPath(subject: string): string | undefined {
  return /^tables\/\d+\/declarations\/\d+/.exec(subject)?.[0];
}

function groupByDeclaration(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const path = declarationPath(finding.subject);
    if (path === undefined) continue;
    const group = groups.get(path);
    if (group) group.push(finding);
    else groups.set(path, [finding]);
  }
  return groups;
}

export const countSeverity = (findings: readonly Finding[], severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length;

/** Neither engine can hold every text that JavaScript can: the exact one is in the document's reading. */
export const storable = (text: string): string => text.toWellFormed().replaceAll("\u0000", "\uFFFD");
const storableOrNull = (text: string | undefined): string | null => (text === undefined ? null : storable(text));
