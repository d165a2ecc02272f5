import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Finding } from "../src/domain/finding.ts";
import type { Amount, Funding } from "../src/domain/funding.ts";
import { foldName } from "../src/domain/identity.ts";
import type { Place } from "../src/domain/place.ts";
import type { Reading, ReadingNoteCode } from "../src/domain/reading.ts";
import { plantedDefects } from "../src/example/defects/all-defects.ts";
import { type ExampleFile, exampleFiles } from "../src/example/example-files.ts";
import { type ExampleIndicator, type ExampleTable, printedName } from "../src/example/example-table.ts";
import { layouts } from "../src/example/layouts/all-layouts.ts";
import { makeMany } from "../src/example/make-many.ts";
import type { PlantedDefect } from "../src/example/planted-defect.ts";
import { printTable } from "../src/example/print-table.ts";
import { strangeFiles } from "../src/example/strange-files.ts";
import { targetTable } from "../src/example/target-table.ts";
import { readText } from "../src/read/read-source.ts";
import { checks } from "../src/rules/checks/index.ts";
import { runChecks } from "../src/rules/run-checks.ts";

const read = (file: ExampleFile): Reading => readText({ name: file.name, bytes: file.bytes, year: file.year });
const files = exampleFiles().map((file) => ({ file, reading: read(file) }));

/** Notes that only other formats and layouts give. */
type NoteOfOtherFormats =
  | "characters-damaged"
  | "quote-unclosed"
  | "encoding-contradicted"
  | "sheet-hidden"
  | "rows-hidden"
  | "formula-without-value"
  | "text-hidden"
  | "text-deleted"
  | "part-unread"
  | "page-scanned"
  | "font-unmapped"
  | "low-confidence"
  | "cell-clipped"
  | "columns-mapped"
  | "form-field-unknown";

describe("a file of the invented district, read, says what was put into it", () => {
  test.each(files)("$file.name", ({ file, reading }) => {
    expect(reading.tables).toHaveLength(1);
    expect(reading.tables[0]).toMatchObject({ department: file.truth.department, footnotes: file.truth.footnotes });
    expect(asRead(reading)).toEqual(asMeant(file.truth));
    expect(reading.conservation.unplacedCharacters / reading.conservation.characters).toBeLessThan(0.005);
  });
});

describe("every planted defect is found", () => {
  const planted = files.flatMap(({ file, reading }) => {
    const { findings } = runChecks(reading);
    return file.defects.map((defect) => ({ name: nameOf(defect), defect, file, reading, findings }));
  });

  test.each(planted)("$name", ({ defect, file, reading, findings }) => {
    const path = pathOf(file.truth, defect.project);
    const standsIn = (place: Place) => isIn(reading, path, place);
    for (const code of defect.notes ?? []) {
      const notes = reading.notes.filter((note) => note.code === code);
      const seen = notes.some((note) => isUnder(note.subject, path) || standsIn(note.at));
      expect(seen, `note ${code} in ${notes.map((note) => note.subject).join(", ")}`).toBe(true);
    }
    for (const rule of defect.rules ?? []) {
      const found = findings.filter((finding) => finding.rule === rule);
      const seen = found.some(
        (finding) => speaksOf(finding, path) || finding.at.some(standsIn) || (rule === "M02" && isOfUnit(finding)),
      );
      expect(seen, `rule ${rule} at ${found.map((finding) => finding.subject).join(", ")}`).toBe(true);
    }
  });

  test("and every rule of structure, money, classes, completeness and disclosure has one", () => {
    const planned = new Set(plantedDefects.flatMap((defect) => defect.rules ?? []));
    const ids = checks.map((check) => check.id).filter((id) => /^[SMTCD]\d\d$/.test(id));
    expect(ids.filter((id) => !planned.has(id))).toEqual([]);
  });

  test("and every note that the reading of a text may hold has one", () => {
    const codes: Readonly<Record<Exclude<ReadingNoteCode, NoteOfOtherFormats>, true>> = {
      "header-damaged": true,
      "header-repeated": true,
      "header-missing": true,
      "column-unknown": true,
      "row-joined": true,
      "competing-amounts": true,
      "printed-twice": true,
      "row-repaired": true,
      "cells-glued": true,
      "cell-truncated": true,
      "numbering-break": true,
      "delimiter-inside-value": true,
      "item-unread": true,
      "amount-unreadable": true,
      "row-unplaced": true,
      "no-known-layout": true,
      "lookalike-characters": true,
      "encoding-unknown": true,
    };
    const planned = new Set<string>(plantedDefects.flatMap((defect) => defect.notes ?? []));
    for (const strange of strangeFiles()) {
      expect(readText(strange).notes.map((note) => note.code)).toContain(strange.note);
      planned.add(strange.note);
    }
    expect(Object.keys(codes).filter((code) => !planned.has(code))).toEqual([]);
  });

  test("and hardly anything else: most tables have no error", () => {
    const sane = files.filter(({ reading }) => !runChecks(reading).findings.some((one) => one.severity === "error"));
    expect(sane.length).toBeGreaterThanOrEqual(files.length / 3);
  });
});

