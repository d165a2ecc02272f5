import { spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jihengProgram, plainEnvironment, runJiheng, waterTable } from "../../test/support/run-jiheng.ts";
import { journalName } from "./journal.ts";

const folder = mkdtempSync(join(tmpdir(), "jiheng-batch-"));
const files = join(folder, "2025年");
const jiheng = (...args: readonly string[]) => runJiheng(args, { cwd: folder });

beforeAll(() => {
  mkdirSync(join(files, "水务", "旧"), { recursive: true });
  writeFileSync(join(files, "水务", "甲.txt"), waterTable);
  writeFileSync(join(files, "水务", "旧", "乙.txt"), waterTable.replaceAll("河道巡查", "湖面巡查"));
  writeFileSync(join(files, "丙.txt"), waterTable.replaceAll("河道巡查", "水库巡查"));
  writeFileSync(join(files, "~$丙.docx"), "a lock");
  writeFileSync(join(files, ".DS_Store"), "a note of a file manager");
});
afterAll(() => rmSync(folder, { recursive: true }));

const journalLines = (out: string): readonly { file: string; end: number }[] =>
  readFileSync(join(folder, out, journalName), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("a folder", () => {
  test("stands for all files in it and below, in the order of their names", () => {
    const { stdout, status } = jiheng("read", "2025年", "--jobs", "2");
    expect(status).toBe(0);
    const names = JSON.parse(stdout).readings.map((one: { source: { name: string } }) => one.source.name);
    expect(names).toEqual(["丙.txt", "乙.txt", "甲.txt"]); // 丙 < 水务/旧 < 水务/甲
  });

  test("one bad file never stops the others: it is named, and the end is 3", () => {
    const mixed = join(folder, "mixed");
    cpSync(files, mixed, { recursive: true });
    writeFileSync(join(mixed, "图.txt"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]));
    writeFileSync(join(mixed, "空.txt"), "");
    const { stdout, stderr, status } = jiheng("read", "mixed", "--jsonl", "--jobs", "3");
    expect(status).toBe(3);
    expect(stdout.trim().split("\n")).toHaveLength(6);
    expect(stderr).toContain("图.txt");
    expect(stderr).toContain("空.txt");
    expect(stderr).toContain("5 个文件：完成 3 个，有问题 2 个");
    rmSync(mixed, { recursive: true });
  });

  test("checked, a file that cannot be read is an error of its own, in every format", () => {
    const broken = join(folder, "空的.txt");
    writeFileSync(broken, "");
    expect(jiheng("check", broken).stdout).toContain("文件是空的");
    expect(JSON.parse(jiheng("check", broken, "--json").stdout)).toMatchObject({
      files: [{ tables: 0, refusal: { code: "empty-file" } }],
    });
    const [run] = JSON.parse(jiheng("check", broken, "--sarif").stdout).runs;
    expect(run.results).toMatchObject([{ ruleId: "empty-file", level: "error" }]);
    expect(run.artifacts).toMatchObject([{ length: 0 }]);
  });

  test("imported side by side, a correction still comes after what it corrects", () => {
    const both = join(folder, "both");
    mkdirSync(both);
    const long = `${waterTable}\n${"说明\n".repeat(4_000)}`;
    writeFileSync(join(both, "1.txt"), long);
    writeFileSync(join(both, "2.txt"), waterTable.replace("不少于4次", "不少于5次"));
    const { stdout } = jiheng("import", both, "--store", join(folder, "both.sqlite"), "--jobs", "2", "--year", "2025");
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ file, outcome }) => [file, outcome])).toEqual([
      ["1.txt", "new"],
      ["2.txt", "new-version"],
    ]);
  });
});

