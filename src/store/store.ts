import type { Correction, Undoing } from "../domain/correction.ts";
import type { Declaration, TargetTable } from "../domain/declaration.ts";
import type { Finding, Severity } from "../domain/finding.ts";
import type { FundingColumn } from "../domain/funding.ts";
import type { Fen } from "../domain/money.ts";
import type { Reading } from "../domain/reading.ts";
import type { TargetValueKind } from "../domain/target-value.ts";
import type { AspectCode, Dimension } from "../domain/taxonomy.ts";

/** Key of anything that is kept: region and year lead, so that a lookup never asks all shards — 键. */
export interface Key {
  /** 6-digit administrative code; 0 where unknown — 行政区划代码. */
  readonly region: number;
  /** Budget year; 0 where unknown — 预算年度. */
  readonly year: number;
  /** UUIDv7. */
  readonly id: string;
}

/** How many hits there are; counting stops at a cap and says so — 命中数. */
export interface Count {
  /** Exact; where `capped`, there are more than this. */
  readonly n: number;
  readonly capped: boolean;
  /** About how many there are, where counting stopped and something is known of the rest. */
  readonly estimate: number | undefined;
}

/** One import: everything is written in one transaction, its event included — 导入. */
export interface ImportRecord {
  readonly region: number;
  /** Given by the person; else taken from the tables. */
  readonly year: number | undefined;
  readonly sourceUrl: string | undefined;
  readonly bytes: Uint8Array;
  /** As the machine reads it. */
  readonly reading: Reading;
  readonly findings: readonly Finding[];
  /** What holds, where people have corrected a reading of these bytes before. */
  readonly corrected?: { readonly reading: Reading; readonly findings: readonly Finding[] };
  /** What was known of the file beside its bytes. */
  readonly known?: BroughtKnowing;
  /** The version that is read anew, with other results than before: its bytes are these — 重读. */
  readonly rereads?: Key;
  readonly actor: string;
  readonly at: Date;
}

/** What a person said of the columns of a publisher's tables — 列对照表. What each role means, the reading room knows. */
export interface RecipeWords {
  readonly name: string;
  /** As its tables print it. */
  readonly publisher?: string | undefined;
  readonly heads: readonly { readonly printed: string; readonly is: string }[];
  readonly amountUnit?: string | undefined;
}

/** What was known of a file when it was brought, and must be known to read it so again — 导入时的已知信息. */
export interface BroughtKnowing {
  readonly recipe?: RecipeWords;
  /** It was pasted, in this form — 粘贴的形式. */
  readonly pasted?: "html" | "text";
}

/** A recipe that is kept — 已保存的列对照表. */
export interface StoredRecipe extends RecipeWords {
  readonly id: string;
  readonly who: string;
  readonly at: string; // ISO
}

/** Corrections that are made or taken back, with what holds then: one transaction, its event included — 更正入库. */
export interface CorrectionRecord {
  readonly document: Key;
  /** What the person saw: see {@link StoredDocument}. */
  readonly revision: number;
  readonly made: readonly Correction[];
  readonly takenBack: { readonly ids: readonly string[]; readonly undoing: Undoing } | undefined;
  /** What holds from now on. */
  readonly reading: Reading;
  readonly findings: readonly Finding[];
  readonly actor: string;
  readonly at: Date;
}

/** What became of corrections — 更正结果. */
export type CorrectionOutcome =
  | { readonly kind: "kept"; readonly revision: number }
  /** A newer version has taken the place of this one, or there is none such. */
  | { readonly kind: "not-current" }
  /** Somebody else was faster; nothing was written. */
  | { readonly kind: "changed-meanwhile" };

/** What became of an import — 入库结果. */
export type ImportOutcome =
  /** The same bytes are here already. */
  | { readonly kind: "already-here"; readonly document: Key }
  | { readonly kind: "new"; readonly document: Key; readonly projects: number; readonly indicators: number }
  /** The same table, corrected: a new version; the old one is kept. */
  | {
      readonly kind: "new-version";
      readonly document: Key;
      readonly replaces: Key;
      readonly version: number;
      readonly projects: number;
      readonly indicators: number;
      readonly differences: readonly Difference[];
    };

/** What keeping a record would come to, told without keeping it — 试导入. */
export type ImportPreview =
  | { readonly kind: "already-here"; readonly document: Key }
  | { readonly kind: "new"; readonly projects: number; readonly indicators: number }
  | {
      readonly kind: "new-version";
      readonly replaces: Key;
      readonly version: number;
      readonly projects: number;
      readonly indicators: number;
      readonly differences: readonly Difference[];
    };

