import Papa from "papaparse";
import type { Declaration, TableKind } from "../domain/declaration.ts";
import { type Amount, fundingColumnNames, fundingColumns } from "../domain/funding.ts";
import type { Indicator, PrintedDetails } from "../domain/indicator.ts";
import { plainWanYuan } from "../domain/money.ts";
import type { FiscalYear } from "../domain/period.ts";
import type { TargetValue } from "../domain/target-value.ts";

/** A declaration with what a row of the CSV says of its file — 待导出的项目. */
export interface CsvProject {
  readonly declaration: Declaration;
  readonly table: {
    readonly fileName: string;
    readonly department: string | undefined;
    readonly year: FiscalYear;
    readonly kind?: TableKind;
  };
  /** Line of the file on which the project's row starts. */
  readonly line: number;
  /** Counts the projects of its file from 1. */
  readonly number: number;
}

const indicatorColumns = "序号,一级指标代码,一级指标,二级指标代码,二级指标,指标名称,实施周期指标值,年度指标值".split(
  ",",
);
const valueColumns = ["类型", "比较", "数值", "上限", "单位", "每", "日期", "相对于", "分项"] as const;

/** Columns for what some tables print of an indicator beyond its values; as printed. */
const detailColumns = {
  指标性质: "nature",
  计量单位: "unit",
  权重: "weight",
  实际完成值: "actual",
  得分: "score",
  偏差原因: "deviation",
  监控期执行情况: "soFar",
  全年预计完成情况: "expected",
  完成目标可能性: "likelihood",
  指标解释: "definition",
  评分标准: "standard",
  指标值依据: "basis",
  数据来源: "source",
  上级指标: "level3",
  指标备注: "remark",
} as const satisfies Readonly<Record<string, keyof PrintedDetails>>;

/** Columns for what a form prints of a project: repeated on each of its rows, as 绩效目标 is. */
const formColumns = ["中期目标", "目标完成情况", "总分", "预算执行", "表单栏目"] as const;

/** The columns of the CSV, in order: a public contract — CSV 列. New ones are added behind the others. */
export const csvColumns: readonly string[] = [
  ..."文件,部门,年度,单位,项目序号,项目,项目代码,行".split(","),
  ...fundingColumns.map((column) => fundingColumnNames[column]),
  "绩效目标",
  ...indicatorColumns,
  ...valueColumns.map((column) => `周期_${column}`),
  ...valueColumns.map((column) => `年度_${column}`),
  "表种类",
  ...Object.keys(detailColumns),
  "其他栏",
  ...formColumns,
];

/** What a spreadsheet would take for a formula; a lone sign and a negative number are none. */
const formula = /^(?:[=+@＝＋＠\t\r](?!$)|[-－](?!\d[\d,.]*$|$))/u;

/**
 * Declarations as CSV for Excel, a piece at a time — 指标级 CSV: UTF-8 with BOM, CRLF, one row per indicator, a project
 * without indicators has one row. Text that a spreadsheet would take for a formula gets a leading quote.
 */
export async function* csvOfDeclarations(
  projects: AsyncIterable<CsvProject> | Iterable<CsvProject>,
): AsyncIterable<string> {
  yield `\uFEFF${csvText([csvColumns])}`;
  for await (const project of projects) yield csvText(rowsOf(project));
}

function csvText(rows: readonly (readonly string[])[]): string {
  const text = Papa.unparse(
    rows.map((row) => [...row]),
    { newline: "\r\n", escapeFormulae: formula },
  );
  return `${text}\r\n`;
}

