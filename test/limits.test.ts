import { unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { limits } from "../src/read/limits.ts";
import { filesInBounded, readBounded } from "../src/workflow/bounded/read-bounded.ts";
import { aPdf, stream } from "./hostile/a-pdf.ts";
import { goodRows, utf8 } from "./hostile/hostile-file.ts";
import { aZip } from "./support/a-zip.ts";
import { anXlsx, sheetData } from "./support/an-xlsx.ts";
import { docxWith, escaped } from "./support/word-markup.ts";

const sheet = (xml: string): Uint8Array => anXlsx({ sheets: [{ name: "a", xml }] });
const good = sheetData(goodRows.map((row) => row.map(escaped)));
/** What is above the innermost element of a sheet: worksheet and extLst. */
const deepSheet = (depth: number): Uint8Array =>
  sheet(`${good}<extLst>${"<a>".repeat(depth - 2)}${"</a>".repeat(depth - 2)}</extLst>`);
/** document, body. */
const deepLetter = (depth: number): Uint8Array => docxWith(`${"<w:x>".repeat(depth - 2)}${"</w:x>".repeat(depth - 2)}`);
/** html, body. */
const deepPage = (depth: number): Uint8Array =>
  utf8(`<html><body>${"<div>".repeat(depth - 2)}${"</div>".repeat(depth - 2)}</body></html>`);
/** A page without words would be looked at as a picture. */
const words = (count: number): string => `/Contents ${count + 3} 0 R /Resources << /Font << /F ${count + 4} 0 R >> >>`;
const pages = (count: number): Uint8Array =>
  aPdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${Array.from({ length: count }, (_, n) => `${n + 3} 0 R`).join(" ")}] /Count ${count} >>`,
    ...Array.from({ length: count }, () => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] ${words(count)} >>`),
    stream("BT /F 12 Tf 10 50 Td (words) Tj ET"),
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ]);
const entries = (count: number): Uint8Array =>
  aZip(Array.from({ length: count }, (_, n) => ({ name: `${n}.txt`, content: "x", method: 0 })));
/** Rows of a thousand numbers; stored, for packed it would be a bomb. */
function cells(count: number): Uint8Array {
  const row = `<row>${"<c><v>1</v></c>".repeat(1_000)}</row>`;
  const rest = count % 1_000;
  const data = row.repeat(Math.floor(count / 1_000)) + (rest > 0 ? `<row>${"<c><v>1</v></c>".repeat(rest)}</row>` : "");
  return zipSync(unzipSync(sheet(`<sheetData>${data}</sheetData>`)), { level: 0 });
}

/** Each limit with a file just within it and one just beyond. */
const cases: readonly (readonly [limit: string, at: number, make: (size: number) => Uint8Array])[] = [
  ["bytes of a file", limits.fileBytes, (size) => new Uint8Array(size).fill(0x20)],
  ["elements in each other in a sheet", limits.xmlDepth, deepSheet],
  ["elements in each other in a letter", limits.xmlDepth, deepLetter],
  ["elements in each other in a web page", limits.htmlDepth, deepPage],
  ["pages of a PDF", limits.pdfPages, pages],
];

describe("a file just within a limit is read, and one just beyond is refused by that limit", () => {
  test.for(cases)("%s: %i", { timeout: 120_000 }, async ([, at, make]) => {
    const within = await readBounded({ name: "x", bytes: make(at) });
    expect(within.ok ? "read" : within.refusal).toBe("read");
    const beyond = await readBounded({ name: "x", bytes: make(at + 1) });
    expect(beyond.ok ? "read" : beyond.refusal.code).toBe("too-large");
  });

  // so many cells within the limit of their number need more memory than one document may have: that refuses them first
  test("cells of a workbook: 500,000 are read, 2,000,001 are too many", { timeout: 120_000 }, async () => {
    expect((await readBounded({ name: "x", bytes: cells(500_000) })).ok).toBe(true);
    const beyond = await readBounded({ name: "x", bytes: cells(limits.cells + 1) });
    expect(beyond).toMatchObject({ ok: false, refusal: { code: "too-large" } });
  });

  test(`entries of an archive: ${limits.archiveEntries}`, async () => {
    const within = await filesInBounded({ name: "a.zip", bytes: entries(limits.archiveEntries) });
    expect(within.ok && within.value.files.length).toBe(limits.archiveEntries);
    const beyond = await filesInBounded({ name: "a.zip", bytes: entries(limits.archiveEntries + 1) });
    expect(beyond).toMatchObject({ ok: false, refusal: { code: "too-large" } });
  });
});
