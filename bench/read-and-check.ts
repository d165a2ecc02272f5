// 读取与审核的速度 · how fast tables are read and checked, on one core, beside a floor measured in the same run.
//   node bench/read-and-check.ts
import { countReading } from "../src/domain/count-reading.ts";
import { makeMany } from "../src/example/make-many.ts";
import { printTable } from "../src/example/print-table.ts";
import { readText } from "../src/read/read-source.ts";
import { runChecks } from "../src/rules/run-checks.ts";
import { median, perSecond, timed } from "./measure.ts";

const encoder = new TextEncoder();
const files = [...makeMany({ indicators: 40_000 })].map((table, at) => ({
  name: `${at}.txt`,
  bytes: encoder.encode(printTable(table)),
}));
const readings = files.map(readText);
const indicators = readings.reduce((sum, reading) => sum + countReading(reading).indicators, 0);
const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
console.log(`${files.length} tables in layouts A–D, ${indicators} indicators, ${(bytes / 1e6).toFixed(1)} MB`);

const rounds = 5;
const floor: number[] = [];
const reading: number[] = [];
const checking: number[] = [];
for (let round = 0; round < rounds; round++) {
  floor.push(timed(() => files.map(splitIntoCells)));
  reading.push(timed(() => files.map(readText)));
  checking.push(timed(() => readings.map((one) => runChecks(one))));
}
const line = (name: string, times: readonly number[], bar: string) =>
  console.log(
    `${name.padEnd(36)} ${perSecond(indicators, median(times)).padStart(12)} indicators/s  × floor ${(median(times) / median(floor)).toFixed(1).padStart(6)}  ${bar}`,
  );
line("floor: decode, split into cells", floor, "");
line("read", reading, "bar ≥ 5,000");
line("check", checking, "bar ≥ 20,000");

/** The least that any reader does. */
function splitIntoCells(file: { bytes: Uint8Array }): number {
  return new TextDecoder()
    .decode(file.bytes)
    .split("\n")
    .map((row) => row.split("\t")).length;
}
