import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runJiheng } from "../../test/support/run-jiheng.ts";
import { shells } from "./output-formats.ts";

const has = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;
const commands = readdirSync("src/cli/commands").map((file) => file.replace(/\.ts$/, ""));

test.each(shells)("the script for %s knows every command and its flags", (shell) => {
  const { stdout, status } = runJiheng(["completion", shell]);
  expect(status).toBe(0);
  for (const name of [...commands, "sarif", "places", "dry-run"]) expect(stdout).toContain(name);
});

describe.skipIf(!has("bash"))("in bash", () => {
  const script = runJiheng(["completion", "bash"]).stdout;

  function offered(...words: readonly string[]): readonly string[] {
    const list = words.map((word) => `'${word}'`).join(" ");
    const ask = `COMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _jiheng; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync("bash", ["-c", `${script}\n${ask}`], { encoding: "utf8" });
    expect(stderr).toBe("");
    return stdout.split("\n").filter((line) => line !== "");
  }

  test.each([
    [["jiheng", "re"], ["read"]],
    [["jiheng", "--la"], ["--lang"]],
    [
      ["jiheng", "--lang", ""],
      ["zh", "en"],
    ],
    [["jiheng", "--lang", "en", "ch"], ["check"]],
    [
      ["jiheng", "check", "--format", ""],
      ["text", "json", "sarif"],
    ],
    [
      ["jiheng", "read", "--format", "js"],
      ["json", "jsonl"],
    ],
    [["jiheng", "export", "--sev"], ["--severity"]],
    [["jiheng", "completion", "f"], ["fish"]],
    [
      ["jiheng", "schema", "re"],
      ["read", "read-line"],
    ],
    [
      ["jiheng", "import", "pack"],
      ["package.json", "package-lock.json"],
    ],
    [["jiheng", "import", "--year", ""], []],
  ])("%j completes to %j", (words, completions) => {
    expect([...offered(...words)].sort()).toEqual([...completions].sort());
  });
});

for (const [shell, flag] of [
  ["zsh", "-n"],
  ["fish", "--no-execute"],
] as const)
  test.skipIf(!has(shell))(`${shell} can parse its script`, () => {
    const input = runJiheng(["completion", shell]).stdout;
    const { status, stderr } = spawnSync(shell, [flag], { input, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  });
