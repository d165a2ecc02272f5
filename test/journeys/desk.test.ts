import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { FastifyInstance } from "fastify";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPortal } from "../../src/cli/open-portal.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Key, Store } from "../../src/store/store.ts";
import { importFile } from "../../src/workflow/import-file.ts";
import {
  axeViolations,
  canOpenBrowser,
  openBrowser,
  type TestBrowser,
  troublesOf,
  type View,
} from "../support/browser.ts";
import { exampleDocuments } from "../support/example-documents.ts";

const table = `项目支出绩效目标表

部门名称：青禾区文化局
单位：万元

项目名称（资金使用单位）\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标
合计\t38.00\t38.00\t\t
青禾区文化馆\t38.00\t38.00\t\t
图书采购\t8.00\t8.00\t\t\t充实馆藏，数据输人及时。\t1、1-产出指标,11-数量指标,采购册数;实施周期指标值:良好,年度指标值:良好;2、1-产出指标,12-质量指标,数据输人率;实施周期指标值:100%,年度指标值:100%;
展厅维修\t36.00\t30.00\t\t\t维修展厅。\t1、1-产出指标,12-质量指标,数据输人率;实施周期指标值:100%,年度指标值:100%;
书画展览\t\t\t\t\t\t1、1-产出指标,11-数量指标,展览场次;实施周期指标值:3场,年度指标值:3场;
备查\t见附表二
`;

const person = { who: "李审核", why: "原件第 1 页印作 30.00" };
const phone = { width: 390 };
/** Machines that build are busy. */
const patience = { timeout: 15_000 };

