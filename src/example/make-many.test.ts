import { describe, expect, test } from "vitest";
import { makeMany } from "./make-many.ts";
import { targetTable } from "./target-table.ts";

const tables = [...makeMany({ indicators: 20_000 })];
const indicators = tables.flatMap((table) => table.units.flatMap((unit) => unit.projects.flatMap((p) => p.indicators)));
const shareOf = (word: string) => indicators.filter((one) => one.name.includes(word)).length / indicators.length;

describe("tables by the million", () => {
  test("hold just as many indicators as were asked for", () => {
    expect(indicators).toHaveLength(20_000);
    expect([...makeMany({ indicators: 0 })]).toEqual([]);
  });

  test("are the same on every run, and others with another seed", () => {
    expect([...makeMany({ indicators: 500 })]).toEqual([...makeMany({ indicators: 500 })]);
    expect([...makeMany({ indicators: 500, seed: 2 })]).not.toEqual([...makeMany({ indicators: 500 })]);
  });

  test("cover several districts, all years and all layouts", () => {
    const many = [...makeMany({ indicators: 40_000 })];
    expect(new Set(many.map((table) => table.region)).size).toBeGreaterThan(3);
    expect(new Set(many.map((table) => table.year))).toEqual(new Set([2021, 2022, 2023, 2024, 2025]));
    expect(new Set(many.map((table) => table.layout))).toEqual(new Set(["A", "B", "C", "D"]));
  });

  test("speak of 满意 in one indicator of ten and of a 率 in more than one of three", () => {
    expect(shareOf("满意")).toBeGreaterThan(0.08);
    expect(shareOf("满意")).toBeLessThan(0.12);
    expect(shareOf("率")).toBeGreaterThan(0.34);
    expect(shareOf("率")).toBeLessThan(0.4);
  });

  test("have rare words in few names", () => {
    const rare = shareOf("龙舟") + shareOf("古琴") + shareOf("候鸟") + shareOf("星空") + shareOf("驿站");
    expect(rare).toBeGreaterThan(0);
    expect(rare).toBeLessThan(0.01);
  });

  test("become tables of the domain without being read", () => {
    const table = targetTable(tables[0]!);
    expect(table.declarations).toHaveLength(tables[0]!.units.flatMap((unit) => unit.projects).length);
    expect(table.declarations[0]!.indicators[0]).toMatchObject({ number: "1", dimension: { basis: "printed" } });
  });
});
