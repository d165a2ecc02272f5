import type { Declaration, TableKind, TargetTable } from "../../../domain/declaration.ts";
import type { AmountUnit } from "../../../domain/money.ts";
import type { FiscalYear } from "../../../domain/period.ts";
import type { FieldPath, Span } from "../../../domain/place.ts";
import type { ReadingRecord } from "../../record/record.ts";
import { disclosureOf } from "../disclosure.ts";
import { yearOfTable } from "../infer-year.ts";
import type { LayoutContext } from "../layout.ts";
import { fileContent } from "./file-content.ts";
import { fileGoals } from "./file-goals.ts";
import { fileIndicators } from "./file-indicators.ts";
import { fileFunding } from "./file-money.ts";
import { fileNamed, fileProject } from "./file-names.ts";
import { type Filing, labelOf, wordsOf } from "./filing.ts";
import type { FormDraft } from "./form-draft.ts";
import { kindOf } from "./form-kind.ts";
import { amountUnitOf } from "./form-words.ts";

/**
 * Files what a form says as a table of one declaration — 表单归档; `undefined` where nothing is filled in. `words` is all
 * that it prints.
 */
export function fileForm(
  draft: FormDraft,
  words: string,
  path: FieldPath,
  context: LayoutContext,
): TargetTable | undefined {
  const { record, wrapping } = context;
  const unit = context.heads?.amountUnit ?? unitOf(draft) ?? "万元";
  const filing: Filing = { record, wrapping, draft, path: `${path}/declarations/0`, unit, taken: new Set(), more: [] };
  if (!draft.fields.some(({ texts }) => texts.length > 0) && draft.indicators.length === 0) return undefined;
  fileHead(record, draft, path);
  const title = draft.titles.map((span) => record.text.slice(span.start, span.end)).join("");
  const kind = kindOf(draft, title);
  const declaration = fileDeclaration(filing, kind, title);
  for (const { code, span, printed } of draft.notes)
    record.note(code, filing.path, [span], { facts: { printed, text: printed, line: record.lineAt(span.start) } });
  return {
    kind,
    title: title === "" ? undefined : title,
    department: declaration.department,
    year: yearOf(filing, title, words, context.year),
    amountUnit: unit,
    layout: "form",
    total: undefined,
    units: [],
    declarations: [declaration],
    footnotes: draft.footnotes.map((span, at) => {
      record.place(`${path}/footnotes/${at}`, [span]);
      return record.text.slice(span.start, span.end);
    }),
  };
}

/** The unit that the labels of money print, else the one above the form. */
function unitOf(draft: FormDraft): AmountUnit | undefined {
  const printed = [...draft.fields, ...draft.execution].map(({ amountUnit }) => amountUnit).find((unit) => unit);
  const heads = draft.heads.flatMap(({ cells }) => cells.map(({ text }) => amountUnitOf(text))).find((unit) => unit);
  return printed ?? heads ?? draft.headUnit?.unit;
}

function fileHead(record: ReadingRecord, draft: FormDraft, path: FieldPath): void {
  for (const { span, kind } of draft.decorations) record.ledger.decorate(span, kind);
  if (draft.isHeadInherited) {
    record.point(`${path}/title`, draft.titles);
    record.point(`${path}/year`, draft.years);
    return;
  }
  record.place(`${path}/title`, draft.titles);
  record.place(`${path}/year`, draft.years);
  if (!draft.headUnit) return;
  record.ledger.decorate(draft.headUnit.label, "label");
  record.place(`${path}/amountUnit`, [draft.headUnit.value]);
}

function yearOf({ record, draft }: Filing, title: string, words: string, given: number | undefined): FiscalYear {
  const years = draft.years.map((span) =>
    record.text.slice(span.start, span.end).replace(/(20\d\d)(?!\s?年)/u, "$1年"),
  );
  const fields = draft.fields.filter(({ label }) => /^(?:预算|评价|项目)?年度$/u.test(labelOf(label)));
  const printed = fields.map((field) => `${wordsOf(record, field)}年`);
  const goals = draft.fields.filter(({ field }) => field === "goal").map(({ label }) => label);
  return yearOfTable(given, [...years, title, ...printed, ...goals], words);
}

function fileDeclaration(filing: Filing, kind: TableKind, title: string): Declaration {
  const { record, draft, path } = filing;
  record.point(path, allSpans(draft));
  const department = fileNamed(filing, "department");
  const unit = fileNamed(filing, "unit");
  const project = fileProject(filing, kind, title, unit ?? department);
  const goals = fileGoals(filing);
  const funding = fileFunding(filing, "annual", `${path}/funding`);
  const cycleFunding = fileFunding(filing, "cycle", `${path}/form/cycleFunding`);
  const indicators = fileIndicators(record, draft.indicators, path, filing.wrapping);
  const values = indicators.map((one) => one.annualTarget?.text ?? "");
  return {
    department,
    unit,
    project,
    funding,
    goal: goals.goal,
    disclosure: disclosureOf(goals.goal, values),
    indicators,
    form: fileContent(filing, goals, cycleFunding),
  };
}

function allSpans(draft: FormDraft): Span[] {
  const spans = [
    ...draft.fields.flatMap(({ texts }) => texts.flat()),
    ...draft.indicators.flatMap(({ cells }) => [...cells.values()].flat()),
  ];
  return spans.sort((a, b) => a.start - b.start);
}
