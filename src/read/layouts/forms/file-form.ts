import type {
  Declaration,
  ExecutionRow,
  FormContent,
  Particular,
  TableKind,
  TargetTable,
} from "../../../domain/declaration.ts";
import { type Amount, emptyAmount, type Funding, type FundingColumn, noFunding } from "../../../domain/funding.ts";
import type { AmountUnit } from "../../../domain/money.ts";
import type { FiscalYear } from "../../../domain/period.ts";
import type { FieldPath, Span } from "../../../domain/place.ts";
import { lineEndInCell } from "../../document-writer.ts";
import type { ReadingRecord } from "../../record/record.ts";
import { nameOf, textOf, type Wrapping } from "../../record/wrapped-text.ts";
import { fundingParts } from "../columns.ts";
import { disclosureOf } from "../disclosure.ts";
import { printedYear } from "../infer-year.ts";
import type { LayoutContext } from "../layout.ts";
import { projectNamed } from "../project-code.ts";
import { fileIndicators } from "./file-indicators.ts";
import { fileAmount } from "./form-amount.ts";
import type { ExecutionDraft, FieldDraft, FormDraft } from "./form-draft.ts";
import type { FormColumnRole } from "./form-heads.ts";
import { kindOf } from "./form-kind.ts";
import { amountUnitOf, isMoneyField, type MoneyField } from "./form-words.ts";

interface Filing {
  readonly record: ReadingRecord;
  readonly wrapping: Wrapping;
  readonly draft: FormDraft;
  /** Path of the declaration. */
  readonly path: FieldPath;
  readonly unit: AmountUnit;
  /** Fields that have a place of their own; the others are particulars. */
  readonly taken: Set<FieldDraft>;
}

