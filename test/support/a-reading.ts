import { createHash } from "node:crypto";
import type { Declaration, Disclosure } from "../../src/domain/declaration.ts";
import { type Amount, emptyAmount, noFunding } from "../../src/domain/funding.ts";
import type { Indicator } from "../../src/domain/indicator.ts";
import { fenFromText } from "../../src/domain/money.ts";
import { parseTargetValue } from "../../src/domain/parse-target-value.ts";
import type { Place } from "../../src/domain/place.ts";
import type { Reading } from "../../src/domain/reading.ts";
import { type AspectCode, aspectOfCode } from "../../src/domain/taxonomy.ts";

/** An indicator as a test tells it. */
interface IndicatorInTest {
  readonly name: string;
  readonly annual?: string;
  readonly cycle?: string;
  readonly aspect?: AspectCode;
}

/** A project as a test tells it; money in 万元. */
export interface ProjectInTest {
  readonly name: string;
  readonly unit?: string;
  readonly code?: string;
  readonly total?: string;
  readonly appropriation?: string;
  readonly goal?: string;
  readonly withheld?: string;
  readonly indicators?: readonly IndicatorInTest[];
}

/** A table as a test tells it. */
export interface TableInTest {
  readonly fileName?: string;
  readonly title?: string;
  readonly department?: string;
  readonly year?: number;
  readonly projects?: readonly ProjectInTest[];
}

/** A reading of one table made from a few words: a line of text for each project, and the places of what stands there. */
export function aReading(table: TableInTest = {}): Reading {
  const { title = "项目支出绩效目标表", department = "青禾区文化局", projects = [] } = table;
  const places: Record<string, Place> = {};
  let text = `${table.year ?? ""}${title}\n部门名称：${department}\n`;
  let line = 3;
  const put = (path: string, words: string): void => {
    places[path] = { line, spans: [{ start: text.length, end: text.length + words.length }] };
    text += words;
  };
  const declarations = projects.map((project, d): Declaration => {
    const path = `tables/0/declarations/${d}`;
    const start = text.length;
    const declaration = declarationOf(project);
    put(`${path}/project`, project.name);
    text += `\t${project.unit ?? ""}\t`;
    put(`${path}/funding/total`, project.total ?? "");
    text += "\t";
    put(`${path}/goal`, declaration.goal);
    for (const [i, { name, annualTarget }] of declaration.indicators.entries()) {
      text += "\t";
      put(`${path}/indicators/${i}/name`, name);
      text += "：";
      put(`${path}/indicators/${i}/annualTarget`, annualTarget?.text ?? "");
    }
    places[path] = { line, spans: [{ start, end: text.length }] };
    text += "\n";
    line++;
    return declaration;
  });
  return {
    source: {
      name: table.fileName ?? "table.txt",
      sha256: createHash("sha256").update(text).digest("hex"),
      bytes: Buffer.byteLength(text),
      kind: "text",
      encoding: "utf-8",
    },
    text,
    tables: [
      {
        kind: "targets",
        title,
        department,
        year: table.year === undefined ? { basis: "unknown" } : { basis: "printed", year: table.year },
        amountUnit: "万元",
        layout: "A",
        total: undefined,
        units: [],
        declarations,
        footnotes: [],
      },
    ],
    places,
    notes: [],
    competing: [],
    sums: [],
    conservation: {
      characters: text.length,
      placed: text.length,
      decoration: 0,
      unplaced: [],
      unplacedCharacters: 0,
    },
    views: [],
    cells: [],
    runs: [],
  };
}

function declarationOf(project: ProjectInTest): Declaration {
  const disclosure: Disclosure =
    project.withheld === undefined ? { kind: "public" } : { kind: "withheld", reason: project.withheld };
  return {
    department: undefined,
    unit: project.unit ?? "青禾区文化馆",
    project: { name: project.name, code: project.code, title: project.name },
    funding: { ...noFunding, total: amount(project.total), appropriation: amount(project.appropriation) },
    goal: project.goal ?? "",
    disclosure,
    indicators: (project.indicators ?? []).map(indicatorOf),
  };
}

function amount(text: string | undefined): Amount {
  if (text === undefined) return emptyAmount;
  const fen = fenFromText(text, "万元");
  return fen === undefined ? { kind: "unreadable", text } : { kind: "read", fen };
}

function indicatorOf({ name, annual, cycle, aspect }: IndicatorInTest): Indicator {
  const entry = aspect && aspectOfCode(aspect);
  return {
    number: undefined,
    level1: undefined,
    level2: entry && { code: entry.code, name: entry.name },
    dimension: entry && { value: entry.dimension, basis: "printed" },
    aspect: entry && { value: entry.code, basis: "printed" },
    name,
    cycleTarget: cycle === undefined ? undefined : parseTargetValue(cycle),
    annualTarget: annual === undefined ? undefined : parseTargetValue(annual),
  };
}
