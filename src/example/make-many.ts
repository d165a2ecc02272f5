import type { Amount, Funding } from "../domain/funding.ts";
import { emptyAmount } from "../domain/funding.ts";
import { fen } from "../domain/money.ts";
import type { ExampleIndicator, ExampleProject, ExampleTable, ExampleUnit } from "./example-table.ts";
import { layouts } from "./layouts/all-layouts.ts";
import type { Layout } from "./layouts/layout.ts";
import { type Measure, manyDepartments, measures, nameEnds, nameStarts, rareWords, subjects } from "./many-words.ts";
import type { LayoutId } from "./plan.ts";
import { printedLevels } from "./printed-levels.ts";
import { pickBelow, pickOne } from "./random.ts";
import { sumOfFunding } from "./sum-of-funding.ts";

/** How much is made — 批量生成参数. */
interface ManyOptions {
  /** Tables are made until they hold this many indicators. */
  readonly indicators: number;
  readonly seed?: number;
  readonly years?: readonly number[];
  /** The layouts that take turns. */
  readonly layouts?: readonly LayoutId[];
}

const projectsPerTable = 52;
const indicatorsOf = (key: number): number => 3 + pickBelow(5, key, 1);

/**
 * Makes tables of invented districts until they hold so many indicators: for benchmarks — 批量生成. Region by region,
 * year by year, department by department; the same options give the same tables.
 */
export function* makeMany({
  indicators,
  seed = 1,
  years = [2021, 2022, 2023, 2024, 2025],
  layouts: turns = ["D", "C", "B", "A"],
}: ManyOptions): Generator<ExampleTable> {
  let made = 0;
  for (let district = 0; ; district += 1) {
    for (const year of years) {
      for (const [at, short] of manyDepartments.entries()) {
        if (made >= indicators) return;
        const layout = layouts[turns[(district + at) % turns.length]!];
        const table = manyTable({ district, year, short, at, layout, seed, most: indicators - made });
        for (const unit of table.units) for (const project of unit.projects) made += project.indicators.length;
        yield table;
      }
    }
  }
}

interface Making {
  readonly district: number;
  readonly year: number;
  readonly short: string;
  readonly at: number;
  readonly layout: Layout;
  readonly seed: number;
  /** The last table stops in time. */
  readonly most: number;
}

function manyTable({ district, year, short, at, layout, seed, most }: Making): ExampleTable {
  const name = `${pickOne(nameStarts, district, 11)}${nameEnds[district % nameEnds.length]!}${district < 180 ? "区" : "县"}`;
  const department = `云泽市${name}${short}`;
  const tableKey = (seed * 100_003 + district) * 101 + at;
  const names = [department, `云泽市${name}${short.slice(0, 2)}事务中心`, `云泽市${name}${short.slice(0, 2)}服务中心`];
  const projects: ExampleProject[][] = names.map(() => []);
  let left = most;
  for (let index = 0; index < projectsPerTable && left > 0; index += 1) {
    const project = manyProject(tableKey * 64 + index, year, layout, left);
    left -= project.indicators.length;
    projects[index % names.length]!.push(project);
  }
  const units: readonly ExampleUnit[] = names
    .map((unit, index) => ({
      name: unit,
      subtotal: sumOfFunding(projects[index]!.map((project) => project.funding)),
      projects: projects[index]!,
    }))
    .filter((unit) => unit.projects.length > 0);
  return {
    region: 990_101 + Math.floor(district / 90) * 100 + (district % 90),
    department,
    short,
    year,
    layout: layout.id,
    total: sumOfFunding(units.map((unit) => unit.subtotal)),
    units,
    footnotes: [],
  };
}

const kinds = ["经费", "补助资金", "专项资金", "项目", "工程", "运行维护费"] as const;

/** The same key is the same project in every year; money and figures move with the year. */
function manyProject(key: number, year: number, layout: Layout, most: number): ExampleProject {
  const subject = pickOne(subjects, key, 2);
  const rare = pickBelow(150, key, 3) === 0 ? pickOne(rareWords, key, 4) : "";
  const count = Math.min(indicatorsOf(key), most);
  const indicators: ExampleIndicator[] = [];
  const first = pickBelow(measures.length, key, 5);
  for (let index = 0; index < count; index += 1) {
    // An odd step through a list of 32 meets no measure twice.
    const measure = measures[(first + index * 7) % measures.length]!;
    indicators.push(manyIndicator(measure, index, `${rare}${subject}`, key, year, layout));
  }
  return {
    code: undefined,
    title: `${rare}${subject}${pickOne(kinds, key, 6)}`,
    funding: manyFunding(key, year),
    goal: layout.dressed(`通过实施${rare}${subject}工作，完成年度任务，提高服务质量，让群众得到实惠。`),
    disclosure: { kind: "public" },
    indicators,
  };
}

const levels = new Map<string, ReturnType<typeof printedLevels>>();

function manyIndicator(
  measure: Measure,
  index: number,
  subject: string,
  key: number,
  year: number,
  layout: Layout,
): ExampleIndicator {
  const kind = layout.id + measure.aspect;
  const level = levels.get(kind) ?? printedLevels(measure.aspect, layout);
  levels.set(kind, level);
  const spread = measure.to - measure.from;
  const number = measure.from + pickBelow(spread + 1, key, index, 8) + (spread > 40 ? (year - 2020) * 3 : 0);
  const value = measure.value.replace("{}", String(number));
  return {
    number: String(index + 1),
    level1: level.level1,
    level2: level.level2,
    name: layout.dressed(subject + measure.ending),
    cycle: layout.hasLevel2 ? layout.dressed(value) : undefined,
    annual: layout.dressed(value),
  };
}

/** Mostly small, sometimes large, as budgets are; one project in twelve has money of its own. */
function manyFunding(key: number, year: number): Funding {
  const size = 10 ** pickBelow(4, key, 9);
  const hundredths = (100 + pickBelow(900, key, 10)) * size + pickBelow(100, key, year);
  const other = pickBelow(12, key, 12) === 0 ? Math.floor(hundredths / 5) : 0;
  const read = (count: number): Amount => ({ kind: "read", fen: fen(count * 10_000) });
  return {
    total: read(hundredths),
    appropriation: read(hundredths - other),
    specialAccount: emptyAmount,
    other: other === 0 ? emptyAmount : read(other),
  };
}