/** Files what a form says as a table of one declaration — 表单归档; `undefined` where nothing is filled in. */
export function fileForm(draft: FormDraft, path: FieldPath, context: LayoutContext): TargetTable | undefined {
  const { record, wrapping } = context;
  const unit = context.heads?.amountUnit ?? unitOf(draft) ?? "万元";
  const filing: Filing = { record, wrapping, draft, path: `${path}/declarations/0`, unit, taken: new Set() };
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
    year: yearOf(filing, title, context.year),
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

function yearOf({ record, draft }: Filing, title: string, otherwise: FiscalYear): FiscalYear {
  if (otherwise.basis === "given") return otherwise;
  const years = draft.years.map((span) =>
    record.text.slice(span.start, span.end).replace(/(20\d\d)(?!\s?年)/u, "$1年"),
  );
  const fields = draft.fields.filter(({ label }) => /^(?:预算|评价|项目)?年度$/u.test(label.replace(/\s+/gu, "")));
  const printed = fields.map((field) => `${wordsOf(record, field)}年`);
  return printedYear([...years, title, ...printed, ...draft.fields.map(({ label }) => label)]) ?? otherwise;
}

function wordsOf(record: ReadingRecord, field: FieldDraft): string {
  return field.texts.map((spans) => nameOf(record.text, spans)).join("");
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

function fieldsOf({ draft }: Filing, field: FieldDraft["field"]): readonly FieldDraft[] {
  return draft.fields.filter((one) => one.field === field && one.texts.length > 0);
}

const leadingCode = /^(?:[[【（(]?\s?\d{3,9}\s?[\]】）)]|\d{3,9}\s?[-－—_])\s?/u;
const trailingCode = /\s?[[【（(]\s?\d{3,9}\s?[\]】）)]$/u;

/** Files a department or unit; a code before or behind the name is left to the particulars as printed — 名称与代码. */
function fileNamed(filing: Filing, role: "department" | "unit"): string | undefined {
  const [field] = fieldsOf(filing, role);
  if (!field) return undefined;
  filing.taken.add(field);
  const { record, path } = filing;
  const spans = field.texts.flat();
  record.place(`${path}/${role}`, spans);
  const name = nameOf(record.text, spans);
  return name.replace(leadingCode, "").replace(trailingCode, "") || name;
}

/** The project as its field names it; without one, the unit's whole spending, or what the title speaks of — 项目名称. */
function fileProject(filing: Filing, kind: TableKind, title: string, unit: string | undefined) {
  const { record, path, draft } = filing;
  const [field] = fieldsOf(filing, "project");
  const [code] = fieldsOf(filing, "code");
  if (code) {
    filing.taken.add(code);
    record.place(`${path}/project/code`, code.texts.flat());
  }
  if (field) {
    filing.taken.add(field);
    const spans = field.texts.flat();
    record.place(`${path}/project/name`, spans);
    return projectNamed(nameOf(record.text, spans), code && wordsOf(record, code));
  }
  const isWhole = kind === "overall-targets" || /整体/u.test(title);
  const [from] = [...fieldsOf(filing, "unit"), ...fieldsOf(filing, "department")];
  if (isWhole && unit !== undefined) {
    record.point(`${path}/project/name`, from?.texts.flat() ?? []);
    return projectNamed(`${unit}部门整体支出`);
  }
  record.point(`${path}/project/name`, draft.titles);
  const bare = title
    .replace(/\s+/gu, "")
    .replace(/^附[件表][\d一二三四五六七八九十]{0,3}(?:[-－—]\d{1,2})?[:：.]?/u, "")
    .replace(/（[^（）]*）$/u, "");
  return projectNamed(bare.replace(/(?:支出)?绩效[^项]{0,20}$/u, "") || bare || (unit ?? ""));
}

interface Goals {
  readonly goal: string;
  readonly cycleGoal: string | undefined;
  readonly goalResult: string | undefined;
}

/** Files the goals: 总体目标 is the year's where no annual goal stands beside it, else the whole period's — 目标归档. */
function fileGoals(filing: Filing): Goals {
  const whole = fieldsOf(filing, "wholeGoal");
  const annual = fieldsOf(filing, "goal");
  const cycle = fieldsOf(filing, "cycleGoal");
  const ofYear = annual.length > 0 ? annual : whole;
  const ofCycle = [...cycle, ...(annual.length > 0 ? whole : [])];
  return {
    goal: fileText(filing, ofYear, "goal") ?? "",
    cycleGoal: fileText(filing, ofCycle, "form/cycleGoal"),
    goalResult: fileText(filing, fieldsOf(filing, "goalResult"), "form/goalResult"),
  };
}

/** Files the texts of fields as one value, each on a line of its own. */
function fileText(filing: Filing, fields: readonly FieldDraft[], at: string): string | undefined {
  const { record, path, wrapping } = filing;
  if (fields.length === 0) return undefined;
  for (const field of fields) filing.taken.add(field);
  record.place(
    `${path}/${at}`,
    fields.flatMap(({ texts }) => texts.flat()),
  );
  return fields.flatMap(({ texts }) => texts.map((spans) => textOf(record.text, spans, wrapping))).join(lineEndInCell);
}

/** Files the labelled amounts of a year or of the whole period — 资金归档. Parts that are printed apart stay particulars. */
function fileFunding(filing: Filing, period: "annual" | "cycle", path: FieldPath): Funding | undefined {
  const { record, draft } = filing;
  const fields = draft.fields.filter((one) => isMoneyField(one.field) && one.period === period);
  if (fields.length === 0) return undefined;
  const has = (field: MoneyField): boolean => fields.some((one) => one.field === field && one.texts.length > 0);
  const amounts: Partial<Record<FundingColumn, Amount>> = {};
  for (const field of fields) {
    const column = columnOf(field.field as MoneyField, has); // only fields of money are here
    if (!column || amounts[column] !== undefined || field.texts.length === 0) continue;
    filing.taken.add(field);
    amounts[column] = fileAmount(record, field.texts.flat(), `${path}/${column}`, field.amountUnit ?? filing.unit);
  }
  return Object.keys(amounts).length > 0 ? { ...noFunding, ...amounts } : undefined;
}

/** The official column of a labelled amount; a source printed apart takes its column where it is the only one of it. */
function columnOf(field: MoneyField, has: (field: MoneyField) => boolean): FundingColumn | undefined {
  if (field === "cycleTotal") return "total";
  const whole = fundingParts.find(([part]) => part === field)?.[1];
  if (whole === undefined) return field as FundingColumn; // parts and the total of the period are dealt with
  const siblings = fundingParts.filter(([part, of]) => of === whole && has(part));
  return siblings.length === 1 && !has(whole) ? whole : undefined;
}

function fileContent(filing: Filing, goals: Goals, cycleFunding: Funding | undefined): FormContent {
  const { record, draft, path } = filing;
  const { cycleGoal, goalResult } = goals;
  const execution = [...draft.execution.map((row, at) => fileExecution(filing, row, at)), ...fileLabelled(filing)];
  const totalScore = fileTotalScore(filing);
  const particulars: Particular[] = [];
  for (const field of draft.fields) {
    if (filing.taken.has(field) || field.texts.length === 0 || isPrintedTwice(filing, field)) continue;
    record.place(`${path}/form/particulars/${particulars.length}`, field.texts.flat());
    const texts = field.texts.map((spans) => textOf(record.text, spans, filing.wrapping));
    particulars.push({ label: labelOf(field.label), text: texts.join(lineEndInCell) });
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

function labelOf(label: string): string {
  return label.replace(/\s+/gu, "").replace(/[:：]+$/u, "");
}

const executionAmounts = [
  ["initial", "initialBudget"],
  ["adjusted", "adjustedBudget"],
  ["spent", "spent"],
  ["expected", "expectedSpent"],
] as const;
const executionTexts = [
  ["rate", "executionRate"],
  ["weight", "weight"],
  ["score", "score"],
] as const;

function fileExecution(filing: Filing, row: ExecutionDraft, at: number): ExecutionRow {
  const { record } = filing;
  const path = `${filing.path}/form/execution/${at}`;
  const unit = row.amountUnit ?? filing.unit;
  const amount = (key: string, role: FormColumnRole): Amount => {
    const spans = row.cells.get(role);
    return spans ? fileAmount(record, spans, `${path}/${key}`, unit) : emptyAmount;
  };
  const text = (key: string, spans: readonly Span[] | undefined): string | undefined => {
    if (!spans) return undefined;
    record.place(`${path}/${key}`, spans);
    return textOf(record.text, spans, filing.wrapping);
  };
  const label = text("label", row.label) ?? "";
  const [initial, adjusted, spent, expected] = executionAmounts.map(([key, role]) => amount(key, role));
  const [rate, weight, score] = executionTexts.map(([key, role]) => text(key, row.cells.get(role)));
  const remark = text("remark", [...(row.cells.get("deviation") ?? []), ...(row.cells.get("remark") ?? [])]);
  return {
    label: labelOf(label),
    initial: initial!,
    adjusted: adjusted!,
    spent: spent!,
    expected: expected!,
    rate,
    weight,
    score,
    ...(remark ? { remark } : {}),
  };
}

/** 年初预算数：100 全年执行数：98 as labelled fields are one row. */
function fileLabelled(filing: Filing): ExecutionRow[] {
  const cells = new Map<FormColumnRole, Span[]>();
  let amountUnit: AmountUnit | undefined;
  for (const [, role] of [...executionAmounts, ["rate", "executionRate"] as const]) {
    const [field] = fieldsOf(filing, role);
    if (!field) continue;
    filing.taken.add(field);
    cells.set(role, field.texts.flat());
    amountUnit ??= field.amountUnit;
  }
  if (cells.size === 0) return [];
  return [fileExecution(filing, { label: [], cells, amountUnit }, filing.draft.execution.length)];
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
