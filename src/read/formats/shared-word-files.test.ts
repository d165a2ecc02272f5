import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Reading } from "../../domain/reading.ts";
import { readSource, readText } from "../read-source.ts";
import type { SourceDocument } from "../source-document.ts";
import { openDocument } from "./open-document.ts";

/** The same real tables laid out by office software; they are not part of the project. */
const files = new URL("../../../../shared/files/", import.meta.url);
const published = new URL("../../../../shared/published/", import.meta.url);
const there = existsSync(files) && existsSync(published);
if (!there) console.warn("src/read/formats/shared-word-files.test.ts: ../shared/files is not there, nothing is read");

interface Truth {
  readonly header: readonly string[];
  readonly docs: readonly { readonly rows: readonly (readonly string[])[] }[];
}

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, files)));

function opened(name: string): SourceDocument {
  const document = openDocument({ name, bytes: bytesOf(name) }, {});
  if (!document.ok) throw new Error(document.refusal.message.zh);
  return document.value;
}

const bare = (text: string): string => text.replace(/\s+/gu, "");

/** Words of the cells of each table by row and column. */
function cellsOf(document: SourceDocument): Map<string, string> {
  return new Map(
    document.cells
      .filter(({ table }) => table !== undefined)
      .map(({ table, row, column, rows, columns, span }) => [
        `${table} ${row} ${column} ${rows} ${columns}`,
        bare(document.text.slice(span.start, span.end)),
      ]),
  );
}

/** What a reading says of each project. */
function declared(readings: readonly Reading[]): unknown[] {
  return readings
    .flatMap((reading) => reading.tables)
    .flatMap(({ declarations }) =>
      declarations.map(({ unit, project, funding, goal, indicators }) => ({
        unit,
        project: bare(project.name),
        funding,
        goal: bare(goal),
        indicators: indicators.map(({ name, level1, level2, cycleTarget, annualTarget }) => ({
          name: bare(name),
          level1,
          level2,
          cycleTarget,
          annualTarget,
        })),
      })),
    );
}

describe.skipIf(!there)("tables that office software laid out", () => {
  test.each(["packed.docx", "packed.doc", "packed.html"])("%s: every cell", (name) => {
    const truth = JSON.parse(readFileSync(new URL("packed.truth.json", files), "utf8")) as Truth; // made for this test
    const cells = cellsOf(opened(name));
    const expected = truth.docs.flatMap(({ rows }, table) =>
      [truth.header, ...rows].flatMap((row, at) =>
        row.map((text, column) => [`${table} ${at} ${column} 1 1`, bare(text)] as const),
      ),
    );
    expect(cells).toEqual(new Map(expected));
  });

  test.each(["packed.docx", "packed.doc", "packed.html"])("%s: the same declarations as the published text", (name) => {
    const text = ["002", "003"].map((start) => {
      const file = readdirSync(published).find((one) => one.startsWith(start))!;
      return readText({ name: file, bytes: readFileSync(new URL(file, published)), year: 2022 });
    });
    const reading = readSource({ name, bytes: bytesOf(name), year: 2022 });
    expect(reading.ok && declared([reading.value])).toEqual(declared(text));
  });

  test("one indicator per row: web page and Word agree cell by cell, merged ones included", () => {
    const page = cellsOf(opened("one-per-row.html"));
    expect(page.size).toBe(1_374);
    expect(cellsOf(opened("one-per-row.docx"))).toEqual(page);
  });
});