/** One change between two versions of a table — 版本差异. */
export interface Difference {
  readonly kind: "project-added" | "project-removed" | "indicator-added" | "indicator-removed" | "changed";
  readonly unit: string;
  readonly project: string;
  readonly indicator: string | undefined;
  /** e.g. `funding/total`, `goal`, `annualTarget`; `undefined` for added and removed. */
  readonly field: string | undefined;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What a list of projects is narrowed by; empty lists narrow nothing — 筛选条件. */
export interface ProjectFilter {
  /** Words between blanks: the project says each of them, in its own words or in those of an indicator. */
  readonly text?: string;
  readonly regions?: readonly number[];
  readonly years?: readonly number[];
  readonly departments?: readonly string[]; // department ids
  readonly units?: readonly string[]; // unit ids
  readonly dimensions?: readonly Dimension[]; // has an indicator in one of these
  readonly aspects?: readonly AspectCode[];
  /** Kinds of annual targets. */
  readonly valueKinds?: readonly TargetValueKind[];
  readonly rules?: readonly string[]; // has a finding of one of these rules
  readonly severities?: readonly Severity[];
  readonly documents?: readonly string[]; // document ids
}

/** 排序方式. */
export type ProjectSort = "total-desc" | "total-asc" | "name" | "year-desc" | "findings-desc" | "document-order";

/** A project as lists show it — 项目行. */
export interface ProjectRow {
  readonly key: Key;
  /** The year of the key is neither printed nor given, but inferred. */
  readonly yearInferred: boolean;
  readonly document: Key;
  readonly departmentId: string;
  /** As first printed; "" where no department is printed. */
  readonly department: string;
  readonly unitId: string;
  /** As first printed; "" where no unit is printed. */
  readonly unit: string;
  readonly name: string;
  readonly code: string | undefined;
  readonly title: string;
  readonly withheld: boolean;
  readonly funding: Readonly<Record<FundingColumn, Fen | undefined>>;
  readonly indicators: number;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** One choice of a facet and how many projects it would keep — 分面取值. */
export interface FacetValue {
  readonly value: string;
  /** In Chinese, as the field says it; the value itself for years and rules; "" for an organisation without a name. */
  readonly label: string;
  readonly projects: number;
}

/** What is chosen in a facet narrows the others but not itself — 分面. */
export interface ProjectFacets {
  readonly years: readonly FacetValue[];
  readonly departments: readonly FacetValue[];
  readonly units: readonly FacetValue[];
  readonly dimensions: readonly FacetValue[];
  readonly aspects: readonly FacetValue[];
  readonly valueKinds: readonly FacetValue[];
  readonly rules: readonly FacetValue[];
  readonly severities: readonly FacetValue[];
}

/** One page of projects with sums over all that the filter keeps — 项目列表. */
export interface ProjectPage {
  readonly rows: readonly ProjectRow[];
  readonly count: Count;
  /** Sums over everything that the filter keeps, not only this page. */
  readonly sums: Readonly<Record<FundingColumn, Fen>>;
  readonly indicators: number;
  /** Projects whose total is empty or unreadable: not in the sums. */
  readonly withoutTotal: number;
}

/** A project as it is kept — 项目详情: the declaration and where it stands in its document. */
export interface StoredProject {
  readonly row: ProjectRow;
  readonly declaration: Declaration;
  /** Path of the declaration in its reading, e.g. `tables/0/declarations/3`: places and findings are filed under it. */
  readonly path: string;
  readonly findings: readonly Finding[];
  /** The same project in other years of the same department and unit (same title). */
  readonly otherYears: readonly ProjectRow[];
}

/** One version of a published file as lists show it — 文件行. */
export interface DocumentRow {
  readonly key: Key;
  /** The year of the key is neither printed nor given, but inferred. */
  readonly yearInferred: boolean;
  readonly sha256: string;
  readonly fileName: string;
  readonly title: string | undefined;
  readonly departmentId: string;
  readonly department: string;
  readonly bytes: number;
  readonly sourceUrl: string | undefined;
  readonly importedAt: string; // ISO
  readonly version: number;
  readonly current: boolean;
  readonly projects: number;
  readonly indicators: number;
  /** Sum of the projects' totals; `undefined` where none was read. */
  readonly total: Fen | undefined;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Characters of the source, and how many of them found no place. */
  readonly characters: number;
  readonly unplacedCharacters: number;
}

/** One version of a published file with all that is known of it — 文件详情. */
export interface StoredDocument {
  readonly row: DocumentRow;
  /** What holds: the machine's reading with the corrections of people. */
  readonly reading: Reading;
  /** The reading as the machine made it at import; the same where nobody corrected anything. */
  readonly machine: Reading;
  /** Of these bytes, oldest first, those that were taken back too. */
  readonly corrections: readonly Correction[];
  /** How often corrections changed what holds. */
  readonly revision: number;
  readonly known?: BroughtKnowing;
  readonly findings: readonly Finding[];
  readonly versions: readonly DocumentRow[];
  /** Against the version before, where there is one. */
  readonly differences: readonly Difference[];
  /** Project keys by declaration path. */
  readonly projectKeys: Readonly<Record<string, Key>>;
}

/** A department or a unit with what it has in all years — 部门、单位. */
export interface OrganisationRow {
  readonly id: string;
  readonly region: number;
  readonly name: string;
  readonly parentId: string | undefined; // a unit's department
  readonly years: readonly number[];
  readonly projects: number;
  readonly indicators: number;
  readonly total: Fen;
}

/** Profile of the indicators behind a filter — 指标构成. */
export interface IndicatorProfile {
  readonly byDimension: readonly { readonly dimension: Dimension | "none"; readonly indicators: number }[];
  readonly byAspect: readonly { readonly aspect: AspectCode | "none"; readonly indicators: number }[];
  readonly byKind: readonly { readonly kind: TargetValueKind; readonly indicators: number }[];
  /** Quantity and range, of all annual targets — 量化比例. */
  readonly quantified: number;
  readonly all: number;
}

/** An indicator that a search found — 检索到的指标. */
export interface IndicatorHit {
  readonly project: ProjectRow;
  readonly path: string;
  readonly name: string;
  readonly level1: string | undefined;
  readonly level2: string | undefined;
  readonly cycle: string | undefined;
  readonly annual: string | undefined;
}

/** Both lists that a search gives — 检索结果. */
export interface SearchResult {
  readonly projects: { readonly rows: readonly ProjectRow[]; readonly count: Count };
  readonly indicators: { readonly rows: readonly IndicatorHit[]; readonly count: Count };
}

/** The numbers of the front page — 总览. */
export interface Figures {
  readonly departments: number;
  readonly units: number;
  readonly documents: number;
  readonly projects: number;
  readonly indicators: number;
  readonly total: Fen;
  readonly quantified: number;
  readonly annualTargets: number;
  readonly years: readonly number[];
  /** `undefined` where no project of the year prints a total: that is not zero. */
  readonly byYear: readonly { readonly year: number; readonly projects: number; readonly total: Fen | undefined }[];
}

/** What was done, when and by whom — 事件. */
export interface EventRow {
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly verb: string;
  readonly document: Key;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What a download gets of each project — 导出的项目. */
export interface KeptProject {
  readonly row: ProjectRow;
  readonly declaration: Declaration;
  readonly table: TableHead;
  /** Line of its file on which its row starts; 0 where that is not known. */
  readonly line: number;
  /** Counts the projects of its file from 1. */
  readonly number: number;
}

/** What a row of a download needs of its table — 所在表的抬头. */
interface TableHead extends Pick<TargetTable, "kind" | "title" | "department" | "year" | "amountUnit"> {
  readonly fileName: string;
}

/**
 * What is kept: one SQLite file or one PostgreSQL database — 存储. All answers hold current versions unless a key says
 * otherwise.
 */
export interface Store {
  readonly engine: "sqlite" | "postgres";
  close(): Promise<void>;

