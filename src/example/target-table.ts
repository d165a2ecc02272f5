import { inferAspect } from "../domain/classify-indicator.ts";
import type { Declaration, TargetTable } from "../domain/declaration.ts";
import type { Classified, Indicator, PrintedLevel } from "../domain/indicator.ts";
import { parseTargetValue } from "../domain/parse-target-value.ts";
import type { TargetValue } from "../domain/target-value.ts";
import {
  type AspectCode,
  aspectNamed,
  aspectOfCode,
  type Dimension,
  dimensionNamed,
  dimensionOfCode,
} from "../domain/taxonomy.ts";
import { type ExampleIndicator, type ExampleProject, type ExampleTable, printedName } from "./example-table.ts";
import { layouts } from "./layouts/all-layouts.ts";

/** Values that were typed before — 已解析的指标值: tables say 100% and ≥90% again and again. */
export type TypedValues = Map<string, TargetValue>;

/** A made table as the domain knows it, for stores and benchmarks that need no reading — 绩效目标表. */
export function targetTable(table: ExampleTable, typed: TypedValues = new Map()): TargetTable {
  const { hasMoney } = layouts[table.layout];
  const head = layouts[table.layout].head(table).find((line) => line.includes("绩效目标表"));
  return {
    kind: "targets",
    title: head,
    department: table.department,
    year: { basis: "given", year: table.year },
    amountUnit: "万元",
    layout: `packed-${table.layout}`,
    total: hasMoney ? table.total : undefined,
    units: hasMoney ? table.units.map(({ name, subtotal }) => ({ name, funding: subtotal })) : [],
    declarations: table.units.flatMap((unit) =>
      unit.projects.map((project) => declarationOf(project, unit.name, table, typed)),
    ),
    footnotes: table.footnotes,
  };
}

function declarationOf(project: ExampleProject, unit: string, table: ExampleTable, typed: TypedValues): Declaration {
  const name = printedName(project);
  return {
    department: table.department,
    unit,
    project: { name, code: project.code, title: project.title || name },
    funding: layouts[table.layout].hasMoney ? project.funding : undefined,
    goal: project.goal,
    disclosure: project.disclosure,
    indicators: project.indicators.map((one) => indicatorOf(one, typed)),
  };
}

function indicatorOf(one: ExampleIndicator, typed: TypedValues): Indicator {
  const dimension = dimensionPrinted(one.level1);
  return {
    number: one.number,
    level1: one.level1,
    level2: one.level2,
    dimension,
    aspect: aspectPrinted(one.level2) ?? (dimension && aspectInferred(dimension.value, one.name)),
    name: one.name,
    cycleTarget: one.cycle === undefined ? undefined : typedValue(one.cycle, typed),
    annualTarget: one.annual === undefined ? undefined : typedValue(one.annual, typed),
  };
}

function typedValue(text: string, typed: TypedValues): TargetValue {
  const known = typed.get(text);
  if (known) return known;
  const value = parseTargetValue(text);
  typed.set(text, value);
  return value;
}

function dimensionPrinted(level: PrintedLevel | undefined): Classified<Dimension> | undefined {
  if (level === undefined) return undefined;
  const value = level.code === undefined ? dimensionNamed(level.name)?.dimension : dimensionOfCode(level.code);
  return value && { value, basis: "printed" };
}

function aspectPrinted(level: PrintedLevel | undefined): Classified<AspectCode> | undefined {
  const value = level && (level.code === undefined ? aspectNamed(level.name) : aspectOfCode(level.code))?.code;
  return value && { value, basis: "printed" };
}

function aspectInferred(dimension: Dimension, name: string): Classified<AspectCode> | undefined {
  const value = inferAspect(dimension, name);
  return value && { value, basis: "inferred" };
}
