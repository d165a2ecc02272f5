import type { Particular } from "../../../domain/declaration.ts";
import type { AmountUnit } from "../../../domain/money.ts";
import type { FieldPath, Span } from "../../../domain/place.ts";
import type { ReadingRecord } from "../../record/record.ts";
import { nameOf, type Wrapping } from "../../record/wrapped-text.ts";
import type { FieldDraft, FormDraft } from "./form-draft.ts";

/** What filing a form needs — 表单归档环境. */
export interface Filing {
  readonly record: ReadingRecord;
  readonly wrapping: Wrapping;
  readonly draft: FormDraft;
  /** Path of the declaration. */
  readonly path: FieldPath;
  readonly unit: AmountUnit;
  /** Fields that have a place of their own; the others are particulars. */
  readonly taken: Set<FieldDraft>;
  /** What a field prints beyond the value that was taken from it. */
  readonly more: { readonly particular: Particular; readonly spans: readonly Span[] }[];
}

/** The fields of a kind that hold something — 有内容的栏目. */
export function fieldsOf({ draft }: Filing, field: FieldDraft["field"]): readonly FieldDraft[] {
  return draft.fields.filter((one) => one.field === field && one.texts.length > 0);
}

/** The words of a field on one line. */
export function wordsOf(record: ReadingRecord, field: FieldDraft): string {
  return field.texts.map((spans) => nameOf(record.text, spans)).join("");
}

/** A label without blanks and colon — 栏目名. */
export function labelOf(label: string): string {
  return label.replace(/\s+/gu, "").replace(/[:：]+$/u, "");
}
