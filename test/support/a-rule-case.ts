import { readdirSync, readFileSync } from "node:fs";
import type { Declaration, TargetTable } from "../../src/domain/declaration.ts";
import type { CheckOutcome, Severity } from "../../src/domain/finding.ts";
import { type Amount, emptyAmount, type Funding } from "../../src/domain/funding.ts";
import type { Indicator, PrintedLevel } from "../../src/domain/indicator.ts";
import { type AmountUnit, fenFromText } from "../../src/domain/money.ts";
import { parseTargetValue } from "../../src/domain/parse-target-value.ts";
import type { Place } from "../../src/domain/place.ts";
import type { CompetingReading, Reading, ReadingNote, ReadingNoteCode } from "../../src/domain/reading.ts";
import { aspectNamed, aspectOfCode, dimensionNamed, dimensionOfCode } from "../../src/domain/taxonomy.ts";
import { sumChecksOf } from "../../src/read/sums/sum-checks.ts";

type Money = Readonly<Partial<Record<"总计" | "财政拨款" | "财政专户拨款" | "其他资金", string>>>;

/** A project of a case; indicators as layout D or B prints them. */
export interface ProjectInCase {
  readonly name: string;
  readonly money?: Money;
  readonly goal?: string;
  readonly withheld?: string;
  readonly indicators?: readonly string[];
}

/** A table of a case; money in its own unit. */
export interface TableInCase {
  readonly noTable?: true;
  readonly year?: number;
  readonly amountUnit?: AmountUnit;
  readonly unit?: string;
  readonly subtotal?: Money;
  readonly total?: Money;
  readonly projects?: readonly ProjectInCase[];
  readonly notes?: readonly {
    readonly code: ReadingNoteCode;
    readonly words: string;
    readonly project?: number;
    readonly part?: string;
    readonly proposal?: string;
    readonly facts?: ReadingNote["facts"];
  }[];
  readonly competing?: readonly {
    readonly project: number;
    readonly part: string;
    readonly taken: string;
    readonly other: string;
    readonly because: CompetingReading["because"];
  }[];
}

/** One case of a rule: why it is so, what the rule must say of its first subject, and where it must point. */
interface RuleCase {
  readonly why: string;
  readonly outcome: CheckOutcome;
  /** Path below the table that the finding speaks of; "" for the table or the file itself. */
  readonly at?: string;
  readonly severity?: Severity;
  /** Words that its Chinese message contains. */
  readonly says?: string;
  readonly table: TableInCase;
}

/** The good and bad cases of a rule — 规则用例: `fixtures/rules/<id>.json`. */
export interface RuleCases {
  readonly rule: string;
  readonly cases: readonly RuleCase[];
}

/** All case files, by rule. */
export function ruleCases(): readonly RuleCases[] {
  const folder = new URL("../../fixtures/rules/", import.meta.url);
  return (
    readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort()
      // Written by hand to this shape; a file of another shape fails its test.
      .map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as RuleCases)
  );
}

/** The reading that a case describes: every value stands in the text and has its place. */
export function readingOf(table: TableInCase): Reading {
  const page = new Page();
  const { projects = [], notes = [], competing = [] } = table;
  const tables = table.noTable ? [] : [tableOf(table, projects, page)];
  const pathOf = (project: number | undefined, part = ""): string =>
    project === undefined ? "" : `tables/0/declarations/${project}${part === "" ? "" : `/${part}`}`;
  const readingNotes = notes.map(
    ({ code, words, project, part, proposal, facts = {} }): ReadingNote => ({
      code,
      subject: pathOf(project, part),
      at: page.find(words),
      facts,
      ...(proposal === undefined ? {} : { proposal }),
    }),
  );
  const competingReadings = competing.map(
    ({ project, part, taken, other, because }): CompetingReading => ({
      subject: pathOf(project, part),
      options: [
        { text: taken, place: page.find(taken), taken: true },
        { text: other, place: page.find(other), taken: false },
      ],
      because,
    }),
  );
  const { text } = page;
  return {
    source: { name: "case.txt", sha256: "0".repeat(64), bytes: text.length, kind: "text", encoding: "utf-8" },
    text,
    tables,
    places: page.places,
    notes: readingNotes,
    competing: competingReadings,
    sums: tables.flatMap((one) =>
      sumChecksOf(
        one,
        one.declarations.map(() => (one.units.length > 0 ? 0 : undefined)),
        "tables/0",
      ),
    ),
    conservation: { characters: text.length, placed: 0, decoration: 0, unplaced: [], unplacedCharacters: 0 },
    views: [],
    cells: [],
    runs: [],
  };
}

