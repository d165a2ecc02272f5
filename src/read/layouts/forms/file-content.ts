import type { FormContent, Particular } from "../../../domain/declaration.ts";
import type { Funding } from "../../../domain/funding.ts";
import { lineEndInCell } from "../../document-writer.ts";
import { nameOf, textOf } from "../../record/wrapped-text.ts";
import { fileExecutions } from "./file-execution.ts";
import type { Goals } from "./file-goals.ts";
import { type Filing, fieldsOf, labelOf, wordsOf } from "./filing.ts";
import type { FieldDraft } from "./form-draft.ts";
import { isMoneyField } from "./form-words.ts";

/** Files what has no place of its own in a declaration; call it last, it takes what is left — 表单内容归档. */
export function fileContent(filing: Filing, goals: Goals, cycleFunding: Funding | undefined): FormContent {
  const { record, draft, path } = filing;
  const { cycleGoal, goalResult } = goals;
  const execution = fileExecutions(filing);
  const totalScore = fileTotalScore(filing);
  const particulars: Particular[] = [];
  for (const field of draft.fields) {
    if (filing.taken.has(field) || field.texts.length === 0 || isPrintedTwice(filing, field)) continue;
    record.place(`${path}/form/particulars/${particulars.length}`, field.texts.flat());
    const texts = field.texts.map((spans) => textOf(record.text, spans, filing.wrapping));
    particulars.push({ label: labelOf(field.label), text: texts.join(lineEndInCell) });
  }
  for (const { particular, spans } of filing.more) {
    record.point(`${path}/form/particulars/${particulars.length}`, spans);
    particulars.push(particular);
  }
  const weight = draft.totals.get("weight");
  if (weight) {
    record.place(`${path}/form/particulars/${particulars.length}`, weight);
    particulars.push({ label: "分值合计", text: nameOf(record.text, weight) });
  }
  return { particulars, cycleGoal, cycleFunding, goalResult, execution, totalScore };
}

/** A name that the form prints a second time beside the same label. */
function isPrintedTwice({ record, draft, taken }: Filing, field: FieldDraft): boolean {
  if (field.field === undefined || isMoneyField(field.field)) return false;
  const words = wordsOf(record, field);
  const first = draft.fields.find((one) => one !== field && one.field === field.field && taken.has(one));
  if (!first || wordsOf(record, first) !== words) return false;
  for (const span of field.texts.flat()) record.ledger.decorate(span, "repeated");
  return true;
}

/** 总分 of the last line, or of a field of its own. */
function fileTotalScore(filing: Filing): string | undefined {
  const { record, draft, path } = filing;
  const { totals } = draft;
  const isScored = draft.heads.some(({ columns }) => columns.some(({ role }) => role === "score"));
  const weight = totals.get("weight");
  if (isScored && weight && !totals.has("score") && nameOf(record.text, weight) !== "100") {
    totals.set("score", weight);
    totals.delete("weight");
  }
  const [field] = fieldsOf(filing, "totalScore");
  const spans = totals.get("score") ?? field?.texts.flat();
  if (!spans) return undefined;
  if (!totals.has("score") && field) filing.taken.add(field);
  record.place(`${path}/form/totalScore`, spans);
  return nameOf(record.text, spans);
}
