import type { FastifyInstance } from "fastify";
import { zipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPortal } from "../../src/cli/open-portal.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import {
  axeViolations,
  canOpenBrowser,
  openBrowser,
  type TestBrowser,
  troublesOf,
  type View,
} from "../support/browser.ts";

const list = "1、产出指标：巡查次数，年度指标值：≥12次。2、满意度指标：群众满意度，年度指标值：≥90%。";
const tableOf = (bureau: string, year: number) =>
  `云泽市青洲区${bureau}${year}年工作安排\n\n事项\t承办\t安排\t要达到什么\t怎样衡量\n堤防加固\t青洲区堤防所\t120.00\t完成三处堤防加固，确保安全度汛。\t${list}\n`;
const known = (bureau: string) =>
  `项目支出绩效目标表\n\n部门名称：云泽市青洲区${bureau}\n\n单位：万元\n\n项目名称\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标\n试验经费\t10.00\t10.00\t\t\t完成试验。\t${list}\n`;
const phone: View = { width: 390, dark: true, lang: "en" };
const patient = { timeout: 30_000 };

/** What a browser does when somebody pastes, as script for the page. */
const pasting = (html: string, text: string): string => `{
  const box = document.querySelector('.paste [name="text"]');
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", ${JSON.stringify(html)});
  clipboardData.setData("text/plain", ${JSON.stringify(text)});
  box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  box.value = ${JSON.stringify(text)};
}`;

