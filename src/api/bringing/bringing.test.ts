import type { FastifyInstance } from "fastify";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../store/open-store.ts";
import type { Store } from "../../store/store.ts";
import { ImportView } from "../contract/import-view.ts";
import { ProblemView } from "../contract/problem-view.ts";
import { RecipeForm, RecipeView } from "../contract/recipe-views.ts";
import { Imports } from "../imports.ts";
import { publicFacts } from "../public-facts.ts";
import { createServer, registerApi } from "../server.ts";

const list = "1、产出指标：巡查次数，年度指标值：≥12次。2、满意度指标：群众满意度，年度指标值：≥90%。";
const tableOf = (year: number, unit = "水务局", project = "堤防加固") =>
  `云泽市青洲区${unit}${year}年工作安排\n\n事项\t承办\t安排\t要达到什么\t怎样衡量\n${project}\t青洲区堤防所\t120.00\t完成三处${project}，确保安全度汛。\t${list}\n`;
const known = (unit: string) =>
  `项目支出绩效目标表\n\n部门名称：云泽市青洲区${unit}\n\n单位：万元\n\n项目名称\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标\n试验经费\t10.00\t10.00\t\t\t完成试验。\t${list}\n`;
const letter = "各位同事：请于下周三前报送。";

let store: Store;
let app: FastifyInstance;
let now = new Date("2026-03-01T08:00:00.000Z");
beforeAll(async () => {
  store = await openStore(":memory:");
  app = serverOf(true);
});
afterAll(async () => {
  await app.close();
  await store.close();
});

function serverOf(allowUpload: boolean): FastifyInstance {
  const imports = new Imports(
    store,
    (_, error) => {
      throw error;
    },
    () => now,
  );
  const server = createServer({ version: "0.0.0" });
  registerApi(server, publicFacts(store, imports, { allowUpload }), { version: "0.0.0" });
  return server;
}

