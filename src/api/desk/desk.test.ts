import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aDocument } from "../../../test/support/a-document.ts";
import { anImport } from "../../../test/support/an-import.ts";
import { readDocument } from "../../read/read-document.ts";
import { readText } from "../../read/read-source.ts";
import { runChecks } from "../../rules/run-checks.ts";
import { openStore } from "../../store/open-store.ts";
import type { Key, Store } from "../../store/store.ts";
import { CorrectionView } from "../contract/correction-view.ts";
import { CorrectedView, DeskView } from "../contract/desk-views.ts";
import { ProblemView } from "../contract/problem-view.ts";
import { ProjectListView, ProjectView } from "../contract/project-views.ts";
import { Imports } from "../imports.ts";
import { publicFacts } from "../public-facts.ts";
import { documentApi } from "../row-views.ts";
import { createServer, registerApi } from "../server.ts";

const table = `项目支出绩效目标表

部门名称：青禾区文化局
单位：万元

项目名称（资金使用单位）\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标
合计\t38.00\t38.00\t\t
青禾区文化馆\t38.00\t38.00\t\t
图书采购\t8.00\t8.00\t\t\t充实馆藏，保障数据输人。\t1、1-产出指标,11-数量指标,采购册数;实施周期指标值:≥3000册,年度指标值:≥3000册;
展厅维修\t30.00\t30.00\t\t\t\t1、1-产出指标,12-质量指标,验收合格率;实施周期指标值:100%,年度指标值:100%;
备查\t见附表二
`;

let store: Store;
let app: FastifyInstance;
beforeAll(async () => {
  store = await openStore(":memory:");
  app = serverOf(true);
});
afterAll(async () => {
  await app.close();
  await store.close();
});

function serverOf(allowUpload: boolean): FastifyInstance {
  const imports = new Imports(store, (_, error) => {
    throw error;
  });
  const server = createServer({ version: "0.0.0" });
  registerApi(server, publicFacts(store, imports, { allowUpload }), { version: "0.0.0" });
  return server;
}

async function kept(text: string): Promise<Key> {
  const reading = readText({ name: "表.txt", bytes: Buffer.from(text) });
  const findings = runChecks(reading).findings;
  return (await store.keepImport(anImport({}, { reading, findings, bytes: Buffer.from(text) }))).document;
}

const deskOf = async (key: Key, query = ""): Promise<DeskView> =>
  DeskView.parse((await app.inject({ url: `${documentApi(key)}/desk${query}` })).json());
const send = (url: string, payload: object, headers: Record<string, string> = {}) =>
  app.inject({ method: "POST", url, payload, headers });
const goal = "tables/0/declarations/0/goal";
const person = { who: "李审核", why: "原件如此" };

