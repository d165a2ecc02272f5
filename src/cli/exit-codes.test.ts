import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runJiheng, waterTable } from "../../test/support/run-jiheng.ts";
import { endOf } from "./each-file.ts";
import { exitCodes } from "./exit-codes.ts";

const folder = mkdtempSync(join(tmpdir(), "jiheng-ends-"));
const table = join(folder, "水务局.txt");
const store = join(folder, "kept.sqlite");
const jiheng = (...args: readonly string[]) => runJiheng(args, { cwd: folder });

beforeAll(() => {
  mkdirSync(join(folder, "空文件夹"));
  writeFileSync(table, waterTable);
  jiheng("import", table, "--store", store);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Nothing that a person reads is a stack trace, or in the other language. */
function expectASentence(stderr: string): void {
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr).toMatch(/。\n/);
}

describe("the exit code tells how it ended", () => {
  test("0: done", () => {
    expect(jiheng("read", table).status).toBe(exitCodes.done);
    expect(jiheng("--help").status).toBe(exitCodes.done);
    expect(jiheng("--version").status).toBe(exitCodes.done);
  });

  test("1: our mistake: a sentence, and the stack only with --verbose", () => {
    const broken = join(folder, "broken.sqlite");
    new DatabaseSync(broken).exec(
      "create table schema_version (version integer, applied_at text) strict; insert into schema_version values (1, '')",
    );
    const { status, stderr } = jiheng("search", "巡查", "--store", broken);
    expect(status).toBe(exitCodes.unexpectedFailure);
    expect(stderr).toContain("意外失败");
    expectASentence(stderr);
    expect(jiheng("search", "巡查", "--store", broken, "--verbose").stderr).toMatch(/^\s+at /m);
    expect(runJiheng(["--lang", "en", "search", "巡查", "--store", broken]).stderr).toMatch(/^Unexpected failure/);
  });

  test.each([
    [["read"], "缺少参数：file"],
    [["read", "a", "--fromat", "csv"], "你要的是 --format 吗"],
    [["raed", "a"], "你要的是 read 吗"],
    [["read", "a", "--format", "xml"], "--format 的值“xml”不对"],
    [["read", "a", "--year", "25"], "年度应为 4 位数字"],
    [["read", "a", "--json", "--csv"], "只能选一种输出格式"],
    [["read", "a", "--format", "csv", "--json"], "只能选一种输出格式"],
    [["--lang", "fr", "read", "a"], "应为 zh 或 en"],
    [["--quiet", "--verbose", "config"], "不能同时使用"],
    [["export", "--aspect", "99"], "二级指标代码"],
    [["search", "a", "--dimension", "投入"], "一级指标"],
    [["search", "a", "--store", "水务局.txt"], "不是绩衡的数据文件"],
    [["read", "a", "--jobs", "0"], "1 到 99"],
  ])("2: %j", (args, words) => {
    const { status, stderr, stdout } = jiheng(...args);
    expect([status, stdout]).toEqual([exitCodes.usage, ""]);
    expect(stderr).toContain(words);
    expectASentence(stderr);
  });

  test("2: a wrong configuration, whatever the command", () => {
    const own = join(folder, "own");
    mkdirSync(own);
    writeFileSync(join(own, "jiheng.config.json"), '{"prot": 8090}');
    for (const args of [["read", table], ["config"]]) {
      const { status, stderr } = runJiheng(args, { cwd: own });
      expect(status).toBe(exitCodes.usage);
      expect(stderr).toContain("“prot”");
    }
    expect(runJiheng(["--help"], { cwd: own }).status).toBe(exitCodes.done);
  });

  test("3: done, and the data has problems", () => {
    expect(jiheng("check", table).status).toBe(exitCodes.problemsInData);
    expect(runJiheng(["read", "-"], { input: "关于开会的通知" }).status).toBe(exitCodes.problemsInData);
  });

  test.each([
    [["read", "无.txt"]],
    [["read", "空文件夹"]],
    [["search", "龘", "--store", store]],
    [["search", "巡查", "--store", "none.sqlite"]],
    [["export", "--store", "none.sqlite"]],
    [["export", "--store", store, "--department", "龘"]],
    [["--config", "none.json", "config"]],
  ])("4: nothing there: %j", (args) => {
    const { status, stderr } = jiheng(...args);
    expect(status).toBe(exitCodes.notFound);
    expectASentence(stderr);
  });

  test.skipIf(process.getuid?.() === 0)("5: a file without rights (not for root, who has them all)", () => {
    const closed = join(folder, "closed.txt");
    writeFileSync(closed, waterTable);
    chmodSync(closed, 0o000);
    const { status, stderr } = jiheng("read", closed);
    expect(status).toBe(exitCodes.notAllowed);
    expectASentence(stderr);
  });

  test("6: a port that is taken", async () => {
    const other = createServer();
    const port = await new Promise<number>((known) => {
      other.listen(0, "127.0.0.1", () => {
        const address = other.address();
        known(typeof address === "object" && address ? address.port : 0);
      });
    });
    const { status, stderr } = jiheng("serve", "--store", ":memory:", "--port", String(port));
    other.close();
    expect(status).toBe(exitCodes.conflict);
    expect(stderr).toContain(`端口 ${port} 已被占用`);
  });

  test("6: a database that a newer program has changed", () => {
    const newer = join(folder, "newer.sqlite");
    jiheng("import", table, "--store", newer);
    new DatabaseSync(newer).exec("insert into schema_version values (99, '')");
    const { status, stderr } = jiheng("search", "巡查", "--store", newer);
    expect(status).toBe(exitCodes.conflict);
    expect(stderr).toContain("更新的程序");
    expectASentence(stderr);
  });

  test("7: a server that does not answer; its password is never shown", () => {
    const { status, stderr } = jiheng("search", "巡查", "--store", "postgres://a:secret@127.0.0.1:1/x", "--verbose");
    expect(status).toBe(exitCodes.unreachable);
    expect(stderr).toContain("连不上数据库服务器");
    expect(stderr).not.toContain("secret");
  });

  test("8: some files done, some not", () => {
    expect(jiheng("read", table, "无.txt").status).toBe(exitCodes.partlyDone);
  });

  test.each([
    [[0, 0], 0],
    [[4, 4], 4],
    [[0, 3], 3],
    [[0, 4], 8],
    [[3, 5], 8],
    [[4, 5], 8],
    [[], 0],
  ] as const)("files that end with %j end together with %i", (ends, together) => {
    expect(endOf(ends)).toBe(together);
  });
});
