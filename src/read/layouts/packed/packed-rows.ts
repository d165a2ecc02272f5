import type { Declaration } from "../../../domain/declaration.ts";
import { fundingColumns, noFunding } from "../../../domain/funding.ts";
import type { Indicator } from "../../../domain/indicator.ts";
import type { Span } from "../../../domain/place.ts";
import type { ReadingRecord } from "../../record/record.ts";
import { nameOf, textOf, type Wrapping } from "../../record/wrapped-text.ts";
import { optionAt } from "../../sums/competing-option.ts";
import { type Amounts, type AmountsOption, chooseBySums } from "../../sums/reconcile.ts";
import { type Columns, fundingParts, type UnitOfColumn } from "../columns.ts";
import { disclosureOf } from "../disclosure.ts";
import { formOfList } from "../list-form.ts";
import { projectNamed } from "../project-code.ts";
import { copiesOf } from "./cut-list.ts";
import type { JoinedRow } from "./join-rows.ts";
import type { ListColumn } from "./list-columns.ts";
import { listIn } from "./open-row.ts";
import { readIndicators } from "./packed-list.ts";
import { fileReadings } from "./recognised-amounts.ts";
import { amountsOfOption, readFunding, type SortedRows } from "./subtotals.ts";

interface TableContext {
  readonly path: string;
  readonly wrapping: Wrapping;
  readonly columns: Columns;
  readonly unitOf: UnitOfColumn;
  readonly department: string | undefined;
  readonly hasMoney: boolean;
  readonly lists: readonly ListColumn[];
  /** Whether the lists announce their values. */
  readonly labelsValues: boolean;
  readonly unitNames: readonly string[];
  readonly unitAmounts: readonly Amounts[];
  readonly tableAmounts: Amounts | undefined;
}

interface ProjectRow {
  readonly row: JoinedRow;
  readonly unit: number | undefined;
  readonly taken: number;
  readonly settled: boolean;
}

/** The declarations of a table, and the unit (by number) under which each stands. */
export interface PackedRows {
  readonly declarations: readonly Declaration[];
  readonly unitOf: readonly (number | undefined)[];
}

/** Project rows → declarations with their places — 项目行转绩效目标. Rows that are no project are noted, not invented. */
export function readDeclarations(record: ReadingRecord, sorted: SortedRows, table: TableContext): PackedRows {
  const projects = sorted.projects.filter(({ row }) => isProject(record, row, table.hasMoney));
  const declarations = takeBySums(projects, table).map((project, at) =>
    readDeclaration(record, project, `${table.path}/declarations/${at}`, table),
  );
  return { declarations, unitOf: projects.map(({ unit }) => unit) };
}

/** A project has a name and at least money or indicators; in a table without money, a goal will do. */
function isProject(record: ReadingRecord, row: JoinedRow, hasMoney: boolean): boolean {
  const { project, goal } = row.texts;
  const indicators = listIn(row.texts);
  const hasAmount = Object.keys(row.funding[0]?.cells ?? {}).length > 0;
  if (project && (hasAmount || indicators || (!hasMoney && goal))) return true;
  const spans = [
    ...Object.values(row.texts).flat(),
    ...row.parts.flatMap((part) => part.leftOver.map((cell) => cell.span)),
  ];
  record.note("row-unplaced", "", spans.length > 0 ? spans : [{ start: 0, end: 0 }]);
  return false;
}

/** Lets each unit's printed subtotal choose among the readings of its rows; without units, the table's total. */
function takeBySums(projects: SortedRows["projects"], table: TableContext): ProjectRow[] {
  const groups = Map.groupBy(projects.keys(), (at) => projects[at]!.unit);
  const chosen: ProjectRow[] = projects.map(({ row, unit }) => ({ row, unit, taken: 0, settled: false }));
  for (const [unit, members] of groups) {
    const printed = unit === undefined ? table.tableAmounts : table.unitAmounts[unit];
    if (!printed || Object.keys(printed).length === 0) continue;
    const options = members.map((at) => optionsOf(projects[at]!.row, table.unitOf));
    const { taken, settled } = chooseBySums(options, printed);
    members.forEach((at, index) => {
      chosen[at] = { ...chosen[at]!, taken: taken[index]!, settled };
    });
  }
  return chosen;
}

function optionsOf(row: JoinedRow, unit: UnitOfColumn): AmountsOption[] {
  const options = row.funding.map((option) => ({ amounts: amountsOfOption(option, unit), cost: option.cost }));
  return options.length > 0 ? options : [{ amounts: {}, cost: 0 }];
}

