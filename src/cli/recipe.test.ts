import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runJiheng } from "../../test/support/run-jiheng.ts";
import { roleOfHead } from "../read/layouts/header-words.ts";
import { roleGroups } from "../workflow/column-roles.ts";
import { jsonLines } from "./json-lines.ts";
import { recipeOfText } from "./recipe-file.ts";

const folder = mkdtempSync(join(tmpdir(), "jiheng-recipe-"));
const file = (name: string) => join(folder, name);
const list = "1、产出指标：巡查次数，年度指标值：≥12次。2、满意度指标：群众满意度，年度指标值：≥90%。";
const table = `云泽市青洲区水务局2025年工作安排

事项\t承办\t安排\t备考\t怎样衡量
堤防加固\t青洲区堤防所\t120.00\t甲\t${list}
水质监测\t青洲区水文站\t30.50\t乙\t${list}
`;
beforeAll(() => {
  writeFileSync(file("安排.txt"), table);
  writeFileSync(file("通知.txt"), "关于开会的通知\n\n请准时参加。");
});
afterAll(() => rmSync(folder, { recursive: true }));

const jiheng = (...args: readonly string[]) => runJiheng(args);

describe("jiheng read --recipe-draft", () => {
  test("writes what is likely, and what is not known as a question; edited, the file is read by it", () => {
    const draft = jiheng("read", file("安排.txt"), "--recipe-draft");
    expect(draft.status).toBe(0);
    expect(draft.stdout).toBe(`{
  "name": "工作安排",
  "publisher": "云泽市青洲区水务局",
  "heads": [
    { "printed": "事项", "is": "项目名称" },
    { "printed": "承办", "is": "预算单位" },
    { "printed": "安排", "is": "总计" },
    { "printed": "备考", "is": "?" },
    { "printed": "怎样衡量", "is": "绩效指标" }
  ]
}
`);
    expect(draft.stderr).toContain("取第 3 行起的表头");
    writeFileSync(file("草稿.json"), draft.stdout);
    const asked = jiheng("read", file("安排.txt"), "--recipe", file("草稿.json"));
    expect([asked.status, asked.stdout]).toEqual([2, ""]);
    expect(asked.stderr).toContain(`${file("草稿.json")}:8 heads/3/is 还没有说明这一列是什么`);
    writeFileSync(file("对照.json"), draft.stdout.replace('"?"', '"备注"'));
    const read = jiheng("read", file("安排.txt"), "--recipe", file("对照.json"));
    expect(read.status).toBe(0);
    const { tables, notes } = JSON.parse(read.stdout);
    expect(tables[0].declarations.map((one: { project: { name: string } }) => one.project.name)).toEqual([
      "堤防加固",
      "水质监测",
    ]);
    expect(notes.map(({ code }: { code: string }) => code)).toContain("columns-mapped");
  });

  test("of a letter says that there is no table, and of two files that it looks at one", () => {
    const letter = jiheng("read", file("通知.txt"), "--recipe-draft");
    expect([letter.status, letter.stdout]).toEqual([3, ""]);
    expect(letter.stderr).toContain("没有找到像表头的行");
    expect(jiheng("read", file("通知.txt"), file("安排.txt"), "--recipe-draft").status).toBe(2);
  });
});

describe("--recipe", () => {
  test("is taken by check and import; what an import read by it is kept for later", () => {
    const recipe = {
      name: "工作安排",
      heads: [
        { printed: "事项", is: "项目名称" },
        { printed: "怎样衡量", is: "绩效指标" },
      ],
    };
    writeFileSync(file("短.json"), JSON.stringify(recipe));
    expect(jiheng("check", file("安排.txt")).status).toBe(3);
    const checked = jiheng("check", file("安排.txt"), "--recipe", file("短.json"));
    expect(checked.stdout).toContain("2 个项目中有 2 个没有效益指标");
    const store = ["--store", file("库.sqlite")];
    const refused = JSON.parse(jiheng("import", file("安排.txt"), ...store).stdout);
    expect(refused).toMatchObject({ outcome: "refused", code: "no-known-layout" });
    const kept = JSON.parse(jiheng("import", file("安排.txt"), ...store, "--recipe", file("短.json")).stdout);
    expect(kept).toMatchObject({ outcome: "new", projects: 2 });
    const again = JSON.parse(jiheng("import", file("安排.txt"), ...store).stdout);
    expect(again).toMatchObject({ outcome: "already-here" });
  }, 60_000);

  test("that reads nothing is said so, with what is needed", () => {
    writeFileSync(file("不足.json"), JSON.stringify({ name: "不足", heads: [{ printed: "事项", is: "project" }] }));
    const { status, stderr } = jiheng("read", file("安排.txt"), "--recipe", file("不足.json"));
    expect(status).toBe(3);
    expect(stderr).toContain("按列对照表“不足”没有读出绩效目标表");
  });

  test.each([
    ["{", /不是 JSON/],
    [
      '{\n "name": "甲",\n "heads": [\n  { "printed": "事项", "is": "money" }\n ],\n "mor": 1\n}',
      /:4 heads\/0\/is 没有“money”.*\n.*:6 mor 不认识的键/u,
    ],
    ['{ "name": "甲" }', /:1 heads 请对照/],
    ["[]", /:1 应为一个 JSON 对象/],
  ])("%j is refused with its line and reason", (text, words) => {
    const refusal = (() => {
      try {
        return recipeOfText("r.json", text);
      } catch (error) {
        return Object(error).words.zh;
      }
    })();
    expect(refusal).toMatch(words);
  });

  test("that is not there is refused by its name", () => {
    const { status, stderr } = jiheng("read", file("安排.txt"), "--recipe", file("没有.json"));
    expect([status, stderr]).toEqual([4, expect.stringContaining("没有.json")]);
  });
});

test("every label that a draft may write is understood again", () => {
  for (const { role, label } of roleGroups.flatMap(({ roles }) => roles))
    expect([role, roleOfHead(label.zh.replace(/（.*$/u, ""))]).toEqual([role, role]);
});

test("each value of a JSON text has its line", () => {
  const text = '{\n "a": [1,\n  {"b\\n": "x,:{"}],\n "c":\n  null\n}';
  expect(Object.fromEntries(jsonLines(text))).toEqual({ "": 1, a: 2, "a/0": 2, "a/1": 3, "a/1/b\n": 3, c: 4 });
});