async function send(name: string, content: string | Uint8Array): Promise<ImportView> {
  const form = new FormData();
  form.append("file", new Blob([Buffer.from(content)]), name);
  const request = new Request("http://x/", { method: "POST", body: form });
  const answer = await app.inject({
    method: "POST",
    url: "/api/v1/imports",
    headers: { "content-type": request.headers.get("content-type")! },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return finished(ImportView.parse(answer.json()));
}

async function finished(view: Pick<ImportView, "self">): Promise<ImportView> {
  while (true) {
    const next = ImportView.parse((await app.inject({ url: view.self })).json());
    if (next.finished) return next;
    await new Promise((go) => setTimeout(go, 20));
  }
}

const post = (url: string, payload: object) => app.inject({ method: "POST", url, payload });
const tell = async (view: ImportView, payload: object) => {
  const answer = await post(`${view.self}/columns`, payload);
  return answer.statusCode === 202 ? finished(view) : ProblemView.parse(answer.json());
};

/** As a person would leave the form: every column as it was proposed. */
function asProposed({ columns }: ImportView) {
  const heads = columns!.heads[0]!.columns.flatMap(({ printed, role }) => (role ? [{ printed, is: role }] : []));
  return { name: columns!.name!, publisher: columns!.publisher!, heads };
}

describe("a file of no known layout", () => {
  test("is asked about; told, it is kept, and so is what was told; the next year's file is offered it", async () => {
    const first = await send("2025.txt", tableOf(2025));
    expect(first.outcome).toMatchObject({ kind: "refused", code: "no-known-layout" });
    expect(first.columns).toMatchObject({
      until: "2026-03-01T09:00:00.000Z",
      publisher: "云泽市青洲区水务局",
      name: "工作安排",
      fitting: [],
      tried: null,
    });
    expect(first.columns?.heads[0]?.columns.map(({ role }) => role)).toEqual([
      "project",
      "unit",
      "total",
      "goal",
      "indicators",
    ]);
    const told = await tell(first, { recipe: asProposed(first), who: "李审核" });
    expect(told).toMatchObject({
      outcome: { kind: "new", projects: 1, indicators: 2 },
      columns: null,
      readBy: "工作安排",
    });
    const [recipe] = RecipeView.array().parse((await app.inject({ url: "/api/v1/recipes" })).json());
    expect(recipe).toMatchObject({ name: "工作安排", publisher: "云泽市青洲区水务局", who: "李审核" });
    expect(recipe?.heads[0]).toEqual({ printed: "事项", is: "project", label: { zh: "项目名称", en: "Project" } });
    expect(RecipeForm.parse((await app.inject({ url: recipe!.file })).json())).toEqual(asProposed(first));

    const next = await send("2026.txt", tableOf(2026, "水务局", "水质监测"));
    expect(next.columns?.fitting).toEqual([recipe]);
    expect(next.outcome).toMatchObject({ kind: "refused" });
    expect(await tell(next, { use: recipe!.id, who: "王复核" })).toMatchObject({ outcome: { kind: "new" } });
    expect((await store.events(1))[0]).toMatchObject({
      verb: "import",
      actor: "王复核",
      facts: { recipe: "工作安排" },
    });
    expect(await store.recipes()).toHaveLength(1);
    const others = await send("others.txt", tableOf(2026, "林业局"));
    expect(others.columns?.fitting).toHaveLength(1); // the very heads
    expect((await send("2026.txt", tableOf(2026, "水务局", "水质监测"))).outcome?.kind).toBe("already-here");
  });

  test("that cannot be read as told is asked about again, with what was told and what is needed", async () => {
    const view = await send("x.txt", tableOf(2030, "气象局"));
    const recipe = { name: "少了指标", heads: [{ printed: "事项", is: "project" }] };
    const again = await tell(view, { recipe, who: "李审核" });
    expect(again).toMatchObject({
      outcome: { code: "recipe-fits-not", hint: { zh: expect.stringContaining("至少要有“项目名称”") } },
      columns: { tried: recipe },
    });
    expect((await store.recipes()).map(({ name }) => name)).not.toContain("少了指标");
  });

  test.each([
    [{ recipe: { name: "", heads: [{ printed: "事项", is: "money" }] }, who: "李审核" }, 422, "bad-recipe"],
    [{ recipe: { name: "甲", heads: [{ printed: "事项", is: "project" }] }, who: " " }, 422, "nobody"],
    [{ use: "nothing", who: "李审核" }, 404, "no-such-recipe"],
    [{ who: "李审核" }, 422, "bad-recipe"],
    [{ recipe: { name: "甲", heads: [], more: 1 }, who: "李审核" }, 400, "bad-form"],
  ])("%j is refused as %i %s", async (payload, status, code) => {
    const view = await send("x.txt", tableOf(2031, "气象局"));
    const problem = await tell(view, payload);
    expect(problem).toMatchObject({ status, code });
    if (code === "bad-recipe") expect("errors" in problem && problem.errors?.length).toBeGreaterThan(0);
  });

  test("waits for an hour; then it must be brought again", async () => {
    const view = await send("x.txt", tableOf(2032, "气象局"));
    now = new Date(now.getTime() + 60 * 60_000);
    expect(await tell(view, { recipe: asProposed(view), who: "李审核" })).toMatchObject({
      status: 410,
      code: "file-gone",
    });
    expect((await finished(view)).columns?.until).toBeNull();
  });

  test("without anything like a head is not asked about", async () => {
    const view = await send("信.txt", letter);
    expect(view.columns?.heads).toEqual([]);
    expect(view.outcome).toMatchObject({ hint: { zh: expect.stringContaining("没有找到像表头的行") } });
  });
});

test("a kept file is taken out and its columns are told anew: a new version, the old one stays", async () => {
  const view = await send("x.txt", tableOf(2033, "应急局"));
  const recipe = asProposed(view);
  const few = { ...recipe, heads: recipe.heads.filter(({ is }) => is !== "goal") };
  const first = await tell(view, { recipe: few, who: "李审核" });
  if (!("outcome" in first) || first.outcome?.kind !== "new") throw new Error(JSON.stringify(first).slice(0, 900));
  const { key } = first.outcome.document;
  const asked = await post(`/api/v1/documents/${key.region}/${key.year}/${key.id}/columns`, {});
  const seen = await finished(ImportView.parse(asked.json()));
  expect(seen).toMatchObject({ outcome: { kind: "columns-asked" }, columns: { tried: few } });
  const told = await tell(seen, { recipe, who: "王复核" });
  expect(told).toMatchObject({ outcome: { kind: "new-version", version: 2, differences: [{ field: "goal" }] } });
  expect((await post(`/api/v1/documents/${key.region}/${key.year}/${key.id}/columns`, {})).statusCode).toBe(404);
});

describe("an archive", () => {
  test("is opened: each file is an import of its own, what is left out is named, and a recipe is used for all it fits", async () => {
    const zip = zipSync({
      "一/甲.txt": Buffer.from(known("甲局")),
      "一/乙.txt": Buffer.from(letter),
      "丙.txt": Buffer.from(tableOf(2040, "丙局")),
      "丁.txt": Buffer.from(tableOf(2040, "丁局")),
      "坏.pdf": Buffer.from("%PDF-1.4 broken"),
      "__MACOSX/._甲.txt": Buffer.from("x"),
    });
    const view = await send("各局.zip", zip);
    expect(view.files?.map(({ fileName, result }) => [fileName, result?.kind, result?.asksColumns])).toEqual([
      ["各局.zip/一/乙.txt", "refused", false],
      ["各局.zip/一/甲.txt", "new", false],
      ["各局.zip/丁.txt", "refused", true],
      ["各局.zip/丙.txt", "refused", true],
      ["各局.zip/坏.pdf", "refused", false],
    ]);
    expect(view.outcome).toEqual({ kind: "several", kept: 1, refused: 4, asking: 2 });
    expect(view.skipped).toMatchObject([{ because: "junk" }]);
    const asking = await finished(view.files![2]!);
    expect(asking.within).toBe(view.page);
    const { publisher: _, ...ofAnybody } = asProposed(asking);
    await tell(asking, { recipe: { ...ofAnybody, name: "各局安排" }, who: "李审核" });
    const offered = (await finished(view)).fitting.find(({ recipe }) => recipe.name === "各局安排")!;
    expect(offered.files).toBe(1);
    expect(await tell(view, { use: offered.recipe.id, who: "李审核" })).toMatchObject({
      outcome: { kept: 3, refused: 2, asking: 0 },
    });
    expect(await tell(view, { recipe: ofAnybody, who: "李审核" })).toMatchObject({ code: "nothing-to-tell" });
  });

  test("in which nothing can be read, or that is damaged, is refused as one file", async () => {
    for (const [name, bytes] of [
      ["空.zip", zipSync({ ".DS_Store": Buffer.from("x") })],
      ["坏.zip", zipSync({ "甲.txt": Buffer.from(known("甲局")) }).subarray(0, 60)],
    ] as const) {
      const view = await send(name, bytes);
      expect([name, view.files, view.outcome?.kind]).toEqual([name, null, "refused"]);
    }
  });

  test("two at a time are both read, one after the other", async () => {
    const zips = ["戊局", "己局", "庚局"].map((unit) => zipSync({ "表.txt": Buffer.from(known(unit)) }));
    const views = await Promise.all(zips.map((zip, at) => send(`${at}.zip`, zip)));
    expect(views.map(({ outcome }) => outcome)).toEqual(
      zips.map(() => ({ kind: "several", kept: 1, refused: 0, asking: 0 })),
    );
  });
});

test("a recipe is removed by name of who does it, and only where files are taken", async () => {
  const { id } = await store.keepRecipe(
    { name: "旧", heads: [{ printed: "事项", is: "project" }] },
    { who: "甲", at: now },
  );
  expect((await post(`/api/v1/recipes/${id}/remove`, { who: "" })).statusCode).toBe(422);
  const closed = serverOf(false);
  const refused = await closed.inject({ method: "POST", url: `/api/v1/recipes/${id}/remove`, payload: { who: "甲" } });
  expect(refused.statusCode).toBe(403);
  await closed.close();
  expect(RecipeView.parse((await post(`/api/v1/recipes/${id}/remove`, { who: "甲" })).json()).name).toBe("旧");
  expect((await post(`/api/v1/recipes/${id}/remove`, { who: "甲" })).statusCode).toBe(404);
});
