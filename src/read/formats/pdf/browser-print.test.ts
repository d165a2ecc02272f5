import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SpecPart } from "../../../../test/support/a-document.ts";
import { canOpenBrowser, openBrowser, type TestBrowser } from "../../../../test/support/browser.ts";
import { declaredIn, partsOf } from "../../../../test/support/reading-parts.ts";
import { openPdfium } from "../../../engines/pdfium.ts";
import { makeMany } from "../../../example/make-many.ts";
import { layOut, sheetText } from "../../../example/sheet.ts";
import { readSource, readText } from "../../read-source.ts";

const encoder = new TextEncoder();
const plan = { indicators: 40, seed: 5, layouts: ["D"] as const };
const text = sheetText(layOut(makeMany(plan).next().value!));
const reading = readText({ name: "表.txt", bytes: encoder.encode(text), year: 2024 });
const parts = partsOf(reading);

/** Ways in which web pages draw tables — 网页表格样式. */
const styles: Readonly<Record<string, string>> = {
  "borders that collapse": "table{border-collapse:collapse}td{border:1px solid}",
  "borders of each cell": "table{border-spacing:2px}td{border:1px solid}",
  "dotted borders": "table{border-collapse:collapse}td{border:1px dotted}",
  "double borders": "table{border-collapse:collapse}td{border:3px double}",
  "a dark ground between light cells": "table{border-spacing:1px;background:#000}td{background:#fff}",
  "no borders at the sides":
    "table{border-collapse:collapse}td{border:1px solid}td:first-child{border-left:0}td:last-child{border-right:0}",
  "a dark head, words in the middle":
    "table{border-collapse:collapse}td{border:1px solid;vertical-align:middle}thead td{background:#036;color:#fff}",
  "level lines only": "table{border-collapse:collapse}td{border-bottom:1px solid;vertical-align:top;padding:2px 8px}",
};

function page(style: string): string {
  const escaped = (words: string): string => words.replace(/&/gu, "&amp;").replace(/</gu, "&lt;");
  const row = (cells: readonly unknown[]): string =>
    `<tr>${cells.map((cell) => `<td>${escaped(String(cell))}</td>`).join("")}</tr>`;
  const shown = (part: SpecPart): string =>
    typeof part === "string"
      ? `<p>${escaped(part)}</p>`
      : `<table><thead>${row(part.rows[0]!)}</thead><tbody>${part.rows.slice(1).map(row).join("")}</tbody></table>`;
  return `<meta charset="utf-8"><style>body{font:8.5pt/1.35 "Noto Sans SC"}table{width:100%}td{padding:2px}${style}</style>${parts.map(shown).join("")}`;
}

describe.skipIf(!canOpenBrowser)("a table that a browser prints says what its text says", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  for (const [name, style] of Object.entries(styles))
    test(`${name}; on large pages and on small ones that cut rows`, async () => {
      const pdf = await openPdfium();
      const view = await browser.newPage();
      await view.setContent(page(style));
      for (const [width, height] of [
        ["11.7in", "8.3in"],
        ["9.7in", "3.6in"],
      ]) {
        const margin = { top: "0.3in", bottom: "0.3in", left: "0.3in", right: "0.3in" };
        const bytes = await view.pdf({ width: width!, height: height!, margin, printBackground: true });
        const read = readSource({ name: "表.pdf", bytes, year: 2024 }, { pdf });
        expect(read.ok && declaredIn(read.value)).toEqual(declaredIn(reading));
      }
      await view.context().close();
    });
});
