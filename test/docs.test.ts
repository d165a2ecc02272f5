import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, normalize, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { exitCodes } from "../src/cli/exit-codes.ts";
import { settingKeys } from "../src/cli/settings.ts";
import { runJiheng } from "./support/run-jiheng.ts";

const markdown = [...markdownIn("."), ...markdownIn("docs"), ...markdownIn("docs/guide")];
const read = (file: string): string => readFileSync(file, "utf8");

describe("the papers", () => {
  test.each(["README.md", "README.en.md"])("%s names both commands at its top", (file) => {
    const top = read(file).split("\n").slice(0, 14).join("\n");
    expect(top).toMatch(/^npm start\b/m);
    expect(top).toMatch(/^npm cit\b/m);
  });

  test("the two READMEs give the same commands and point at each other", () => {
    expect(commandsIn(read("README.en.md"))).toEqual(commandsIn(read("README.md")));
    expect(linksIn(read("README.md"))).toContain("README.en.md");
    expect(linksIn(read("README.en.md"))).toContain("README.md");
  });

  test("every npm script that they name exists", () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read("package.json")));
    const named = markdown.flatMap((file) =>
      [...read(file).matchAll(/npm run (?:-s )?([\w:-]+)/g)].map((match) => match[1]),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => name === undefined || !(name in scripts))).toEqual([]);
  });

  test("the READMEs name every command of the CLI, and no other", () => {
    const program = readdirSync("src/cli/commands").map((file) => file.replace(/\.ts$/, ""));
    const named = commandsIn(read("README.md")).flatMap((line) => /jiheng -- ([a-z]+)/.exec(line)?.[1] ?? []);
    expect([...new Set(named)].sort()).toEqual(program.sort());
  });

  test.each(["README.md", "README.en.md"])("%s shows what its example really prints", (file) => {
    const [, command = "", shown = ""] =
      /^```console\n\$ npm run -s jiheng -- ([^\n]*)\n([^`]*)```/m.exec(read(file)) ?? [];
    const folder = mkdtempSync(join(tmpdir(), "jiheng-docs-"));
    const jiheng = (...args: readonly string[]) =>
      spawnSync(process.execPath, [resolve("scripts/jiheng.mjs"), ...args], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, LANG: "C.UTF-8", LC_ALL: "C.UTF-8" },
      }).stdout;
    jiheng("example");
    const printed = jiheng(...command.split(" "));
    rmSync(folder, { recursive: true, force: true });
    expect(shown).not.toBe("");
    expect(printed).toBe(shown);
  });

  test.each(["README.md", "README.en.md"])("%s tells every exit code, and no other", (file) => {
    const told = [...read(file).matchAll(/\| `(\d+)` \|/g)].map((match) => Number(match[1])).sort((a, b) => a - b);
    expect(told).toEqual(Object.values(exitCodes).sort((a, b) => a - b));
  });

  test.each(["docs/guide/cli.md", "docs/guide/cli.en.md"])("%s tells of every command, option and setting", (file) => {
    const guide = read(file);
    const script = runJiheng(["completion", "fish"]).stdout;
    const options = [...script.matchAll(/ -l ([a-z-]+)/g)].map((match) => `--${match[1]}`);
    const commands = [...script.matchAll(/ -a ([a-z]+) -d/g)].map((match) => `jiheng ${match[1]}`);
    const settings = Object.entries(settingKeys).flatMap(([key, { environment }]) => [`\`${key}\``, environment]);
    const codes = Object.values(exitCodes).map((code) => `| \`${code}\` |`);
    expect(options.length).toBeGreaterThan(20);
    expect([...options, ...commands, ...settings, ...codes].filter((word) => !guide.includes(word))).toEqual([]);
  });

  test("every link leads to a file", () => {
    const broken = markdown.flatMap((file) => brokenLinks(file, read(file)));
    expect(broken).toEqual([]);
  });

  test("every word of the glossary stands in the file that it names", () => {
    expect(glossaryLies(read("docs/glossary.md"))).toEqual([]);
  });

  test("the architecture page has a line for every room", () => {
    const page = read("docs/architecture.md");
    const rooms = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.map(({ name }) => name).filter((room) => !page.includes(`| \`${room}\` |`))).toEqual([]);
  });

  test("every dependency has a line in the decisions", () => {
    const names = z.record(z.string(), z.string());
    const manifest = z.object({ dependencies: names, optionalDependencies: names, devDependencies: names });
    const { dependencies, optionalDependencies, devDependencies } = manifest.parse(JSON.parse(read("package.json")));
    const decisions = read("docs/decisions.md");
    const all = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
    expect(all.filter((name) => !decisions.includes(`\`${name}\``))).toEqual([]);
  });
});

describe("these checks themselves", () => {
  test("find a link that leads nowhere, and leave addresses and anchors alone", () => {
    const text = "[a](README.md) [b](nowhere.md#x) [c](https://example.org/x) [d](#here) ![e](docs/none.png)";
    expect(brokenLinks("README.md", text)).toEqual(["README.md → nowhere.md", "README.md → docs/none.png"]);
  });

  test("find a word that its file does not hold, and a file that is gone", () => {
    const line = (word: string, file: string) => `| \`${word}\` | 词 | [x](../${file}) |`;
    const text = [
      line("Declaration", "src/domain/declaration.ts"),
      line("Declar", "src/domain/declaration.ts"),
      line("Fen", "src/domain/gone.ts"),
    ].join("\n");
    expect(glossaryLies(text)).toEqual([
      "Declar is not in src/domain/declaration.ts",
      "Fen is not in src/domain/gone.ts",
    ]);
    expect(glossaryLies("nothing here")).toEqual(["the glossary has no lines"]);
  });
});

function markdownIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => normalize(join(folder, file)));
}

/** The lines of code blocks, without their remarks. */
function commandsIn(text: string): readonly string[] {
  const blocks = [...text.matchAll(/^```bash\n([^`]*)```/gm)].flatMap((match) => (match[1] ?? "").split("\n"));
  return blocks.map((line) => (line.split(" # ")[0] ?? "").trim()).filter((line) => line !== "");
}

function linksIn(text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^()\s]+)\)/g)].map((match) => match[1] ?? "");
}

function brokenLinks(file: string, text: string): readonly string[] {
  return linksIn(text)
    .filter((link) => !/^(?:https?:|mailto:|#)/.test(link))
    .map((link) => normalize(join(dirname(file), decodeURI(link.split("#")[0] ?? ""))))
    .filter((target) => !existsSync(target))
    .map((target) => `${file} → ${target}`);
}

function glossaryLies(text: string): readonly string[] {
  const lines = [...text.matchAll(/^\| `(\w+)` \|[^|]*\| \[[^\]]*\]\(\.\.\/([^)]+)\) \|$/gm)];
  if (lines.length === 0) return ["the glossary has no lines"];
  return lines.flatMap(([, word = "", file = ""]) => {
    const holds = existsSync(file) && new RegExp(`\\b${word}\\b`).test(read(file));
    return holds ? [] : [`${word} is not in ${file}`];
  });
}
