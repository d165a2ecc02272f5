import type { Disclosure } from "../domain/declaration.ts";
import { type Amount, emptyAmount, type Funding, fenOf } from "../domain/funding.ts";
import { type Fen, fen, plainWanYuan } from "../domain/money.ts";
import { district } from "./district.ts";
import type { ExampleIndicator, ExampleProject, ExampleTable, ExampleUnit } from "./example-table.ts";
import { layouts } from "./layouts/all-layouts.ts";
import type { Layout } from "./layouts/layout.ts";
import {
  type DepartmentPlan,
  districtYears,
  type IndicatorPlan,
  type LayoutId,
  type ProjectPlan,
  type UnitPlan,
} from "./plan.ts";
import { printedLevels } from "./printed-levels.ts";
import { pickBelow } from "./random.ts";
import { sumOfFunding } from "./sum-of-funding.ts";

/** What a district is made from — 生成参数. */
interface DistrictOptions {
  /** Another seed gives other figures in the same words. */
  readonly seed?: number;
  /** How often each project occurs; from 2 on it is printed once for each town — 倍数. */
  readonly scale?: number;
}

/** An invented district with all its tables, one for each department and year — 虚构的区. */
interface District {
  readonly region: number;
  readonly name: string;
  readonly departments: readonly string[];
  readonly tables: readonly ExampleTable[];
}

/** Makes the invented district: the same options give the same district, to the character — 生成示例区. */
export function makeDistrict({ seed = 1, scale = 1 }: DistrictOptions = {}): District {
  const tables = districtYears.flatMap((year) =>
    district.departments.map((plan, index) =>
      makeTable(plan, year, layouts[plan.layouts[year]], { key: mixKey(seed, index), scale }),
    ),
  );
  return { region: district.region, name: district.name, departments: district.departments.map((d) => d.name), tables };
}

/** The tables of a year after those of the district, in a layout of choice: for files in other formats — 后一年的表. */
export function tablesOfYear(year: number, layout: LayoutId): readonly ExampleTable[] {
  return district.departments.map((plan, index) =>
    makeTable(plan, year, layouts[layout], { key: mixKey(1, index), scale: 1 }),
  );
}

interface Making {
  readonly key: number;
  readonly scale: number;
}

const mixKey = (seed: number, index: number): number => seed * 1009 + index;

function makeTable(plan: DepartmentPlan, year: number, layout: Layout, making: Making): ExampleTable {
  const units = plan.units
    .map((unit, index) => makeUnit(unit, year, layout, { ...making, key: mixKey(making.key, index) }))
    .filter((unit) => unit.projects.length > 0);
  return {
    region: district.region,
    department: layout.dressed(plan.name),
    short: plan.short,
    year,
    layout: layout.id,
    total: sumOfFunding(units.map((unit) => unit.subtotal)),
    units,
    footnotes: [],
  };
}

function makeUnit(plan: UnitPlan, year: number, layout: Layout, making: Making): ExampleUnit {
  const projects = plan.projects.flatMap((project, index) => {
    if (project.years && !project.years.some((one) => one === year)) return [];
    return Array.from({ length: making.scale }, (_, copy) =>
      makeProject(project, year, layout, {
        key: mixKey(making.key, index * 64 + copy),
        town: making.scale === 1 ? undefined : townName(copy),
      }),
    );
  });
  return { name: layout.dressed(plan.name), subtotal: sumOfFunding(projects.map((p) => p.funding)), projects };
}

function townName(copy: number): string {
  const round = Math.floor(copy / district.towns.length);
  return `${district.towns[copy % district.towns.length]!}${round === 0 ? "" : `第${round + 1}片区`}`;
}

function makeProject(
  plan: ProjectPlan,
  year: number,
  layout: Layout,
  { key, town }: { readonly key: number; readonly town: string | undefined },
): ExampleProject {
  const funding = makeFunding(plan, year, key);
  const wan = plainWanYuan(fenOf(funding.total) ?? fen(0));
  const disclosure: Disclosure = plan.withheld
    ? { kind: "withheld", reason: layout.dressed(plan.withheld) }
    : { kind: "public" };
  const inYear = (text: string): string =>
    text.replaceAll("{yy}", String(year).slice(2)).replaceAll("{y}", String(year));
  return {
    code: plan.code === undefined ? undefined : inYear(plan.code),
    title: layout.dressed(inYear(plan.name) + (town === undefined || plan.name === "" ? "" : `（${town}）`)),
    funding,
    goal: layout.dressed(inYear(plan.goal)),
    disclosure,
    indicators: plan.indicators.map((one, index) => makeIndicator(one, index, { year, layout, wan, key })),
  };
}

function makeIndicator(
  [aspect, name, annual, base, step = 0, cycle]: IndicatorPlan,
  index: number,
  { year, layout, wan, key }: { year: number; layout: Layout; wan: string; key: number },
): ExampleIndicator {
  const numbers = districtYears.map((one) => numberOf(annual, base, step, one, mixKey(key, index)));
  const filled = (text: string): string =>
    layout.dressed(
      text
        .replace("{}", () => numberOf(annual, base, step, year, mixKey(key, index)))
        .replace("{sum}", () => String(numbers.reduce((sum, one) => sum + Number(one), 0)))
        .replace("{wan}", wan)
        .replaceAll("{y}", String(year)),
    );
  return {
    number: String(index + 1),
    ...printedLevels(aspect, layout),
    name: layout.dressed(name.replaceAll("{y}", String(year))),
    cycle: layout.hasLevel2 ? filled(cycle ?? annual) : undefined,
    annual: filled(annual),
  };
}

/** Base plus a step a year; counts of two digits and more vary by half a step, rates and decimals do not. */
function numberOf(text: string, base: number | undefined, step: number, year: number, key: number): string {
  if (base === undefined) return "";
  const exact = base + step * (year - districtYears[0]);
  if (text.includes("{}%") || !Number.isInteger(base) || !Number.isInteger(step))
    return String(Number(exact.toFixed(2)));
  if (step === 0 || base < 20) return String(exact);
  const grain = Math.max(1, Math.floor(Math.abs(step) / 2));
  return String(exact + (pickBelow(3, key, year) - 1) * grain);
}

function makeFunding(plan: ProjectPlan, year: number, key: number): Funding {
  const grown = plan.wan * (1 + ((plan.growth ?? 0) / 100) * (year - districtYears[0]));
  const varied = plan.growth === undefined ? grown : grown * (1 + (pickBelow(41, key, year, 7) - 20) / 1000);
  const total = hundredths(varied);
  const specialAccount = hundredths((varied * (plan.specialAccount ?? 0)) / 100);
  const other = hundredths((varied * (plan.other ?? 0)) / 100);
  return {
    total: read(total),
    appropriation: readUnlessZero(fen(total - specialAccount - other)),
    specialAccount: readUnlessZero(specialAccount),
    other: readUnlessZero(other),
  };
}

/** 万元 with two decimals, as 分: tables print no more, so sums of what is printed stay exact. */
const hundredths = (wan: number): Fen => fen(Math.round(wan * 100) * 10_000);
const read = (amount: Fen): Amount => ({ kind: "read", fen: amount });
const readUnlessZero = (amount: Fen): Amount => (amount === 0 ? emptyAmount : read(amount));
