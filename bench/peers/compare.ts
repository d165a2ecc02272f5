// Our reader of PDF beside others on the same files: cells right, fields right after our joining of rows, seconds of
// the whole process. Run `npm install --ignore-scripts` in this folder first; what is not installed is left out and said.
//
//   node bench/peers/compare.ts TRUTH.json FILE.pdf…      TRUTH: { header, docs: [{ dept, rows }] }
//
// Cells: rows of the truth and of the tool are put side by side in order so that most cells agree; white space and
// radicals do not count. The floor is what an empty answer scores, since empty cells are right.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Reading } from "../../src/domain/reading.ts";
import { readText } from "../../src/read/read-source.ts";
import { median } from "../measure.ts";

type Rows = readonly (readonly string[])[];
interface Truth {
  readonly header: readonly string[];
  readonly docs: readonly { readonly dept: string; readonly rows: Rows }[];
}

const peers = ["own", "pdf-table-extractor", "pdf-parse", "liteparse", "opendataloader", "tabula"] as const;
const runs = 3;
const here = import.meta.dirname;
const [, , truthFile = "", ...files] = process.argv;
const truth: Truth = JSON.parse(readFileSync(truthFile, "utf8")) as Truth; // made by the same hands as this bench
const rowsOfTruth: Rows = truth.docs.flatMap(({ rows }) => [truth.header, ...rows]);
const fieldsOfTruth = fieldsOf(rowsOfTruth);

for (const file of files) {
  console.log(`\n${basename(file)}: ${rowsOfTruth.length} rows, floor ${percent(cellsRight(rowsOfTruth, []))}`);
  for (const peer of peers) console.log(`  ${peer.padEnd(22)} ${scored(peer, file)}`);
}

function scored(peer: (typeof peers)[number], file: string): string {
  const script = peer === "own" ? [join(here, "own-rows.ts"), file] : [join(here, "rows-of.mjs"), peer, file];
  const seconds: number[] = [];
  let rows: Rows = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const { stdout, stderr, status } = spawnSync(process.execPath, script, { encoding: "utf8", maxBuffer: 1 << 28 });
    seconds.push((performance.now() - start) / 1000);
    if (status !== 0)
      return `failed: ${stderr.split("\n").find((line) => line.includes("Error")) ?? stderr.slice(0, 120)}`;
    rows = JSON.parse(stdout) as Rows; // both scripts print rows
  }
  const fields = fieldsOf(rows);
  const right = [...fieldsOfTruth].filter(([path, value]) => fields.get(path) === value).length;
  return [
    `cells ${percent(cellsRight(rowsOfTruth, rows))}`,
    `fields after joining ${percent(right / fieldsOfTruth.size)}`,
    `${median(seconds).toFixed(2)} s`,
  ].join("   ");
}

/** The share of the truth's cells that stand in rows matched in order. */
function cellsRight(expected: Rows, actual: Rows): number {
  const cells = expected.reduce((sum, row) => sum + row.length, 0);
  const left = expected.map((row) => row.map(folded));
  const right = actual.map((row) => row.map(folded));
  const empty = left.map((row) => row.filter((cell) => cell === "").length);
  let best: number[] = Array.from({ length: right.length + 1 }, () => 0);
  left.forEach((row, at) => {
    const next: number[] = [best[0]! + empty[at]!];
    for (let other = 1; other <= right.length; other++)
      next.push(
        Math.max(next[other - 1]!, best[other]! + empty[at]!, best[other - 1]! + equal(row, right[other - 1]!)),
      );
    best = next;
  });
  return best.at(-1)! / cells;
}

function equal(one: readonly string[], other: readonly string[]): number {
  return one.filter((cell, at) => cell === (other[at] ?? "")).length;
}

/** NFKC folds most radicals; the truth holds none. */
function folded(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}

/** All that our reader makes of rows, project by project: so that others get our joining too. */
function fieldsOf(rows: Rows): ReadonlyMap<string, string> {
  const text = rows.map((row) => row.map((cell) => cell.replace(/\s+/gu, "")).join("\t")).join("\n");
  return fieldsOfReading(readText({ name: "rows.txt", bytes: new TextEncoder().encode(text) }));
}

function fieldsOfReading({ tables }: Reading): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const table of tables)
    for (const { project, goal, funding, indicators } of table.declarations) {
      const name = folded(project.name);
      fields.set(`${name}/goal`, folded(goal));
      for (const [column, amount] of Object.entries(funding ?? {}))
        fields.set(`${name}/${column}`, JSON.stringify(amount));
      indicators.forEach((one, at) => {
        const { level1, level2, cycleTarget, annualTarget } = one;
        const values = [level1?.name, level2?.name, one.name, cycleTarget?.text, annualTarget?.text];
        fields.set(`${name}/${at}`, folded(values.join("|")));
      });
    }
  return fields;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
