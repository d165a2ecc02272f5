import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placedCells, type SpecCell, type SpecPart, type SpecTable } from "../../../test/support/a-document.ts";
import { docOf } from "../../../test/support/doc-file.ts";
import { docxOf, htmlOf, odtOf, rtfOf } from "../../../test/support/word-markup.ts";
import type { SourceDocument } from "../source-document.ts";
import { openDocument } from "./open-document.ts";

/** Every format that a table can be written in, by our own writers. */
const formats: Readonly<Record<string, (...parts: readonly SpecPart[]) => Uint8Array>> = {
  html: (...parts) => new TextEncoder().encode(htmlOf(...parts)),
  docx: docxOf,
  doc: docOf,
  rtf: (...parts) => rtfOf(parts),
  odt: odtOf,
};

function opened(bytes: Uint8Array): SourceDocument {
  const document = openDocument({ name: "表", bytes }, {});
  if (!document.ok) throw new Error(document.refusal.message.zh);
  return document.value;
}

/** Cells of tables as a test tells them: table, place, reach, words. */
function cellsOf(document: SourceDocument): string[] {
  return document.cells
    .filter(({ table }) => table !== undefined)
    .map(({ table, row, column, rows, columns, span }) => {
      const words = document.text.slice(span.start, span.end).replace(/\u2028/gu, "\n");
      return `${table}: ${row},${column} ${rows}×${columns} ${words}`;
    });
}

function expectedCells(tables: readonly SpecTable[]): string[] {
  return tables.flatMap((table, at) =>
    placedCells(table).cells.map(
      ({ row, column, rows, columns, text }) => `${at}: ${row},${column} ${rows}×${columns} ${text}`,
    ),
  );
}

const word = fc
  .array(fc.constantFrom(..."河道巡查经费保持畅通ABC019≥％（）、；"), { minLength: 1, maxLength: 6 })
  .map((letters) => letters.join(""));
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n"));

/** A grid cut into merged cells: every column and every row has a cell that begins there. */
const mergedTable: fc.Arbitrary<SpecTable> = fc
  .record({
    width: fc.integer({ min: 2, max: 6 }),
    height: fc.integer({ min: 2, max: 6 }),
    wishes: fc.array(fc.record({ columns: fc.integer({ min: 1, max: 3 }), rows: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 36,
      maxLength: 36,
    }),
    texts: fc.array(words, { minLength: 36, maxLength: 36 }),
  })
  .map(({ width, height, wishes, texts }) => {
    const taken = new Set<string>();
    const rows: SpecCell[][] = [];
    for (let row = 0; row < height; row++) {
      const cells: SpecCell[] = [];
      for (let column = 0; column < width; column++) {
        if (taken.has(`${row} ${column}`)) continue;
        const wish = wishes[row * 6 + column]!;
        // the first row and column stay whole, so that no line of the grid is without a cell
        let columns = row === 0 ? 1 : Math.min(wish.columns, width - column);
        for (let right = 1; right < columns; right++) if (taken.has(`${row} ${column + right}`)) columns = right;
        const down = column === 0 ? 1 : Math.min(wish.rows, height - row);
        for (let y = 0; y < down; y++) for (let x = 0; x < columns; x++) taken.add(`${row + y} ${column + x}`);
        cells.push({ text: texts[row * 6 + column]!, columns, rows: down });
      }
      rows.push(cells);
    }
    return { rows };
  });

describe("a table is the same whatever it is written in", () => {
  for (const [kind, write] of Object.entries(formats))
    test(`${kind}: merged cells keep their places and words, and the file is known by its content`, () => {
      fc.assert(
        fc.property(mergedTable, mergedTable, (first, second) => {
          const document = opened(write("甲表", first, "乙表", second));
          expect(document.description.kind).toBe(kind);
          expect(cellsOf(document)).toEqual(expectedCells([first, second]));
        }),
        { numRuns: 60 },
      );
    });

  for (const [kind, write] of Object.entries(formats))
    test(`${kind}: every character once, in its order`, () => {
      fc.assert(
        fc.property(word, mergedTable, word, (above, table, below) => {
          const document = opened(write(above, table, below));
          const said = [above, ...placedCells(table).cells.map(({ text }) => text), below];
          const bare = (text: string): string => text.replace(/\s+/gu, "");
          expect([...bare(document.text)].sort()).toEqual([...bare(said.join(""))].sort());
          expect(document.lines.at(0)?.cells[0]?.text).toBe(above);
          expect(document.lines.at(-1)?.cells[0]?.text).toBe(below);
        }),
        { numRuns: 30 },
      );
    });
});
