// 受限进程的代价 · what reading in a process of its own costs, beside reading in place, with tables of growing size.
//   node bench/bounded-reading.ts
import { makeMany } from "../src/example/make-many.ts";
import { printTable } from "../src/example/print-table.ts";
import { limits } from "../src/read/limits.ts";
import { readSource } from "../src/read/read-source.ts";
import { readBounded } from "../src/workflow/bounded/read-bounded.ts";
import { openReadingPool } from "../src/workflow/bounded/reading-pool.ts";
import { median, timed } from "./measure.ts";

const encoder = new TextEncoder();
const rounds = 9;
const ms = (times: readonly number[]): string => `${median(times).toFixed(1)} ms`.padStart(12);

const cold: number[] = [];
for (let round = 0; round < rounds; round++) {
  const pool = openReadingPool(1, limits.memoryBytes);
  cold.push(await waited(() => readBounded({ name: "x", bytes: encoder.encode("x") }, { pool })));
  pool.close();
}
console.log(`a process starts and reads one byte ${ms(cold)}`);

for (const indicators of [10, 1_000, 20_000]) {
  const text = [...makeMany({ indicators })].map(printTable).join("\n\n");
  const brought = { name: "x", bytes: encoder.encode(text) };
  const inPlace: number[] = [];
  const bounded: number[] = [];
  for (let round = 0; round < rounds; round++) {
    inPlace.push(timed(() => readSource(brought)));
    bounded.push(await waited(() => readBounded(brought)));
  }
  const size = `${(brought.bytes.length / 1000).toFixed(0)} KB`.padStart(9);
  console.log(`${size}  in place ${ms(inPlace)}  in a warm process ${ms(bounded)}`);
}
process.exit();

async function waited(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}
