import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type PrintSettings, printPdf } from "../../../../test/support/print-pdf.ts";
import { declaredIn, partsOf } from "../../../../test/support/reading-parts.ts";
import { openPdfium } from "../../../engines/pdfium.ts";
import { makeMany } from "../../../example/make-many.ts";
import type { LayoutId } from "../../../example/plan.ts";
import { layOut, sheetText } from "../../../example/sheet.ts";
import { readSource, readText } from "../../read-source.ts";

const pdf = await openPdfium();
const encoder = new TextEncoder();
const readPdf = (bytes: Uint8Array) => {
  const read = readSource({ name: "表.pdf", bytes, year: 2024 }, { pdf });
  if (!read.ok) throw new Error(read.refusal.message.zh);
  return read.value;
};
const asText = (parts: ReturnType<typeof partsOf>): string =>
  parts.map((part) => (typeof part === "string" ? part : part.rows.map((row) => row.join("\t")).join("\n"))).join("\n");

const papers: readonly PrintSettings[] = [
  { width: 842, height: 595 },
  { width: 842, height: 300, headRows: 1, closesCuts: false, pageNumbers: true },
  { width: 700, height: 240, closesCuts: true, pageNumbers: true },
  { width: 842, height: 320, headRows: 1, closesCuts: false, linesAgain: true },
];
const borders = ["stroked", "filled", "boxes", "dashed", "double", "level", "none"] as const;

describe("an invented table printed to PDF says what its text says", () => {
  const layouts: readonly LayoutId[] = ["A", "B", "C", "D"];
  for (const layout of layouts) {
    const plan = { indicators: 40, seed: 11, layouts: [layout] };
    const text = sheetText(layOut(makeMany(plan).next().value!));
    const parts = partsOf(readText({ name: "表.txt", bytes: encoder.encode(text), year: 2024 }));
    const reading = readText({ name: "表.txt", bytes: encoder.encode(asText(parts)), year: 2024 });
    const columns = layout === "A" ? [2, 2, 2, 3, 6] : [2, 1, 1, 1, 1, 3, 6];
    for (const style of borders)
      test(`layout ${layout}, borders ${style}, pages of several sizes that cut rows anywhere`, async () => {
        for (const paper of papers)
          expect(declaredIn(readPdf(await printPdf(parts, { ...paper, borders: style, columns })))).toEqual(
            declaredIn(reading),
          );
      });
  }
});

const published = new URL("../../../../../shared/published/", import.meta.url);
const tables = existsSync(published) ? readdirSync(published).filter((name) => name.endsWith(".txt")) : [];

describe.skipIf(tables.length === 0)("a published table printed to PDF says what its text says", () => {
  for (const name of tables) {
    test(`${name.slice(0, 3)}, small pages and long cells`, async () => {
      const parts = partsOf(readText({ name, bytes: readFileSync(new URL(name, published)), year: 2024 }));
      const reading = readText({ name, bytes: encoder.encode(asText(parts)), year: 2024 });
      const hasMoney = asText(parts).includes("财政专户");
      const columns = hasMoney ? [2, 1, 1, 1, 1, 3, 6] : [2, 2, 2, 3, 6];
      for (const paper of papers)
        for (const style of ["filled", "none"] as const) {
          const printed = readPdf(await printPdf(parts, { ...paper, size: 8, borders: style, columns }));
          expect(declaredIn(printed)).toEqual(declaredIn(reading));
          expect(printed.conservation.unplacedCharacters).toBe(0);
        }
    });
  }
});
