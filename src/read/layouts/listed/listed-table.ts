import type { Declaration, TableKind, TargetTable } from "../../../domain/declaration.ts";
import type { Span } from "../../../domain/place.ts";
import type { ReadingRecord } from "../../record/record.ts";
import { nameOf, textOf, type Wrapping } from "../../record/wrapped-text.ts";
import { wordsOfSpans } from "../../sums/competing-option.ts";
import { sumChecksOf } from "../../sums/sum-checks.ts";
import { type Columns, headAt, isListed, isMoney, type UnitOfColumn, unitOfColumn } from "../columns.ts";
import { disclosureOf } from "../disclosure.ts";
import { type Draft, draftTables, wordsOfDraft } from "../draft-tables.ts";
import { yearOfTable } from "../infer-year.ts";
import type { Layout, LayoutContext } from "../layout.ts";
import { formOfList } from "../list-form.ts";
import type { WordColumn } from "../packed/align-row.ts";
import type { JoinedRow } from "../packed/join-rows.ts";
import { readFunding, subtotalsOf } from "../packed/subtotals.ts";
import { fileTotal, fileUnit } from "../packed/sum-rows.ts";
import { projectNamed } from "../project-code.ts";
import { openFiling, readListedIndicator, type SharedFiling } from "./listed-indicator.ts";
import { joinListedRows } from "./listed-projects.ts";
import { placeRows } from "./listed-row.ts";
import { fileSubtotals, spansOfRow } from "./listed-subtotals.ts";
import { type IndicatorDraft, isSaid, type ProjectDraft } from "./project-draft.ts";

/**
 * Reads tables that print one indicator per row — 一指标一行: project cells merged downwards, printed once or on every row;
 * levels, name, value and whatever else in columns of their own, in any order.
 */
export const listedTable: Layout = {
  id: "listed",
  opens: (lines, at, more) => {
    const head = headAt(lines, at, more);
    return head !== undefined && isListed(head.columns);
  },
  read: (lines, context) =>
    draftTables(context.record, lines, {
      accepts: isListed,
      more: context.heads?.more,
      amountUnit: context.heads?.amountUnit,
    }).map((draft, at) => readTable(draft, `tables/${context.firstTable + at}`, context)),
};

function readTable(draft: Draft, path: string, { record, wrapping, year: givenYear }: LayoutContext): TargetTable {
  const { preamble, columns, amountUnit } = draft;
  preamble.file(path);
  draft.footnotes.forEach((span, at) => {
    record.place(`${path}/footnotes/${at}`, [span]);
  });
  const rows = placeRows(draft.body, columns);
  const projects = joinListedRows(record, rows, columns);
  const hasMoney = columns.roles.some((role) => role && isMoney(role));
  const unitOfAmounts = unitOfColumn(columns, amountUnit);
  const sorted = subtotalsOf(record, projects.map(asJoinedRow), hasMoney, unitOfAmounts);
  for (const row of [sorted.total, ...sorted.units, ...sorted.otherSums])
    fileRest(record, row && projects[row.parts[0].line]);
  const total = sorted.total && fileTotal(record, sorted.total, `${path}/total`, unitOfAmounts);
  const units = sorted.units.map((row, at) => fileUnit(record, row, `${path}/units/${at}`, unitOfAmounts));
  const sums = fileSubtotals({ record, projects, sorted, units, path, unitOf: unitOfAmounts });
  units.push(...sums.units);

  const shared = openFiling(record);
  const goalsEnd = endsSentences(record.text, projects);
  const declarations: Declaration[] = [];
  const unitOf: (number | undefined)[] = [];
  for (const { row, unit: printedAbove } of sorted.projects) {
    const unit = printedAbove ?? sums.unitOf.get(row);
    const project = projects[row.parts[0].line]!;
    if (!isProject(project)) {
      record.note("row-unplaced", "", spansOfRow(row));
      continue;
    }
    const at = `${path}/declarations/${declarations.length}`;
    const under = unit === undefined ? undefined : units[unit]?.name;
    declarations.push(
      readProject(project, at, {
        record,
        wrapping,
        columns,
        unitOf: unitOfAmounts,
        hasMoney,
        shared,
        goalsEnd,
        department: preamble.department,
        unit: under,
      }),
    );
    unitOf.push(unit);
  }
  const year = yearOfTable(givenYear, preamble.heads, wordsOfDraft(record.text, draft));
  const table: TargetTable = {
    kind: kindOf(columns),
    title: preamble.title,
    department: preamble.department ?? commonDepartment(declarations),
    year,
    amountUnit,
    layout: "listed",
    total,
    units,
    declarations,
    footnotes: draft.footnotes.map((span) => record.text.slice(span.start, span.end)),
  };
  record.sums.push(...sumChecksOf(table, unitOf, path));
  return table;
}

