import type { Generated, Kysely, Transaction } from "kysely";

/**
 * One version of one published file — 文件. Bytes and readings of every version stay here; the other tables hold only
 * what is current, so that a superseded value is not filtered out of a public answer: it is not there.
 */
export interface DocumentTable {
  readonly region: number;
  readonly year: number;
  readonly id: string;
  readonly year_inferred: number; // 0 | 1
  /** Id of the first version: the same for all versions of one table. */
  readonly series: string;
  readonly version: number;
  readonly current: number; // 0 | 1
  readonly kind: string;
  readonly sha256: string;
  readonly file_name: string;
  readonly title: string | null;
  readonly title_key: string;
  readonly department_id: string;
  readonly department: string;
  readonly source_url: string | null;
  readonly imported_at: string;
  readonly imported_by: string;
  readonly bytes: number;
  readonly projects: number;
  readonly indicators: number;
  readonly total: number | null;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly characters: number;
  readonly unplaced_characters: number;
  readonly source: Uint8Array;
  /** The whole reading: JSON, deflated. */
  readonly reading: Uint8Array;
  /** Findings and project keys by path: JSON, deflated. */
  readonly verdict: Uint8Array;
  /** What was known of the file when it was brought: JSON; `null` where nothing was. */
  readonly known: string | null;
}

/** A department or one of its units — 部门、单位. */
export interface OrganisationTable {
  readonly region: number;
  readonly id: string;
  readonly parent_id: string | null;
  readonly name: string;
}

/** A current project with the sums that lists and facets need — 项目. */
export interface ProjectTable {
  readonly region: number;
  readonly year: number;
  readonly id: string;
  readonly year_inferred: number; // 0 | 1
  readonly document_id: string;
  readonly document_year: number;
  /** Order in its document. */
  readonly position: number;
  readonly path: string;
  readonly department_id: string;
  readonly unit_id: string;
  readonly name: string;
  readonly code: string | null;
  readonly title: string;
  readonly title_key: string;
  readonly withheld: number; // 0 | 1
  readonly total: number | null;
  readonly appropriation: number | null;
  readonly special_account: number | null;
  readonly other: number | null;
  readonly indicators: number;
  readonly annual_targets: number;
  readonly quantified: number;
  /** Which classes and kinds its indicators have, one bit each: see codes.ts. */
  readonly dimension_mask: number;
  readonly aspect_mask: number;
  readonly kind_mask: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Folded words that a search looks in, one field per line. */
  readonly search_text: string;
}

/** A current indicator with its typed values — 指标. */
export interface IndicatorTable {
  readonly region: number;
  readonly year: number;
  readonly project_id: string;
  /** Order in its project. */
  readonly seq: number;
  readonly document_id: string;
  /** Order in its document. */
  readonly position: number;
  readonly dimension: number; // 0 = none
  readonly aspect: number; // 0 = none
  readonly level1: string | null;
  readonly level2: string | null;
  readonly name: string;
  readonly cycle: string | null;
  readonly cycle_kind: number; // 0 = none printed
  readonly cycle_cmp: string | null;
  readonly cycle_num: number | null;
  readonly cycle_num2: number | null;
  readonly cycle_unit: string | null;
  readonly annual: string | null;
  readonly annual_kind: number;
  readonly annual_cmp: string | null;
  readonly annual_num: number | null;
  readonly annual_num2: number | null;
  readonly annual_unit: string | null;
  readonly search_text: string;
}

/** A current finding, as far as lists and facets ask for it — 审核发现; the whole of it is in the document. */
export interface FindingTable {
  readonly region: number;
  readonly year: number;
  readonly document_id: string;
  readonly seq: number;
  /** `null` where it speaks of the table or the file. */
  readonly project_id: string | null;
  readonly rule: string;
  readonly severity: string;
  readonly subject: string;
}

/** One change against the version before — 版本差异. */
interface DifferenceTable {
  readonly region: number;
  readonly year: number;
  readonly document_id: string;
  readonly seq: number;
  readonly kind: string;
  readonly unit: string;
  readonly project: string;
  readonly indicator: string | null;
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a person put in place of the machine's reading — 更正; the last three are filled when it is taken back. */
export interface CorrectionTable {
  readonly region: number;
  readonly year: number;
  /** The version on which it was made. */
  readonly document_id: string;
  readonly id: string;
  readonly batch: string;
  readonly sha256: string;
  readonly path: string;
  readonly identity: string; // JSON
  readonly machine: string;
  readonly corrected: string;
  readonly placed: string | null; // JSON
  readonly why: string;
  readonly who: string;
  readonly at: string;
  readonly undone_at: string | null;
  readonly undone_by: string | null;
  readonly undone_why: string | null;
}

/** What holds for a version that was corrected — 更正后的读取结果. */
interface CorrectedReadingTable {
  readonly region: number;
  readonly year: number;
  readonly document_id: string;
  /** How often it was changed. */
  readonly revision: number;
  /** As in {@link DocumentTable}. */
  readonly reading: Uint8Array;
  readonly verdict: Uint8Array;
}

/** What a person said of the columns of a publisher's tables — 列对照表. */
export interface RecipeTable {
  readonly id: string;
  /** "" where it is for anybody's tables. */
  readonly publisher: string;
  readonly name: string;
  readonly heads: string; // JSON
  readonly amount_unit: string | null;
  readonly who: string;
  readonly at: string;
}

/** What was done, by whom; append only — 事件. */
interface EventTable {
  /** Counted by the database, in the order of the commits. */
  readonly sequence: Generated<number>;
  readonly region: number;
  readonly year: number;
  readonly document_id: string;
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly verb: string;
  readonly facts: string;
}

/** All tables by name — 数据表. */
export interface Tables {
  document: DocumentTable;
  organisation: OrganisationTable;
  project: ProjectTable;
  indicator: IndicatorTable;
  finding: FindingTable;
  difference: DifferenceTable;
  correction: CorrectionTable;
  corrected_reading: CorrectedReadingTable;
  recipe: RecipeTable;
  event: EventTable;
}

/** Where a query runs — 数据库连接: the open database or a transaction in it. */
export type Database = Kysely<Tables> | Transaction<Tables>;
