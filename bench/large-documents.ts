// 大文件 · large documents: time and memory of opening them, of reading them, and of the commands, each in a process of its
// own. Memory is the most that a process ever held, of the program and of its reading process one by one.
//   node bench/large-documents.ts [rows, default 100000] [pages, default 600]
//   node bench/large-documents.ts FILE …      files of one's own
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { makeMany } from "../src/example/make-many.ts";
import { layOut, sheetText } from "../src/example/sheet.ts";
import { readText } from "../src/read/read-source.ts";
import { printPdf } from "../test/support/print-pdf.ts";
import { partsOf } from "../test/support/reading-parts.ts";

/** Bytes → cells, in this process. */
async function open(path: string): Promise<void> {
  const { openDocument } = await import("../src/read/formats/open-document.ts");
  const bytes = readFileSync(path);
  const engines = await enginesFor(bytes);
  await report("opened", () => {
    const opened = openDocument({ name: basename(path), bytes }, engines);
    if (!opened.ok) throw new Error(opened.refusal.message.en);
    const { text, lines, cells } = opened.value;
    return `${count(text.length)} characters, ${count(lines.length)} lines, ${count(cells.length)} cells`;
  });
}

/** Bytes → reading, in this process. */
async function read(path: string): Promise<void> {
  const { readSource } = await import("../src/read/read-source.ts");
  const bytes = readFileSync(path);
  const engines = await enginesFor(bytes);
  await report("read", () => {
    const result = readSource({ name: basename(path), bytes }, engines);
    if (!result.ok) throw new Error(result.refusal.message.en);
    const { tables, notes, conservation } = result.value;
    const declarations = tables.flatMap((table) => table.declarations);
    const indicators = declarations.reduce((sum, one) => sum + one.indicators.length, 0);
    return `${count(declarations.length)} projects, ${count(indicators)} indicators, ${count(notes.length)} notes, ${count(conservation.unplacedCharacters)} not placed`;
  });
}

async function enginesFor(bytes: Uint8Array) {
  if (bytes[0] !== 0x25) return {};
  const { openPdfium } = await import("../src/engines/pdfium.ts");
  return { pdf: await openPdfium() };
}

async function report(what: string, act: () => string): Promise<void> {
  const start = performance.now();
  const found = act();
  const seconds = (performance.now() - start) / 1000;
  say(what, seconds, `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`, found);
}

function say(what: string, seconds: number, memory: string, found: string): void {
  console.log(`  ${what.padEnd(22)}${`${seconds.toFixed(1)} s`.padStart(8)}${memory.padStart(20)}   ${found}`);
}

const count = (number: number): string => number.toLocaleString("en");

