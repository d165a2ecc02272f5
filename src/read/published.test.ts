import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { wanYuan } from "../domain/money.ts";
import type { Reading } from "../domain/reading.ts";
import { readText } from "./read-source.ts";

/** Real tables that departments published; they are not part of the project, so elsewhere these tests are skipped. */
const published = new URL("../../../shared/published/", import.meta.url);
const there = existsSync(published);
if (!there) console.warn("src/read/published.test.ts: ../shared/published is not there, the real tables are not read");

function readPublished(start: string): Reading {
  const name = readdirSync(published).find((file) => file.startsWith(start))!;
  return readText({ name, bytes: readFileSync(new URL(name, published)) });
}

describe.skipIf(!there)("five published tables", () => {
  const counts = { "000": [53, 182], "001": [42, 164], "002": [33, 210], "003": [9, 30], "004": [71, 405] };
  for (const [name, expected] of Object.entries(counts))
    test(`${name}: all projects and indicators, and every character accounted for`, () => {
      const reading = readPublished(name);
      const projects = reading.tables.flatMap((table) => table.declarations);
      expect([projects.length, projects.flatMap((one) => one.indicators).length]).toEqual(expected);
      const { characters, placed, decoration, unplacedCharacters } = reading.conservation;
      expect(placed + decoration + unplacedCharacters).toBe(characters);
      expect(unplacedCharacters / characters).toBeLessThanOrEqual(0.005);
    });

  test("001: three rows cut by a page break are joined, and the subtotal chooses their money", () => {
    const reading = readPublished("001");
    const totals = reading.competing.filter(({ subject }) => subject.endsWith("/funding/total"));
    expect(
      totals.map(({ because, options }) => [because, options.filter((one) => one.taken).map((one) => one.text)]),
    ).toEqual([
      ["sum", ["49,000.00"]],
      ["sum", ["18.00"]],
      ["sum", ["13.00"]],
    ]);
    expect(totals.map(({ options }) => options.filter((one) => !one.taken).map((one) => one.text))).toEqual([
      ["40,000.00"],
      ["10.00"],
      ["12.00"],
    ]);
  });

  test("002 and 003 close to the cent; 001 within the rounding of its rows", () => {
    for (const name of ["002", "003"])
      expect(readPublished(name).sums.filter((sum) => sum.difference !== 0)).toEqual([]);
    expect(readPublished("001").sums.filter((sum) => Math.abs(sum.difference) > sum.tolerance)).toEqual([]);
  });

  test("004: the shortfall of lost rows is reported, not hidden", () => {
    const open = readPublished("004").sums.filter((sum) => Math.abs(sum.difference) > sum.tolerance);
    expect(open.map(({ kind, column, difference }) => [kind, column, wanYuan(difference)])).toEqual([
      ["unit", "total", "716.35"],
      ["unit", "appropriation", "716.35"],
    ]);
  });

  test("004: a lone amount of a row that lost its cells goes into the column that the unit's subtotal asks for", () => {
    const other = readPublished("004").tables[0]?.declarations.filter((one) => one.funding?.other.kind === "read");
    expect(other?.map((one) => one.funding?.other)).toEqual([{ kind: "read", fen: 2_000_000 }]);
  });
});
