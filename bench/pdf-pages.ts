// 读 PDF：每秒页数、与引擎只取文字相比、600 页的内存 · pages of PDF in a second, beside the engine's bare text, and memory.
//   node bench/pdf-pages.ts [file.pdf …]      without files: an invented table printed on 40 pages, and on 600
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { openPdfium } from "../src/engines/pdfium.ts";
import { loadPdfium } from "../src/engines/pdfium-library.ts";
import { makeMany } from "../src/example/make-many.ts";
import { layOut, sheetText } from "../src/example/sheet.ts";
import { contentsOf } from "../src/read/formats/pdf/page-contents.ts";
import { documentOfPdf } from "../src/read/formats/pdf/pdf-document.ts";
import { readText } from "../src/read/read-source.ts";
import { printPdf } from "../test/support/print-pdf.ts";
import { partsOf } from "../test/support/reading-parts.ts";
import { median, perSecond, timed } from "./measure.ts";

const rounds = 7;
const pdf = await openPdfium();
const library = await loadPdfium();

/** Loads every page and its text and asks for nothing more: the floor. */
function bareText(bytes: Uint8Array): void {
  const { calls } = library;
  const address = calls.malloc(bytes.length);
  library.bytesAt(address, bytes.length).set(bytes);
  const document = calls.FPDF_LoadMemDocument(address, bytes.length, 0);
  for (let page = 0; page < calls.FPDF_GetPageCount(document); page++) {
    const loaded = calls.FPDF_LoadPage(document, page);
    const text = calls.FPDFText_LoadPage(loaded);
    calls.FPDFText_CountChars(text);
    calls.FPDFText_ClosePage(text);
    calls.FPDF_ClosePage(loaded);
  }
  calls.FPDF_CloseDocument(document);
  calls.free(address);
}

function open(bytes: Uint8Array) {
  const opened = pdf.open(bytes);
  if (!opened.ok) throw new Error(opened.refusal.message.en);
  return opened.value;
}

/** Letters, rules, grids, cells and lines of every page. */
function grids(bytes: Uint8Array): void {
  const opened = open(bytes);
  for (let page = 1; page <= opened.pages; page++) contentsOf(opened.page(page));
  opened.close();
}

function report(name: string, bytes: Uint8Array): void {
  const opened = open(bytes);
  const { pages } = opened;
  opened.close();
  const times = { bare: [] as number[], grids: [] as number[], document: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    times.bare.push(timed(() => bareText(bytes)));
    times.grids.push(timed(() => grids(bytes)));
    times.document.push(timed(() => documentOfPdf({ name, bytes }, { pdf })));
  }
  const [bare, grid, document] = [times.bare, times.grids, times.document].map((all) => median(all.slice(2)));
  console.log(
    [
      name.padEnd(28),
      `${pages} pages`.padStart(10),
      `bare text ${perSecond(pages, bare!)}/s`.padStart(20),
      `with grids ${perSecond(pages, grid!)}/s = ${(grid! / bare!).toFixed(2)} x`.padStart(28),
      `document ${perSecond(pages, document!)}/s = ${(document! / bare!).toFixed(2)} x`.padStart(28),
    ].join(""),
  );
}

/** Invented tables, printed one after the other. */
function printed(indicators: number): Promise<Uint8Array> {
  const parts = [...makeMany({ indicators, seed: 3, layouts: ["D"] })].flatMap((table) => {
    const text = sheetText(layOut(table));
    return partsOf(readText({ name: "表.txt", bytes: new TextEncoder().encode(text) }));
  });
  return printPdf(parts, { headRows: 1, borders: "filled", columns: [2, 1, 1, 1, 1, 3, 6] });
}

const files = process.argv.slice(2);
for (const file of files) report(basename(file), readFileSync(file));
if (files.length === 0) {
  report("invented table", await printed(900));
  const large = await printed(14_000);
  const before = process.memoryUsage().rss;
  const time = timed(() => documentOfPdf({ name: "large", bytes: large }, { pdf }));
  const { pages } = open(large);
  const { rss } = process.memoryUsage();
  console.log(
    `${pages} pages once: ${perSecond(pages, time)}/s, ${Math.round(rss / 1e6)} MB (${Math.round(before / 1e6)} MB before)`,
  );
}