  keepImport(record: ImportRecord): Promise<ImportOutcome>;
  keepCorrections(record: CorrectionRecord): Promise<CorrectionOutcome>;
  /** Of a file with these bytes in a region, oldest first, those that were taken back too. */
  correctionsOf(sha256: string, region: number): Promise<readonly Correction[]>;
  /** Writes nothing. */
  previewImport(record: ImportRecord): Promise<ImportPreview>;

  figures(): Promise<Figures>;
  projects(
    filter: ProjectFilter,
    page: { readonly sort: ProjectSort; readonly limit: number; readonly offset: number },
  ): Promise<ProjectPage>;
  facets(filter: ProjectFilter): Promise<ProjectFacets>;
  /** All projects of a filter in document order, a batch at a time: for downloads. */
  eachProject(filter: ProjectFilter): AsyncIterable<KeptProject>;
  profile(filter: ProjectFilter): Promise<IndicatorProfile>;
  project(key: Key): Promise<StoredProject | undefined>;

  /** Current ones, newest year and newest import first. */
  documents(): Promise<readonly DocumentRow[]>;
  /** Of any version. */
  document(key: Key): Promise<StoredDocument | undefined>;
  documentWithHash(sha256: string): Promise<Key | undefined>;
  sourceBytes(key: Key): Promise<Uint8Array | undefined>;

  /** What was known of the file with these bytes when it was brought last. */
  knownOf(sha256: string, region: number): Promise<BroughtKnowing | undefined>;

  /** Keeps what a person said of columns; one of the same publisher and name gives way to it. */
  keepRecipe(recipe: RecipeWords, by: { readonly who: string; readonly at: Date }): Promise<StoredRecipe>;
  /** Newest first. */
  recipes(): Promise<readonly StoredRecipe[]>;
  /** The one that was removed; `undefined` where there was none. Files that were read with it stay as they are. */
  removeRecipe(id: string, by: { readonly who: string; readonly at: Date }): Promise<StoredRecipe | undefined>;

  departments(): Promise<readonly OrganisationRow[]>;
  department(id: string): Promise<{ row: OrganisationRow; units: readonly OrganisationRow[] } | undefined>;
  unit(id: string): Promise<{ row: OrganisationRow; department: OrganisationRow } | undefined>;

  /**
   * Words between blanks, each of any length: all must stand in the project's name, unit, department or goal, or in the
   * indicator's name or values; of a withheld project only its name is searched. Newest year first, newest import first,
   * then as in the document. A filter narrows both lists to the projects that it keeps, and the indicators to the classes and
   * kinds that it asks for.
   */
  search(query: string, limit: number, filter?: ProjectFilter): Promise<SearchResult>;
  events(limit: number): Promise<readonly EventRow[]>;
}
