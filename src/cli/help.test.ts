import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runJiheng } from "../../test/support/run-jiheng.ts";

const commands = readdirSync("src/cli/commands").map((file) => file.replace(/\.ts$/, ""));

describe("help", () => {
  test("lists every command", () => {
    const { stdout } = runJiheng(["--help"]);
    for (const name of commands) expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, "m"));
  });

  test.each(commands)("of %s begins with examples that name it, in either language", (name) => {
    const zh = runJiheng([name, "--help"]);
    const en = runJiheng(["--lang", "en", name, "--help"]);
    expect([zh.status, en.status]).toEqual([0, 0]);
    expect(zh.stdout).toMatch(new RegExp(`^示例：\\n(?:  .*\\n)*?  .*jiheng .*${name}`));
    expect(en.stdout).toMatch(/^Examples:\n/);
    expect(zh.stdout).toContain("用法：");
    expect(en.stdout).toContain("Usage:");
    expect(en.stdout.slice(en.stdout.indexOf("Usage:"))).not.toMatch(/\p{Script=Han}/u);
    expect(zh.stdout).not.toMatch(/Usage:|Options:|Arguments:|choices|default:/);
  });

  test("its columns stand under one another, Chinese or not", () => {
    const options = runJiheng(["read", "--help"])
      .stdout.split("\n")
      .filter((line) => /^ {2}-/.test(line));
    expect(new Set(options.map((line) => line.search(/\p{Script=Han}/u))).size).toBe(1);
  });

  test("speaks the language of the environment, of JIHENG_LANG before it, and of --lang before both", () => {
    const first = (environment: NodeJS.ProcessEnv, ...args: readonly string[]) =>
      runJiheng([...args, "--help"], { environment }).stdout.split("\n")[0];
    expect(first({ LANG: "en_GB.UTF-8" })).toBe("Examples:");
    expect(first({ LANG: "en_GB.UTF-8", JIHENG_LANG: "zh" })).toBe("示例：");
    expect(first({ JIHENG_LANG: "zh" }, "--lang=en")).toBe("Examples:");
  });
});