describe.skipIf(!canOpenBrowser)("the reading desk in a browser", () => {
  let store: Store;
  let app: FastifyInstance;
  let browser: TestBrowser;
  let home: string;
  const desks = new Map<string, string>();

  async function bring(name: string, bytes: Uint8Array, region = 990101): Promise<Key> {
    const result = await importFile(store, { name, bytes, region, year: 2026, actor: "test" });
    if (!result.ok) throw new Error(`${name}: ${result.refusal.message.en}`);
    return result.value.outcome.document;
  }
  const deskOf = ({ region, year, id }: Key): string => `/f/${region}/${year}/${id}/desk`;
  let regions = 990200;
  /** A desk of its own for a test that changes something. */
  async function ownDesk(text = table): Promise<string> {
    regions++;
    return deskOf(await bring("表.txt", Buffer.from(text.replaceAll("青禾区", `青禾区${regions}号`)), regions));
  }

  beforeAll(async () => {
    store = await openStore(":memory:");
    for (const document of exampleDocuments) {
      const ending = document.name.slice(document.name.lastIndexOf("."));
      if (!desks.has(ending)) desks.set(ending, deskOf(await bring(document.name, await document.bytes())));
    }
    desks.set(".txt", deskOf(await bring("表.txt", Buffer.from(table))));
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

  test.each<[string, string, View]>([
    ["light, on a desk", "?at=tables/0/declarations/0/project/name", {}],
    ["dark, in English, on a phone", "?show=doubts", { ...phone, dark: true, lang: "en" }],
  ])(
    "every kind of original can be used by everyone, and no page has to be moved sideways: %s",
    async (_, query, view) => {
      for (const [ending, desk] of desks) {
        const found = await visit(view, desk + query, async (page) => [
          ...(await axeViolations(page)),
          ...troublesOf(page),
          await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
        ]);
        expect([ending, found]).toEqual([ending, [0]]);
      }
    },
    240_000,
  );

  test("a page of a PDF is drawn, and the outline of a value lies on its words", async () => {
    await visit({}, `${desks.get(".pdf")}?at=tables/0/declarations/0/project/name`, async (page) => {
      const picture = page.locator(".leaf img");
      await expect.poll(() => picture.evaluate(widthOf), patience).toBeGreaterThan(1000);
      const outlines = await page.locator(".leaf .box").count();
      expect(outlines).toBeGreaterThan(20);
      const lit = page.locator(".leaf .box.lit path").first();
      expect(await inkUnder(page, await lit.boundingBox())).toBe(true);
    });
  }, 40_000);

  test.each([".pdf", ".xlsx", ".docx", ".txt"])(
    "a value that is clicked has its words lit on the original, and the words lead back: %s",
    async (ending) => {
      await visit({}, desks.get(ending)!, async (page) => {
        const value = page.locator("#panel .indicator-list .val").first();
        const text = await value.innerText();
        await value.click();
        await page.waitForSelector("#new-text");
        const lit = page.locator(".board .lit").first();
        expect(await lit.evaluate(isInBoard)).toBe(true);
        expect(await page.locator("#new-text").inputValue()).toBe(text);
        expect(new URL(page.url()).searchParams.get("at")).toContain("/indicators/0/");
        const other = page.locator(".board [data-value] >> visible=true").nth(3);
        const at = await other.evaluate(valueNameOf);
        await other.click({ force: true });
        await expect.poll(() => page.locator("#panel .val.lit").getAttribute("data-value"), patience).toBe(at);
        expect(troublesOf(page)).toEqual([]);
      });
    },
  );

  test.each([".pdf", ".docx", ".txt"])("without script the same clicks lead to the same places: %s", async (ending) => {
    await visit({ script: false, ...phone }, desks.get(ending)!, async (page) => {
      const value = page.locator("#panel .indicator-list .val").first();
      const text = await value.innerText();
      await value.click();
      await page.waitForURL(/at=/);
      expect(await page.locator(".board :target").count()).toBe(1);
      expect(await page.locator("#new-text").inputValue()).toBe(text);
      expect(await page.locator("#panel .val.lit").innerText()).toBe(text);
    });
  });

  test("pages are turned and values walked by keys alone", async () => {
    await visit({}, desks.get(".pdf")!, async (page) => {
      await page.keyboard.press("ArrowRight");
      await page.waitForURL(/sheet=2/);
      await page.keyboard.press("ArrowLeft");
      await page.waitForURL(/sheet=1/);
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      await page.waitForSelector("#new-text");
      const second = page.locator("#panel .val").nth(1);
      expect(await second.getAttribute("class")).toContain("lit");
      expect(await page.evaluate("document.activeElement.id")).toBe(await second.getAttribute("id"));
    });
  });

  test.each<[string, boolean]>([
    ["with script", true],
    ["without script", false],
  ])("a value is corrected, told beside what the machine read, and taken back: %s", async (_, script) => {
    const desk = await ownDesk();
    await visit({ script }, `${desk}?at=tables/0/declarations/1/funding/total`, async (page) => {
      await page.fill("#new-text", "30.00");
      await page.fill('#chosen input[name="why"]', person.why);
      await page.fill('#chosen input[name="who"]', person.who);
      await page.getByRole("button", { name: "更正", exact: true }).click();
      await page.waitForURL(/done=1/);
      expect(await page.locator('.done[role="status"]').innerText()).toBe("已更正 1 处。");
      expect(await page.locator("#chosen .history").innerText()).toContain("机器读作“36.00”，李审核于");
      expect(await page.locator("#chosen .history").innerText()).toContain(
        "更正为“30.00”，理由：原件第 1 页印作 30.00",
      );
      await page.goto(`${home + desk}?at=tables/0/declarations/0/goal`);
      expect(await page.locator('#chosen input[name="who"]').inputValue()).toBe("李审核");
      await page.goto(`${home + desk}?sheet=1`);
      await page.locator(".owner h3 a", { hasText: "展厅维修" }).click();
      await page.waitForURL(/\/p\//);
      expect(await page.locator(".money .total").innerText()).toContain("30.00");
      expect(await page.locator("#corrections").innerText()).toContain("机器读作“36.00”");
      await page.goto(`${home + desk}?show=corrections`);
      await page.locator("#panel .undo summary").click();
      await page.fill('#panel input[name="why"]', "看错了");
      await page.locator("#panel .undo button").click();
      await page.waitForURL(/did=undone/);
      expect(await page.locator("#panel").innerText()).toContain("已撤销");
    });
  });

  test("what is not taken says why, and keeps what was typed", async () => {
    const desk = await ownDesk();
    await visit({}, `${desk}?at=tables/0/declarations/1/funding/total`, async (page) => {
      await page.fill("#new-text", "三十万");
      await page.fill('#chosen input[name="why"]', person.why);
      await page.fill('#chosen input[name="who"]', person.who);
      await page.getByRole("button", { name: "更正", exact: true }).click();
      expect(await page.getByRole("alert").innerText()).toContain("更正后的金额不是数字");
      expect(await page.locator("#new-text").inputValue()).toBe("三十万");
      expect(await page.locator('#chosen input[name="why"]').inputValue()).toBe(person.why);
      expect(await axeViolations(page)).toEqual([]);
    });
  });

  test("the same slip is corrected everywhere at one stroke, but where a person says no", async () => {
    const desk = await ownDesk();
    await visit({}, `${desk}?at=tables/0/declarations/0/indicators/1/name`, async (page) => {
      await page.fill("#new-text", "数据输入率");
      await page.fill('#chosen input[name="why"]', "形近字");
      await page.fill('#chosen input[name="who"]', person.who);
      await page.getByRole("button", { name: "查找同类" }).click();
      await page.waitForSelector(".ticks");
      expect(await page.locator(".ticks legend").allInnerTexts()).toEqual([
        "同一种栏目，读到的也是同样的文字： 2",
        "别处含有同样的字，只把“输人”改为“输入”： 1",
      ]);
      expect(await axeViolations(page)).toEqual([]);
      await page.locator(".ticks li", { hasText: "绩效目标" }).getByRole("checkbox").uncheck();
      await page.getByRole("button", { name: "更正勾选的各处" }).click();
      await page.waitForURL(/done=2/);
      await page.goto(`${home + desk}?show=corrections`);
      expect(await page.locator("#panel").innerText()).toContain("撤销这一批 2 处");
      await page.goto(`${home + desk}?sheet=1`);
      const told = await page.locator("#panel").innerText();
      expect(told.match(/数据输入率/gu)).toHaveLength(2);
      expect(told).toContain("数据输人及时");
    });
  });

  test("words without a place are given one", async () => {
    const desk = await ownDesk();
    await visit({ ...phone }, desk, async (page) => {
      await page.locator("#panel .unplaced", { hasText: "见附表二" }).click();
      await page.waitForSelector('#chosen select[name="path"]');
      await page.selectOption('#chosen select[name="path"]', { label: "书画展览：绩效目标" });
      await page.fill('#chosen input[name="why"]', "印在下一行");
      await page.fill('#chosen input[name="who"]', person.who);
      await page.getByRole("button", { name: "归入", exact: true }).click();
      await page.waitForURL(/done=1/);
      expect(await page.locator("#chosen .history").innerText()).toContain("补上“见附表二”");
      expect(await page.locator("#panel .unplaced", { hasText: "见附表二" }).count()).toBe(0);
      const lit = page.locator(".board .lit", { hasText: "见附表二" });
      expect(await lit.count()).toBe(1);
    });
  });

  test("what a new version changed is told with the words marked", async () => {
    regions++;
    const own = table.replaceAll("青禾区", `青禾区${regions}号`);
    await bring("表.txt", Buffer.from(own), regions);
    const desk = deskOf(await bring("表.txt", Buffer.from(own.replace("维修展厅。", "维修两个展厅。")), regions));
    await visit({}, `${desk}?show=changes`, async (page) => {
      expect(await page.locator("#panel .differences").innerText()).toContain("维修两个展厅。");
      expect(await page.locator("#panel ins").innerText()).toBe("两个");
    });
  });

  test("where files are not taken, neither are corrections, and the desk says so", async () => {
    const closed = await openPortal({ store, allowUpload: false, version: "0.0.0" });
    const address = await closed.listen({ host: "127.0.0.1", port: 0 });
    const page = await browser.newPage({});
    await page.goto(`${address}${desks.get(".txt")}?at=tables/0/declarations/0/goal`);
    expect(await page.locator("#chosen form").count()).toBe(0);
    expect(await page.locator("#chosen").innerText()).toContain("本站未开放更正");
    await page.context().close();
    await closed.close();
  });

  test("a reading that the command line draws opens from the disk, without any network", async () => {
    const folder = mkdtempSync(join(tmpdir(), "jiheng-picture-"));
    try {
      const document = exampleDocuments[0]!;
      writeFileSync(join(folder, "表.pdf"), await document.bytes());
      const run = spawnSync(
        process.execPath,
        [resolve("scripts/jiheng.mjs"), "read", "表.pdf", "--picture", "图.html", "--lang", "zh"],
        { cwd: folder, encoding: "utf8" },
      );
      expect([run.status, run.stdout]).toEqual([0, ""]);
      const page = await browser.newPage({});
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url().slice(0, 30)));
      await page.goto(pathToFileURL(join(folder, "图.html")).href);
      expect(await axeViolations(page)).toEqual([]);
      const value = page.locator(".indicator-list .val").first();
      await value.click();
      expect(await page.locator(".board :target").count()).toBe(1);
      expect(asked.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"))).toEqual([]);
      expect(troublesOf(page)).toEqual([]);
      await page.context().close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});

/** What the two attributes of elements are that journeys ask for. Run in the page. */
const widthOf = (image: { naturalWidth?: number }): number => image.naturalWidth ?? 0;
const valueNameOf = (element: { dataset?: { value?: string } }): string => element.dataset?.value ?? "";

/** Whether an element stands where the board shows it. Runs in the page. */
function isInBoard(element: {
  getBoundingClientRect(): { top: number; bottom: number };
  closest(selector: string): { getBoundingClientRect(): { top: number; bottom: number } } | null;
}): boolean {
  const own = element.getBoundingClientRect();
  const board = element.closest(".board")?.getBoundingClientRect();
  return board !== undefined && own.top >= board.top - 1 && own.bottom <= board.bottom + 1;
}

/** Whether the picture of the page is dark anywhere under a rectangle of the screen. */
async function inkUnder(
  page: Page,
  box: { x: number; y: number; width: number; height: number } | null,
): Promise<boolean> {
  if (!box) return false;
  return page.evaluate(
    `((box) => {
      const image = document.querySelector(".leaf img");
      const at = image.getBoundingClientRect();
      const scale = image.naturalWidth / at.width;
      const canvas = document.createElement("canvas");
      const [width, height] = [Math.ceil(box.width * scale), Math.ceil(box.height * scale)];
      Object.assign(canvas, { width, height });
      const pen = canvas.getContext("2d");
      pen.drawImage(image, (box.x - at.x) * scale, (box.y - at.y) * scale, width, height, 0, 0, width, height);
      return pen.getImageData(0, 0, width, height).data.some((value, n) => n % 4 === 0 && value < 100);
    })(${JSON.stringify(box)})`,
  );
}
