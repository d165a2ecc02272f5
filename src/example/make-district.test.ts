import { describe, expect, test } from "vitest";
import { type Funding, fenOf, fundingColumns, fundingSources } from "../domain/funding.ts";
import { allAspects } from "../domain/taxonomy.ts";
import { exampleFiles } from "./example-files.ts";
import { makeDistrict } from "./make-district.ts";
import { sumOfFunding } from "./sum-of-funding.ts";

const district = makeDistrict();
const projects = district.tables.flatMap((table) => table.units.flatMap((unit) => unit.projects));
const indicators = projects.flatMap((project) => project.indicators);

describe("the invented district", () => {
  test("has enough in it: departments, units, years, projects, indicators", () => {
    expect(district.departments.length).toBeGreaterThanOrEqual(6);
    expect([...new Set(district.tables.map((table) => table.year))]).toEqual([2023, 2024, 2025]);
    for (const table of district.tables) expect(table.units.length).toBeGreaterThanOrEqual(2);
    expect(projects.length).toBeGreaterThanOrEqual(200);
    expect(indicators.length).toBeGreaterThanOrEqual(1200);
  });

  test("uses every layout and every level-2 class that is in force", () => {
    expect(new Set(district.tables.map((table) => table.layout))).toEqual(new Set(["A", "B", "C", "D"]));
    const used = new Set(indicators.map((one) => one.level2?.code));
    const inForce = allAspects.map((entry) => entry.code).filter((code) => !["14", "42", "43"].includes(code));
    expect(inForce.filter((code) => !used.has(code))).toEqual([]);
  });

  test("says things in many ways", () => {
    const values = indicators.map((one) => one.annual ?? "");
    expect(new Set(values).size).toBeGreaterThan(400);
    for (const way of [
      /^≥/,
      /以上$/,
      /不少于/,
      /不超过/,
      /以内|内$/,
      /月底前$/,
      /\d至\d|\d-\d/,
      /上年/,
      /合同/,
      /不公开/,
      /\/年|\/生/,
    ])
      expect(values.filter((value) => way.test(value)).length, String(way)).toBeGreaterThan(0);
  });

  test("leaves no place of a plan unfilled", () => {
    const words = JSON.stringify(district);
    expect(words).not.toMatch(/\{\w*\}|undefined|NaN/);
  });

  test("carries one project through the years with other money and other figures", () => {
    const same = projects.filter((project) => project.title === "教师全员培训经费");
    expect(same).toHaveLength(3);
    expect(new Set(same.map((project) => fenOf(project.funding.total))).size).toBe(3);
    expect(new Set(same.map((project) => project.indicators[0]?.annual)).size).toBe(3);
  });

  test("adds up to the 分: sources, units, tables", () => {
    const read = (funding: Funding) => fundingColumns.map((column) => fenOf(funding[column]));
    for (const table of district.tables) {
      expect(read(table.total)).toEqual(read(sumOfFunding(table.units.map((unit) => unit.subtotal))));
      for (const unit of table.units) {
        expect(read(unit.subtotal)).toEqual(read(sumOfFunding(unit.projects.map((project) => project.funding))));
        for (const { funding } of unit.projects) {
          const sources = fundingSources.reduce((sum, source) => sum + (fenOf(funding[source]) ?? 0), 0);
          expect(sources).toBe(fenOf(funding.total));
        }
      }
    }
  });
});

describe("the same options", () => {
  const bytesOf = (seed?: number) =>
    exampleFiles(seed === undefined ? {} : { seed }).map((file) => [file.name, ...file.bytes]);

  test("give the same bytes", () => {
    expect(bytesOf()).toEqual(bytesOf());
  });

  test("another seed gives other figures in as many files", () => {
    expect(bytesOf(7)).not.toEqual(bytesOf(8));
    expect(bytesOf(7)).toHaveLength(bytesOf().length);
  });

  test("a scale prints every project once for each town", () => {
    const scaled = makeDistrict({ scale: 3 }).tables.flatMap((table) => table.units.flatMap((unit) => unit.projects));
    expect(scaled).toHaveLength(projects.length * 3);
    expect(new Set(scaled.map((project) => project.title)).size).toBeGreaterThan(200);
  });
});
