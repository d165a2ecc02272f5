import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { limits } from "../../src/read/limits.ts";
import { filesInBounded, readBounded } from "../../src/workflow/bounded/read-bounded.ts";
import { openReadingPool } from "../../src/workflow/bounded/reading-pool.ts";
import { hostileFiles } from "./all-files.ts";
import { type HostileFile, trapPort } from "./hostile-file.ts";
import { becameInWords, outcomeInWords, outcomesTable } from "./outcome-in-words.ts";

const pool = openReadingPool(2, limits.memoryBytes);
let visits = 0;
const server = createServer((socket) => {
  visits++;
  socket.destroy();
});
beforeAll(() => new Promise<void>((listening) => server.listen(trapPort, "127.0.0.1", listening)));
afterAll(async () => {
  pool.close();
  await new Promise((closed) => server.close(closed));
});

/** What becomes of a file in a bounded process; a crash or a limit is a refusal that no file here may have. */
async function became({ bytes: made, outcome }: HostileFile): Promise<string> {
  const bytes = await made();
  const options = { pool, milliseconds: 60_000 };
  if (outcome.kind === "files" || isArchive(bytes)) {
    const found = await filesInBounded({ name: "a.zip", bytes }, options);
    if (!found.ok) return outcomeInWords({ kind: "refused", code: found.refusal.code });
    const { files, skipped } = found.value;
    if (files.length !== 1 || files[0]?.bytes !== bytes)
      return outcomeInWords({ kind: "files", files: files.length, skipped: skipped.length });
  }
  const result = await readBounded({ name: "x", bytes }, options);
  return result.ok
    ? becameInWords(result.value, outcome)
    : outcomeInWords({ kind: "refused", code: result.refusal.code });
}

const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

describe("hostile and damaged files", () => {
  test.for(Object.entries(hostileFiles))("%s: each comes to what it must", { timeout: 120_000 }, async ([, list]) => {
    const differences = await Promise.all(
      list.map(async (file) => {
        const found = await became(file);
        const expected = outcomeInWords(file.outcome);
        return found === expected ? [] : [`${file.name}: ${expected} ≠ ${found}`];
      }),
    );
    expect(differences.flat()).toEqual([]);
  });

  test("there are more than 150, no two of one name", () => {
    const names = Object.entries(hostileFiles).flatMap(([family, list]) => list.map(({ name }) => `${family} ${name}`));
    expect(names.length).toBeGreaterThan(150);
    expect(new Set(names).size).toBe(names.length);
  });

  test("none of them reached a server", () => {
    expect(visits).toBe(0);
  });

  test("the table that people read says the same", () => {
    const place = new URL("./README.md", import.meta.url);
    const table = outcomesTable(hostileFiles);
    if (!existsSync(place)) writeFileSync(place, table); // written once, to be read by a person before it is kept
    expect(readFileSync(place, "utf8")).toBe(table);
  });
});