/** A table that prints what was achieved is one of self-evaluation; one that prints progress, of monitoring. */
function kindOf({ roles }: Columns): TableKind {
  if (roles.includes("soFar") || roles.includes("likelihood")) return "monitoring";
  return roles.includes("actual") || roles.includes("score") ? "self-evaluation" : "targets";
}

function commonDepartment(declarations: readonly Declaration[]): string | undefined {
  const first = declarations[0]?.department;
  return declarations.every((one) => one.department === first) ? first : undefined;
}

/** What sums are told by: the row of a project as if it stood in one line; `line` is the project's number. */
function asJoinedRow(project: ProjectDraft, at: number): JoinedRow {
  const texts: Partial<Record<WordColumn, readonly Span[]>> = {};
  for (const role of ["project", "goal"] as const) {
    const spans = project.texts.get(role);
    if (spans) texts[role] = spans;
  }
  const said = project.indicators.filter(isSaid);
  if (said.length > 0) texts.indicators = said.flatMap(({ cells }) => [...cells.values()].flat());
  const funding = project.money.size > 0 ? [{ cells: Object.fromEntries(project.money), cost: 0 }] : [];
  const joined = { leftOver: [], others: [], repaired: false, glued: false, table: undefined, cut: undefined };
  const part = { line: at, page: 0, texts, funding, ...joined };
  return { parts: [part], texts, repeated: [], funding };
}

/** What a row of sums prints beside its name and amounts: its number, and the code of a unit. */
function fileRest(record: ReadingRecord, row: ProjectDraft | undefined): void {
  for (const span of row?.texts.get("ordinal") ?? []) record.ledger.decorate(span, "number");
  if (row?.texts.has("project")) record.ledger.place(row.texts.get("code") ?? []);
}

