import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleFiles } from "../example/example-files.ts";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import { importFile } from "../workflow/import-file.ts";
import { openPortal } from "./open-portal.ts";

let store: Store;
let app: FastifyInstance;
let addresses: Readonly<Record<string, string>>;

beforeAll(async () => {
  store = await openStore(":memory:");
  for (const { name, bytes, region, year } of exampleFiles())
    await importFile(store, { name, bytes, region, year, actor: "test" });
  app = await openPortal({ store, allowUpload: true, version: "0.0.0" });
  addresses = await someAddresses();
});
afterAll(async () => {
  await app.close();
  await store.close();
});

const json = async (url: string) => (await app.inject({ url })).json();

/** One address of every page, and of every state that a page can be in. */
async function someAddresses(): Promise<Record<string, string>> {
  const { rows } = await json("/api/v1/projects?limit=1000");
  const documents = await json("/api/v1/documents");
  const first = (list: { page: string }[], wanted: (one: Record<string, unknown>) => unknown) =>
    list.find((one) => wanted({ ...one }))?.page ?? "missing";
  return {
    home: "/",
    explorer: "/projects",
    "explorer, narrowed": "/projects?year=2025&dimension=output&severity=warning&q=%E7%BB%B4&sort=name",
    "explorer, empty": "/projects?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84%E9%A1%B9%E7%9B%AE",
    "explorer, beyond the end": "/projects?offset=100000",
    search: "/search?q=%E6%BB%A1%E6%84%8F",
    "search, nothing asked": "/search",
    "search, nothing found": "/search?q=zzzz",
    "a project": first(rows, ({ findings }) => Number(Object(findings).error) > 0),
    "a project without indicators": first(rows, ({ indicators }) => indicators === 0),
    "a withheld project": first(rows, ({ withheld }) => withheld),
    "a project without money": first(rows, ({ funding }) => Object(funding).total === null),
    departments: "/departments",
    "a department": `/d/${rows[0].department.id}`,
    "a unit": `/u/${rows[0].unit.id}`,
    documents: "/documents",
    "a document": first(documents, ({ findings }) => Number(Object(findings).error) > 0),
    "a corrected document": first(documents, ({ version }) => version === 2),
    rules: "/rules",
    data: "/data",
    about: "/about",
  };
}