describe("a ZIP", () => {
  const encoded = new TextEncoder();
  beforeAll(() => {
    const inner = zipSync({ "丁.txt": encoded.encode(waterTable) });
    const files = {
      "水务/甲.txt": encoded.encode(waterTable),
      "水务/乙.txt": encoded.encode("关于开会的通知"),
      "里面.zip": inner,
      "__MACOSX/._甲.txt": encoded.encode("of no interest"),
      "../外面.txt": encoded.encode(waterTable),
    };
    writeFileSync(join(folder, "2025.zip"), zipSync(files));
  });

  test("is opened, also within a ZIP: each file under its own name, what is not handed out named with its reason", () => {
    const { stdout, stderr, status } = jiheng("read", "2025.zip", "--jobs", "2");
    const names = JSON.parse(stdout).readings.map((one: { source: { name: string } }) => one.source.name);
    expect(names).toEqual(["2025.zip/水务/乙.txt", "2025.zip/水务/甲.txt", "2025.zip/里面.zip/丁.txt"]);
    expect(status).toBe(3);
    expect(stderr).toContain("水务/乙.txt:1");
    expect(stderr).toContain("外面.txt 没有读");
    expect(stderr).not.toContain("__MACOSX");
  });

  test("is imported file by file, and its results lie in a folder of its name", () => {
    const { status } = jiheng("import", "2025.zip", "--out", "zipped", "--store", join(folder, "zipped.sqlite"));
    expect(status).toBe(3);
    const line = JSON.parse(readFileSync(join(folder, "zipped/2025.zip/水务/甲.txt.json"), "utf8"));
    expect(line).toMatchObject({ file: "2025.zip/水务/甲.txt", outcome: "new" });
    expect(existsSync(join(folder, "外面.txt.json"))).toBe(false);
  });

  test("that cannot be opened is one file that cannot be read", () => {
    const whole = readFileSync(join(folder, "2025.zip"));
    writeFileSync(join(folder, "broken.zip"), whole.subarray(0, whole.length / 2));
    const { status, stderr, stdout } = jiheng("read", "broken.zip", "2025年/丙.txt", "--jsonl");
    expect(status).toBe(3);
    expect(stdout.trim().split("\n")).toHaveLength(2);
    expect(stderr).toMatch(/broken\.zip 压缩/);
  });
});

describe("--out", () => {
  test("writes a result for each file, and what is done is not done again", () => {
    const first = jiheng("read", "2025年", "--out", "results", "--jobs", "2");
    expect([first.stdout, first.status]).toEqual(["", 0]);
    expect(JSON.parse(readFileSync(join(folder, "results/2025年/水务/甲.txt.json"), "utf8"))).toMatchObject({
      source: { name: "甲.txt" },
    });
    expect(journalLines("results")).toHaveLength(3);
    const again = jiheng("read", "2025年", "--out", "results");
    expect(again.stderr).toContain("其中 3 个上次已处理");
    expect(journalLines("results")).toHaveLength(3);
  });

  test("a changed file, a lost result and other options are done again; a half-written line counts as nothing", () => {
    const out = join(folder, "results");
    writeFileSync(join(files, "丙.txt"), waterTable.replaceAll("河道巡查", "水质巡查"));
    rmSync(join(out, "2025年/水务/甲.txt.json"));
    appendFileSync(join(out, journalName), '{"file":"2025年/水');
    expect(jiheng("read", "2025年", "--out", "results").stderr).toContain("其中 1 个上次已处理");
    expect(readFileSync(join(out, "2025年/丙.txt.json"), "utf8")).toContain("水质巡查");
    expect(existsSync(join(out, "2025年/水务/甲.txt.json"))).toBe(true);
    jiheng("read", "2025年", "--out", "results", "--places");
    expect(readFileSync(join(out, "2025年/丙.txt.json"), "utf8")).toContain('"places"');
  });

  test("the folder of results is never taken for files to read", () => {
    expect(jiheng("read", ".", "--out", "results", "--places").stderr).not.toContain("txt.json");
  });

  test.each(["check", "import"] as const)("works for %s, too", (command) => {
    const store = command === "import" ? ["--store", join(folder, "out.sqlite")] : ["--json"];
    const { status, stdout } = jiheng(command, "2025年", "--out", command, ...store);
    expect([status, stdout]).toEqual([command === "check" ? 3 : 0, ""]);
    expect(readdirSync(join(folder, command, "2025年")).toSorted()).toEqual(["丙.txt.json", "水务"].toSorted());
    expect(jiheng(command, "2025年", "--out", command, ...store).status).toBe(status);
  });
});

describe.skipIf(process.platform === "win32")("a run that is killed", () => {
  test("goes on where it stopped", async () => {
    const many = join(folder, "many");
    mkdirSync(many);
    for (let n = 10; n < 40; n++) writeFileSync(join(many, `${n}.txt`), waterTable.replaceAll("河道", `${n}号河道`));
    const child = spawn(process.execPath, [jihengProgram, "read", "many", "--out", "kept"], {
      cwd: folder,
      env: plainEnvironment(),
    });
    const ended = new Promise((done) => child.on("exit", done));
    const journal = join(folder, "kept", journalName);
    while (!existsSync(journal)) await wait(5);
    child.kill("SIGKILL");
    await ended;
    const done = journalLines("kept").length;
    expect(done).toBeLessThan(30);
    expect(jiheng("read", "many", "--out", "kept").status).toBe(0);
    const files = journalLines("kept").map(({ file }) => file);
    expect(new Set(files).size).toBe(30);
    expect(files).toHaveLength(30);
    expect(readdirSync(join(folder, "kept", "many")).filter((name) => name.endsWith(".json"))).toHaveLength(30);
  }, 60_000);
});
