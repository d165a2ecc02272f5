import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { gunzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleFiles } from "../example/example-files.ts";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import { importFile } from "../workflow/import-file.ts";
import { Imports } from "./imports.ts";
import { everyProblem } from "./problem.ts";
import { publicFacts } from "./public-facts.ts";
import { createServer, registerApi } from "./server.ts";

let store: Store;
let app: FastifyInstance;

beforeAll(async () => {
  store = await openStore(":memory:");
  const [{ name, bytes, region, year }] = exampleFiles() as [ReturnType<typeof exampleFiles>[number]]; // there are many
  await importFile(store, { name, bytes, region, year, actor: "test" });
  app = createServer({ version: "0.0.0" });
  const imports = new Imports(store, (_, error) => {
    throw error;
  });
  registerApi(app, publicFacts(store, imports, { allowUpload: true }), { version: "0.0.0" });
  await app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await app.close();
  await store.close();
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

describe("an answer", () => {
  test.each([
    ["/api/v1/projects", "application/json; charset=utf-8"],
    ["/api/v1/projects.csv", "text/csv; charset=utf-8; header=present"],
    ["/openapi.json", "application/json; charset=utf-8"],
  ])("%s is small on the way and the same when it is there", async (url, type) => {
    const plain = await get(url);
    const zipped = await get(url, { "accept-encoding": "gzip, br" });
    expect(zipped.headers["content-encoding"]).toBe("gzip");
    expect(zipped.headers["content-type"]).toBe(type);
    expect(zipped.headers.vary).toContain("Accept-Encoding");
    expect(gunzipSync(zipped.rawPayload).equals(plain.rawPayload)).toBe(true);
    expect(zipped.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
    expect(plain.headers["content-encoding"]).toBeUndefined();
  });

  test.each(["identity", "br", "gzip;q=0", "deflate, gzip; q=0.0", ""])(
    "is not zipped for who takes “%s”",
    async (accepted) => {
      const answer = await get("/api/v1/projects", { "accept-encoding": accepted });
      expect(answer.headers["content-encoding"]).toBeUndefined();
    },
  );

  test.each(["", "gzip"])("has the same head when only its head is asked for (%s)", async (encoding) => {
    const headers = { "accept-encoding": encoding };
    const whole = await get("/api/v1/projects", headers);
    const head = await app.inject({ method: "HEAD", url: "/api/v1/projects", headers });
    expect(head.body).toBe("");
    expect(head.statusCode).toBe(200);
    for (const name of ["etag", "content-type", "content-encoding", "vary", "cache-control"])
      expect([name, head.headers[name]]).toEqual([name, whole.headers[name]]);
  });

  test.each(["", "gzip"])("that is known is not sent again, also where its tag was weakened (%s)", async (encoding) => {
    const headers = { "accept-encoding": encoding };
    const { etag } = (await get("/api/v1/projects", headers)).headers;
    for (const known of [String(etag), `W/${etag}`, `"other", ${etag}`]) {
      const again = await get("/api/v1/projects", { ...headers, "if-none-match": known });
      expect([again.statusCode, again.body]).toEqual([304, ""]);
    }
  });
});

describe("a request that is not as it should be", () => {
  test.each([
    ["POST", "/api/v1/projects", "GET, HEAD"],
    ["DELETE", "/api/v1/figures", "GET, HEAD"],
    ["PUT", "/api/v1/projects/0/2025/x", "GET, HEAD"],
    ["GET", "/api/v1/imports", "POST"],
  ] as const)("%s %s is told what the address takes", async (method, url, allowed) => {
    const answer = await app.inject({ method, url });
    expect([answer.statusCode, answer.headers.allow, answer.json().code]).toEqual([405, allowed, "wrong-method"]);
  });

  test.each(["/api/v1/departments/%", `/api/v1/departments/${"a".repeat(500)}`, "/api/v1/departments/%00"])(
    "nothing stands at %s",
    async (url) => {
      expect((await get(url)).statusCode).toBe(404);
    },
  );

  test("a pasted query with line breaks and worse is read as words between blanks", async () => {
    const pasted = await get("/api/v1/projects?q=%E5%AD%A6%E6%A0%A1%0A%00%09%E6%95%99%E8%82%B2");
    const typed = await get("/api/v1/projects?q=%E5%AD%A6%E6%A0%A1%20%E6%95%99%E8%82%B2");
    expect(pasted.statusCode).toBe(200);
    expect(pasted.json().count).toEqual(typed.json().count);
  });

  test("an address with characters as they are is answered with how to write them", async () => {
    const answer = await sentRaw("GET /api/v1/search?q=满意 HTTP/1.1\r\nHost: x\r\n\r\n");
    expect(answer).toContain("HTTP/1.1 400 ");
    expect(answer).toContain("application/problem+json");
    expect(answer).toContain("--data-urlencode");
  });

  test("what is no request at all is answered, and the next one too", async () => {
    expect(await sentRaw("nonsense\r\n\r\n")).toContain("HTTP/1.1 400 ");
    expect((await get("/api/v1/figures")).statusCode).toBe(200);
  });

  test("a download that is left half-way leaves nothing behind", async () => {
    await new Promise<void>((left) => {
      const { port } = app.server.address() as { port: number }; // it listens on a port
      const asked = httpRequest(
        { port, path: "/api/v1/projects.csv", headers: { "accept-encoding": "gzip" } },
        (it) => {
          it.once("data", () => it.destroy());
          it.once("close", () => left());
        },
      );
      asked.end();
    });
    expect((await get("/api/v1/figures")).statusCode).toBe(200);
  });
});

test("every problem has its own code, and its words in both languages", () => {
  const problems = everyProblem(1048576);
  expect(new Set(problems.map(({ code }) => code)).size).toBe(problems.length);
  for (const { title, hint } of problems)
    for (const words of [title.zh, title.en, hint.zh, hint.en]) expect(words.length).toBeGreaterThan(3);
});

test("the last page names no next one, also where it is full", async () => {
  const { count } = (await get("/api/v1/projects?limit=1")).json();
  const whole = (await get(`/api/v1/projects?limit=${count.n}`)).json();
  expect([whole.rows.length, whole.next]).toEqual([count.n, null]);
  const first = (await get(`/api/v1/projects?limit=${count.n - 1}`)).json();
  expect((await get(first.next)).json().rows).toHaveLength(1);
});

function sentRaw(text: string): Promise<string> {
  const { port } = app.server.address() as { port: number }; // it listens on a port
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (piece) => {
      answer += piece.toString();
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}
