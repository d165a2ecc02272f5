import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";

/** Whether the browser of the npm package runs here; journeys skip elsewhere — 能否运行浏览器测试. */
export const canOpenBrowser = process.platform === "linux" && process.arch === "x64";

/** How a page is looked at — 浏览方式. */
export interface View {
  /** CSS pixels: 390 a phone, 768 a tablet, 1280 a desk. */
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly lang?: "zh-CN" | "en";
  /** `false`: as a reader without JavaScript. */
  readonly script?: boolean;
}

/** A real browser with a Chinese font and no way out to the network — 测试浏览器. */
export interface TestBrowser {
  newPage(view?: View): Promise<Page>;
  close(): Promise<void>;
}

const flags: readonly string[] = [
  "--no-sandbox", // builds often run as root, where Chromium's sandbox does not start
  "--no-zygote",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--no-pings",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--font-render-hinting=none",
  "--no-proxy-server",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
];

/** Starts Chromium from its npm package with an empty profile — 启动浏览器. */
export async function openBrowser(): Promise<TestBrowser> {
  const home = await mkdtemp(join(tmpdir(), "jiheng-browser-"));
  const [program, fonts] = await Promise.all([inflatedChromium(), writeFontConfig(home)]);
  const browser = await chromium.launch({
    executablePath: join(program, "chromium"),
    args: [...flags],
    env: { HOME: home, LANG: "C.UTF-8", FONTCONFIG_FILE: fonts, LD_LIBRARY_PATH: join(program, "al2023", "lib") },
  });
  return {
    newPage: (view = {}) => newPage(browser, view),
    async close() {
      await browser.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function newPage(browser: Browser, view: View): Promise<Page> {
  const { width = 1280, height = width < 600 ? 844 : 900, dark = false, lang = "zh-CN", script = true } = view;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    locale: lang,
    javaScriptEnabled: script,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  troublesByPage.set(page, troubles);
  page.on("pageerror", (error) => troubles.push(`script: ${error.message}`));
  page.on("console", (line) => line.type() === "error" && troubles.push(`console: ${line.text()}`));
  page.on("requestfailed", (request) =>
    troubles.push(`request: ${request.url()} ${request.failure()?.errorText ?? ""}`),
  );
  return page;
}

const troublesByPage = new WeakMap<Page, string[]>();

/** What went wrong in a page unseen: script errors, console errors, requests without an answer — 页面故障. */
export function troublesOf(page: Page): readonly string[] {
  return troublesByPage.get(page) ?? [];
}

/** What axe finds, one line each; [] is a page that everyone can use — 无障碍问题. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} — ${node.target.join(" ")}`));
}

const require = createRequire(import.meta.url);

/** The browser is 200 MB once inflated: done once per installation, in node_modules, so that `npm ci` clears it away. */
async function inflatedChromium(): Promise<string> {
  if (!canOpenBrowser)
    throw new Error(`@sparticuz/chromium is made for linux x64, not ${process.platform} ${process.arch}`);
  const packaged = join(dirname(require.resolve("@sparticuz/chromium")), "..");
  const folder = join(packaged, "..", "..", ".cache", "jiheng-chromium");
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  const making = await mkdtemp(`${folder}-`);
  await inTempFolder(making, async () => {
    const { default: program, inflate } = await import("@sparticuz/chromium");
    await program.executablePath();
    await inflate(join(packaged, "bin", "al2023.tar.br")); // nss, nspr, expat: a bare machine lacks them
  });
  try {
    await rename(making, folder);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // otherwise another test file was first, with the same content
  }
  return folder;
}

/** The package knows no other place to unpack to than the temporary folder. */
async function inTempFolder(folder: string, act: () => Promise<void>): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await act();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** Only Noto Sans SC exists for this browser, so that pages look the same on every machine. */
async function writeFontConfig(home: string): Promise<string> {
  const fonts = dirname(require.resolve("@expo-google-fonts/noto-sans-sc/package.json"));
  const families = ["sans-serif", "serif", "monospace", "system-ui", "PingFang SC", "Microsoft YaHei"];
  const aliases = families.map(
    (family) => `<match target="pattern"><test name="family"><string>${family}</string></test>
      <edit name="family" mode="assign" binding="strong"><string>Noto Sans SC</string></edit></match>`,
  );
  const file = join(home, "fonts.conf");
  const weights = ["400Regular", "500Medium", "600SemiBold", "700Bold"];
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
    <fontconfig>${weights.map((weight) => `<dir>${join(fonts, weight)}</dir>`).join("")}
    <cachedir>${join(home, "font-cache")}</cachedir>${aliases.join("\n")}</fontconfig>`,
  );
  return file;
}