function readDeclaration(record: ReadingRecord, project: ProjectRow, path: string, table: TableContext): Declaration {
  const { row } = project;
  const { texts } = row;
  const source = record.text;
  const texted = row.parts.flatMap((part) => Object.values(part.texts).flat());
  const rowSpans = texted.length > 0 ? texted : spansOfMoney(row); // a row may print amounts alone
  record.point(
    path,
    rowSpans.sort((a, b) => a.start - b.start),
  );
  noteRow(record, row, path, rowSpans);

  record.place(`${path}/project/name`, texts.project ?? []);
  for (const span of row.repeated) record.ledger.decorate(span, "repeated");
  const department = fileName(record, row, "department", path);
  const unit =
    fileName(record, row, "unit", path) ?? (project.unit === undefined ? undefined : table.unitNames[project.unit]);
  record.place(`${path}/project/code`, texts.code ?? []);
  const goalSpans = withoutRepeat(record, texts.goal ?? [], path);
  record.place(`${path}/goal`, goalSpans);
  const goal = textOf(source, goalSpans, table.wrapping);
  noteClipped(record, goal, goalSpans, `${path}/goal`);
  const funding = table.hasMoney ? fileFunding(record, project, `${path}/funding`, table.unitOf) : undefined;
  const money = row.funding[project.taken]?.cells ?? {};
  const others = row.parts.flatMap((part) => part.others);
  const form = formOfList(record, { texts, money, others }, `${path}/form`, table);
  const indicators: Indicator[] = [];
  for (const list of table.lists) {
    const filing = { ...table, held: list.held, first: indicators.length };
    indicators.push(...readIndicators(record, texts[list.role] ?? [], `${path}/indicators`, filing));
  }
  return {
    department: department ?? table.department,
    unit,
    project: projectNamed(nameOf(source, texts.project ?? []), texts.code && nameOf(source, texts.code)),
    funding,
    goal,
    disclosure: disclosureOf(
      goal,
      indicators.map((one) => one.annualTarget?.text ?? ""),
    ),
    indicators,
    ...(form ? { form } : {}),
  };
}

const spansOfMoney = ({ funding }: JoinedRow): Span[] =>
  funding.flatMap(({ cells }) => Object.values(cells).map(({ span }) => span));

function noteRow(record: ReadingRecord, row: JoinedRow, path: string, spans: readonly Span[]): void {
  const [first, ...rest] = row.parts;
  if (rest.length > 0)
    record.note("row-joined", path, spans, { facts: { lines: row.parts.map((part) => part.line).join("、") } });
  for (const part of row.parts) {
    const texts = Object.values(part.texts).flat();
    const own = texts.length > 0 ? texts : spans;
    if (part.glued) record.note("cells-glued", path, own);
    else if (part.repaired) record.note("row-repaired", path, own, { facts: { line: part.line } });
    for (const cell of part.leftOver) record.note("row-unplaced", path, [cell.span], { facts: { text: cell.text } });
  }
  if (!first.texts.project) record.note("row-repaired", path, spans, { facts: { line: first.line } });
}

/** A name printed in the row itself. */
function fileName(record: ReadingRecord, row: JoinedRow, role: "department" | "unit", path: string) {
  const spans = row.texts[role];
  if (!spans) return undefined;
  record.place(`${path}/${role}`, spans);
  return nameOf(record.text, spans);
}

/** A goal that a page break cut through a line: the second copy of the line is left out, and said so. */
function withoutRepeat(record: ReadingRecord, spans: readonly Span[], path: string): readonly Span[] {
  const [first, second] = spans;
  if (!first || !second) return spans;
  const repeated = copiesOf(record, first, second)?.inSecond;
  if (!repeated) return spans;
  record.ledger.decorate(repeated, "repeated");
  record.note("printed-twice", `${path}/goal`, [repeated]);
  return [first, { start: repeated.end, end: second.end }, ...spans.slice(2)];
}

const clippedStart = /^[,，、;；。)）]/u;
const clippedEnd = /[,，、]$/u;

function noteClipped(record: ReadingRecord, goal: string, spans: readonly Span[], path: string): void {
  if (clippedStart.test(goal) || clippedEnd.test(goal))
    record.note("cell-truncated", path, spans, { facts: { text: goal.slice(0, 40) } });
}

function fileFunding(record: ReadingRecord, { row, taken, settled }: ProjectRow, path: string, unit: UnitOfColumn) {
  const option = row.funding[taken];
  if (!option) return noFunding;
  const funding = readFunding(record, option, path, unit);
  const takenSpans = new Set(Object.values(option.cells).map((cell) => cell.span));
  const others = row.parts.flatMap((part) =>
    Object.entries(part.funding[0]?.cells ?? {}).filter(([, cell]) => !takenSpans.has(cell.span)),
  );
  for (const column of [...fundingColumns, ...fundingParts.map(([part]) => part), "cycleTotal" as const]) {
    const kept = option.cells[column];
    const losers = others.filter(([name]) => name === column).map(([, cell]) => cell);
    const rivals = losers.filter((cell) => cell.text !== kept?.text);
    for (const cell of losers) {
      if (rivals.includes(cell)) record.ledger.place([cell.span]);
      else record.ledger.decorate(cell.span, "repeated");
    }
    if (rivals.length === 0) continue;
    const all = [...(kept ? [{ cell: kept, taken: true }] : []), ...rivals.map((cell) => ({ cell, taken: false }))];
    record.competing.push({
      subject: `${path}/${column}`,
      options: all
        .sort((a, b) => a.cell.span.start - b.cell.span.start)
        .map((one) => optionAt(record, [one.cell.span], one.taken)),
      because: settled ? "sum" : "order",
    });
    if (column === "total")
      record.note(
        "competing-amounts",
        `${path}/${column}`,
        all.map(({ cell }) => cell.span),
        {
          facts: {
            taken: kept?.text ?? "",
            others: rivals.map((cell) => cell.text).join("、"),
            because: settled ? "sum" : "order",
          },
        },
      );
  }
  fileReadings(record, option, path, settled);
  return funding;
}
