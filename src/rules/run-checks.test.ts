import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ProjectInCase, readingOf, type TableInCase } from "../../test/support/a-rule-case.ts";
import { type TableKind, tableKinds } from "../domain/declaration.ts";
import type { Reading } from "../domain/reading.ts";
import type { Check, IndicatorCheck } from "./check.ts";
import { checks } from "./checks/index.ts";
import { fail, pass } from "./outcome.ts";
import { runChecks } from "./run-checks.ts";

const words = (zh: string) => ({ zh, en: zh });

const checkOf = (id: string, look: IndicatorCheck["look"]): Check => ({
  id,
  version: "1",
  scope: "indicator",
  severity: "info",
  title: words(id),
  basis: words(id),
  looksAt: words(id),
  says: () => words(id),
  advice: () => words(id),
  look,
});

const threeProjects = readingOf({
  projects: [
    { name: "社区书屋更新", indicators: ["产出指标：更新图书册数，年度指标值：≥3000册"] },
    { name: "灯会演出", indicators: ["产出指标：演出场次，年度指标值：≥30场"] },
    { name: "专项甲", withheld: "涉密", indicators: ["产出指标：设备台数，年度指标值：≥3台"] },
  ],
});

const breaking = checkOf("X98", ({ indicator }) => {
  if (indicator.name === "演出场次") throw new Error("不该发生");
  return pass;
});
const speaking = checkOf("X99", ({ path }) => fail({ subject: path, quoted: "词", facts: {} }));

describe("tables of other kinds", () => {
  const readingOfKind = (kind: TableKind): Reading => ({
    ...threeProjects,
    tables: threeProjects.tables.map((table) => ({ ...table, kind })),
  });

  for (const kind of tableKinds) {
    const isAsked = kind === "targets" || kind === "overall-targets";
    test(`a rule about promises is ${isAsked ? "" : "not "}asked of a table of kind ${kind}`, () => {
      const { findings, outcomes } = runChecks(readingOfKind(kind), [speaking]);
      expect(findings).toHaveLength(isAsked ? 3 : 0);
      expect(outcomes[0]?.counts).toMatchObject(
        isAsked ? { fail: 3, "not-applicable": 0 } : { fail: 0, "not-applicable": 3 },
      );
    });
  }

  test("a self-evaluation is no defective table of targets", () => {
    const { findings } = runChecks(readingOfKind("self-evaluation"), checks);
    expect(findings.filter(({ rule }) => /^[CTV]/u.test(rule))).toEqual([]);
  });

  test("a rule that names its tables is asked of those alone", () => {
    const ofMonitoring: Check = { ...speaking, tables: ["monitoring"] };
    expect(runChecks(readingOfKind("targets"), [ofMonitoring]).findings).toEqual([]);
    expect(runChecks(readingOfKind("monitoring"), [ofMonitoring]).findings).toHaveLength(3);
  });
});

describe("a check that breaks", () => {
  const report = runChecks(threeProjects, [breaking, speaking]);

  test("is our error, with its rule, its place and its message", () => {
    expect(report.ourErrors).toEqual([
      { rule: "X98", version: "1", subject: "tables/0/declarations/1/indicators/0", line: 3, message: "不该发生" },
    ]);
  });

  test("is counted, and passes nothing that it did not see", () => {
    expect(report.outcomes[0]?.counts).toMatchObject({ pass: 2, fail: 0, "our-error": 1 });
    expect(report.outcomes[0]?.reasons).toMatchObject([{ outcome: "our-error", count: 1 }]);
  });

  test("leaves the others to speak", () => {
    expect(report.findings.map(({ rule, subject }) => [rule, subject])).toEqual([
      ["X99", "tables/0/declarations/0/indicators/0"],
      ["X99", "tables/0/declarations/1/indicators/0"],
      ["X99", "tables/0/declarations/2/indicators/0"],
    ]);
  });
});

describe("a project that is not disclosed", () => {
  test("is not looked into by a rule about content", () => {
    const report = runChecks(threeProjects, [{ ...speaking, skipsWithheld: true }]);
    expect(report.outcomes[0]?.counts).toMatchObject({ fail: 2, "not-applicable": 1 });
  });
});

