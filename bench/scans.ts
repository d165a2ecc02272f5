// 扫描件识别的准确率与速度 · how well and how fast scans are read.
//   node bench/scans.ts [--pdf FILE]… [--pages N] [--dpi 150,200,300] [--only DAMAGE,…] [--show]
// Pages of text PDFs are drawn, damaged as scanners and offices damage them, and read back; what the text PDF says is the
// truth. Without --pdf tables of invented projects are set in Noto Sans SC.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openPdfium } from "../src/engines/pdfium.ts";
import { openTesseract } from "../src/engines/tesseract.ts";
import type { GreyImage } from "../src/read/engines.ts";
import { contentsOf } from "../src/read/formats/pdf/page-contents.ts";
import type { PageModel } from "../src/read/formats/pdf/page-model.ts";
import type { FilledCell } from "../src/read/formats/pdf/page-table.ts";
import { readScan } from "../src/read/formats/scan/read-scan.ts";
import { looksLikeAmount, readAmount } from "../src/read/sums/printed-amount.ts";
import { type Damage, damaged } from "./scan-damage.ts";
import { inventedTable } from "./scan-tables.ts";

const damages: Readonly<Record<string, Damage>> = {
  clean: {},
  "skew 0.6°": { skew: 0.6 },
  "skew −2.5°": { skew: -2.5 },
  noise: { noise: 25 },
  specks: { specks: 0.004 },
  blur: { blur: 1 },
  "JPEG 40": { jpeg: 40 },
  shade: { shade: 0.55 },
  stamps: { stamps: 6 },
  "broken rules": { brokenRules: 0.3 },
  faint: { faint: 110 },
  "all mildly": { skew: 0.8, noise: 12, blur: 0.6, jpeg: 60, shade: 0.25, stamps: 2, brokenRules: 0.1 },
};

const { values: options } = parseArgs({
  options: {
    pdf: { type: "string", multiple: true, default: [] },
    pages: { type: "string", default: "2" },
    from: { type: "string", default: "1" },
    dpi: { type: "string", default: "200" },
    only: { type: "string" },
    show: { type: "boolean", default: false },
  },
});

interface Score {
  characters: number;
  wrong: number;
  wrongUnfolded: number;
  cells: number;
  cellsRight: number;
  cellsLost: number;
  amounts: number;
  amountsRight: number;
  amountsOffered: number;
  /** Confidence of cells that are right and of those that are wrong. */
  readonly right: number[];
  readonly bad: number[];
  pages: number;
  milliseconds: number;
}

const pdfium = await openPdfium();
const engine = await openTesseract();
let calls = 0;
const tesseract: typeof engine = {
  recognise(image, content) {
    calls++;
    return engine.recognise(image, content);
  },
};
const only = options.only?.split(",");

const files: [name: string, bytes: Uint8Array][] = options.pdf.map((file) => [
  file.split("/").at(-1) ?? file,
  readFileSync(file),
]);
if (files.length === 0)
  for (let seed = 0; seed < Number(options.pages); seed++) files.push([`table ${seed + 1}`, await inventedTable(seed)]);

for (const [title, bytes] of files) {
  const opened = pdfium.open(bytes);
  if (!opened.ok) throw new Error(opened.refusal.message.en);
  const pdf = opened.value;
  for (const dpi of options.dpi.split(",").map(Number))
    for (const [name, damage] of Object.entries(damages)) {
      if (only && !only.includes(name)) continue;
      const score = emptyScore();
      const first = Number(options.from);
      for (let page = first; page < first + Number(options.pages) && page <= pdf.pages; page++)
        addPage(
          score,
          pdf.page(page),
          damaged((at) => pdf.render(page, at), dpi, damage),
        );
      print(`${title} ${dpi} dpi ${name}`, score);
    }
  pdf.close();
}

