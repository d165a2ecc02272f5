import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations, canOpenBrowser, openBrowser, type TestBrowser, troublesOf } from "./support/browser.ts";

const sentence = "项目支出绩效目标表：服务对象满意度≥95%，二〇二六年十一月底前完成。";
const small = (body: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>试</title></head><body>${body}</body></html>`;

describe.skipIf(!canOpenBrowser)("the browser of the tests", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test("draws every Chinese character with a shape of its own, and none as a box", async () => {
    const page = await browser.newPage();
    await page.setContent(small("<p></p>"));
    const drawn = await page.evaluate<Drawn>(drawLetters(sentence));
    expect(new Set(drawn.letters).size).toBe(new Set(sentence).size);
    expect(drawn.letters).not.toContain(drawn.box);
    expect(drawn.letters).not.toContain(drawn.blank);
  });

  test("a line of Chinese is as wide as its characters, in bold too", async () => {
    const page = await browser.newPage();
    await page.setContent(
      small(`<span style="font-size:20px">绩效目标</span><br><b style="font-size:20px">绩效目标</b>`),
    );
    const boxes = await Promise.all((await page.locator("span, b").all()).map((one) => one.boundingBox()));
    expect(boxes.map((box) => box?.width)).toEqual([80, 80]);
  });

  test("a page is seen as narrow, dark and English as asked", async () => {
    const page = await browser.newPage({ width: 390, dark: true, lang: "en" });
    await page.setContent(small("<p>试</p>"));
    const dark = `matchMedia("(prefers-color-scheme: dark)").matches`;
    const seen = await page.evaluate(`({ width: innerWidth, dark: ${dark}, language: navigator.language })`);
    expect(seen).toEqual({ width: 390, dark: true, language: "en" });
  });

  test("axe finds a picture without words and a grey that nobody can read", async () => {
    const page = await browser.newPage();
    await page.setContent(small(`<main><h1>表</h1><img src="data:,"><p style="color:#ccc">看不清</p></main>`));
    const rules = (await axeViolations(page)).map((line) => line.split(":")[0]);
    expect(rules).toEqual(["color-contrast", "image-alt"]);
  });

  test("a request that leaves the machine fails and is told", async () => {
    const page = await browser.newPage();
    await page.setContent(small(`<main><h1>表</h1><img alt="远" src="http://far.example/a.png"></main>`));
    await expect.poll(() => troublesOf(page).join("\n")).toContain("http://far.example/a.png");
  });

  test("scripts can be switched off", async () => {
    const page = await browser.newPage({ script: false });
    await page.setContent(small(`<p>静</p><script>document.querySelector("p").textContent = "动"</script>`));
    expect(await page.locator("p").textContent()).toBe("静");
  });
});

/** Pictures of letters, and of what is drawn for a code point that no font has. */
interface Drawn {
  readonly letters: readonly string[];
  readonly box: string;
  readonly blank: string;
}

/** Runs in the page, as text: nothing else here knows the types of a browser. */
function drawLetters(text: string): string {
  return `(() => {
    const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const picture = (letter) => {
      brush.clearRect(0, 0, 60, 60);
      brush.font = "40px sans-serif";
      brush.fillText(letter, 5, 45);
      return brush.getImageData(0, 0, 60, 60).data.join();
    };
    const letters = [...new Set(${JSON.stringify(text)})].map(picture);
    return { letters, box: picture(String.fromCodePoint(0x10fffd)), blank: picture(" ") };
  })()`;
}