const sentenceEnd = /[。！？；;.”"）)…]$/u;

/** Whether nineteen in twenty goals of a table end as sentences do — 绩效目标是否以句号收尾. */
function endsSentences(source: string, projects: readonly ProjectDraft[]): boolean {
  const ends = projects.flatMap(({ texts }) => texts.get("goal")?.at(-1)?.end ?? []);
  return ends.length >= 10 && ends.filter((end) => sentenceEnd.test(source[end - 1]!)).length >= 0.95 * ends.length;
}

function isProject({ texts, money, indicators, clipped }: ProjectDraft): boolean {
  if (indicators.some(isSaid)) return true;
  return texts.has("project") && !clipped && (money.size > 0 || texts.has("goal"));
}

interface ProjectContext {
  readonly record: ReadingRecord;
  readonly wrapping: Wrapping;
  readonly columns: Columns;
  readonly unitOf: UnitOfColumn;
  readonly hasMoney: boolean;
  readonly shared: SharedFiling;
  /** Whether goals of this table end as sentences do: then one that does not was cut off. */
  readonly goalsEnd: boolean;
  readonly department: string | undefined;
  readonly unit: string | undefined;
}

function readProject(draft: ProjectDraft, path: string, context: ProjectContext): Declaration {
  const { record, wrapping, shared } = context;
  const { texts } = draft;
  const source = record.text;
  const first = draft.rows[0]!;
  const rowSpans = draft.rows.flatMap(({ own }) => [...own.values()].map(({ span }) => span));
  record.point(
    path,
    rowSpans.sort((a, b) => a.start - b.start),
  );
  noteRows(record, draft, path, rowSpans);
  for (const span of draft.repeated) record.ledger.decorate(span, "repeated");
  for (const span of texts.get("ordinal") ?? []) record.ledger.decorate(span, "number");
  const name = texts.get("project") ?? [];
  const code = texts.get("code");
  record.place(`${path}/project/name`, name);
  record.place(`${path}/project/code`, code ?? []);
  if (name.length === 0 && draft.clipped)
    record.note("cell-clipped", `${path}/project/name`, [[...first.own.values()][0]?.span ?? { start: 0, end: 0 }]);
  for (const role of ["department", "unit"] as const) if (draft[role]) shared.place(`${path}/${role}`, draft[role]);
  const goalSpans = texts.get("goal") ?? [];
  record.place(`${path}/goal`, goalSpans);
  const goal = textOf(source, goalSpans, wrapping);
  if (context.goalsEnd && goal !== "" && !sentenceEnd.test(goal))
    record.note("cell-clipped", `${path}/goal`, goalSpans, { facts: { text: goal.slice(-20) } });
  const option = { cells: Object.fromEntries(draft.money), cost: 0 };
  const funding = context.hasMoney ? readFunding(record, option, `${path}/funding`, context.unitOf) : undefined;
  fileRivals(record, draft, path);
  const printed = { texts: Object.fromEntries(texts), money: option.cells, others: draft.others };
  const form = formOfList(record, printed, `${path}/form`, context);
  const indicators = draft.indicators
    .filter(isSaid)
    .map((one, at) => readListedIndicator(record, one, `${path}/indicators/${at}`, wrapping, shared));
  for (const blank of draft.indicators) if (!isSaid(blank)) leaveBlank(record, blank, path, shared);
  return {
    department: draft.department ? nameOf(source, draft.department.spans) : context.department,
    unit: draft.unit ? nameOf(source, draft.unit.spans) : context.unit,
    project: projectNamed(nameOf(source, name), code && nameOf(source, code)),
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

/** The classes of a row that was left blank are labels; what else it prints is listed. */
function leaveBlank(record: ReadingRecord, draft: IndicatorDraft, path: string, shared: SharedFiling): void {
  for (const level of [draft.level1, draft.level2]) if (level) shared.leave(level);
  for (const spans of [...draft.cells.values(), ...draft.others.map(({ span }) => [span])])
    record.note("row-unplaced", path, spans, { facts: { text: wordsOfSpans(record, spans) } });
}

function noteRows(record: ReadingRecord, draft: ProjectDraft, path: string, spans: readonly Span[]): void {
  const cut = draft.rows.filter((row, at) => at > 0 && row.pageTop);
  if (cut.length > 0)
    record.note("row-joined", path, spans, { facts: { lines: draft.rows.map(({ line }) => line.number).join("、") } });
  for (const { leftOver, line, repaired } of draft.rows) {
    for (const cell of leftOver) record.note("row-unplaced", path, [cell.span], { facts: { text: cell.text } });
    if (repaired)
      record.note(
        "row-repaired",
        path,
        line.cells.map(({ span }) => span),
        { facts: { line: line.number } },
      );
  }
}

/** The other side of a page break prints another amount: what stood first is taken, the other kept beside it. */
function fileRivals(record: ReadingRecord, { money, rivals }: ProjectDraft, path: string): void {
  for (const { role, cell } of rivals) {
    record.ledger.place([cell.span]);
    const taken = money.get(role)!;
    record.note("competing-amounts", `${path}/funding/${role}`, [taken.span, cell.span], {
      facts: { taken: taken.text, others: cell.text, because: "order" },
    });
  }
}