function emptyScore(): Score {
  return {
    characters: 0,
    wrong: 0,
    wrongUnfolded: 0,
    cells: 0,
    cellsRight: 0,
    cellsLost: 0,
    amounts: 0,
    amountsRight: 0,
    amountsOffered: 0,
    right: [],
    bad: [],
    pages: 0,
    milliseconds: 0,
  };
}

function addPage(score: Score, truth: PageModel, image: GreyImage): void {
  const before = process.cpuUsage();
  const read = readScan(image, truth.number, tesseract);
  const { user, system } = process.cpuUsage(before);
  score.milliseconds += (user + system) / 1000;
  score.pages++;
  const found = cellsOf(read);
  for (const cell of cellsOf(truth)) {
    const want = textOf(cell);
    if (want === "") continue;
    const [x, y] = [(cell.box.left + cell.box.right) / 2, (cell.box.top + cell.box.bottom) / 2];
    const other = found.find(({ box }) => box.left < x && x < box.right && box.top < y && y < box.bottom);
    const got = other ? textOf(other) : "";
    score.cells++;
    score.characters += want.length;
    const wrong = distance(folded(want), folded(got));
    score.wrong += wrong;
    score.wrongUnfolded += distance(want, got);
    if (got === "") score.cellsLost++;
    if (wrong === 0) score.cellsRight++;
    const sure = read.glyphs.flatMap((glyph) =>
      other && inside({ ...glyph, top: glyph.baseline - glyph.size, bottom: glyph.baseline }, other.box)
        ? (glyph.confidence ?? 100)
        : [],
    );
    const confidence = Math.min(...sure, 100);
    (wrong === 0 ? score.right : score.bad).push(confidence);
    if (looksLikeAmount(want)) {
      score.amounts++;
      const right = readAmount(want, "万元") === readAmount(got, "万元");
      if (right) score.amountsRight++;
      const offered = read.readings?.find(({ box }) => other && inside(box, other.box))?.texts ?? [got];
      if (offered.some((text) => readAmount(text, "万元") === readAmount(want, "万元"))) score.amountsOffered++;
      if (!right && options.show) console.log(`  amount ${want} read ${got} offered ${offered.join(" ")}`);
    } else if (wrong > 0 && options.show) console.log(`  ${wrong} (${confidence})\n    ${want}\n    ${got}`);
  }
}

function inside(box: FilledCell["box"], outer: FilledCell["box"]): boolean {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return outer.left < x && x < outer.right && outer.top < y && y < outer.bottom;
}

function cellsOf(page: PageModel): FilledCell[] {
  return contentsOf(page).parts.flatMap((part) => (part.kind === "table" ? part.table.cells : []));
}

function textOf(cell: FilledCell): string {
  return cell.content.map(({ text }) => text.replace(/\s+/gu, "")).join("");
}

/** Both widths of punctuation as one: the recogniser does not tell them apart, nor do most readers. */
function folded(text: string): string {
  return text.replace(/[！-～]/gu, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0)).replace(/[〈《]/gu, "(");
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

function print(name: string, score: Score): void {
  const percent = (part: number, of: number): string => `${((100 * part) / Math.max(1, of)).toFixed(2)} %`;
  const under = (list: readonly number[], limit: number): number => list.filter((one) => one < limit).length;
  console.log(
    name.padEnd(42),
    `characters ${percent(score.characters - score.wrong, score.characters)} (unfolded ${percent(score.characters - score.wrongUnfolded, score.characters)})`,
    `cells ${score.cellsRight}/${score.cells} lost ${score.cellsLost}`,
    `amounts ${score.amountsRight}/${score.amounts} offered ${score.amountsOffered}`,
    `${(score.milliseconds / score.pages / 1000).toFixed(1)} s/page (processor)`,
    `${Math.round(calls / score.pages)} calls`,
  );
  calls = 0;
  if (options.show)
    for (const limit of [80, 85, 88, 90, 92, 94, 96, 98])
      console.log(
        `    under ${limit}: ${under(score.bad, limit)} of ${score.bad.length} wrong, ${under(score.right, limit)} of ${score.right.length} right`,
      );
}