async function measureMade(rows: number, pages: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "large-documents-"));
  try {
    for (const [name, make] of made(rows, pages)) {
      const path = join(folder, name);
      writeFileSync(path, await make());
      await measure(path);
      rmSync(path);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(path: string): Promise<void> {
  console.log(`${basename(path)}, ${(statSync(path).size / 1e6).toFixed(1)} MB`);
  for (const what of ["open", "read"])
    spawnSync(process.execPath, [import.meta.filename, what, path], { stdio: "inherit" });
  await command("jiheng read --csv", ["read", path, "--csv"]);
  const folder = mkdtempSync(join(tmpdir(), "large-documents-store-"));
  await command("jiheng import", ["import", path, "--store", join(folder, "store.db")]);
  rmSync(folder, { recursive: true });
}

/** A command of the program; what it writes is counted and thrown away. */
async function command(name: string, words: readonly string[]): Promise<void> {
  const start = performance.now();
  const main = join(import.meta.dirname, "../src/cli/main.ts");
  const child = spawn(process.execPath, [main, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  let bytes = 0;
  let said = "";
  child.stdout.on("data", (piece: Buffer) => {
    bytes += piece.length;
  });
  child.stderr.on("data", (piece: Buffer) => {
    said = `${said}${piece}`.slice(-300);
  });
  const most = new Map<number, number>();
  const watch = setInterval(() => {
    for (const pid of [child.pid!, ...childrenOf(child.pid!)])
      most.set(pid, Math.max(most.get(pid) ?? 0, highest(pid)));
  }, 20);
  const code = await new Promise((resolve) => child.on("close", resolve));
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1000;
  const [own = 0, ...others] = [...most].map(([, kilobytes]) => Math.round(kilobytes / 1024));
  const end = code === 0 ? `${count(bytes)} bytes written` : `ended with ${code}: ${said.trim()}`;
  say(name, seconds, `${own} + ${others.join(" + ")} MB`, end);
}

/** The most memory that a process held so far, in KB; Linux only. */
function highest(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0; // it has ended
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" ").filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

type Row = (string | number)[];

function made(rows: number, pages: number): [string, () => Uint8Array | Promise<Uint8Array>][] {
  return [
    ["one-indicator-a-row.xlsx", () => listedWorkbook(rows, false)],
    ["projects-on-every-row.xlsx", () => listedWorkbook(rows, true)],
    ["two-indicators-a-project.xlsx", () => packedWorkbook(rows, 2)],
    ["five-indicators-a-project.xlsx", () => packedWorkbook(rows, 9)],
    ["pages.pdf", () => printed(pages)],
  ];
}

/** Invented projects, one indicator in each row; the cells of a project merged downwards, or printed on every row. */
function listedWorkbook(rows: number, isOnEveryRow: boolean): Uint8Array {
  const table: Row[] = [["项目名称", "绩效目标", "一级指标", "二级指标", "三级指标", "年度指标值", "权重"]];
  const merges: { s: { r: number; c: number }; e: { r: number; c: number } }[] = [];
  for (const { units } of makeMany({ indicators: rows, seed: 3, layouts: ["D"] }))
    for (const { title, goal, indicators } of units.flatMap(({ projects }) => projects)) {
      const top = table.length;
      const name = `${top}号${title}`;
      const own = indicators.slice(0, rows + 1 - top);
      for (const [at, { level1, level2, name: printed, annual }] of own.entries()) {
        const isShown = at === 0 || isOnEveryRow;
        const project = isShown ? [name, goal] : ["", ""];
        table.push([...project, level1?.name ?? "", level2?.name ?? "", printed, annual ?? "", 10]);
      }
      if (own.length > 1 && !isOnEveryRow)
        for (const c of [0, 1]) merges.push({ s: { r: top, c }, e: { r: table.length - 1, c } });
    }
  return workbookOf(table, merges);
}

/** Invented projects, one in each row, with all its indicators in one cell. */
function packedWorkbook(rows: number, most: number): Uint8Array {
  const table: Row[] = [];
  for (const one of makeMany({ indicators: rows * 7, seed: 3, layouts: ["D"] })) {
    if (table.length > rows) break;
    for (const line of layOut(one)) {
      if (line.kind !== "row" || line.role !== (table.length === 0 ? "header" : "project")) continue;
      const [name = "", ...cells] = line.cells;
      const list = (cells.pop() ?? "")
        .split(/(?<=。)(?=\d+、)/u)
        .slice(0, most)
        .join("");
      const values = cells.map((cell, at) => (at < 4 && cell !== "" ? Number(cell.replaceAll(",", "")) : cell));
      table.push(table.length === 0 ? [...line.cells] : [`${table.length}号${name}`, ...values, list]);
    }
  }
  return workbookOf(table.slice(0, rows + 1));
}

function workbookOf(
  table: Row[],
  merges: { s: { r: number; c: number }; e: { r: number; c: number } }[] = [],
): Uint8Array {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(table, { dense: true });
  sheet["!merges"] = merges;
  utils.book_append_sheet(book, sheet, "表");
  return write(book, { type: "buffer", bookType: "xlsx", compression: true, bookSST: true });
}

/** Invented tables, printed one after the other. */
function printed(pages: number): Promise<Uint8Array> {
  const parts = [...makeMany({ indicators: Math.round(pages * 23.3), seed: 3, layouts: ["D"] })].flatMap((table) => {
    const text = sheetText(layOut(table));
    return partsOf(readText({ name: "表.txt", bytes: new TextEncoder().encode(text) }));
  });
  return printPdf(parts, { headRows: 1, borders: "filled", columns: [2, 1, 1, 1, 1, 3, 6] });
}

const [task, file] = process.argv.slice(2);
if (task === "open" && file) await open(file);
else if (task === "read" && file) await read(file);
else if (task !== undefined && Number.isNaN(Number(task)))
  for (const path of process.argv.slice(2)) await measure(path);
else await measureMade(Number(task ?? 100_000), Number(file ?? 600));