describe("the desk", () => {
  test("shows the text with the place of every value, and what is missing where tables always have it", async () => {
    const desk = await deskOf(await kept(table));
    expect(desk.sight.kind).toBe("text");
    const project = desk.groups.find(({ title }) => title === "展厅维修")!;
    expect(project.values.map(({ field, text }) => [field, text])).toContainEqual(["goal", ""]);
    expect(project.indicators[0]!.values.map(({ field }) => field)).toContain("annualTarget");
    expect(desk.unplaced.map(({ text, where }) => [text, where.zh])).toContainEqual(["见附表二", "第 11 行"]);
    expect(desk.doubts.map(({ title, proposal }) => [title.zh, proposal])).toContainEqual(["疑似形近字", "输入"]);
  });

  test("opens where the chosen value stands", async () => {
    const many = table.replace(/展厅维修.*\n/u, (line) =>
      Array.from({ length: 300 }, (_, n) => line.replace("展厅", `展厅${n}`)).join(""),
    );
    const key = await kept(many);
    const desk = await deskOf(key, "?at=tables/0/declarations/290/project/name");
    expect(desk.sheet).toBeGreaterThan(1);
    expect(desk.chosen).toMatchObject({ kind: "value", value: { text: "展厅289维修" } });
    expect(desk.groups.some(({ title }) => title === "展厅289维修")).toBe(true);
    expect(desk.groups.some(({ title }) => title === "图书采购")).toBe(false);
  });

  test("shows merged cells as they stand, with the words of each value", async () => {
    const head = ["项目名称", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标", "绩效指标"];
    const row = ["图书采购", "8.00", "8.00", "", "", "充实馆藏。", "1、产出指标：采购册数，年度指标值：≥3000册。"];
    const document = aDocument({ rows: [[{ text: "绩效目标表", columns: 7 }], head, row] });
    const parts = { ...document, views: [{ kind: "part", name: "正文" } as const] };
    const reading = readDocument(parts);
    const { document: key } = await store.keepImport(anImport({}, { reading, bytes: Buffer.from("parts") }));
    const { sight } = await deskOf(key);
    if (sight.kind !== "grid") throw new Error(sight.kind);
    const [title, , own] = sight.blocks[0]!.rows;
    expect(title!.cells).toMatchObject([{ column: 0, columns: 7 }]);
    expect(own!.cells.flatMap(({ stretches }) => stretches.map(({ text }) => text)).join("")).toBe(row.join(""));
    const value = own!.cells.flatMap(({ stretches }) => stretches).find(({ text }) => text === "≥3000册");
    expect(value?.path).toBe("tables/0/declarations/0/indicators/0/annualTarget");
  });

  test("of a strange address is the first page, of no document is not found", async () => {
    const key = await kept(table);
    expect((await deskOf(key, "?at=__proto__&sheet=99")).sheet).toBe(1);
    expect((await app.inject({ url: `${documentApi({ ...key, year: 1999 })}/desk` })).statusCode).toBe(404);
  });
});

describe("a correction by a program", () => {
  test("changes the project's page, and stands there beside the machine's reading; taken back, it is told so", async () => {
    const key = await kept(table.replaceAll("青禾区", "甲区"));
    const changes = [{ path: goal, seen: "充实馆藏，保障数据输人。", text: "充实馆藏，保障数据输入。" }];
    const made = CorrectedView.parse((await send(`${documentApi(key)}/corrections`, { changes, ...person })).json());
    expect(made.corrections).toBe(1);
    const { rows } = ProjectListView.parse((await app.inject({ url: `/api/v1/projects?document=${key.id}` })).json());
    const book = rows.find(({ title }) => title === "图书采购")!;
    const project = ProjectView.parse((await app.inject({ url: book.self })).json());
    expect(project.goal).toBe("充实馆藏，保障数据输入。");
    expect(project.corrections).toMatchObject([
      { machine: "充实馆藏，保障数据输人。", who: "李审核", state: "applied" },
    ]);
    const desk = await deskOf(key, `?at=${goal}`);
    expect(desk.chosen).toMatchObject({
      value: { state: "corrected", machine: "充实馆藏，保障数据输人。", notes: [] },
    });
    const undo = { what: made.batch, who: "王复核", why: "看错" };
    expect((await send(`${documentApi(key)}/corrections/undo`, undo)).json()).toMatchObject({ corrections: 1 });
    const all = CorrectionView.array().parse((await app.inject({ url: `${documentApi(key)}/corrections` })).json());
    expect(all).toMatchObject([{ state: "undone", undone: { who: "王复核" } }]);
  });

  test.each([
    [422, "correction-nobody", { who: "" }],
    [409, "correction-changed-meanwhile", { changes: [{ path: goal, seen: "别的", text: "甲" }] }],
    [422, "correction-no-such-field", { changes: [{ path: "tables/0/layout", seen: "", text: "甲" }] }],
    [400, "bad-form", { changes: [] }],
    [400, "bad-form", { changes: "all", extra: 1 }],
  ])("is refused with %i %s", async (status, code, more) => {
    const key = await kept(table.replaceAll("青禾区", "乙区"));
    const changes = [{ path: goal, seen: "充实馆藏，保障数据输人。", text: "甲" }];
    const answer = await send(`${documentApi(key)}/corrections`, { changes, ...person, ...more });
    expect([answer.statusCode, ProblemView.parse(answer.json()).code]).toEqual([status, code]);
  });

  test("is taken only where files are, and never from another site", async () => {
    const key = await kept(table.replaceAll("青禾区", "丙区"));
    const changes = [{ path: goal, seen: "充实馆藏，保障数据输人。", text: "甲" }];
    const url = `${documentApi(key)}/corrections`;
    const closed = serverOf(false);
    const refused = await closed.inject({ method: "POST", url, payload: { changes, ...person } });
    expect([refused.statusCode, refused.json().code]).toEqual([403, "correction-off"]);
    expect(DeskView.parse((await closed.inject({ url: `${documentApi(key)}/desk` })).json()).mayCorrect).toBe(false);
    await closed.close();
    const foreign = await send(url, { changes, ...person }, { origin: "https://example.org" });
    expect([foreign.statusCode, foreign.json().code]).toEqual([403, "foreign-form"]);
    expect((await store.document(key))!.corrections).toEqual([]);
  });
});