function tableOf(table: TableInCase, projects: readonly ProjectInCase[], page: Page): TargetTable {
  const { year, amountUnit = "万元", unit, subtotal, total } = table;
  return {
    kind: "targets",
    title: page.put("tables/0/title", "项目支出绩效目标表"),
    department: undefined,
    year: year === undefined ? { basis: "unknown" } : { basis: "printed", year },
    amountUnit,
    layout: "case",
    total: total && fundingOf(total, amountUnit, "tables/0/total", page),
    units:
      unit === undefined
        ? []
        : [{ name: unit, funding: fundingOf(subtotal ?? {}, amountUnit, "tables/0/units/0/funding", page) }],
    declarations: projects.map((project, index) => declarationOf(project, index, table, page)),
    footnotes: [],
  };
}

function declarationOf(
  { name, money, goal = "丰富青禾区群众文化生活。", withheld, indicators = [] }: ProjectInCase,
  index: number,
  { unit, amountUnit = "万元" }: TableInCase,
  page: Page,
): Declaration {
  const path = `tables/0/declarations/${index}`;
  page.nextLine();
  page.put(`${path}/project/name`, name);
  return {
    department: undefined,
    unit,
    project: { name, code: undefined, title: name },
    funding: money && fundingOf(money, amountUnit, `${path}/funding`, page),
    goal: page.put(`${path}/goal`, goal),
    disclosure: withheld === undefined ? { kind: "public" } : { kind: "withheld", reason: withheld },
    indicators: indicators.map((printed, at) => indicatorOf(printed, `${path}/indicators/${at}`, page)),
  };
}

function fundingOf(money: Money, unit: AmountUnit, path: string, page: Page): Funding {
  const amount = (column: string, text: string | undefined): Amount => {
    if (text === undefined) return emptyAmount;
    page.put(`${path}/${column}`, text);
    const fen = fenFromText(text, unit);
    return fen === undefined ? { kind: "unreadable", text } : { kind: "read", fen };
  };
  return {
    total: amount("total", money.总计),
    appropriation: amount("appropriation", money.财政拨款),
    specialAccount: amount("specialAccount", money.财政专户拨款),
    other: amount("other", money.其他资金),
  };
}

/** `1-产出指标；11-数量指标；名称；实施周期指标值:…；年度指标值:…` or `产出指标：名称，年度指标值：…`. */
function indicatorOf(printed: string, path: string, page: Page): Indicator {
  const short = /^([^：；]+)：([^；]+)，年度指标值：([^；]*)$/u.exec(printed);
  const fields = short ? [short[1]!, short[2]!] : printed.split("；");
  const valueAfter = (label: string): string | undefined =>
    fields.find((field) => field.startsWith(`${label}:`))?.slice(label.length + 1);
  const cycle = valueAfter("实施周期指标值");
  const annual = short ? short[3] : valueAfter("年度指标值");
  const words = fields.filter((field) => !/^(?:实施周期|年度)指标值:/u.test(field));
  const name = page.put(`${path}/name`, words.at(-1) ?? "");
  const level1 = words.length > 1 ? levelOf(words[0]!) : undefined;
  const level2 = words.length > 2 ? levelOf(words[1]!) : undefined;
  const dimension = level1 && (level1.code ? dimensionOfCode(level1.code) : dimensionNamed(level1.name)?.dimension);
  const aspect = level2 && (level2.code ? aspectOfCode(level2.code) : aspectNamed(level2.name));
  return {
    number: undefined,
    level1,
    level2,
    dimension: dimension && { value: dimension, basis: "printed" },
    aspect: aspect && { value: aspect.code, basis: "printed" },
    name,
    cycleTarget: cycle === undefined ? undefined : parseTargetValue(page.put(`${path}/cycleTarget`, cycle)),
    annualTarget: annual === undefined ? undefined : parseTargetValue(page.put(`${path}/annualTarget`, annual)),
  };
}

function levelOf(printed: string): PrintedLevel {
  const coded = /^(\d{1,2})-(.+)$/u.exec(printed);
  return coded ? { code: coded[1], name: coded[2]! } : { code: undefined, name: printed };
}

/** The text of a case as it grows, and where everything stands in it. */
class Page {
  text = "";
  readonly places: Record<string, Place> = {};
  private line = 1;

  put(path: string, words: string): string {
    this.places[path] = this.append(words);
    return words;
  }

  nextLine(): void {
    this.text += "\n";
    this.line += 1;
  }

  /** Where the words stand; words that are nowhere yet are added, as a reader would have met them. */
  find(words: string): Place {
    const start = this.text.indexOf(words);
    if (start < 0) return this.append(words);
    const line = this.text.slice(0, start).split("\n").length;
    return { line, spans: [{ start, end: start + words.length }] };
  }

  private append(words: string): Place {
    const place = { line: this.line, spans: [{ start: this.text.length, end: this.text.length + words.length }] };
    this.text += `${words}\t`;
    return place;
  }
}
