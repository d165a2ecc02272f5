import type { FastifyInstance } from "fastify";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPortal } from "../../src/cli/open-portal.ts";
import { exampleFiles } from "../../src/example/example-files.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { importFile } from "../../src/workflow/import-file.ts";
import {
  axeViolations,
  canOpenBrowser,
  openBrowser,
  type TestBrowser,
  troublesOf,
  type View,
} from "../support/browser.ts";

const table = [
  "项目支出绩效目标表",
  "",
  "部门名称：云泽市青洲区试验局",
  "",
  "单位：万元",
  "",
  "项目名称（资金使用单位）\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标",
  "合计\t10.00\t10.00\t\t\t\t",
  "云泽市青洲区试验局\t10.00\t10.00\t\t\t\t",
  "试验经费\t10.00\t10.00\t\t\t完成试验。\t1、1-产出指标；11-数量指标；试验次数；实施周期指标值：≥3次；年度指标值：≥3次。",
  "",
].join("\n");

describe.skipIf(!canOpenBrowser)("the portal in a browser", () => {
  let store: Store;
  let app: FastifyInstance;
  let browser: TestBrowser;
  let home: string;
  let project: string;
  let addresses: readonly string[];

  beforeAll(async () => {
    store = await openStore(":memory:");
    for (const { name, bytes, region, year } of exampleFiles())
      await importFile(store, { name, bytes, region, year, actor: "test" });
    app = await openPortal({ store, allowUpload: true, version: "0.0.0" });
    home = await app.listen({ host: "127.0.0.1", port: 0 });
    const json = async (url: string) => (await app.inject({ url })).json();
    const { rows } = await json("/api/v1/projects?limit=1000&sort=findings-desc");
    const documents = await json("/api/v1/documents");
    const pageOf = (list: { page: string }[], wanted: (one: Record<string, unknown>) => unknown) =>
      list.find((one) => wanted({ ...one }))?.page ?? "missing";
    project = pageOf(rows, ({ indicators, withheld }) => Number(indicators) > 3 && !withheld);
    addresses = [
      "/",
      "/projects",
      "/projects?year=2025&dimension=output&severity=error",
      "/projects?q=zzzz",
      "/search?q=%E6%BB%A1%E6%84%8F",
      project,
      pageOf(rows, ({ withheld }) => withheld),
      "/departments",
      `/d/${rows[0].department.id}`,
      `/u/${rows[0].unit.id}`,
      "/documents",
      pageOf(documents, ({ version }) => version === 2),
      pageOf(documents, ({ findings }) => Number(Object(findings).error) > 0),
      "/rules",
      "/data",
      "/about",
    ];
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    await store?.close();
  });

  async function visit<T>(view: View, path: string, look: (page: Page) => Promise<T>): Promise<T> {
    const page = await browser.newPage(view);
    try {
      await page.goto(home + path);
      return await look(page);
    } finally {
      await page.context().close();
    }
  }

  test.each<[string, View]>([
    ["light, on a desk", {}],
    ["dark, in English, on a phone", { width: 390, dark: true, lang: "en" }],
  ])(
    "every page can be used by everyone: %s",
    async (_, view) => {
      for (const path of addresses) {
        const found = await visit(view, path, async (page) => [...(await axeViolations(page)), ...troublesOf(page)]);
        expect([path, found]).toEqual([path, []]);
      }
    },
    180_000,
  );

  test.each<[string, View]>([
    ["on a phone", { width: 390 }],
    ["enlarged four times", { width: 320 }],
    ["in English, enlarged four times", { width: 320, lang: "en" }],
  ])(
    "no page has to be moved sideways: %s",
    async (_, view) => {
      for (const path of addresses) {
        const wide = await visit(view, path, (page) =>
          page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
        );
        expect([path, wide]).toEqual([path, 0]);
      }
    },
    60_000,
  );

  test("a value that is clicked has its words marked in the source, and the words lead back", async () => {
    await visit({}, project, async (page) => {
      const value = page.locator(".indicators td a.val").first();
      const printed = await value.innerText();
      await value.click();
      const lit = page.locator(".lines mark.lit");
      expect(await lit.first().isVisible()).toBe(true);
      expect((await lit.allInnerTexts()).join("")).toBe(printed);
      expect(await lit.first().evaluate(inSight)).toBe(true);
      expect(new URL(page.url()).hash).toMatch(/^#s-/);
      await lit.first().locator("a").click();
      expect(await value.getAttribute("class")).toBe("val lit");
      expect(await value.evaluate(inSight)).toBe(true);
      expect(troublesOf(page)).toEqual([]);
    });
  });

  test("without script the same click leads to the same words", async () => {
    await visit({ script: false, width: 390 }, project, async (page) => {
      const value = page.locator(".indicators td a.val").first();
      const printed = await value.innerText();
      await value.click();
      const target = page.locator("mark:target");
      expect(await target.innerText()).toBe(printed);
    });
  });

  test("a value's address opens the page with its words marked", async () => {
    const hash = await visit({}, project, (page) => page.locator(".indicators td a.val").first().getAttribute("href"));
    await visit({}, project + hash, async (page) => {
      expect(await page.locator(".lines mark.lit").first().evaluate(inSight)).toBe(true);
    });
  });

  test("from a word to a project by keyboard alone", async () => {
    await visit({}, "/", async (page) => {
      await page.keyboard.press("Tab");
      expect(await page.locator(":focus").innerText()).toBe("跳到正文");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.insertText("养护");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/search\?q=/);
      expect(await page.locator("main mark").count()).toBeGreaterThan(0);
      await page.locator("main table a").first().focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/p\//);
    });
  });

  test("filters narrow the list, their numbers hold, and the address brings the same list back", async () => {
    await visit({}, "/projects", async (page) => {
      const facet = page.locator(".facets a", { hasText: "2025" }).first();
      const promised = (await facet.locator(".n").innerText()).trim();
      await facet.click();
      await page.waitForURL(/year=2025/);
      const sums = await page.locator(".sums").innerText();
      expect(sums).toContain(`${promised} 个项目`);
      await page.goto(page.url());
      expect(await page.locator(".sums").innerText()).toBe(sums);
      await page.locator(".chosen a").first().click();
      expect(new URL(page.url()).search).toBe("");
    });
  });

  test("a file that is dropped is read before one's eyes", async () => {
    await visit({}, "/", async (page) => {
      const data = await page.evaluateHandle(
        `(() => { const data = new DataTransfer(); data.items.add(new File([${JSON.stringify(table)}], "试验.txt", { type: "text/plain" })); return data; })()`,
      );
      await page.dispatchEvent("form.drop", "dragenter", { dataTransfer: data });
      expect(await page.locator("form.drop .progress").innerText()).toBe("松手即开始读取");
      await page.dispatchEvent("form.drop", "drop", { dataTransfer: data });
      await page.waitForURL(/\/imports\//);
      await page.getByRole("link", { name: "看读取结果" }).click({ timeout: 10_000 });
      expect(await page.locator("h1").innerText()).toBe("云泽市青洲区试验局");
      expect(await page.locator("#report").innerText()).toContain("原文的每一个字都有归处");
    });
  });

  test("several files that are dropped come in one list, and each is told of", async () => {
    await visit({}, "/", async (page) => {
      const files = [
        ["甲.txt", table.replaceAll("试验", "甲验")],
        ["信.txt", "各位同事：请于下周三前报送。"],
        ["乙.txt", table.replaceAll("试验", "乙验")],
      ];
      const data = await page.evaluateHandle(
        `(() => { const data = new DataTransfer(); for (const [name, text] of ${JSON.stringify(files)}) data.items.add(new File([text], name, { type: "text/plain" })); return data; })()`,
      );
      await page.dispatchEvent("form.drop", "drop", { dataTransfer: data });
      await page.getByText("收录 2 份，没有收录 1 份。").waitFor({ timeout: 20_000 });
      const told = await page.locator(".files li").allInnerTexts();
      expect(told.map((words) => words.split("\n")[0])).toEqual([
        expect.stringMatching(/^甲\.txt 已收录/),
        expect.stringMatching(/^信\.txt 没有收录/),
        expect.stringMatching(/^乙\.txt 已收录/),
      ]);
      expect(await page.locator(".files a").count()).toBe(2);
    });
  });

  test("a file that is too large is refused in words", async () => {
    await visit({}, "/", async (page) => {
      const buffer = Buffer.alloc(33 * 1024 * 1024, "x");
      await page.locator('input[type="file"]').setInputFiles({ name: "大.txt", mimeType: "text/plain", buffer });
      await page.getByRole("button", { name: "开始读取" }).click();
      const words = page.locator("form.drop .progress", { hasText: /文件太大|没有送达/ });
      await words.waitFor({ timeout: 20_000 });
      expect(new URL(page.url()).pathname).toBe("/");
    });
  });

  test("names that are hostile or without end are shown as they are and break no page", async () => {
    const hostile = table
      .replaceAll("试验局", "<img src=x onerror=document.title='x'>局")
      .replaceAll("试验经费", `\u202e=cmd|'/c'!A1<script>document.title='x'</script>${"长x".repeat(2500)}`);
    const name = '<b>"名.txt';
    await importFile(store, { name, bytes: Buffer.from(hostile), region: 990101, year: 2025, actor: "test" });
    const documents = (await app.inject({ url: "/api/v1/documents" })).json();
    const { page: document, key, department } = documents.find((one: { fileName: string }) => one.fileName === name);
    const { rows } = (await app.inject({ url: `/api/v1/projects?document=${key.id}` })).json();
    for (const path of [
      document,
      rows[0].page,
      `/projects?document=${key.id}`,
      `/d/${department.id}`,
      "/",
      "/documents",
    ])
      for (const width of [1280, 768, 390]) {
        const found = await visit({ width }, path, async (page) => [
          await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
          (await page.title()) === "x",
          ...troublesOf(page),
        ]);
        expect([path, width, found]).toEqual([path, width, [0, false]]);
      }
  }, 60_000);

  test("without script a file is chosen, sent, and read", async () => {
    await visit({ script: false, width: 390 }, "/documents", async (page) => {
      const buffer = Buffer.from(table.replaceAll("试验", "实验"));
      await page.locator('input[type="file"]').setInputFiles({ name: "实验.txt", mimeType: "text/plain", buffer });
      await page.locator('input[name="year"]').fill("2025");
      await page.getByRole("button", { name: "开始读取" }).click();
      await page.getByRole("link", { name: "看读取结果" }).click({ timeout: 10_000 });
      expect(await page.locator("h1").innerText()).toBe("云泽市青洲区实验局");
    });
  });
});

/** Whether an element stands where one sees it. Runs in the page. */
function inSight(element: { getBoundingClientRect(): { top: number; bottom: number } }): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= 900;
}
