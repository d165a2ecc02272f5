import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPortal } from "../../cli/open-portal.ts";
import { openStore } from "../../store/open-store.ts";
import type { Store } from "../../store/store.ts";

const limit = 100_000;
let store: Store;
let app: FastifyInstance;
beforeAll(async () => {
  store = await openStore(":memory:");
  app = await openPortal({ store, allowUpload: true, version: "0.0.0", fileLimit: limit });
});
afterAll(async () => {
  await app.close();
  await store.close();
});

type Field = readonly [name: string, value: string | File];

async function post(url: string, fields: readonly Field[], headers: Record<string, string> = {}, to = app) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const request = new Request("http://x/", { method: "POST", body: form });
  const type = { "content-type": request.headers.get("content-type")! };
  const payload = Buffer.from(await request.arrayBuffer());
  return to.inject({ method: "POST", url, headers: { ...type, ...headers }, payload });
}
const file = (name: string, size: number): Field => ["file", new File(["表".padEnd(size, "x")], name)];

describe("forms that bring files", () => {
  test.each<[string, string, readonly Field[], number, string]>([
    ["no file", "/documents", [["year", "2025"]], 400, "没有收到文件"],
    ["an empty choice", "/documents", [["file", new File([], "")]], 400, "没有收到文件"],
    ["a file that is too large", "/documents", [file("大.txt", limit + 1)], 413, "文件太大"],
    ["files too large together", "/documents", ["甲", "乙", "丙"].map((n) => file(n, 0.8 * limit)), 413, "合起来太大"],
    [
      "nothing pasted",
      "/import",
      [
        ["name", "空"],
        ["text", " \n"],
        ["html", ""],
      ],
      400,
      "粘贴框是空的",
    ],
    [
      "too much pasted",
      "/import",
      [
        ["name", "大"],
        ["text", "表\t".repeat(limit / 2)],
      ],
      413,
      "文件太大",
    ],
  ])("%s: a page says why, and what to do", async (_what, url, fields, status, words) => {
    const answer = await post(url, fields);
    expect([answer.statusCode, answer.body.includes(words)]).toEqual([status, true]);
    expect(answer.headers["content-type"]).toContain("text/html");
  });

  test("are not taken from another site, nor where the operator takes no files", async () => {
    const closed = await openPortal({ store, allowUpload: false, version: "0.0.0" });
    const { id } = await store.keepRecipe(
      { name: "甲", heads: [{ printed: "事项", is: "project" }] },
      { who: "乙", at: new Date(0) },
    );
    for (const [url, fields] of [
      ["/documents", [file("甲.txt", 10)]],
      ["/import", [["text", "甲\t乙"]]],
    ] as const) {
      expect((await post(url, fields, { "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
      expect((await post(url, fields, {}, closed)).statusCode).toBe(403);
    }
    const plain = { "content-type": "application/x-www-form-urlencoded" };
    for (const url of ["/imports/x", "/recipes", "/f/0/0/x/columns"])
      for (const [to, headers] of [
        [app, { ...plain, origin: "https://elsewhere.example" }],
        [closed, plain],
      ] as const)
        expect([
          url,
          (await to.inject({ method: "POST", url, headers, payload: `id=${id}&who=x` })).statusCode,
        ]).toEqual([url, 403]);
    expect(await store.recipes()).toHaveLength(1);
    expect((await closed.inject({ url: "/import" })).body).not.toContain("<textarea");
    await closed.close();
  });

  test("about columns of an import that is not known, and of a document that is not there, find nothing", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    for (const url of ["/imports/nothing", "/f/0/2025/nothing/columns", "/f/x/y/z/columns"])
      expect([url, (await app.inject({ method: "POST", url, headers, payload: "who=x" })).statusCode]).toEqual([
        url,
        404,
      ]);
  });

  test("keep a pasted table under its name, without control characters and not without end", async () => {
    const answer = await post("/import", [
      ["name", `表\u0007名${"长".repeat(200)}`],
      ["text", "甲\t乙\n丙\t丁"],
    ]);
    expect(answer.statusCode).toBe(303);
    const { fileName } = (await app.inject({ url: `/api/v1${answer.headers.location}` })).json();
    expect(fileName).toBe(`表 名${"长".repeat(117)}`);
  });
});
