import type { TableKind } from "./declaration.ts";
import type { FieldPath, Span } from "./place.ts";

/**
 * Whose value it is, in the words of the file — 字段身份: a path counts tables and rows and moves when the file is read
 * anew; a name does not.
 */
export interface FieldIdentity {
  readonly table: TableKind;
  readonly of: "table" | "unit" | "project";
  /** 预算单位 of a project, or the name of a subtotal; "" for what belongs to the table. */
  readonly unit: string;
  /** 项目名称 as the machine read it. */
  readonly project: string;
  /** Counts those of the same names from 0. */
  readonly nth: number;
  readonly indicator: IndicatorIdentity | undefined;
  /** The rest of the path: `goal`, `funding/total`, `annualTarget`. */
  readonly field: string;
}

/** 指标身份. */
export interface IndicatorIdentity {
  readonly name: string;
  readonly number: string | undefined;
  readonly nth: number;
}

/** Words of the source that had found no place and were given one — 归入的文字. */
export interface PlacedWords {
  readonly text: string;
  readonly spans: readonly Span[];
}

/**
 * What a person put in place of the machine's reading of one value — 更正. Kept beside the reading and never instead of
 * it; taken back by a later word, not by being forgotten.
 */
export interface Correction {
  readonly id: string;
  /** Corrections that were made at one stroke have one — 批次. */
  readonly batch: string;
  readonly sha256: string;
  /** Where the value stood when it was corrected. */
  readonly path: FieldPath;
  readonly identity: FieldIdentity;
  /** As the machine read it; "" where it read nothing. */
  readonly machine: string;
  readonly corrected: string;
  /** Where the words come from that had no place before. */
  readonly placed: PlacedWords | undefined;
  readonly why: string;
  readonly who: string;
  /** ISO. */
  readonly at: string;
  /** `undefined` while it holds. */
  readonly undone: Undoing | undefined;
}

/** Who took corrections back, when and why — 撤销. */
export interface Undoing {
  readonly who: string;
  readonly why: string;
  readonly at: string;
}

/** How a correction stands to the reading that is there now — 更正的状态. */
export type CorrectionState =
  /** It holds. */
  | { readonly kind: "applied"; readonly path: FieldPath }
  /** The machine now reads it so itself. */
  | { readonly kind: "agreed"; readonly path: FieldPath }
  /** A later correction of the same value holds. */
  | { readonly kind: "replaced"; readonly path: FieldPath; readonly by: string }
  /** The value is not there any more, or it is read otherwise now: a person must look again — 需重新核对. */
  | { readonly kind: "unfit"; readonly path: FieldPath | undefined; readonly now: string | undefined }
  /** Taken back. */
  | { readonly kind: "undone" };

/** The last part of the path of an indicator that a person adds — 新增指标. */
export const addedIndicator = "indicators/+";

/** Longest texts that are taken — 更正文字上限. */
export const correctionLimits = { text: 4_000, why: 500, who: 60 } as const;

/** What kind of field a path leads to, whatever the project: those of one kind are corrected together — 字段类别. */
export function fieldClass(path: FieldPath): string {
  return path.replace(/\/\d+(?=\/|$)/gu, "/#");
}