describe("printed and read again", () => {
  const many = [...makeMany({ indicators: 4000, seed: 3 })];

  test.each(many.map((table) => ({ name: `${table.layout} ${table.department} ${table.year}`, table })))(
    "$name",
    ({ table }) => {
      const bytes = new TextEncoder().encode(printTable(table));
      const reading = readText({ name: "printed.txt", bytes, year: table.year });
      expect(asRead(reading)).toEqual(asMeant(table));
      expect(reading.notes.filter((note) => note.code !== "header-repeated")).toEqual([]);
      expect(reading.conservation.unplacedCharacters).toBe(0);
    },
  );

  test("typing without reading gives what reading gives", () => {
    const table = many.find((one) => one.layout === "D")!;
    const reading = readText({ name: "d.txt", bytes: new TextEncoder().encode(printTable(table)), year: table.year });
    expect(targetTable(table).declarations.map(({ indicators }) => indicators)).toEqual(
      reading.tables[0]!.declarations.map(({ indicators }) => indicators),
    );
  });
});

const published = "../shared/published";

describe.skipIf(!existsSync(published))(
  "against the published tables (../shared/published, skipped where absent)",
  () => {
    test("no sentence of theirs stands in a file of ours, except fixed words of the form", () => {
      const form = new Set(["项目支出绩效目标表", "含转移支付项目"]);
      const theirs = readdirSync(published)
        .filter((name) => /^\d{3}_.*\.txt$/.test(name))
        .flatMap((name) => readFileSync(`${published}/${name}`, "utf8").match(/\p{Script=Han}{12,}/gu) ?? []);
      const ours = files.map(({ reading }) => reading.text).join("\n");
      expect([...new Set(theirs)].filter((sentence) => !form.has(sentence) && ours.includes(sentence))).toEqual([]);
    });
  },
);

function nameOf(defect: PlantedDefect): string {
  const codes = [...(defect.rules ?? []), ...(defect.notes ?? [])].join(" ") || "read without a word";
  return `${codes}: ${defect.year} ${defect.department} ${defect.project} ${defect.what.zh}`;
}

/** The path of a planted project in the reading; "" for a table's own defects. */
function pathOf(truth: ExampleTable, project: string): string {
  if (project === "") return "";
  const all = truth.units.flatMap((unit) => unit.projects);
  const at = all.findIndex((one) => [one.title, printedName(one)].some((name) => foldName(name) === foldName(project)));
  if (at < 0) throw new Error(`${project} is not in ${truth.short} ${truth.year}`);
  return `tables/0/declarations/${at}`;
}

const isUnder = (subject: string, path: string): boolean => path === "" || `${subject}/`.startsWith(`${path}/`);
/** Whether a place lies in the words of a project: some notes are filed under the whole file. */
function isIn(reading: Reading, path: string, { spans }: Place): boolean {
  const own = Object.entries(reading.places).filter(([subject]) => isUnder(subject, path));
  return own.some(([, place]) => place.spans.some((a) => spans.some((b) => a.start < b.end && b.start < a.end)));
}

const isOfUnit = (finding: Finding): boolean => finding.subject.startsWith("tables/0/units/");

/** A finding speaks of a project at its own path, or in the list of a grouped one. */
const speaksOf = (finding: Finding, path: string): boolean =>
  isUnder(finding.subject, path) ||
  String(finding.facts.subjects ?? "")
    .split(" ")
    .includes(path);

interface PlainTable {
  readonly sums: readonly string[];
  readonly projects: readonly object[];
}

function asRead(reading: Reading): PlainTable {
  const table = reading.tables[0]!;
  return {
    sums: [
      ...(table.total ? [moneyOf("合计", table.total)] : []),
      ...table.units.map((unit) => moneyOf(unit.name, unit.funding)),
    ],
    projects: table.declarations.map((one) => ({
      unit: one.unit,
      name: one.project.name,
      code: one.project.code,
      money: one.funding && moneyOf("", one.funding),
      goal: one.goal,
      disclosure: one.disclosure.kind,
      indicators: one.indicators.map((indicator) => ({
        number: indicator.number,
        level1: indicator.level1,
        level2: indicator.level2,
        name: indicator.name,
        cycle: indicator.cycleTarget?.text,
        annual: indicator.annualTarget?.text,
      })),
    })),
  };
}

function asMeant(table: ExampleTable): PlainTable {
  const { hasMoney } = layouts[table.layout];
  return {
    sums: hasMoney
      ? [moneyOf("合计", table.total), ...table.units.map((unit) => moneyOf(unit.name, unit.subtotal))]
      : [],
    projects: table.units.flatMap((unit) =>
      unit.projects.map((one) => ({
        unit: unit.name,
        name: printedName(one),
        code: one.code,
        money: hasMoney ? moneyOf("", one.funding) : undefined,
        goal: one.goal,
        disclosure: one.disclosure.kind,
        indicators: one.indicators.map((indicator: ExampleIndicator) => ({ ...indicator })),
      })),
    ),
  };
}

const moneyOf = (label: string, funding: Funding): string =>
  `${label} ${[funding.total, funding.appropriation, funding.specialAccount, funding.other].map(amountOf).join(" | ")}`;

function amountOf(amount: Amount): string {
  if (amount.kind === "read") return String(amount.fen);
  return amount.kind === "empty" ? "" : `unreadable ${amount.text}`;
}
