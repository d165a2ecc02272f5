import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engines, type NewLocation } from "../../test/support/a-location.ts";
import { jihengProgram, plainEnvironment, runJiheng, waterTable } from "../../test/support/run-jiheng.ts";
import { makeDistrict } from "../example/make-district.ts";
import { printTable } from "../example/print-table.ts";
import { openStore } from "../store/open-store.ts";
import type { JobQueue } from "../store/queue/job-queue.ts";
import { openQueue } from "../store/queue/postgres-queue.ts";
import type { Store } from "../store/store.ts";
import { importQueued } from "../workflow/import-queued.ts";

const quick = { heartbeatSeconds: 10, lookSeconds: 1, retrySeconds: 1 };
const postgres = engines.find(([name]) => name === "PostgreSQL")![1];
const folder = mkdtempSync(join(tmpdir(), "jiheng-queue-"));
const places: NewLocation[] = [];
const opened: { close(): Promise<void> }[] = [];

afterAll(async () => {
  for (const one of opened) await one.close();
  for (const place of places) await place.remove();
  rmSync(folder, { recursive: true });
});

async function newQueue(): Promise<{ location: string; store: Store; queue: JobQueue }> {
  const place = await postgres();
  places.push(place);
  const store = await openStore(place.location);
  const queue = await openQueue(place.location, quick);
  opened.unshift(queue, store);
  return { location: place.location, store, queue };
}

const file = (name: string, text: string) => ({
  name,
  bytes: Buffer.from(text),
  region: 990101,
  year: 2025,
  sourceUrl: undefined,
  actor: "tester",
});

/** A worker of its own, as on another machine. */
function startWorker(location: string, ...more: readonly string[]) {
  const child = spawn(process.execPath, [jihengProgram, "work", "--store", location, "--jobs", "1", ...more], {
    env: plainEnvironment(),
  });
  const said = { text: "" };
  child.stderr.on("data", (piece) => {
    said.text += piece;
  });
  return { child, said, ended: new Promise<number | null>((done) => child.on("exit", done)) };
}

describe("two workers", () => {
  const tables = Array.from({ length: 40 }, (_, n) =>
    waterTable.replace("云泽市青洲区水务局", `云泽市青洲区第${n + 1}水务局`).replace("河道巡查", `${n + 1}号河道巡查`),
  );
  const many = join(folder, "40 个");
  let made: Awaited<ReturnType<typeof newQueue>>;
  beforeAll(async () => {
    mkdirSync(many);
    for (const [n, text] of tables.entries()) writeFileSync(join(many, `${n + 1}.txt`), text);
    writeFileSync(join(many, "不是表.txt"), "关于开会的通知");
    made = await newQueue();
  });

  test("share forty files: each is kept once, and the one that is no table is refused with its reason", async () => {
    const { location, store } = made;
    const first = runJiheng(["enqueue", many, "--region", "990101", "--year", "2025", "--store", location]);
    expect([first.status, first.stderr]).toEqual([0, expect.stringContaining("41 个文件已排队")]);
    const again = runJiheng(["enqueue", many, "--region", "990101", "--year", "2025", "--store", location]);
    expect(again.stderr).toContain("0 个文件已排队，41 个已在队列中");
    const workers = [startWorker(location, "--until-empty"), startWorker(location, "--until-empty")];
    expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual([0, 0]);

    const documents = await store.documents();
    expect(documents.map((row) => row.fileName).toSorted()).toEqual(tables.map((_, n) => `${n + 1}.txt`).toSorted());
    const imports = (await store.events(1_000)).filter(({ verb }) => verb === "import");
    expect(imports).toHaveLength(40);
    for (const { said } of workers) expect(said.text).toMatch(/\.txt：new 990101\/2025\//); // both had their share

    const status = JSON.parse(runJiheng(["queue", "--json", "--store", location]).stdout);
    expect(status).toMatchObject({ waiting: 0, underWay: [], kept: 40, refused: 1 });
    expect(status.refusals).toMatchObject([{ name: "不是表.txt", refusal: { code: "no-known-layout" } }]);
  }, 120_000);

  test("what was refused can be tried again", async () => {
    const { location, queue } = made;
    expect(runJiheng(["queue", "--retry", "--store", location]).stderr).toContain("1 个被拒绝的文件重新排队");
    expect(await queue.status()).toMatchObject({ waiting: 1, refused: 0 });
    await startWorker(location, "--until-empty").ended;
    const { stdout } = runJiheng(["queue", "--store", location]);
    expect(stdout).toContain("已入库 40，被拒绝 1");
    expect(stdout).toContain("不是表.txt  no-known-layout");
  }, 60_000);
});

test("a worker that is killed in the middle of a file: another one does it, once", async () => {
  const { location, store, queue } = await newQueue();
  const long = makeDistrict().tables.map(printTable).join("\n"); // read for about a second
  await queue.enqueue(file("长.txt", long));
  await queue.enqueue(file("短.txt", waterTable.replaceAll("水务局", "林业局")));
  const { child, ended } = startWorker(location);
  while (!(await queue.status()).underWay.some(({ name }) => name === "长.txt")) await wait(20);
  child.kill("SIGKILL");
  await ended;
  expect(await store.documents()).toEqual([]);

  const worker = await queue.work({
    jobs: 1,
    name: "another",
    handle: (one) => importQueued(store, one),
    onTrouble: () => {},
  });
  while ((await queue.status()).kept < 2) await wait(200);
  await worker.stop();
  expect((await store.documents()).map((row) => row.fileName).toSorted()).toEqual(["短.txt", "长.txt"].toSorted());
}, 90_000);

test("a reader that fails gets three tries, and then the refusal stands", async () => {
  const { queue } = await newQueue();
  await queue.enqueue(file("坏.txt", "anything"));
  let tries = 0;
  const words = { zh: "读取程序出错退出。", en: "The reader failed." };
  const worker = await queue.work({
    jobs: 1,
    name: "unlucky",
    async handle() {
      tries++;
      return { kind: "refused", refusal: { code: "reader-crashed", message: words, hint: words }, again: true };
    },
    onTrouble: () => {},
  });
  while ((await queue.status()).refused === 0) await wait(100);
  await worker.stop();
  expect(tries).toBe(3);
  expect(await queue.status()).toMatchObject({ waiting: 0, refusals: [{ refusal: { code: "reader-crashed" } }] });
}, 60_000);

test.each(["enqueue", "work", "queue"])("%s on a data file says that a queue needs PostgreSQL, and why", (command) => {
  const { status, stderr } = runJiheng([command, ...(command === "enqueue" ? ["x.txt"] : []), "--store", "x.sqlite"]);
  expect(status).toBe(2);
  expect(stderr).toContain("任务队列由多台机器共用，需要 PostgreSQL");
});
