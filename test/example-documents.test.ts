import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Funding } from "../src/domain/funding.ts";
import type { Reading } from "../src/domain/reading.ts";
import { openEngines } from "../src/engines/open-engines.ts";
import { type ExampleTable, printedName } from "../src/example/example-table.ts";
import { readSource } from "../src/read/read-source.ts";
import { type ExampleDocument, exampleDocuments } from "./support/example-documents.ts";

const engines = await openEngines();

function read(name: string, bytes: Uint8Array): Reading {
  const read = readSource({ name, bytes }, engines);
  if (!read.ok) throw new Error(`${name}: ${read.refusal.message.en}`);
  return read.value;
}

describe("a file of the invented district, in whatever format and layout", () => {
  test.each(exampleDocuments)("$name says what was printed into it", (document) => {
    const reading = read(document.name, readFileSync(`examples/${document.name}`));
    expect(asRead(reading)).toEqual(asMeant(document));
    expect(reading.conservation.unplacedCharacters).toBe(0);
  });

  test.each(exampleDocuments)("$name written anew says the same", async (document) => {
    expect(asRead(read(document.name, await document.bytes()))).toEqual(asMeant(document));
  });

  test("the folder holds these and no others", () => {
    const written = readdirSync("examples").filter((name) => name !== "README.md");
    expect(written.sort()).toEqual(exampleDocuments.map(({ name }) => name).sort());
  });
});

function asRead({ tables }: Reading): readonly object[] {
  return tables.flatMap((table) =>
    table.declarations.map((one) => ({
      year: table.year,
      department: one.department ?? table.department,
      unit: one.unit,
      name: one.project.name,
      money: one.funding && figures(one.funding),
      goal: one.goal,
      indicators: one.indicators.map(({ level1, level2, name, cycleTarget, annualTarget }) =>
        [level1?.name, level2?.name, name, cycleTarget?.text, annualTarget?.text].join(" | "),
      ),
    })),
  );
}

function asMeant({ truth, printsCycle }: ExampleDocument): readonly object[] {
  return truth.units.flatMap((unit) => unit.projects.map((one) => meant(truth, unit.name, one, printsCycle)));
}

type Project = ExampleTable["units"][number]["projects"][number];

const meant = (table: ExampleTable, unit: string, one: Project, printsCycle: boolean): object => ({
  year: { basis: "printed", year: table.year },
  department: table.department,
  unit,
  name: printedName(one),
  money: figures(one.funding),
  goal: one.goal,
  indicators: one.indicators.map(({ level1, level2, name, cycle, annual }) =>
    [level1?.name, level2?.name, name, printsCycle ? cycle : undefined, annual].join(" | "),
  ),
});

const figures = (funding: Funding): string =>
  Object.values(funding)
    .map((amount) => (amount.kind === "read" ? String(amount.fen) : amount.kind))
    .join(" ");
