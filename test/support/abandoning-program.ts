// A program that has a document read which never ends, says the number of the reading process, and waits to be killed.
//   node abandoning-program.ts READER MILLISECONDS
import { openReadingPool } from "../../src/workflow/bounded/reading-pool.ts";

const memoryBytes = 256 * 1024 * 1024;
const [reader = "", milliseconds = ""] = process.argv.slice(2);
const pool = openReadingPool(1, memoryBytes, reader);
await pool.run({
  kind: "read",
  brought: { name: "x" },
  bytes: Buffer.from("hang"),
  milliseconds: Number(milliseconds),
  memoryBytes,
  onProgress: () => console.log(pool.pids[0]),
});
