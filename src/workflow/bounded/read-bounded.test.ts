import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { makeDistrict } from "../../example/make-district.ts";
import { printTable } from "../../example/print-table.ts";
import { readSource } from "../../read/read-source.ts";
import { readBounded } from "./read-bounded.ts";
import { openReadingPool, type ReadingPool } from "./reading-pool.ts";

const megabyte = 1024 * 1024;
const pools: ReadingPool[] = [];
afterAll(() => {
  for (const pool of pools) pool.close();
});

function aPool(most: number, memoryBytes: number, child?: string): ReadingPool {
  const pool = openReadingPool(most, memoryBytes, child);
  pools.push(pool);
  return pool;
}

const table = [
  "项目支出绩效目标表",
  "部门名称：青禾区文化局",
  "项目名称（资金使用单位）\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标",
  "文化馆免费开放\t120.50\t120.50\t\t\t让居民就近参加活动。\t1、1-产出指标,11-数量指标,开放天数;实施周期指标值:≥300天,年度指标值:≥300天;",
].join("\n");
const document = { name: "表.txt", bytes: Buffer.from(table), year: 2025 };

describe("a document that is read in a process of its own", () => {
  test("gives what reading it here gives, and tells how far it is", async () => {
    const pool = aPool(1, 512 * megabyte);
    const bounded = await readBounded(document, { pool });
    expect(bounded).toEqual(readSource(document));
    expect(bounded).toMatchObject({ ok: true, value: { tables: [{ department: "青禾区文化局" }] } });
  });

  test("is refused as it would be here", async () => {
    const empty = { name: "x", bytes: new Uint8Array() };
    expect(await readBounded(empty, { pool: aPool(1, 512 * megabyte) })).toEqual(readSource(empty));
  });

  test("may be as large as a whole district: the reading comes back in pieces", async () => {
    const bytes = Buffer.from(makeDistrict().tables.map(printTable).join("\n"));
    const result = await readBounded({ name: "many.txt", bytes });
    const direct = readSource({ name: "many.txt", bytes });
    if (!result.ok || !direct.ok) throw new Error("not read");
    expect(Object.keys(result.value.places).length).toBeGreaterThan(5_000);
    expect(result.value).toEqual(direct.value);
  });

  test("is read by warm processes, as many at a time as the pool has", async () => {
    const pool = aPool(2, 512 * megabyte);
    const results = await Promise.all(Array.from({ length: 12 }, () => readBounded(document, { pool })));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(pool.pids).toHaveLength(2);
  });
});

const misbehaving = resolve("test/support/misbehaving-reader.ts");
const doing = (deed: string) => ({ name: "x", bytes: Buffer.from(deed) });

describe("a reader that goes wrong is stopped, the program goes on, and the next document is read", () => {
  const pool = aPool(1, 256 * megabyte, misbehaving);
  const memoryBytes = 256 * megabyte;

  test.each([
    ["hang", "took-too-long", { milliseconds: 300 }],
    ["fill the heap", "took-too-much-memory", {}],
    ["fill buffers", "took-too-much-memory", {}],
    ["fill WASM memory", "took-too-much-memory", {}],
    ["throw", "reader-crashed", {}],
    ["exit", "reader-crashed", {}],
    ["crash", "reader-crashed", {}],
  ] as const)("%s: %s, with the last page reached", async (deed, code, limits) => {
    const result = await readBounded(doing(deed), { pool, memoryBytes, ...limits });
    expect(result).toMatchObject({ ok: false, refusal: { code } });
    if (result.ok) return;
    expect(result.refusal.message.zh).toContain("第 3 页（共 9 页）");
    expect(result.refusal.message.en).toContain("page 3 of 9");
    expect(await readBounded(doing("behave"), { pool, memoryBytes })).toMatchObject({
      ok: true,
      value: { did: "good" },
    });
  });

  test("an error of ours is told to whoever keeps the log, with its stack", async () => {
    const told: string[] = [];
    await readBounded(doing("throw"), { pool, onFailure: (detail) => told.push(detail) });
    expect(told).toEqual([expect.stringMatching(/TypeError: a slip of ours\n\s+at .*misbehaving-reader/)]);
  });
});

