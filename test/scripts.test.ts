import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { installedState } from "../scripts/installed.mjs";
import { run, runsTypeScript } from "../scripts/pinned-node.mjs";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files in it; JSON where they are not text. */
function folderWith(files: Readonly<Record<string, unknown>>, under = tmpdir()): string {
  mkdirSync(under, { recursive: true });
  const folder = mkdtempSync(join(under, "jiheng-scripts-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder;
}

describe("npm start looks at what is installed", () => {
  const run1 = { version: "1.0.0", integrity: "sha512-a" };
  const dev1 = { version: "2.0.0", integrity: "sha512-b", dev: true };
  const mac1 = { version: "3.0.0", integrity: "sha512-c", optional: true };
  const locked = { packages: { "": {}, "node_modules/run": run1, "node_modules/dev": dev1, "node_modules/mac": mac1 } };
  const state = (installed: unknown) =>
    installedState(folderWith({ "package-lock.json": locked, "node_modules/.package-lock.json": installed }));

  test.each([
    ["all but other platforms", { "node_modules/run": run1, "node_modules/dev": dev1 }, "as-locked", true],
    ["only what runs", { "node_modules/run": run1 }, "as-locked", false],
    ["what runs is missing", { "node_modules/dev": dev1 }, "outdated", true],
    ["another version", { "node_modules/run": { ...run1, version: "0.9.0" } }, "outdated", false],
    ["another content", { "node_modules/run": { ...run1, integrity: "sha512-x" } }, "outdated", false],
    ["one too many", { "node_modules/run": run1, "node_modules/old": run1 }, "outdated", false],
  ])("%s", (_name, packages, expected, withDevelopment) => {
    expect(state({ packages })).toEqual({ state: expected, withDevelopment });
  });

  test("an installation that was broken off counts as none", () => {
    expect(state('{"packages": {"node_modules/run"')).toEqual({ state: "nothing", withDevelopment: false });
    expect(installedState(folderWith({ "package-lock.json": locked })).state).toBe("nothing");
  });

  test("a repository without its lock file is told as such", () => {
    expect(() => installedState(folderWith({}))).toThrow(/package-lock\.json/);
  });
});

describe("which Node runs our files", () => {
  test.each([
    ["20.20.2", false],
    ["22.17.1", false],
    ["22.18.0", true],
    ["23.5.0", false],
    ["23.6.0", true],
    ["24.0.0", true],
    ["26.10.0", true],
  ])("%s: %s", (version, expected) => {
    expect(runsTypeScript(version)).toBe(expected);
  });

  test("the exit code of a program is passed on, its signal as shells do", async () => {
    const quiet = { stdio: "ignore" } as const;
    expect(await run(process.execPath, ["-e", "process.exit(3)"], quiet)).toBe(3);
    expect(await run(process.execPath, ["-e", "process.kill(process.pid, 'SIGTERM')"], quiet)).toBe(143);
  });

  test("a program that takes too long is ended", async () => {
    const forever = ["-e", "setInterval(() => {}, 1000)"];
    expect(await run(process.execPath, forever, { stdio: "ignore", longestMs: 300 })).toBe(143);
  });
});

test("npm test counts what passed, failed and was skipped, and a file that does not load as failed", () => {
  const folder = folderWith(
    {
      "vitest.config.mjs": `export default { test: { include: ["*.test.mjs"] } };`,
      "a.test.mjs": `import { test, expect, describe } from "vitest";
        test("passes", () => {});
        test("passes too", () => {});
        test("fails", () => expect(1).toBe(2));
        describe("later", () => { test.skip("skipped", () => {}); });`,
      "b.test.mjs": `import "./nowhere.mjs";`,
      "c.test.mjs": `import { test, beforeAll, describe } from "vitest";
        describe("scene", () => { beforeAll(() => { throw new Error("no scene"); }); test("never ran", () => {}); });`,
    },
    "node_modules/.cache",
  );
  const countFile = join(folder, "counts.json");
  const vitest = resolve("node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "--root", folder, "--reporter", resolve("scripts/count-reporter.mjs")];
  const { status } = spawnSync(process.execPath, args, { env: { ...process.env, JIHENG_COUNT_FILE: countFile } });
  expect(status).not.toBe(0);
  // Failed: the test that fails, the file that does not load, the scene that could not be set.
  expect(JSON.parse(readFileSync(countFile, "utf8"))).toEqual({ passed: 2, failed: 3, skipped: 2 });
});
