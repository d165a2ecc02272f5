// `npm run pictures`: takes the pictures of the README anew, from the example district in a real browser.
import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { createInterface } from "node:readline";
import { openBrowser } from "../test/support/browser.ts";

const folder = "docs/images";
const project = "城乡义务教育阶段生均公用经费补助";

const portal = spawn(
  process.execPath,
  ["src/cli/main.ts", "serve", "--example", "--store", ":memory:", "--port", "0"],
  {
    stdio: ["ignore", "pipe", "inherit"],
  },
);
const browser = await openBrowser();
try {
  const { value: address } = await createInterface(portal.stdout)[Symbol.asyncIterator]().next();
  await mkdir(folder, { recursive: true });
  for (const [language, file] of [
    ["zh", "project.png"],
    ["en", "project.en.png"],
  ] as const) {
    const page = await browser.newPage({ width: 1280, height: 860, lang: language === "zh" ? "zh-CN" : "en" });
    await page.goto(`${address}/projects?lang=${language}&q=${encodeURIComponent(project)}`);
    await page.locator("table").getByRole("link", { name: project }).first().click();
    await page.waitForURL(/\/p\//);
    await page.screenshot({ path: `${folder}/${file}` });
  }
} finally {
  await browser.close();
  portal.kill();
}