describe("a reading process", () => {
  const pool = aPool(1, 256 * megabyte, misbehaving);
  const doThis = async (deed: string): Promise<string> => {
    let said = "";
    const result = await readBounded(doing(deed), {
      pool,
      onFailure(detail) {
        said = detail;
      },
    });
    return result.ok ? `it could: ${JSON.stringify(result.value)}` : said.split("\n")[0]!;
  };

  test.each([
    ["write", /ERR_ACCESS_DENIED|Access to this API has been restricted/],
    ["read: /etc/hosts", /Access to this API has been restricted/],
    [`read: ${resolve("package-lock.json")}`, /Access to this API has been restricted/],
    ["start a process", /Access to this API has been restricted/],
    ["start a thread", /Access to this API has been restricted/],
    ["make code", /Code generation from strings disallowed/],
    ["resolve", /reaches nobody/],
    ["listen", /reaches nobody/],
    ["kill the program", /reaches nobody/],
  ])("cannot %s", async (deed, answer) => {
    expect(await doThis(deed)).toMatch(answer);
  });

  test("has no database, which would open files past the permissions", async () => {
    expect(await doThis("open a database")).toBe('it could: {"did":"undefined"}');
  });

  test("has nothing of the environment", async () => {
    process.env.SECRET = "hidden";
    expect(await doThis("read a secret")).toBe('it could: {"did":""}');
    delete process.env.SECRET;
  });

  test("left nothing on the disk", () => {
    expect(existsSync(join(tmpdir(), "jiheng-was-here.txt"))).toBe(false);
  });

  test("reaches no server of this machine, whichever way it tries", async () => {
    let visits = 0;
    const server = createServer((socket) => {
      visits++;
      socket.destroy();
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    await doThis(`connect: ${address.port}`);
    await doThis(`fetch: ${address.port}`);
    await wait(100);
    server.close();
    expect(visits).toBe(0);
  });
});

describe.skipIf(process.platform === "win32")("SIGKILL at any moment", () => {
  test("the program goes on, the document gets a refusal or its reading, and another try reads it", async () => {
    const pool = aPool(1, 512 * megabyte);
    const large = { name: "large.txt", bytes: Buffer.from(makeDistrict().tables.map(printTable).join("\n")) };
    const outcomes = new Set<string>();
    for (let round = 0; round < 20; round++) {
      const reading = readBounded(large, { pool });
      await wait((round * 61) % 480); // while it starts, takes the bytes, reads, and hands the reading back
      for (const pid of pool.pids) killIfThere(pid);
      const result = await reading;
      outcomes.add(result.ok ? "read" : result.refusal.code);
    }
    expect([...outcomes].filter((one) => one !== "read")).toEqual(["reader-crashed"]);
    expect((await readBounded(large, { pool })).ok).toBe(true);
  }, 60_000);

  test("where the program itself is killed, a document that never ends is given up by its own process", async () => {
    const program = spawn(process.execPath, [resolve("test/support/abandoning-program.ts"), misbehaving, "2000"]);
    const [line] = await once(program.stdout, "data");
    program.kill("SIGKILL");
    const pid = Number(line);
    expect(pid).toBeGreaterThan(1);
    while (isThere(pid)) await wait(50); // not longer than the test may take
  });

  test("a person who gives up ends the process, too", async () => {
    const pool = aPool(1, 256 * megabyte, misbehaving);
    const giveUp = new AbortController();
    const reading = readBounded(doing("hang"), { pool, signal: giveUp.signal });
    setTimeout(() => giveUp.abort(), 300);
    await expect(reading).rejects.toThrow(/abort/);
    expect(pool.pids).toEqual([]);
  });
});

function killIfThere(pid: number): void {
  if (isThere(pid)) process.kill(pid, "SIGKILL");
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
    throw error;
  }
}