function rowsOf({ declaration, table, line, number }: CsvProject): string[][] {
  const { year } = table;
  const head = [
    table.fileName,
    declaration.department ?? table.department ?? "",
    year.basis === "printed" || year.basis === "given" ? String(year.year) : "",
    declaration.unit ?? "",
    String(number),
    declaration.project.name,
    declaration.project.code ?? "",
    String(line),
    ...fundingColumns.map((column) => (declaration.funding ? amountText(declaration.funding[column]) : "")),
    declaration.goal,
  ];
  const form = formCells(declaration);
  const rows: readonly (Indicator | undefined)[] =
    declaration.indicators.length > 0 ? declaration.indicators : [undefined];
  return rows.map((indicator) => [
    ...head,
    ...(indicator ? indicatorCells(indicator) : noIndicator),
    table.kind ?? "",
    ...detailCells(indicator?.printed ?? {}),
    ...form,
  ]);
}

function detailCells(printed: PrintedDetails): string[] {
  const { others } = printed;
  return [...Object.values(detailColumns).map((key) => printed[key] ?? ""), others ? JSON.stringify(others) : ""];
}

/** Money planned and spent and the fields without a column of their own are lists: JSON, as 分项 is. */
function formCells({ form }: Declaration): string[] {
  if (!form) return formColumns.map(() => "");
  const execution = form.execution.map((row) => ({
    label: row.label,
    initial: amountText(row.initial),
    adjusted: amountText(row.adjusted),
    spent: amountText(row.spent),
    expected: amountText(row.expected),
    rate: row.rate,
    weight: row.weight,
    score: row.score,
    remark: row.remark,
  }));
  const list = (items: readonly unknown[]): string => (items.length > 0 ? JSON.stringify(items) : "");
  return [form.cycleGoal ?? "", form.goalResult ?? "", form.totalScore ?? "", list(execution), list(form.particulars)];
}

/** 万元 with two decimals; empty when empty; an unreadable amount keeps its printed words. */
function amountText(amount: Amount): string {
  switch (amount.kind) {
    case "read":
      return plainWanYuan(amount.fen);
    case "empty":
      return "";
    case "unreadable":
      return amount.text;
  }
}

function indicatorCells(indicator: Indicator): string[] {
  return [
    indicator.number ?? "",
    indicator.level1?.code ?? "",
    indicator.level1?.name ?? "",
    indicator.level2?.code ?? "",
    indicator.level2?.name ?? "",
    indicator.name,
    indicator.cycleTarget?.text ?? "",
    indicator.annualTarget?.text ?? "",
    ...valueCells(indicator.cycleTarget),
    ...valueCells(indicator.annualTarget),
  ];
}

/** The cells of a project that prints no indicator. */
const noIndicator: readonly string[] = [...indicatorColumns, ...valueColumns, ...valueColumns].map(() => "");

function valueCells(value: TargetValue | undefined): string[] {
  if (!value) return valueColumns.map(() => "");
  const fields = typedFields(value);
  const parts = value.kind === "compound" ? JSON.stringify(value.parts.map(typedFields)) : "";
  const cell = (field: unknown): string => (field === undefined ? "" : String(field));
  return [
    value.kind,
    cell(fields.comparator),
    cell(fields.number),
    cell(fields.upper),
    cell(fields.unit),
    cell(fields.per),
    cell(fields.date),
    cell(fields.relativeTo),
    parts,
  ];
}

interface TypedFields {
  readonly kind: TargetValue["kind"];
  readonly comparator?: string;
  readonly number?: number;
  readonly upper?: number;
  readonly unit?: string;
  readonly per?: string;
  readonly date?: string;
  readonly relativeTo?: string;
  readonly qualifiers?: readonly string[];
  readonly formula?: string;
  readonly parts?: readonly TypedFields[];
}

/** A typed value without its tokens: what programs compare — 类型化的指标值. */
function typedFields(value: TargetValue): TypedFields {
  if (value.kind === "compound") return { kind: value.kind, parts: value.parts.map(typedFields) };
  const { text: _text, tokens: _tokens, ...fields } = value;
  return Object.fromEntries(
    Object.entries(fields).filter(([, field]) => field !== undefined && !(Array.isArray(field) && field.length === 0)),
  ) as unknown as TypedFields; // the value's own fields, the empty ones left out
}
