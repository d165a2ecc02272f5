import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runJiheng, waterTable } from "../../test/support/run-jiheng.ts";
import { csvColumns } from "../publish/indicator-csv.ts";
import { readingSchema } from "../publish/reading-schema.ts";

const folder = mkdtempSync(join(tmpdir(), "jiheng-cli-"));
const table = join(folder, "水务局.txt");
const letter = join(folder, "通知.txt");
const store = join(folder, "kept.sqlite");

beforeAll(() => {
  writeFileSync(table, waterTable);
  writeFileSync(letter, "关于开会的通知\n\n请准时参加。");
});
afterAll(() => rmSync(folder, { recursive: true }));

const jiheng = (args: readonly string[], input = "") => runJiheng(args, { input });

describe("jiheng read", () => {
  test("prints one JSON document that its own schema describes", () => {
    const { stdout, status } = jiheng(["read", table, "--places"]);
    const document = readingSchema.parse(JSON.parse(stdout));
    expect(status).toBe(0);
    expect(document.tables[0]?.declarations[0]?.funding?.total).toEqual({ kind: "read", wanYuan: "10.00" });
    expect(document.places?.["tables/0/declarations/0/goal"]?.line).toBe(8);
  });

  test("prints CSV for Excel: the columns of the contract, one row per indicator, formulas defused", () => {
    const { stdout } = jiheng(["read", table, "--format", "csv"]);
    const lines = stdout.split("\r\n");
    expect(stdout.startsWith("\uFEFF")).toBe(true);
    expect(lines[0]?.slice(1)).toBe(csvColumns.join(","));
    expect(csvColumns.join(",")).toBe(
      "文件,部门,年度,单位,项目序号,项目,项目代码,行,总计,财政拨款,财政专户拨款,其他资金,绩效目标,序号,一级指标代码,一级指标,二级指标代码,二级指标,指标名称,实施周期指标值,年度指标值,周期_类型,周期_比较,周期_数值,周期_上限,周期_单位,周期_每,周期_日期,周期_相对于,周期_分项,年度_类型,年度_比较,年度_数值,年度_上限,年度_单位,年度_每,年度_日期,年度_相对于,年度_分项,表种类,指标性质,计量单位,权重,实际完成值,得分,偏差原因,监控期执行情况,全年预计完成情况,完成目标可能性,指标解释,评分标准,指标值依据,数据来源,上级指标,指标备注,其他栏,中期目标,目标完成情况,总分,预算执行,表单栏目",
    );
    expect(lines.slice(1)).toEqual([
      `水务局.txt,云泽市青洲区水务局,,青洲区水务局,1,河道巡查,,8,10.00,10.00,,,"'=保持""畅通""。",1,1,产出指标,11,数量指标,巡查次数,4次/年,不少于4次,quantity,=,4,,次,年,,,,quantity,>=,4,,次,,,,,targets${",".repeat(21)}`,
      `水务局.txt,云泽市青洲区水务局,,青洲区水务局,1,河道巡查,,8,10.00,10.00,,,"'=保持""畅通""。",2,3,满意度指标,31,服务对象满意度,群众满意度,≥90%,≥90%,quantity,>=,90,,%,,,,,quantity,>=,90,,%,,,,,targets${",".repeat(21)}`,
      `水务局.txt,云泽市青洲区水务局,,青洲区水务局,2,堤防加固,,9,25.00,20.00,,,堤防安全。${",".repeat(27)}targets${",".repeat(21)}`,
      "",
    ]);
  });

  test("prints JSON Lines, a project a line, and reads standard input", () => {
    const { stdout } = jiheng(["read", "-", "--format", "jsonl"], readFileSync(table, "utf8"));
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => [line.source.name, line.project.name])).toEqual([
      ["stdin.txt", "河道巡查"],
      ["stdin.txt", "堤防加固"],
    ]);
  });

  test("says where and why a file is no table, and ends with 3", () => {
    const { stderr, stdout, status } = jiheng(["read", letter]);
    expect(status).toBe(3);
    expect(stderr).toContain("通知.txt:1");
    expect(JSON.parse(stdout).tables).toEqual([]);
  });

  test("names a missing file and ends with 4; with 8 where others were read", () => {
    const missing = jiheng(["read", join(folder, "无.txt")]);
    expect([missing.status, missing.stdout]).toEqual([4, ""]);
    expect(missing.stderr).toContain("找不到文件");
    expect(jiheng(["read", table, join(folder, "无.txt")]).status).toBe(8);
  });

  test("takes a pattern that the shell did not, as on Windows", () => {
    const { stdout, status } = jiheng(["read", join(folder, "水*.txt"), "--jsonl"]);
    expect([status, stdout.trim().split("\n")]).toEqual([0, [expect.any(String), expect.any(String)]]);
    expect(jiheng(["read", join(folder, "无*.txt")]).status).toBe(4);
  });

  test("a wrong option ends with 2", () => {
    expect(jiheng(["read", table, "--format", "xml"]).status).toBe(2);
    expect(jiheng(["read"]).status).toBe(2);
    expect(jiheng(["read", table, "--year", "25"]).status).toBe(2);
  });

  test("a reader that has seen enough is no failure", async () => {
    const child = spawn("sh", ["-c", `"${process.execPath}" scripts/jiheng.mjs read "${table}" --places | head -n 1`]);
    let errors = "";
    child.stderr.on("data", (piece) => {
      errors += piece;
    });
    await new Promise((done) => child.on("close", done));
    expect(errors).toBe("");
  });
});

