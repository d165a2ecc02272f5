import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Declaration } from "../src/domain/declaration.ts";
import { fenOf, fundingColumns } from "../src/domain/funding.ts";
import type { Indicator, PrintedLevel } from "../src/domain/indicator.ts";
import type { Reading } from "../src/domain/reading.ts";
import { openEngines } from "../src/engines/open-engines.ts";
import { readSource, readText } from "../src/read/read-source.ts";

/** The same tables in two layouts; they are not part of the project, so elsewhere these tests are skipped. */
const shared = new URL("../../shared/", import.meta.url);
const there = existsSync(new URL("files/", shared)) && existsSync(new URL("published/", shared));
if (!there) console.warn("test/one-per-row.test.ts: ../shared is not there, the two layouts are not compared");

const bare = (text: string): string => text.replace(/\s+/gu, "");
const level = (one: PrintedLevel | undefined): string => `${one?.code ?? "–"} ${one?.name ?? "–"}`;

const indicatorIn = (one: Indicator): readonly string[] => [
  level(one.level1),
  level(one.level2),
  one.name,
  one.cycleTarget?.text ?? "",
  one.annualTarget?.text ?? "",
  one.annualTarget?.kind ?? "",
  one.dimension?.value ?? "",
  one.aspect?.value ?? "",
];

/** Every field of a project, by a name for it. */
function fieldsOf(project: Declaration | undefined): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  if (!project) return fields;
  fields
    .set("name", bare(project.project.name))
    .set("unit", bare(project.unit ?? ""))
    .set("goal", bare(project.goal));
  for (const column of fundingColumns) fields.set(column, String(project.funding && fenOf(project.funding[column])));
  project.indicators.forEach((one, at) => {
    for (const [n, text] of indicatorIn(one).entries()) fields.set(`${at}.${n}`, bare(text));
  });
  return fields;
}

const projectsOf = ({ tables }: Reading): readonly Declaration[] => tables.flatMap((table) => table.declarations);

function published(): readonly Declaration[] {
  const folder = new URL("published/", shared);
  return ["002", "003"].flatMap((start) => {
    const name = readdirSync(folder).find((file) => file.startsWith(start))!;
    return projectsOf(readText({ name, bytes: readFileSync(new URL(name, folder)) }));
  });
}

async function readFile(name: string): Promise<Reading> {
  const bytes = readFileSync(new URL(`files/${name}`, shared));
  const read = readSource({ name, bytes }, await openEngines());
  if (!read.ok) throw new Error(`${name}: ${read.refusal.message.zh}`);
  return read.value;
}

/** `project.field` of everything that differs from the published text. */
function differences(reading: Reading): readonly string[] {
  const read = projectsOf(reading);
  const found: string[] = [];
  published().forEach((project, at) => {
    const fields = fieldsOf(read[at]);
    const expected = fieldsOf(project);
    for (const [field, text] of expected) if (fields.get(field) !== text) found.push(`${at}.${field}`);
    if (fields.size !== expected.size) found.push(`${at} has ${fields.size} fields`);
  });
  return found;
}

describe.skipIf(!there)("one indicator per row says what the packed tables say", () => {
  for (const name of ["one-per-row.docx", "one-per-row.html"])
    test(`${name}: all projects, amounts, goals and indicators`, async () => {
      const reading = await readFile(name);
      expect(projectsOf(reading).flatMap((one) => one.indicators)).toHaveLength(240);
      expect(differences(reading)).toEqual([]);
      expect(reading.conservation.unplaced).toEqual([]);
      expect(reading.sums.filter(({ difference }) => difference !== 0)).toEqual([]);
      expect(reading.notes).toEqual([]);
    });

  test("one-per-row.writer.pdf: the same over 14 pages, but for the goal that the program clipped", async () => {
    const reading = await readFile("one-per-row.writer.pdf");
    expect(projectsOf(reading).flatMap((one) => one.indicators)).toHaveLength(240);
    const clipped = reading.notes.filter(({ code }) => code === "cell-clipped").map(({ subject }) => subject);
    expect(clipped).toEqual(["tables/0/declarations/17/goal"]);
    // its last words run over into the cell below
    expect(differences(reading).filter((field) => !["17.goal", "18.goal"].includes(field))).toEqual([]);
    expect(reading.conservation.unplaced).toEqual([]);
  });
});
