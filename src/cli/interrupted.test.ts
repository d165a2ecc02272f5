import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jihengProgram, plainEnvironment, runJiheng, waterTable } from "../../test/support/run-jiheng.ts";

const folder = mkdtempSync(join(tmpdir(), "jiheng-stop-"));
const table = join(folder, "水务局.txt");
const store = join(folder, "kept.sqlite");
beforeAll(() => writeFileSync(table, waterTable));
afterAll(() => rmSync(folder, { recursive: true }));

function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [jihengProgram, ...args], { cwd: folder, env: plainEnvironment() });
  const said = { err: "" };
  child.stderr.on("data", (piece) => {
    said.err += piece;
  });
  const ended = new Promise<number | null>((done) => child.on("exit", done));
  return { child, said, ended };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((next) => setTimeout(next, 20));
}

function collect(child: ChildProcessWithoutNullStreams) {
  const out = { text: "" };
  child.stdout.on("data", (piece) => {
    out.text += piece;
  });
  return out;
}

// Windows has no signals of this kind; there Ctrl+C comes from the console only.
describe.skipIf(process.platform === "win32")("Ctrl+C", () => {
  test("once: what is done is kept and said, the rest is left, and it ends with 130", async () => {
    const { child, said, ended } = start("import", table, "-", table, "--store", store);
    const out = collect(child);
    await until(() => out.text.includes("\n")); // the first file is kept; the second is waited for
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(JSON.parse(out.text)).toMatchObject({ outcome: "new", projects: 2 });
    expect(said.err).toContain("正在停止");
    expect(said.err).toContain("3 个文件处理了 1 个");
    expect(said.err).not.toMatch(/^\s+at /m);
    expect(runJiheng(["search", "巡查", "--store", store]).status).toBe(0);
  });

  test("once, while reading: what was read is still printed, and is whole", async () => {
    const { child, said, ended } = start("read", table, "-", "--verbose");
    const out = collect(child);
    await until(() => said.err.includes("水务局.txt"));
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(JSON.parse(out.text).source.name).toBe("水务局.txt");
  });

  test("twice: it ends at once, even where nobody takes its results", async () => {
    const example = join(folder, "example.sqlite");
    runJiheng(["example", "out"], { cwd: folder });
    const files = runJiheng(["example", "out", "--dry-run"], { cwd: folder }).stdout.trim().split("\n");
    runJiheng(["import", ...files.filter((name) => name.endsWith(".txt")), "--store", example], { cwd: folder });
    const { child, said, ended } = start("export", "--store", example);
    child.stdout.pause();
    await new Promise((begun) => child.stdout.once("readable", begun)); // it writes, and its pipe fills up
    child.kill("SIGINT");
    await until(() => said.err.includes("正在停止"));
    child.kill("SIGINT");
    expect(await ended).toBe(130);
  }, 60_000);
});