describe("jiheng check", () => {
  test("names each finding at its line, in words, and ends with 3 where an error was found", () => {
    const { stdout, status } = jiheng(["check", table]);
    expect(status).toBe(3);
    expect(stdout).toContain(`${table}:9 错误 M01`);
  });

  test("speaks English when asked to", () => {
    expect(jiheng(["--lang", "en", "check", table]).stdout).toMatch(/:9 error M01 [A-Z]/);
  });

  test("gives SARIF with rules, lines and character ranges", () => {
    const log = JSON.parse(jiheng(["check", table, "--format", "sarif"]).stdout);
    const result = log.runs[0].results.find((one: { ruleId: string }) => one.ruleId === "M01");
    expect(log.version).toBe("2.1.0");
    expect(log.runs[0].tool.driver.rules.map((rule: { id: string }) => rule.id)).toContain("M01");
    expect(result.locations[0].physicalLocation.region).toMatchObject({ startLine: 9, snippet: { text: "25.00" } });
  });

  test("gives JSON that keeps passing apart from not having been checked", () => {
    const report = JSON.parse(jiheng(["check", table, "--format", "json"]).stdout);
    const m01 = report.files[0].outcomes.find((one: { rule: string }) => one.rule === "M01");
    expect(m01.counts).toMatchObject({ fail: 1 });
  });
});

describe("what is kept", () => {
  test("import, search and export work on one store; the same bytes again are recognised", () => {
    const first = JSON.parse(
      jiheng(["import", table, "--store", store, "--year", "2025", "--region", "990101"]).stdout,
    );
    const again = JSON.parse(jiheng(["import", table, "--store", store]).stdout);
    expect([first.outcome, first.projects, again.outcome, again.document]).toEqual([
      "new",
      2,
      "already-here",
      first.document,
    ]);
    expect(jiheng(["search", "巡查", "--store", store]).stdout).toContain("河道巡查");
    expect(jiheng(["search", "龘", "--store", store]).status).toBe(4);
    const exported = jiheng(["export", "--store", store]).stdout;
    const read = jiheng(["read", table, "--year", "2025", "--format", "csv"]).stdout;
    expect(exported).toBe(read);
  });

  test("a file that is no table is refused with its line and what to do", () => {
    const { status, stderr } = jiheng(["import", letter, "--store", store]);
    expect(status).toBe(3);
    expect(stderr).toContain("通知.txt:1");
  });
});

describe("jiheng example and schema", () => {
  test("the invented district is written as files that read without an unread one", () => {
    const out = join(folder, "example");
    expect(jiheng(["example", out]).status).toBe(0);
    const files = readdirSync(out).filter((name) => name.endsWith(".txt"));
    expect(files.length).toBeGreaterThanOrEqual(18);
    expect(jiheng(["read", ...files.map((name) => join(out, name)), "--format", "jsonl"]).status).toBe(0);
  });

  test("the schema is JSON Schema", () => {
    expect(JSON.parse(jiheng(["schema"]).stdout)).toMatchObject({ type: "object", title: "Jiheng reading" });
  });
});

test("serve prints its address, answers, and stops when asked to", async () => {
  const child = spawn(process.execPath, ["scripts/jiheng.mjs", "serve", "--store", store, "--port", "0"]);
  const address = await new Promise<string>((found) => child.stdout.on("data", (piece) => found(String(piece).trim())));
  const answer = await fetch(`${address}/api/v1/figures`);
  expect(answer.status).toBe(200);
  const ended = new Promise((done) => child.on("close", done));
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
});

test("serve stops even while a visitor holds a connection open", async () => {
  const child = spawn(process.execPath, ["scripts/jiheng.mjs", "serve", "--store", ":memory:", "--port", "0"]);
  const address = await new Promise<string>((found) => child.stdout.on("data", (piece) => found(String(piece).trim())));
  const visitor = connect(Number(new URL(address).port), "127.0.0.1");
  visitor.on("error", () => {}); // it is cut off, as it should be
  await new Promise((sent) => visitor.write("GET / HTTP/1.1\r\nHost: waiting\r\n", sent)); // the rest never comes
  const ended = new Promise((done) => child.on("close", done));
  child.kill("SIGINT");
  expect(await ended).toBe(0);
});
