import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { aDocument } from "../../test/support/a-document.ts";
import { anImport } from "../../test/support/an-import.ts";
import { exampleFiles } from "../example/example-files.ts";
import { readDocument } from "../read/read-document.ts";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import { importFile } from "../workflow/import-file.ts";
import { DocumentRowView } from "./contract/document-views.ts";
import { ImportView } from "./contract/import-view.ts";
import { ProblemView } from "./contract/problem-view.ts";
import { ProjectListView, ProjectView } from "./contract/project-views.ts";
import { Imports } from "./imports.ts";
import { openApi } from "./openapi.ts";
import { publicFacts } from "./public-facts.ts";
import { routes } from "./routes.ts";
import { documentApi } from "./row-views.ts";
import { createServer, registerApi } from "./server.ts";

let store: Store;
let app: FastifyInstance;
const files = exampleFiles().slice(0, 4);

beforeAll(async () => {
  store = await openStore(":memory:");
  for (const { name, bytes, region, year } of files.slice(0, 3))
    await importFile(store, { name, bytes, region, year, actor: "test" });
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
  const server = createServer({ version: "0.0.0", fileLimit: 200_000 });
  const drawPage = async () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
  registerApi(server, publicFacts(store, imports, { allowUpload, drawPage }), { version: "0.0.0", fileLimit: 200_000 });
  return server;
}

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const asked = async <Schema extends z.ZodType>(schema: Schema, url: string): Promise<z.output<Schema>> =>
  schema.parse((await get(url)).json());

/** A document that has pages; its address. */
async function printedDocument(): Promise<string> {
  const head = ["项目名称", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标", "绩效指标"];
  const row = ["图书采购", "8.00", "8.00", "", "", "充实馆藏。", "1、产出指标：采购册数，年度指标值：≥3000册。"];
  const reading = readDocument(aDocument("项目支出绩效目标表", "部门名称：青禾区文化局", { rows: [head, row] }));
  const outcome = await store.keepImport(anImport({}, { reading, bytes: Buffer.from("x") }));
  return documentApi(outcome.document);
}

describe("every route", () => {
  test("answers what its schema says", async () => {
    const { rows } = await asked(ProjectListView, "/api/v1/projects?limit=1");
    const project = rows[0]!;
    const [document] = await asked(DocumentRowView.array(), "/api/v1/documents");
    const started = ImportView.parse((await sendFile("again.txt", files[0]!.bytes)).json());
    const told = { name: "工作安排", heads: [{ printed: "事项", is: "project" }] };
    const recipe = await store.keepRecipe(told, { who: "李审核", at: new Date(0) });
    const real: Readonly<Record<string, string>> = {
      project: project.self,
      department: `/api/v1/departments/${project.department.id}`,
      unit: `/api/v1/units/${project.unit.id}`,
      document: document!.self,
      documentPlaces: `${document!.self}/places`,
      documentText: `${document!.self}/text`,
      desk: `${document!.self}/desk`,
      corrections: `${document!.self}/corrections`,
      documentPage: `${await printedDocument()}/pages/1`,
      search: "/api/v1/search?q=%E6%BB%A1%E6%84%8F",
      import: started.self,
      recipe: `/api/v1/recipes/${recipe.id}`,
      recipeFile: `/api/v1/recipes/${recipe.id}/file`,
    };
    for (const route of routes) {
      if (route.method !== "GET") continue;
      const answer = await get(real[route.id] ?? `/api/v1${route.path}`);
      expect([route.id, answer.statusCode]).toEqual([route.id, 200]);
      expect(answer.headers["content-type"]).toContain(route.formats[0]);
      if (route.response) expect(() => route.response?.parse(answer.json()), route.id).not.toThrow();
    }
  });

  test("is in the OpenAPI document, with its parameters, and every pointer leads somewhere", () => {
    const description = JSON.stringify(openApi(routes, "1.2.3"));
    const { openapi, paths, components } = JSON.parse(description);
    expect(openapi).toBe("3.1.0");
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(Object(methods)).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const declared = routes.map(
      ({ method, path }) => `${method} /api/v1${path.replace(/:(\w+)/g, (_, name) => `{${name}}`)}`,
    );
    expect(described.sort()).toEqual(declared.sort());
    const names = paths["/api/v1/projects"].get.parameters.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(["year", "department", "severity", "sort", "limit"]));
    for (const [, name] of description.matchAll(/"#\/components\/schemas\/(\w+)"/g))
      expect(components.schemas).toHaveProperty(name!);
    expect(description).not.toContain("#/$defs/");
  });
});

describe("a project", () => {
  test("carries its money as decimal strings of 万元, its typed values with the printed words, and their places", async () => {
    const { rows } = await asked(ProjectListView, "/api/v1/projects?limit=1&kind=quantity");
    const project = await asked(ProjectView, rows[0]!.self);
    expect(project.row.funding).toMatchObject({ unit: "万元", total: expect.stringMatching(/^\d+\.\d{2}$/) });
    const { source } = project;
    const words = (path: string) =>
      source.marks
        .find((mark) => mark.path === path)
        ?.spans.map(({ start, end }) => source.text.slice(start - source.start, end - source.start))
        .join("");
    expect(project.indicators.length).toBeGreaterThan(0);
    for (const indicator of project.indicators) {
      expect(words(`${indicator.path}/name`)?.replace(/\s/g, "")).toBe(indicator.name.replace(/\s/g, ""));
      const value = indicator.annualTarget;
      if (value) expect(words(`${indicator.path}/annualTarget`)).toBe(value.text);
    }
    expect(source.document.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("the list of projects", () => {
  test("its sums are those of all its rows, page by page", async () => {
    const first = await asked(ProjectListView, "/api/v1/projects?limit=7&sort=name");
    const rows = [...first.rows];
    for (let next = first.next; next !== null; ) {
      const page = await asked(ProjectListView, next);
      rows.push(...page.rows);
      next = page.next;
    }
    expect(rows).toHaveLength(first.count.n);
    expect(new Set(rows.map(({ key }) => key.id)).size).toBe(rows.length);
    const fen = rows.reduce((sum, { funding }) => sum + Math.round(Number(funding.total ?? 0) * 1_000_000), 0);
    expect(fen).toBe(Math.round(Number(first.sums.total) * 1_000_000));
    expect(rows.reduce((sum, { indicators }) => sum + indicators, 0)).toBe(first.indicators);
    expect(rows.filter(({ funding }) => funding.total === null)).toHaveLength(first.withoutTotal);
  });

  test("the number beside a facet is the number of projects behind it", async () => {
    const facets = (await get("/api/v1/facets")).json();
    for (const name of ["year", "dimension", "kind", "severity", "rule"])
      for (const { value, projects } of facets[name].slice(0, 3)) {
        const list = await asked(ProjectListView, `/api/v1/projects?limit=1&${name}=${value}`);
        expect([name, value, list.count.n]).toEqual([name, value, projects]);
      }
  });

  test("as CSV it has a BOM, CRLF, the columns of the contract and one row per indicator", async () => {
    const { indicators, rows } = await asked(ProjectListView, "/api/v1/projects?limit=1000");
    const answer = await get("/api/v1/projects.csv");
    expect(answer.headers["content-disposition"]).toBe('attachment; filename="projects.csv"');
    expect(answer.body.startsWith("\uFEFF文件,部门,年度,单位,项目序号,项目,")).toBe(true);
    expect(answer.body.endsWith("\r\n")).toBe(true);
    const bare = rows.filter((row) => row.indicators === 0).length;
    expect(answer.body.split("\r\n").length - 2).toBe(indicators + bare);
  });

  test("as JSON it holds the same projects", async () => {
    const { count } = await asked(ProjectListView, "/api/v1/projects?kind=deadline&limit=1");
    const { projects, query } = (await get("/api/v1/projects.json?kind=deadline")).json();
    expect(projects).toHaveLength(count.n);
    expect(query.kind).toEqual(["deadline"]);
  });
});

describe("a no", () => {
  test.each([
    ["/api/v1/projects?yaer=2024", 400, "bad-parameter"],
    ["/api/v1/search", 400, "bad-parameter"],
    ["/api/v1/projects/440000/2024/nothing", 404, "not-found"],
    ["/api/v1/projects/abc/2024/x", 404, "not-found"],
    ["/api/v1/documents/0/0/nothing", 404, "not-found"],
    ["/api/v1/units/nothing", 404, "not-found"],
    ["/api/v1/imports/nothing", 404, "not-found"],
    ["/api/v1/nothing", 404, "not-found"],
  ])("%s is a problem %i %s in the asked language", async (url, status, code) => {
    for (const [language, han] of [
      ["zh-CN", true],
      ["en", false],
    ] as const) {
      const answer = await get(url, { "accept-language": language });
      expect(answer.statusCode).toBe(status);
      expect(answer.headers["content-type"]).toContain("application/problem+json");
      const problem = ProblemView.parse(answer.json());
      expect(problem).toMatchObject({ status, code });
      expect(/\p{Script=Han}/u.test(problem.title + problem.hint)).toBe(han);
    }
  });

  test("an address that is none is a problem too", async () => {
    const answer = await get("/api/v1/units/%ff");
    expect(answer.statusCode).toBe(404);
    expect(ProblemView.parse(answer.json()).code).toBe("not-found");
  });
});

test("an answer that is known already is not sent again", async () => {
  const first = await get("/api/v1/figures");
  const tag = String(first.headers.etag);
  expect(tag).toMatch(/^"[\w-]{27}"$/);
  const second = await get("/api/v1/figures", { "if-none-match": tag });
  expect(second.statusCode).toBe(304);
  expect(second.body).toBe("");
});

describe("a file that is sent", () => {
  test("is read while one watches, and then there", async () => {
    const { name, bytes, truth } = files[3]!;
    const started = await sendFile(name, bytes);
    expect(started.statusCode).toBe(202);
    const view = ImportView.parse(started.json());
    expect(started.headers.location).toBe(view.self);
    const end = await finished(view.self);
    expect(end.outcome).toMatchObject({ kind: "new" });
    const projects = truth.units.reduce((sum, unit) => sum + unit.projects.length, 0);
    expect(end.outcome).toMatchObject({ projects });
  });

  test("is recognised when it comes again", async () => {
    const view = ImportView.parse((await sendFile("other-name.txt", files[0]!.bytes)).json());
    expect((await finished(view.self)).outcome).toMatchObject({ kind: "already-here" });
  });

  test("is refused with a reason where it holds no table", async () => {
    const view = ImportView.parse((await sendFile("letter.txt", new TextEncoder().encode("你好"))).json());
    expect((await finished(view.self)).outcome).toMatchObject({ kind: "refused", code: "no-known-layout" });
  });

  test.each([
    ["no file in the form", formOf([["year", "2024"]]), {}, 400, "no-file"],
    ["two files in one form", twoFiles(), {}, 400, "one-file"],
    ["too large a file", fileForm("big.txt", new Uint8Array(300_000).fill(65)), {}, 413, "file-too-large"],
    [
      "a form of another site",
      fileForm("a.txt", new Uint8Array(3)),
      { "sec-fetch-site": "cross-site" },
      403,
      "foreign-form",
    ],
    [
      "another origin",
      fileForm("a.txt", new Uint8Array(3)),
      { origin: "https://elsewhere.example" },
      403,
      "foreign-form",
    ],
  ])("%s is refused", async (_, form, headers, status, code) => {
    const answer = await app.inject({
      method: "POST",
      url: "/api/v1/imports",
      headers: { ...form.headers, ...headers },
      payload: form.payload,
    });
    expect([answer.statusCode, ProblemView.parse(answer.json()).code]).toEqual([status, code]);
  });

  test("is not taken where the operator did not say so", async () => {
    const closed = serverOf(false);
    const form = fileForm("a.txt", files[0]!.bytes);
    const answer = await closed.inject({ method: "POST", url: "/api/v1/imports", ...form });
    expect(ProblemView.parse(answer.json())).toMatchObject({ status: 403, code: "upload-off" });
    await closed.close();
  });
});

function sendFile(name: string, bytes: Uint8Array) {
  return app.inject({ method: "POST", url: "/api/v1/imports", ...fileForm(name, bytes) });
}

async function finished(url: string): Promise<ImportView> {
  for (let tries = 0; tries < 200; tries += 1) {
    const view = await asked(ImportView, url);
    if (view.finished) return view;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("the import does not end");
}

const boundary = "----a-boundary";

function fileForm(name: string, bytes: Uint8Array) {
  const head = `Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n`;
  return bodyOf([Buffer.from(head), bytes]);
}

function twoFiles() {
  const one = Buffer.from('Content-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\na');
  return bodyOf([one, Buffer.from(`\r\n--${boundary}\r\n`), one]);
}

function formOf(fields: readonly (readonly [string, string])[]) {
  return bodyOf(
    fields.map(([name, value]) => Buffer.from(`Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`)),
  );
}

function bodyOf(parts: readonly Uint8Array[]) {
  const payload = Buffer.concat([Buffer.from(`--${boundary}\r\n`), ...parts, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { headers: { "content-type": `multipart/form-data; boundary=${boundary}` }, payload };
}
