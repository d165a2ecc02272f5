import type { Declaration, ExecutionRow, FormContent, TargetTable } from "../domain/declaration.ts";
import type { Amount, Funding } from "../domain/funding.ts";
import type { Indicator, PrintedDetails, PrintedLevel } from "../domain/indicator.ts";
import { plainWanYuan } from "../domain/money.ts";
import type { Reading } from "../domain/reading.ts";
import type { TargetValue } from "../domain/target-value.ts";
import { placeJson } from "./place-json.ts";
import type { ReadingDocument, ReadingLine } from "./reading-schema.ts";

type TableDocument = ReadingDocument["tables"][number];
type DeclarationDocument = TableDocument["declarations"][number];
type FundingDocument = NonNullable<TableDocument["total"]>;
type AmountDocument = FundingDocument["total"];

/** A reading as the JSON that leaves the house — 读取结果 JSON. Amounts are exact decimals in 万元. */
export function readingDocument(reading: Reading, { places }: { readonly places: boolean }): ReadingDocument {
  return {
    format: "jiheng-reading/1",
    source: { ...reading.source },
    tables: reading.tables.map((table, at) => tableDocument(reading, table, `tables/${at}`)),
    notes: reading.notes.map((note) => ({ ...note, at: placeJson(note.at), facts: { ...note.facts } })),
    competing: reading.competing.map(({ subject, because, options }) => ({
      subject,
      because,
      options: options.map((option) => ({ ...option, place: placeJson(option.place) })),
    })),
    sums: reading.sums.map(({ printed, added, difference, tolerance, ...sum }) => ({
      ...sum,
      printed: plainWanYuan(printed),
      added: plainWanYuan(added),
      difference: plainWanYuan(difference),
      closes: Math.abs(difference) <= tolerance,
    })),
    conservation: {
      ...reading.conservation,
      unplaced: reading.conservation.unplaced.map(({ line, start, end }) => ({
        line,
        start,
        end,
        text: reading.text.slice(start, end),
      })),
    },
    ...(places
      ? { places: Object.fromEntries(Object.entries(reading.places).map(([path, place]) => [path, placeJson(place)])) }
      : {}),
  };
}

/** The lines of JSON Lines: a declaration each, with its file and table — 逐项目 JSON. */
export function declarationLines(reading: Reading): readonly ReadingLine[] {
  return reading.tables.flatMap((table, at) => linesOfTable(reading, table, `tables/${at}`));
}

function linesOfTable(reading: Reading, table: TargetTable, path: string): ReadingLine[] {
  const { kind, title, department, year, amountUnit, layout } = tableDocument(reading, table, path);
  const source = { name: reading.source.name, sha256: reading.source.sha256 };
  return table.declarations.map((one, at) => ({
    source,
    table: { kind, title, department, year, amountUnit, layout },
    ...declarationDocument(one, reading.places[`${path}/declarations/${at}`]?.line ?? 0),
  }));
}

function tableDocument(reading: Reading, table: TargetTable, path: string): TableDocument {
  return {
    kind: table.kind,
    title: table.title ?? null,
    department: table.department ?? null,
    year: table.year.basis === "unknown" ? { basis: "unknown", year: null } : { ...table.year },
    amountUnit: table.amountUnit,
    layout: table.layout,
    total: table.total ? fundingDocument(table.total) : null,
    units: table.units.map(({ name, funding }) => ({ name, funding: fundingDocument(funding) })),
    declarations: table.declarations.map((one, at) =>
      declarationDocument(one, reading.places[`${path}/declarations/${at}`]?.line ?? 0),
    ),
    footnotes: [...table.footnotes],
  };
}

/** One declaration as JSON — 一个项目的 JSON. */
export function declarationDocument(one: Declaration, line: number): DeclarationDocument {
  return {
    line,
    department: one.department ?? null,
    unit: one.unit ?? null,
    project: { name: one.project.name, code: one.project.code ?? null, title: one.project.title },
    funding: one.funding ? fundingDocument(one.funding) : null,
    goal: one.goal,
    disclosure: { ...one.disclosure },
    indicators: one.indicators.map(indicatorDocument),
    form: one.form ? formDocument(one.form) : null,
  };
}

function formDocument(form: FormContent): NonNullable<DeclarationDocument["form"]> {
  return {
    particulars: form.particulars.map(({ label, text }) => ({ label, text })),
    cycleGoal: form.cycleGoal ?? null,
    cycleFunding: form.cycleFunding ? fundingDocument(form.cycleFunding) : null,
    goalResult: form.goalResult ?? null,
    execution: form.execution.map(executionDocument),
    totalScore: form.totalScore ?? null,
  };
}

function executionDocument(row: ExecutionRow): NonNullable<DeclarationDocument["form"]>["execution"][number] {
  return {
    label: row.label,
    initial: amountDocument(row.initial),
    adjusted: amountDocument(row.adjusted),
    spent: amountDocument(row.spent),
    expected: amountDocument(row.expected),
    rate: row.rate ?? null,
    weight: row.weight ?? null,
    score: row.score ?? null,
    ...(row.remark === undefined ? {} : { remark: row.remark }),
  };
}

function indicatorDocument(indicator: Indicator): DeclarationDocument["indicators"][number] {
  return {
    number: indicator.number ?? null,
    level1: levelDocument(indicator.level1),
    level2: levelDocument(indicator.level2),
    dimension: indicator.dimension ? { ...indicator.dimension } : null,
    aspect: indicator.aspect ? { ...indicator.aspect } : null,
    name: indicator.name,
    cycleTarget: indicator.cycleTarget ? valueDocument(indicator.cycleTarget) : null,
    annualTarget: indicator.annualTarget ? valueDocument(indicator.annualTarget) : null,
    printed: indicator.printed ? printedDocument(indicator.printed) : null,
  };
}

function printedDocument({ others, ...texts }: PrintedDetails) {
  return { ...texts, ...(others ? { others: others.map(({ label, text }) => ({ label, text })) } : {}) };
}

const levelDocument = (level: PrintedLevel | undefined) =>
  (level && { code: level.code ?? null, name: level.name }) || null;

function valueDocument({ tokens: _tokens, ...value }: TargetValue): object {
  return "parts" in value ? { ...value, parts: value.parts.map(valueDocument) } : value;
}

function fundingDocument(funding: Funding): FundingDocument {
  return {
    total: amountDocument(funding.total),
    appropriation: amountDocument(funding.appropriation),
    specialAccount: amountDocument(funding.specialAccount),
    other: amountDocument(funding.other),
  };
}

function amountDocument(amount: Amount): AmountDocument {
  return amount.kind === "read" ? { kind: "read", wanYuan: plainWanYuan(amount.fen) } : { ...amount };
}
