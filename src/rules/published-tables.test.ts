import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readText } from "../read/read-source.ts";
import { findingInWords } from "./in-words.ts";
import { runChecks } from "./run-checks.ts";

const folder = new URL("../../../shared/published/", import.meta.url);
const isThere = existsSync(folder);

function reportOf(number: string) {
  const name = readdirSync(folder).find((file) => file.startsWith(number) && file.endsWith(".txt"))!;
  const reading = readText({ name, bytes: readFileSync(new URL(name, folder)) });
  const report = runChecks(reading);
  const of = (rule: string) => report.findings.filter((finding) => finding.rule === rule);
  return { reading, report, of, lines: (rule: string) => of(rule).map(({ at }) => at[0]?.line) };
}

// Numbers were counted by hand in the tables, or looked at one by one when they were first seen.
describe.skipIf(!isThere)("the five published tables (skipped where ../shared/published is absent)", () => {
  const numbers = ["000", "001", "002", "003", "004"];

  test.for(numbers)("%s is checked without an error of ours, and every finding has words and a place", (number) => {
    const { report } = reportOf(number);
    expect(report.ourErrors).toEqual([]);
    for (const finding of report.findings) {
      expect(finding.at.length).toBeGreaterThan(0);
      for (const language of ["zh", "en"] as const) {
        expect(findingInWords(finding, language).message).not.toMatch(/undefined|“—”/u);
      }
    }
  });

  test.for(numbers)(
    "%s: no row total differs from its sources, no amount is odd, no code disagrees with its name",
    (number) => {
      const { of } = reportOf(number);
      expect([of("M01"), of("M03"), of("M04"), of("T01"), of("D01")]).toEqual([[], [], [], [], []]);
    },
  );

  test.for(numbers)("%s: a missing dimension is said once per table, and never as an error", (number) => {
    const { of } = reportOf(number);
    for (const rule of ["C01", "C02", "C03", "C04", "C05"]) {
      expect(of(rule).length).toBeLessThanOrEqual(1);
      expect(of(rule).filter(({ severity }) => severity === "error")).toEqual([]);
    }
  });

  test("000: two “十四五” plans promise no benefit; four transfers only measure payment", () => {
    const { of, lines } = reportOf("000");
    expect(String(of("C02")[0]?.facts.projects).match(/十四五/gu)?.length).toBeGreaterThanOrEqual(2);
    expect(lines("C10")).toEqual([31, 33, 34, 42]);
    expect(lines("T05")).toEqual([10, 49, 55]);
    expect(of("T10")).toHaveLength(2);
    expect(of("C11").map(({ quoted }) => quoted)).toEqual(["满意度", "满意度", "满意率"]);
  });

  test("001: three rows are cut by a page break; one big project is thin; satisfaction stands under benefit", () => {
    const { of, lines } = reportOf("001");
    expect(of("S02").map(({ expected, found }) => [expected, found])).toEqual([
      ["49,000.00", "40,000.00"],
      ["18.00", "10.00"],
      ["13.00", "12.00"],
    ]);
    expect(of("M02")).toEqual([]);
    expect(lines("M06")).toEqual([33]);
    expect(lines("T05")).toEqual([13, 13, 16, 66]);
    expect(lines("T11")).toEqual([19]);
    expect(of("T06").length).toBeGreaterThanOrEqual(30);
  });

  test("002: level 2 under a wrong level 1 twice, in the level-1 place three times; closed to the cent", () => {
    const { of } = reportOf("002");
    expect(of("T02").map(({ quoted }) => quoted)).toEqual(["1-产出指标；21-经济效益", "1-产出指标；21-经济效益"]);
    expect(of("T03").map(({ quoted }) => quoted)).toEqual(["21-经济效益", "22-社会效益", "22-社会效益"]);
    expect(of("T08")).toHaveLength(2);
    expect(of("C07")).toHaveLength(9);
    expect([of("S06").length > 0, of("M02")]).toEqual([true, []]);
  });

  test("003: one social benefit stands under output; without a year, missing cost is only a hint", () => {
    const { of } = reportOf("003");
    expect(of("T02").map(({ quoted }) => quoted)).toEqual(["1-产出指标；22-社会效益"]);
    expect(of("C04").map(({ severity }) => severity)).toEqual(["info"]);
    expect([of("M02"), of("T04")]).toEqual([[], []]);
  });

  test("004: the bureau's projects fall short by 716.35; a cost of 2,019 against a budget of 905.08", () => {
    const { of, lines } = reportOf("004");
    expect(of("M02").map(({ facts }) => [facts.printed, facts.added, facts.difference])).toEqual([
      ["104,574.28", "103,857.93", "716.35"],
    ]);
    expect(of("M05").map(({ expected, found }) => [expected, found])).toEqual([["905.08", "2,019.00"]]);
    expect(lines("S01")).toEqual([5]);
    expect(lines("S05")).toContain(55);
    expect(lines("T12")).toEqual([52]);
    expect(of("C08").map(({ quoted }) => quoted)).toHaveLength(4);
    expect(of("S03").some(({ quoted }) => quoted.endsWith("服务对"))).toBe(true);
  });

  test("004: what is not disclosed stays unspoken, and its money is counted", () => {
    const { reading, report } = reportOf("004");
    const declarations = reading.tables[0]?.declarations ?? [];
    const at = declarations.findIndex(({ disclosure }) => disclosure.kind === "withheld");
    expect(at).toBeGreaterThanOrEqual(0);
    const path = `tables/0/declarations/${at}`;
    const about = report.findings.filter(({ subject }) => subject === path || subject.startsWith(`${path}/`));
    expect(about).toEqual([]);
  });
});