describe.skipIf(!canOpenBrowser)("bringing files, in a browser", () => {
  let store: Store;
  let app: FastifyInstance;
  let browser: TestBrowser;
  let home: string;

  beforeAll(async () => {
    store = await openStore(":memory:");
    app = await openPortal({ store, allowUpload: true, version: "0.0.0" });
    home = await app.listen({ host: "127.0.0.1", port: 0 });
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
  const choose = (page: Page, files: readonly (readonly [name: string, content: string | Uint8Array])[]) =>
    page
      .locator('form.drop input[type="file"]')
      .setInputFiles(
        files.map(([name, content]) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) })),
      );
  const isWide = (page: Page) =>
    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

  /** Both looks of the page at hand can be used by everyone, and need not be moved sideways. */
  async function isUsable(path: string): Promise<void> {
    for (const view of [{}, phone, { width: 320 }])
      await visit(view, path, async (page) => {
        expect([path, view, await isWide(page), await axeViolations(page), troublesOf(page)]).toEqual([
          path,
          view,
          0,
          [],
          [],
        ]);
      });
  }

  test("the page says what is read, and can be used by everyone", async () => {
    await isUsable("/import");
    await isUsable("/recipes");
    await visit({}, "/import", async (page) => {
      const told = await page.locator("#formats").innerText();
      for (const ending of [".pdf", ".xlsx", ".et", ".docx", ".wps", ".html", ".csv", ".zip"])
        expect(told).toContain(ending);
    });
  }, 60_000);

  test("columns are told once; the next year's file is offered them, and is read when a person says so", async () => {
    const first = await visit({}, "/import", async (page) => {
      await choose(page, [["2025.txt", tableOf("水务局", 2025)]]);
      await page.getByRole("button", { name: "开始读取" }).click();
      await page.waitForURL(/\/imports\//);
      await page.getByRole("heading", { name: "逐列说明" }).waitFor(patient);
      const address = new URL(page.url()).pathname;
      expect(
        await page.locator(".tell select[name=is]").evaluateAll((all) => all.map((one) => Object(one).value)),
      ).toEqual(["project", "unit", "total", "goal", "indicators"]);
      expect(await page.locator('.tell [name="publisher"]').inputValue()).toBe("云泽市青洲区水务局");
      await page.getByLabel("要达到什么：这一列是").selectOption({ label: "总计" });
      await page.getByLabel("您的姓名").fill("李审核");
      await page.getByRole("button", { name: "照此读取" }).click();
      expect(await page.getByRole("alert").last().innerText()).toContain("“要达到什么”与“安排”对照成了同一种列");
      expect(await page.getByLabel("要达到什么：这一列是").inputValue()).toBe("total");
      expect(await axeViolations(page)).toEqual([]);
      await page.getByLabel("要达到什么：这一列是").selectOption({ label: "绩效目标" });
      await page.getByLabel("金额单位").selectOption("元");
      await page.getByRole("button", { name: "照此读取" }).click();
      await page.getByText("按列对照“工作安排”读取。").waitFor(patient);
      await page.getByRole("link", { name: "看读取结果" }).click();
      expect(await page.locator("h1").innerText()).toBe("云泽市青洲区水务局");
      expect(await page.locator("#report").innerText()).toContain("列由人工对照确定");
      expect(troublesOf(page).filter((one) => !one.includes("422"))).toEqual([]);
      return address;
    });
    await isUsable(first);
    const next = await visit({}, "/import", async (page) => {
      await choose(page, [["2026.txt", tableOf("水务局", 2026)]]);
      await page.getByRole("button", { name: "开始读取" }).click();
      const offer = page.locator(".offer");
      await offer.waitFor(patient);
      expect(await offer.innerText()).toMatch(/可沿用 \d{4} 年的列对照“工作安排”/);
      expect(await offer.innerText()).toContain("不会自动套用");
      expect((await store.documents()).map(({ fileName }) => fileName)).not.toContain("2026.txt");
      return new URL(page.url()).pathname;
    });
    await isUsable(next);
    await visit({}, next, async (page) => {
      await page.locator(".offer").getByLabel("您的姓名").fill("王复核");
      await page.getByRole("button", { name: "沿用并读取" }).click();
      await page.getByText("按列对照“工作安排”读取。").waitFor(patient);
    });
    expect((await store.documents()).map(({ key, version }) => [key.year, version])).toEqual([
      [2026, 1],
      [2025, 1],
    ]);
    await isUsable("/recipes");
  }, 180_000);

  test("without script columns are told as well, and a recipe is removed by name of who does it", async () => {
    await visit({ script: false, width: 390 }, "/import", async (page) => {
      await choose(page, [["林业.txt", tableOf("林业局", 2025)]]);
      await page.getByRole("button", { name: "开始读取" }).click();
      await page.locator("summary", { hasText: "逐列改动" }).click(patient); // the very heads are known of another bureau
      const form = page.locator(".tell");
      await form.getByLabel("这份对照叫什么").fill("林业安排");
      await form.getByLabel("您的姓名").fill("李审核");
      await form.getByRole("button", { name: "照此读取" }).click();
      await page.getByText("按列对照“林业安排”读取。").waitFor(patient);
      await page.getByRole("link", { name: "列对照表" }).click();
      const own = page.locator(".recipe", { hasText: "林业安排" });
      await own.locator("summary").click();
      await own.getByLabel("您的姓名").fill("李审核");
      await own.getByRole("button", { name: "删除" }).click();
      expect(await page.getByRole("status").innerText()).toBe("已删除。");
      expect(await page.locator(".recipe", { hasText: "林业安排" }).count()).toBe(0);
    });
  }, 60_000);

  test("an archive and other files come in one list, each with its outcome, before one's eyes", async () => {
    const zip = zipSync({
      "甲.txt": Buffer.from(known("甲局")),
      "信.txt": Buffer.from("各位同事：请于下周三前报送。"),
      ".DS_Store": Buffer.from("x"),
    });
    const archive = await visit({}, "/", async (page) => {
      await choose(page, [["各局.zip", zip]]);
      await page.getByRole("button", { name: "开始读取" }).click();
      await page.getByText("收录 1 份，没有收录 1 份。").waitFor(patient);
      const told = await page.locator(".files li").allInnerTexts();
      expect(told).toEqual([
        expect.stringMatching(/^各局\.zip\/信\.txt 没有收录[\s\S]*没有找到像表头的行/u),
        expect.stringMatching(/^各局\.zip\/甲\.txt 已收录 1 个项目、2 项指标/u),
      ]);
      expect(await page.locator("details summary").innerText()).toContain("略过的系统附属文件（1）");
      expect(troublesOf(page)).toEqual([]);
      return new URL(page.url()).pathname;
    });
    await isUsable(archive);
    await visit({ script: false }, "/import", async (page) => {
      await choose(page, [
        ["乙.txt", known("乙局")],
        ["丙.txt", known("丙局")],
      ]);
      await page.getByRole("button", { name: "开始读取" }).click();
      await page.getByText("收录 2 份，没有收录 0 份。").waitFor(patient);
      expect(await page.locator(".files a").count()).toBe(2);
    });
  }, 120_000);

  test("what is pasted comes with its merged cells; without script its text is taken", async () => {
    const head = ["项目名称", "资金", "绩效目标", "绩效指标"];
    const html = `<html><body><table><tr><td rowspan=2>${head[0]}</td><td colspan=2>资金</td><td rowspan=2>绩效目标</td><td rowspan=2>绩效指标</td></tr><tr><td>总计</td><td>财政拨款</td></tr><tr><td>试验经费</td><td>10.00</td><td>10.00</td><td>完成试验。</td><td>${list}</td></tr></table></body></html>`;
    const text = `${head.join("\t")}\n试验经费\t10.00\t完成试验。\t${list}`;
    await visit({}, "/import", async (page) => {
      await page.evaluate(pasting(html, text));
      await page.getByText("已粘贴带格式的表格：3 行、5 列。").waitFor();
      await page.getByLabel("这份表叫什么").fill("试验局粘贴表");
      await page.getByRole("button", { name: "读取粘贴的表格" }).click();
      await page.getByText("读出 1 个项目、2 项绩效指标。").waitFor(patient);
      await page.getByRole("link", { name: "看读取结果" }).click();
      expect(await page.locator(".meta").first().innerText()).toContain("试验局粘贴表");
    });
    const own = (await store.documents()).find(({ fileName }) => fileName === "试验局粘贴表")!;
    const project = (await store.document(own.key))!.reading.tables[0]!.declarations[0]!;
    expect(project.funding?.appropriation).toEqual({ kind: "read", fen: 10_000_000 });
    await visit({ script: false, width: 390 }, "/import", async (page) => {
      await page.getByLabel("粘贴到这里").fill(known("丁局"));
      await page.getByLabel("这份表叫什么").fill("丁局粘贴表");
      await page.getByRole("button", { name: "读取粘贴的表格" }).click();
      await page.getByText("读出 1 个项目、2 项绩效指标。").waitFor(patient);
    });
  }, 60_000);

  test("columns of a kept file are told anew from its page, and its reading stays until then", async () => {
    const [document] = await store.documents();
    const page = `/f/${document!.key.region}/${document!.key.year}/${document!.key.id}`;
    await visit({}, page, async (view) => {
      await view.getByRole("button", { name: "重新对照各列" }).click();
      await view.getByText("请说明各列是什么，原来的读取结果在您提交之前保持不变。").waitFor(patient);
      expect(await view.locator(".tell select").count()).toBeGreaterThan(1);
      expect(await axeViolations(view)).toEqual([]);
    });
    expect((await store.document(document!.key))?.row.current).toBe(true);
  }, 60_000);
});