describe.each(["zh", "en"])("in %s", (language) => {
  const get = (url: string) => app.inject({ url, headers: { "accept-language": language } });

  test("every page is whole: one h1, headings in order, no holes, nothing inline", async () => {
    for (const [name, url] of Object.entries(addresses)) {
      const answer = await get(url);
      const html = answer.body;
      expect([name, url, answer.statusCode]).toEqual([name, url, 200]);
      expect([name, answer.headers["content-type"]]).toEqual([name, "text/html; charset=utf-8"]);
      expect([name, holes(html)]).toEqual([name, []]);
      const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map((match) => Number(match[1]));
      expect([name, levels.filter((level) => level === 1)]).toEqual([name, [1]]);
      expect([name, levels.filter((level, n) => n > 0 && level > levels[n - 1]! + 1)]).toEqual([name, []]);
      expect([name, /<html lang="(zh|en)/.exec(html)?.[1]]).toEqual([name, language]);
      expect([name, /<title>[^<]{2,}<\/title>/.test(html)]).toEqual([name, true]);
    }
  });

  test("every link of a page leads somewhere, and every mark to a value", async () => {
    const seen = new Set<string>();
    for (const [name, url] of Object.entries(addresses)) {
      const html = (await get(url)).body;
      const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!));
      for (const [, href = ""] of html.matchAll(/ href="([^"]+)"/g)) {
        const link = href.replaceAll("&amp;", "&");
        if (link.startsWith("#")) expect([name, link, ids.has(link.slice(1))]).toEqual([name, link, true]);
        else seen.add(link.split("#")[0]!);
      }
      expect([name, ids.size]).toEqual([name, [...html.matchAll(/ id="/g)].length]);
    }
    const wrong: string[] = [];
    for (const link of seen) {
      if (link.startsWith("http")) continue;
      const { statusCode } = await app.inject({ url: link });
      if (statusCode !== 200) wrong.push(`${statusCode} ${link}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  test("the type of a problem leads to its words", async () => {
    const { type } = (await app.inject({ url: "/api/v1/nothing" })).json();
    const [page, id] = String(type).split("#");
    expect((await get(page!)).body).toContain(`id="${id}"`);
  });

  test("a malformed address is a page that is not there", async () => {
    for (const url of ["/d/%", `/d/${"a".repeat(500)}`, "/p/0/2025/%00", "/.//elsewhere.example/x"]) {
      const answer = await get(url);
      expect([url, answer.statusCode, answer.headers["content-type"]]).toEqual([url, 404, "text/html; charset=utf-8"]);
      expect([url, answer.body.includes('href="//')]).toEqual([url, false]);
    }
  });

  test("a page that is not there says so, and what to do", async () => {
    for (const url of ["/nowhere", "/p/440000/2025/nothing", "/p/x/2025/y", "/d/nothing", "/imports/nothing"]) {
      const answer = await get(url);
      expect(answer.statusCode).toBe(404);
      expect(answer.body).toContain(language === "zh" ? "没有找到" : "Not found");
    }
    expect((await get("/projects?year=abc")).statusCode).toBe(400);
  });
});

function holes(html: string): string[] {
  const words = html.replace(/<[^>]*>/g, " ");
  return [
    ...(words.match(/undefined|NaN|\[object|Infinity|\bnull\b/g) ?? []),
    ...(html.match(/ style="| on[a-z]+="|<style|<script(?! src=)|javascript:/g) ?? []),
  ];
}

describe("a page", () => {
  test("lets nothing run or load that is not its own", async () => {
    const { headers } = await app.inject({ url: "/" });
    const policy = String(headers["content-security-policy"]);
    for (const part of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"])
      expect(policy).toContain(part);
    expect(policy).not.toContain("unsafe");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  test("asks for a style sheet of at most 20 KB and a script of at most 6 KB, kept for ever by their version", async () => {
    const html = (await app.inject({ url: "/" })).body;
    for (const [name, most] of [
      ["style.css", 20 * 1024],
      ["script.js", 6 * 1024],
    ] as const) {
      const address = new RegExp(`/${name}\\?v=\\w+`).exec(html)?.[0] ?? "";
      const answer = await app.inject({ url: address });
      expect(answer.headers["cache-control"]).toContain("immutable");
      expect(answer.rawPayload.byteLength).toBeLessThanOrEqual(most);
    }
  });

  test("remembers the language that was chosen", async () => {
    const chosen = await app.inject({ url: "/?lang=en", headers: { "accept-language": "zh" } });
    const cookie = String(chosen.headers["set-cookie"]).split(";")[0]!;
    expect(cookie).toBe("lang=en");
    expect((await app.inject({ url: "/about", headers: { cookie } })).body).toContain("<h1>About</h1>");
  });

  test("the sums of the explorer are those of the API, and the download is the same list", async () => {
    const query = "year=2025&kind=quantity";
    const list = await json(`/api/v1/projects?${query}&limit=1000`);
    const html = (await app.inject({ url: `/projects?${query}` })).body;
    const shown = html.replace(/<[^>]*>/g, "").replaceAll(",", "");
    expect(shown).toContain(`${list.count.n} 个项目`);
    expect(shown).toContain(`资金合计 ${list.sums.total}`);
    const { projects } = await json(`/projects.json?${query}`);
    expect(projects.map((one: { key: { id: string } }) => one.key.id).sort()).toEqual(
      list.rows.map((one: { key: { id: string } }) => one.key.id).sort(),
    );
    const csv = (await app.inject({ url: `/projects.csv?${query}` })).body;
    expect(csv.split("\r\n").length - 2).toBe(list.indicators);
  });

  test("a pasted paragraph is searched by its beginning, not refused", async () => {
    const paragraph = encodeURIComponent("完成道路养护和桥梁检测，\n".repeat(60));
    for (const page of ["/search", "/projects"])
      expect((await app.inject({ url: `${page}?q=${paragraph}` })).statusCode).toBe(200);
  });

  test("the documents on the first page are those that came last", async () => {
    const html = (await app.inject({ url: "/" })).body;
    const documents = await json("/api/v1/documents");
    const newest = documents.toSorted((a: { importedAt: string }, b: { importedAt: string }) =>
      b.importedAt.localeCompare(a.importedAt),
    );
    const shown = [...html.matchAll(/href="(\/f\/[^"]+)"/g)].map(([, href]) => href);
    expect(shown).toEqual(newest.slice(0, 6).map(({ page }: { page: string }) => page));
  });

  test("a withheld project shows its money and the statement, and no targets", async () => {
    const html = (await app.inject({ url: addresses["a withheld project"]! })).body;
    expect(html).toContain("目标不公开");
    expect(html).toContain("<blockquote>");
    expect(html).not.toContain("<h2>绩效目标</h2>");
    expect(html).not.toContain("年度指标值</th>");
  });

  test("answers in under 100 ms, the largest document included", async () => {
    const documents = await json("/api/v1/documents");
    const largest = documents.toSorted((a: { bytes: number }, b: { bytes: number }) => b.bytes - a.bytes)[0].page;
    for (const url of [...Object.values(addresses), largest]) {
      let best = Number.POSITIVE_INFINITY; // of a few: the machine does other things beside
      for (let tries = 0; tries < 6 && best >= 100; tries += 1) {
        const begun = performance.now();
        await app.inject({ url });
        best = Math.min(best, performance.now() - begun);
      }
      expect([url, best < 100]).toEqual([url, true]);
    }
  });
});

describe("a table that is brought by the form", () => {
  const table =
    "项目支出绩效目标表\n\n部门名称：云泽市青洲区试验局\n\n单位：万元\n\n项目名称（资金使用单位）\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标\n合计\t10.00\t10.00\t\t\t\t\n云泽市青洲区试验局\t10.00\t10.00\t\t\t\t\n试验经费\t10.00\t10.00\t\t\t完成试验。\t1、1-产出指标；11-数量指标；试验次数；实施周期指标值：≥3次；年度指标值：≥3次。\n";
  const form = {
    method: "POST" as const,
    url: "/documents",
    headers: { "content-type": "multipart/form-data; boundary=b" },
    payload: `--b\r\nContent-Disposition: form-data; name="year"\r\n\r\n2025\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n${table}\r\n--b--\r\n`,
  };

  test("is shown while it is read, then leads to its document", async () => {
    const sent = await app.inject(form);
    expect(sent.statusCode).toBe(303);
    const page = String(sent.headers.location);
    let html = "";
    for (let tries = 0; tries < 500; tries += 1) {
      html = (await app.inject({ url: page })).body;
      if (!html.includes('http-equiv="refresh"')) break;
      expect(html).toContain("<h1>正在读取</h1>");
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(html).toContain("读出 1 个项目、1 项绩效指标");
    const document = /href="(\/f\/[^"]+)"/.exec(html)?.[1] ?? "";
    expect((await app.inject({ url: document })).body).toContain("云泽市青洲区试验局");
  });

  test("is not taken from another site, and not where uploads are off", async () => {
    const foreign = await app.inject({ ...form, headers: { ...form.headers, "sec-fetch-site": "cross-site" } });
    expect(foreign.statusCode).toBe(403);
    const closed = await openPortal({ store, allowUpload: false, version: "0.0.0" });
    expect((await closed.inject(form)).statusCode).toBe(403);
    expect((await closed.inject({ url: "/" })).body).not.toContain('type="file"');
    await closed.close();
  });
});
