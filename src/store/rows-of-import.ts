import type { Declaration } from "../domain/declaration.ts";
import type { Finding, Severity } from "../domain/finding.ts";
import { type FundingColumn, fenOf } from "../domain/funding.ts";
import { foldName } from "../domain/identity.ts";
import type { Indicator } from "../domain/indicator.ts";
import type { Fen } from "../domain/money.ts";
import type { Reading } from "../domain/reading.ts";
import type { TargetValue } from "../domain/target-value.ts";
import { aspectMask, aspectNumber, dimensionCode, dimensionMask, kindCode, kindMask } from "./codes.ts";
import { searchText } from "./grams.ts";
import { declarationPath, departmentOf, isYearInferred, locateTargets } from "./located.ts";
import { departmentId, shortDigest, unitId } from "./organisation-id.ts";
import { storable, storableOrNull } from "./storable.ts";
import type { Key } from "./store.ts";
import type { FindingTable, IndicatorTable, OrganisationTable, ProjectTable } from "./tables.ts";

/** Rows of the current tables that one import adds — 当前行. */
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
  /** By declaration path. */
  readonly projectKeys: Readonly<Record<string, Key>>;
}

/** What a reading adds to the current tables — 入库行. */
export function rowsOfImport(reading: Reading, known: Known): CurrentRows {
  const { region, document } = known;
  const located = locateTargets(reading);
  const findingsByPath = Map.groupBy(known.findings, (finding) => declarationPath(finding.subject));
  const organisations = new Map<string, OrganisationTable>();
  const projects: ProjectTable[] = [];
  const indicators: IndicatorTable[] = [];
  for (const [position, at] of located.entries()) {
    const department = departmentOf(at);
    const unit = at.declaration.unit ?? "";
    const ids = { department: departmentId(region, department), unit: unitId(region, department, unit) };
    organisations.set(ids.department, organisation(region, ids.department, null, department));
    organisations.set(ids.unit, organisation(region, ids.unit, ids.department, unit));
    const key = known.projectKeys[at.path]!; // every project was given a key before
    projects.push({
      region: key.region,
      year: key.year,
      id: key.id,
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
        year: key.year,
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
    findings: findingRows(known),
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

function findingRows(known: Known): readonly FindingTable[] {
  return known.findings.map((finding, seq) => {
    const path = declarationPath(finding.subject);
    const project = path === undefined ? undefined : known.projectKeys[path];
    return {
      region: known.region,
      year: project?.year ?? known.document.year,
      document_id: known.document.id,
      seq,
      project_id: project?.id ?? null,
      rule: finding.rule,
      severity: finding.severity,
      subject: finding.subject,
    };
  });
}

/** 某级发现数. */
export const countSeverity = (findings: readonly Finding[], severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length;