describe("a finding", () => {
  const [finding] = runChecks(threeProjects, [speaking]).findings;

  test("carries rule, version, severity and the place of its subject", () => {
    expect(finding).toMatchObject({ rule: "X99", version: "1", severity: "info", quoted: "词", facts: {} });
    expect(finding?.at[0]?.line).toBe(2);
  });
});

describe("whatever a table says", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc.constantFrom(
      "100%",
      "≥3000册",
      "满意度",
      "资金拨付及时率",
      "2019万元以内",
      "甲5万元，乙6万元",
      "",
      " ",
      "涉密",
      "—系列",
      "2024年底前",
    ),
  );
  const level = fc.constantFrom(
    "1-产出指标",
    "2-效益指标",
    "21-经济效益",
    "99-",
    "产出指标",
    "4-成本指标",
    "7-x",
    "14-成本指标",
  );
  const amount = fc.option(fc.constantFrom("1.00", "0.00", "-3.00", "99,999,999.00", "x", ""), { nil: undefined });
  const money = fc
    .record({ 总计: amount, 财政拨款: amount, 财政专户拨款: amount, 其他资金: amount })
    .map(withoutUndefined);
  const indicator = fc
    .tuple(level, level, text, text, text)
    .map(([l1, l2, name, cycle, annual]) => `${l1}；${l2}；${name}；实施周期指标值:${cycle}；年度指标值:${annual}`);
  const project: fc.Arbitrary<ProjectInCase> = fc
    .record({
      name: text,
      goal: text,
      money: fc.option(money, { nil: undefined }),
      withheld: fc.option(fc.constant("涉密"), { nil: undefined }),
      indicators: fc.array(indicator, { maxLength: 5 }),
    })
    .map(withoutUndefined);
  const table: fc.Arbitrary<TableInCase> = fc
    .record({
      year: fc.option(fc.integer({ min: 1990, max: 2040 }), { nil: undefined }),
      unit: fc.option(fc.constant("青禾区文化馆"), { nil: undefined }),
      subtotal: fc.option(money, { nil: undefined }),
      total: fc.option(money, { nil: undefined }),
      projects: fc.array(project, { maxLength: 6 }),
    })
    .map(withoutUndefined);

  test("no check breaks, and the six outcomes of each rule add up to what it looked at", () => {
    fc.assert(
      fc.property(table, (one) => {
        const reading = readingOf(one);
        const report = runChecks(reading);
        expect(report.ourErrors).toEqual([]);
        expect(report.outcomes.map(({ rule }) => rule)).toEqual(checks.map(({ id }) => id));
        const declarations = reading.tables.flatMap((each) => each.declarations);
        const indicators = declarations.flatMap((each) => each.indicators).length;
        const rows = declarations.length + (one.total ? 1 : 0) + (one.unit === undefined ? 0 : 1);
        const looked = { reading: 1, table: 1, row: rows, declaration: declarations.length, indicator: indicators };
        for (const { scope, subjects, counts, reasons } of report.outcomes) {
          expect(subjects).toBe(looked[scope]);
          expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(subjects);
          const explained = reasons.reduce((sum, { count }) => sum + count, 0);
          expect(explained).toBe(subjects - counts.pass - counts.fail);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("the same table gives the same report", () => {
    fc.assert(
      fc.property(table, (one) => {
        expect(runChecks(readingOf(one))).toEqual(runChecks(readingOf(one)));
      }),
      { numRuns: 50 },
    );
  });

  test("a finding points at something that is there", () => {
    fc.assert(
      fc.property(table, (one) => {
        const reading = readingOf(one);
        for (const { at } of runChecks(reading).findings) {
          expect(at.length).toBeGreaterThan(0);
          for (const { spans } of at) {
            for (const { start, end } of spans)
              expect([start <= end, end <= reading.text.length]).toEqual([true, true]);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** The keys that have a value: what a case file leaves out is not there. */
function withoutUndefined<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  // Exactly the keys of T that have a value; those without are optional in what it is used for.
  return Object.fromEntries(entries) as { [Key in keyof T]: Exclude<T[Key], undefined> };
}
