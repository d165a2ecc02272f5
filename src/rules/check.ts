import type { TableKind } from "../domain/declaration.ts";
import type { Severity } from "../domain/finding.ts";
import type { FieldPath, Place } from "../domain/place.ts";
import type { Bilingual } from "../domain/result.ts";
import type { DeclarationSubject, IndicatorSubject, ReadingSubject, RowSubject, TableSubject } from "./subjects.ts";

/** What a sentence is made from — 事实. */
export type Facts = Readonly<Record<string, string | number>>;

/** Reads one fact for a sentence — 取用事实; a fact that is not there reads as “—”, never as `undefined`. */
export type Fact = (name: string) => string;

/** What a check saw and where — 观察. The engine adds rule, version and place to make it a finding. */
export interface Observation {
  /** The value or row it speaks of. */
  readonly subject: FieldPath;
  /** Where it stands, if that is not simply the place of the subject. */
  readonly at?: readonly Place[];
  /** The words it is about, as printed. */
  readonly quoted: string;
  readonly expected?: string;
  readonly found?: string;
  /** Where this case weighs differently from the rule's own severity. */
  readonly severity?: Severity;
  readonly facts: Facts;
}

/** What one check says of one subject — 审核结论. The sixth, our own error, is the engine's to say. */
export type Outcome =
  | { readonly kind: "pass" }
  | { readonly kind: "fail"; readonly observations: readonly Observation[] }
  | { readonly kind: "not-applicable"; readonly reason: Bilingual }
  | { readonly kind: "insufficient-data"; readonly reason: Bilingual }
  | { readonly kind: "could-not-read"; readonly reason: Bilingual };

/** What every check carries, whatever it looks at. */
interface CheckWords {
  /** Rule id — 规则编号, e.g. `M02`. */
  readonly id: string;
  /** Counts up when the rule would judge a table differently. */
  readonly version: string;
  readonly severity: Severity;
  readonly title: Bilingual;
  /** Regulation or reason behind it — 依据. */
  readonly basis: Bilingual;
  /** What it looks at, in one sentence — 审核内容. */
  readonly looksAt: Bilingual;
  /**
   * The kinds of tables that it speaks of — 适用的表. Where it does not say: of projects and indicators those that set
   * targets, of money and of the file every one.
   */
  readonly tables?: readonly TableKind[];
  /** Set where a project that is not disclosed has nothing to look at — 不公开项目免审. */
  readonly skipsWithheld?: true;
  readonly says: (fact: Fact) => Bilingual;
  readonly advice: (fact: Fact) => Bilingual;
}

/** Looks at a whole file once — 整份文件. */
export interface ReadingCheck extends CheckWords {
  readonly scope: "reading";
  look(subject: ReadingSubject): Outcome;
}

/** Looks at each table — 整张表. */
export interface TableCheck extends CheckWords {
  readonly scope: "table";
  look(subject: TableSubject): Outcome;
}

/** Looks at each row of money: 合计, units, projects — 资金行. */
export interface RowCheck extends CheckWords {
  readonly scope: "row";
  look(subject: RowSubject): Outcome;
}

/** Looks at each project — 项目. */
export interface DeclarationCheck extends CheckWords {
  readonly scope: "declaration";
  /** Speaks once per table and lists the projects: for what so many lack that single findings would be noise — 按表归并. */
  readonly grouped?: true;
  look(subject: DeclarationSubject): Outcome;
}

/** Looks at each indicator — 指标. */
export interface IndicatorCheck extends CheckWords {
  readonly scope: "indicator";
  look(subject: IndicatorSubject): Outcome;
}

/** One rule that a table can be held against — 审核规则. */
export type Check = ReadingCheck | TableCheck | RowCheck | DeclarationCheck | IndicatorCheck;
