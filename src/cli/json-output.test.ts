import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { runJiheng, waterTable } from "../../test/support/run-jiheng.ts";
import { findingsSchema } from "../publish/findings-schema.ts";
import { importLineSchema } from "../publish/import-schema.ts";
import { exportedProjectSchema, readingLineSchema, readingSchema } from "../publish/reading-schema.ts";
import { searchSchema } from "../publish/search-schema.ts";
import { schemaNames } from "./output-formats.ts";

const folder = mkdtempSync(join(tmpdir(), "jiheng-json-"));
const files = () => readdirSync(join(folder, "example")).filter((name) => name.endsWith(".txt"));
const jiheng = (...args: readonly string[]) => runJiheng(args, { cwd: folder });
const parsed = (text: string): unknown => JSON.parse(text);
const lines = (text: string): readonly unknown[] => text.trim().split("\n").map(parsed);
const all = () => files().map((name) => join("example", name));

beforeAll(() => {
  jiheng("example", "example");
  writeFileSync(join(folder, "通知.txt"), "关于开会的通知");
  writeFileSync(join(folder, "水务局.txt"), waterTable);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("what each command prints for programs is what its schema says, on the whole invented district", () => {
  test("read --json and --jsonl", () => {
    const readings = z.strictObject({ readings: z.array(readingSchema) });
    expect(readings.parse(parsed(jiheng("read", ...all(), "--json", "--places").stdout)).readings).toHaveLength(
      files().length,
    );
    const projects = lines(jiheng("read", ...all(), "--jsonl").stdout).map((line) => readingLineSchema.parse(line));
    expect(projects.length).toBeGreaterThan(150);
  });

  test("check --json, also of a file that is no table", () => {
    const document = findingsSchema.parse(parsed(jiheng("check", ...all(), "通知.txt", "--json").stdout));
    expect(document.files.at(-1)).toMatchObject({ path: "通知.txt", tables: 0, notes: [{ code: "no-known-layout" }] });
    for (const { outcomes } of document.files)
      for (const { counts, subjects } of outcomes)
        expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(subjects);
  });

  test("import, one line a file: new, already here, new version, refused; then search and export", () => {
    const imported = lines(jiheng("import", ...all(), "通知.txt").stdout).map((line) => importLineSchema.parse(line));
    expect(new Set(imported.map(({ outcome }) => outcome))).toEqual(new Set(["new", "new-version", "refused"]));
    const again = z.strictObject({ format: z.literal("jiheng-import/1"), files: z.array(importLineSchema) });
    const { files: second } = again.parse(parsed(jiheng("import", ...all(), "--json").stdout));
    expect(new Set(second.map(({ outcome }) => outcome))).toEqual(new Set(["already-here"]));

    const found = searchSchema.parse(parsed(jiheng("search", "满意", "--json").stdout));
    expect(found.indicators.rows.length).toBe(20);
    expect(found.indicators.count.n).toBeGreaterThan(20);

    const document = parsed(jiheng("export", "--json").stdout);
    const shape = z.strictObject({ format: z.literal("jiheng-export/1"), projects: z.array(exportedProjectSchema) });
    const jsonl = lines(jiheng("export", "--jsonl").stdout);
    expect(shape.parse(document).projects).toEqual(jsonl);
  }, 60_000);

  test.each(schemaNames)("schema %s is a JSON Schema with a title", (name) => {
    expect(parsed(jiheng("schema", name).stdout)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: expect.stringMatching(/^Jiheng /),
    });
  });
});

describe("filters keep what they say", () => {
  const search = (...args: readonly string[]) => {
    const { stdout, status } = jiheng("search", ...args, "--json", "--limit", "9999");
    const { projects, indicators } = searchSchema.parse(parsed(stdout));
    return { status, projects: projects.rows, indicators: indicators.rows };
  };

  test("year, department and dimension narrow a search", () => {
    const every = search("率");
    const some = search("率", "--year", "2025", "--department", "民政", "--dimension", "产出");
    expect(some.indicators.length).toBeGreaterThan(0);
    expect(some.indicators.map(({ name, project }) => `${project.key} ${name}`)).toEqual(
      every.indicators
        .filter(
          ({ project, level1 }) =>
            project.year === 2025 && project.department.includes("民政") && level1?.startsWith("产出"),
        )
        .map(({ name, project }) => `${project.key} ${name}`),
    );
    expect(
      new Set(some.indicators.map(({ path }) => /^tables\/\d+\/declarations\/\d+\/indicators\/\d+$/.test(path))),
    ).toEqual(new Set([true]));
  });

  test("years may be given twice or with a comma", () => {
    const twice = jiheng("export", "--year", "2024", "--year", "2025").stdout;
    expect(jiheng("export", "--year", "2024,2025").stdout).toBe(twice);
    expect(twice.length).toBeLessThan(jiheng("export").stdout.length);
  });

  test("an export of a severity holds just the projects that have such a finding", () => {
    const errors = lines(jiheng("export", "--severity", "error", "--jsonl").stdout);
    expect(errors.length).toBeGreaterThan(0);
    expect(lines(jiheng("export", "--rule", "M02", "--rule", "M01", "--jsonl").stdout).length).toBeGreaterThan(0);
    expect(jiheng("export", "--unit", "龘").status).toBe(4);
  });
});

describe("a dry run", () => {
  test("of an import says what would be kept, and makes no store", () => {
    const store = "untouched.sqlite";
    const { stdout, stderr, status } = jiheng("import", "水务局.txt", "水务局.txt", "--store", store, "--dry-run");
    expect(lines(stdout).map((line) => importLineSchema.parse(line))).toEqual([
      {
        file: "水务局.txt",
        dryRun: true,
        outcome: "new",
        document: null,
        projects: 2,
        indicators: 2,
        errors: 2,
        findings: expect.any(Number),
      },
      {
        file: "水务局.txt",
        dryRun: true,
        outcome: "already-here",
        document: null,
        errors: 2,
        findings: expect.any(Number),
      },
    ]);
    expect([status, stderr]).toEqual([0, "试运行：什么也没有入库。\n"]);
    expect(readdirSync(folder)).not.toContain(store);
  });

  test("without a store counts what the import then counts, withheld projects included", () => {
    const told = jiheng("import", ...all(), "--store", "later.sqlite", "--dry-run").stdout;
    const kept = jiheng("import", ...all(), "--store", "later.sqlite").stdout;
    const counts = (stdout: string) =>
      lines(stdout)
        .map((line) => importLineSchema.parse(line))
        .flatMap((line) => (line.outcome === "new" ? [[line.file, line.projects, line.indicators]] : []));
    const foretold = new Set(counts(told).map((line) => line.join()));
    expect(counts(kept).length).toBeGreaterThan(10);
    expect(counts(kept).filter((line) => !foretold.has(line.join()))).toEqual([]);
  }, 60_000);

  test("of a correction tells the version and how much differs, as the import then does", () => {
    const store = "corrected.sqlite";
    jiheng("import", "水务局.txt", "--store", store);
    writeFileSync(join(folder, "更正.txt"), waterTable.replace("不少于4次", "不少于6次"));
    const told = importLineSchema.parse(parsed(jiheng("import", "更正.txt", "--store", store, "--dry-run").stdout));
    expect(told).toMatchObject({ outcome: "new-version", version: 2, differences: 1, document: null });
    const kept = importLineSchema.parse(parsed(jiheng("import", "更正.txt", "--store", store).stdout));
    const { dryRun: _dryRun, document: _none, ...foretold } = told as Record<string, unknown>; // a line of JSON
    const { document: _document, ...became } = kept as Record<string, unknown>; // likewise
    expect(became).toEqual(foretold);
  });

  test("of the example lists the files and writes none", () => {
    const { stdout } = jiheng("example", "nowhere", "--dry-run");
    expect(stdout.trim().split("\n")).toHaveLength(files().length + 1);
    expect(readdirSync(folder)).not.toContain("nowhere");
  });
});

test("config says each value and its source; no password", () => {
  const { stdout } = runJiheng(["config", "--json"], {
    cwd: folder,
    environment: { JIHENG_STORE: "postgres://a:secret@b/c" },
  });
  expect(parsed(stdout)).toContainEqual({
    key: "store",
    value: "postgres://a:***@b/c",
    from: "environment",
    environment: "JIHENG_STORE",
  });
});
