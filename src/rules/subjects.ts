import type { Declaration, TargetTable } from "../domain/declaration.ts";
import { type Funding, fenOf } from "../domain/funding.ts";
import { foldName } from "../domain/identity.ts";
import type { Indicator } from "../domain/indicator.ts";
import type { FieldPath } from "../domain/place.ts";
import type { CompetingReading, Reading, ReadingNote, ReadingNoteCode, SumCheck } from "../domain/reading.ts";

/** A whole file as the checks see it — 文件. Indexes are built once, so that no check searches. */
export interface ReadingSubject {
  readonly reading: Reading;
  readonly path: "";
  readonly notes: ReadonlyMap<ReadingNoteCode, readonly ReadingNote[]>;
  /** Competing readings by the row they stand in. */
  readonly competing: ReadonlyMap<FieldPath, readonly CompetingReading[]>;
  readonly tables: readonly TableSubject[];
}

/** A table as the checks see it — 表. */
export interface TableSubject {
  readonly reading: Reading;
  readonly table: TargetTable;
  readonly path: FieldPath;
  readonly sums: readonly SumCheck[];
  readonly rows: readonly RowSubject[];
  readonly declarations: readonly DeclarationSubject[];
  /** Does any indicator print a value for the whole period — 是否印有实施周期指标值? */
  readonly printsCycle: boolean;
  /** The rank of each project by its money, 1 being the largest — 按金额排位. */
  readonly rankOf: ReadonlyMap<FieldPath, number>;
}

/** A row that prints money, as the checks see it — 资金行: the table's total, a unit's subtotal or a project. */
export interface RowSubject {
  readonly table: TableSubject;
  readonly kind: "total" | "unit" | "project";
  readonly label: string;
  readonly path: FieldPath;
  /** `undefined` where the table has no columns of money. */
  readonly funding: Funding | undefined;
  readonly fundingPath: FieldPath;
}

/** A project as the checks see it — 项目. */
export interface DeclarationSubject {
  readonly table: TableSubject;
  readonly declaration: Declaration;
  readonly path: FieldPath;
  readonly indicators: readonly IndicatorSubject[];
}

/** An indicator as the checks see it — 指标. */
export interface IndicatorSubject {
  readonly declaration: DeclarationSubject;
  readonly indicator: Indicator;
  readonly path: FieldPath;
  /** 指标名称, width and blanks evened out, for looking up words. */
  readonly name: string;
}

/** The path of the row that a value stands in: `tables/0/declarations/3` — 所在行. */
export function rowOf(path: FieldPath): FieldPath {
  return path.split("/").slice(0, 4).join("/");
}

function declarationSubject(table: TableSubject, declaration: Declaration, path: FieldPath): DeclarationSubject {
  const indicators: IndicatorSubject[] = [];
  const subject: DeclarationSubject = { table, declaration, path, indicators };
  for (const [index, indicator] of declaration.indicators.entries()) {
    indicators.push({
      declaration: subject,
      indicator,
      path: `${path}/indicators/${index}`,
      name: foldName(indicator.name),
    });
  }
  return subject;
}

function* rowsOf(table: TableSubject): Generator<RowSubject> {
  const { total, units, declarations } = table.table;
  const path = table.path;
  if (total) {
    yield { table, kind: "total", label: "合计", path, funding: total, fundingPath: `${path}/total` };
  }
  for (const [index, { name, funding }] of units.entries()) {
    const at = `${path}/units/${index}`;
    yield { table, kind: "unit", label: name, path: at, funding, fundingPath: `${at}/funding` };
  }
  for (const [index, { project, funding }] of declarations.entries()) {
    const at = `${path}/declarations/${index}`;
    yield { table, kind: "project", label: project.title, path: at, funding, fundingPath: `${at}/funding` };
  }
}

function ranksByMoney(table: TargetTable, path: FieldPath): ReadonlyMap<FieldPath, number> {
  const amounts = table.declarations.map((declaration, index) => ({
    path: `${path}/declarations/${index}`,
    amount: (declaration.funding && fenOf(declaration.funding.total)) ?? Number.NEGATIVE_INFINITY,
  }));
  amounts.sort((a, b) => b.amount - a.amount || 0);
  return new Map(amounts.map((one, index) => [one.path, index + 1]));
}

/** Everything that is looked at, with its path and its indexes: one pass over the reading — 审核对象. */
export function subjectsOf(reading: Reading): ReadingSubject {
  const sums = Map.groupBy(reading.sums, (sum) => sum.subject.split("/").slice(0, 2).join("/"));
  const tables = reading.tables.map((table, tableIndex): TableSubject => {
    const path = `tables/${tableIndex}`;
    const rows: RowSubject[] = [];
    const declarations: DeclarationSubject[] = [];
    const printsCycle = table.declarations.some((declaration) =>
      declaration.indicators.some((indicator) => indicator.cycleTarget !== undefined),
    );
    const subject: TableSubject = {
      reading,
      table,
      path,
      sums: sums.get(path) ?? [],
      rows,
      declarations,
      printsCycle,
      rankOf: ranksByMoney(table, path),
    };
    for (const row of rowsOf(subject)) rows.push(row);
    for (const [index, declaration] of table.declarations.entries()) {
      declarations.push(declarationSubject(subject, declaration, `${path}/declarations/${index}`));
    }
    return subject;
  });
  return {
    reading,
    path: "",
    notes: Map.groupBy(reading.notes, (note) => note.code),
    competing: Map.groupBy(reading.competing, (competing) => rowOf(competing.subject)),
    tables,
  };
}
