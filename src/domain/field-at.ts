import type { Declaration, ExecutionRow, FormContent, TargetTable } from "./declaration.ts";
import type { Amount, Funding, FundingColumn } from "./funding.ts";
import { fundingColumns } from "./funding.ts";
import type { Indicator, PrintedLevel } from "./indicator.ts";
import { type AmountUnit, amountIn } from "./money.ts";
import type { FieldPath } from "./place.ts";

/** What kind of content a field has: what a correction of it must be — 字段种类. */
type FieldKind = "words" | "name" | "amount" | "level" | "target";

/** A value of a reading as text — 字段: of money the figure in the unit of its table. */
export interface Field {
  readonly kind: FieldKind;
  /** "" where it is empty. */
  readonly text: string;
  /** Of money — 金额单位. */
  readonly unit?: AmountUnit;
}

const executionAmounts = [
  "initial",
  "adjusted",
  "spent",
  "expected",
] as const satisfies readonly (keyof ExecutionRow)[];
const formWords = ["cycleGoal", "goalResult", "totalScore"] as const satisfies readonly (keyof FormContent)[];

const words = (text: string | undefined): Field => ({ kind: "words", text: text ?? "" });
const name = (text: string): Field => ({ kind: "name", text });

/** The value at a path — 按路径取字段; `undefined` where there is none that a person could correct. */
export function fieldAt(tables: readonly TargetTable[], path: FieldPath): Field | undefined {
  const [head, t, list, n, ...rest] = path.split("/");
  const table = head === "tables" ? tables[Number(t)] : undefined;
  if (!table || list === undefined) return undefined;
  switch (list) {
    case "title":
    case "department":
      return n === undefined ? words(table[list]) : undefined;
    case "total":
      return fundingField(table.total, [n ?? "", ...rest], table.amountUnit);
    case "footnotes": {
      const footnote = table.footnotes[Number(n)];
      return footnote === undefined || rest.length > 0 ? undefined : words(footnote);
    }
    case "units": {
      const unit = table.units[Number(n)];
      if (!unit) return undefined;
      if (rest[0] === "name" && rest.length === 1) return name(unit.name);
      return rest[0] === "funding" ? fundingField(unit.funding, rest.slice(1), table.amountUnit) : undefined;
    }
    case "declarations": {
      const declaration = table.declarations[Number(n)];
      return declaration && declarationField(declaration, rest, table.amountUnit);
    }
    default:
      return undefined;
  }
}

function fundingField(funding: Funding | undefined, rest: readonly string[], unit: AmountUnit): Field | undefined {
  const column = fundingColumns.find((one) => one === rest[0]);
  return column && funding && rest.length === 1 ? amountField(funding[column], unit) : undefined;
}

const amountField = (amount: Amount, unit: AmountUnit): Field => ({
  kind: "amount",
  text: amount.kind === "read" ? amountIn(amount.fen, unit) : amount.kind === "unreadable" ? amount.text : "",
  unit,
});

function declarationField(declaration: Declaration, rest: readonly string[], unit: AmountUnit): Field | undefined {
  const [field, n, ...more] = rest;
  switch (field) {
    case "department":
    case "unit":
    case "goal":
      return n === undefined ? words(declaration[field]) : undefined;
    case "project":
      if (n === "name") return name(declaration.project.name);
      return n === "code" ? words(declaration.project.code) : undefined;
    case "funding":
      return fundingField(declaration.funding, rest.slice(1), unit);
    case "indicators": {
      const indicator = declaration.indicators[Number(n)];
      return indicator && indicatorField(indicator, more);
    }
    case "form":
      return declaration.form && formField(declaration.form, rest.slice(1), unit);
    default:
      return undefined;
  }
}

const levelField = (level: PrintedLevel | undefined): Field => ({
  kind: "level",
  text: level ? (level.code === undefined ? level.name : `${level.code}-${level.name}`) : "",
});

function indicatorField(indicator: Indicator, rest: readonly string[]): Field | undefined {
  const [field, own] = rest;
  if (rest.length !== (field === "printed" ? 2 : 1)) return undefined;
  switch (field) {
    case "name":
      return name(indicator.name);
    case "number":
      return words(indicator.number);
    case "level1":
    case "level2":
      return levelField(indicator[field]);
    case "cycleTarget":
    case "annualTarget":
      return { kind: "target", text: indicator[field]?.text ?? "" };
    case "printed":
      return wordsIn(indicator.printed, own);
    default:
      return undefined;
  }
}

/** Words that a record holds under a name; not those that every object has. */
function wordsIn(record: object | undefined, name: string | undefined): Field | undefined {
  if (!record || name === undefined || !Object.hasOwn(record, name)) return undefined;
  const value: unknown = Object.entries(record).find(([own]) => own === name)?.[1];
  return value === undefined || typeof value === "string" ? words(value) : undefined;
}

function formField(form: FormContent, rest: readonly string[], unit: AmountUnit): Field | undefined {
  const [field, n, own] = rest;
  const plain = formWords.find((one) => one === field);
  if (plain) return n === undefined ? words(form[plain]) : undefined;
  switch (field) {
    case "particulars": {
      const particular = form.particulars[Number(n)];
      return particular && own === undefined ? words(particular.text) : undefined;
    }
    case "cycleFunding":
      return fundingField(form.cycleFunding, rest.slice(1), unit);
    case "execution": {
      const row = form.execution[Number(n)];
      const amount = executionAmounts.find((one) => one === own);
      if (!row) return undefined;
      return amount ? amountField(row[amount], unit) : wordsIn(row, own);
    }
    default:
      return undefined;
  }
}

/** Everything of a declaration that a person could correct, in the order in which tables print it — 可更正的字段. */
export function fieldsOf(declaration: Declaration, path: FieldPath): readonly FieldPath[] {
  const columns = (at: string, funding: Funding | undefined): string[] =>
    funding ? fundingColumns.map((column: FundingColumn) => `${at}/${column}`) : [];
  const { form, indicators } = declaration;
  return [
    `${path}/project/name`,
    `${path}/project/code`,
    `${path}/department`,
    `${path}/unit`,
    ...columns(`${path}/funding`, declaration.funding),
    `${path}/goal`,
    ...(form ? formFields(form, `${path}/form`, columns) : []),
    ...indicators.flatMap((indicator, n) => indicatorFields(indicator, `${path}/indicators/${n}`)),
  ];
}

/** The fields of one indicator; of the further columns those that are printed — 指标的字段. */
export function indicatorFields(indicator: Indicator, path: FieldPath): readonly FieldPath[] {
  const own = ["number", "level1", "level2", "name", "cycleTarget", "annualTarget"];
  const { others: _others, ...printed } = indicator.printed ?? {}; // columns that nobody knows are only shown
  const details = Object.keys(printed).map((detail) => `printed/${detail}`);
  return [...own, ...details].map((field) => `${path}/${field}`);
}

function formFields(
  form: FormContent,
  path: FieldPath,
  columns: (at: string, funding: Funding | undefined) => readonly string[],
): readonly FieldPath[] {
  const rows = form.execution.flatMap((row, n) => Object.keys(row).map((field) => `${path}/execution/${n}/${field}`));
  return [
    ...form.particulars.map((_, n) => `${path}/particulars/${n}`),
    ...columns(`${path}/cycleFunding`, form.cycleFunding),
    ...rows,
    ...formWords.map((field) => `${path}/${field}`),
  ];
}
