import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { describe, expect, test } from "vitest";
import { brokenImports, circles, type Import, importsOf, isTestFile, sourceTree } from "./support/imports.ts";
import { barrels, forbiddenImports, roomOf, rooms } from "./support/rooms.ts";

const tree = sourceTree("src");
const imports = importsOf(tree);
const ownImports = imports.filter(({ from }) => !isTestFile(from));

describe("the house", () => {
  test("rooms only open the doors they have", () => {
    expect(forbiddenImports(imports, rooms)).toEqual([]);
  });

  test("no file imports itself, not even by a detour", () => {
    expect(circles(imports)).toEqual([]);
  });

  test("every import leads to a file", () => {
    expect(brokenImports(imports, ".")).toEqual([]);
  });

  test("every file lies in a room of the map", () => {
    expect([...tree.keys()].filter((file) => !(roomOf(file) in rooms))).toEqual([]);
  });

  test("nobody hands on what another file holds: no barrels", () => {
    expect(barrels(imports)).toEqual([]);
  });

  test("no file is named for everything and nothing", () => {
    const vague = /(?:^|[/-])(?:utils?|helpers?|managers?|misc|common)(?:[/.-]|$)/;
    expect([...tree.keys()].filter((file) => vague.test(file))).toEqual([]);
  });

  test("what runs uses only packages that are installed with it", () => {
    const manifest: unknown = JSON.parse(readFileSync("package.json", "utf8"));
    const declared = namesUnder(manifest, "dependencies");
    const missing = packagesOf(ownImports).filter(({ name }) => !declared.has(name) && !isBuiltIn(name));
    expect(missing).toEqual([]);
  });

  test("and every package that is installed with it is used", () => {
    const used = new Set(packagesOf(ownImports).map(({ name }) => name));
    const declared = namesUnder(JSON.parse(readFileSync("package.json", "utf8")), "dependencies");
    expect([...declared].filter((name) => !used.has(name))).toEqual([]);
  });

  test("reading, checking and the words of the field touch no disk, network, process or database", () => {
    const pure = new Set(["domain", "read", "rules"]);
    const allowed = new Set(["node:crypto"]);
    const outside = packagesOf(ownImports.filter(({ from }) => pure.has(roomOf(from))));
    expect(outside.filter(({ name }) => isBuiltIn(name) && !allowed.has(name))).toEqual([]);
  });

  test("nor do they ask the clock, chance or the network, for which no import is needed", () => {
    const world = /\b(?:Date\.now|new Date\(\)|performance\.now|Math\.random|fetch\(|process\.)/;
    const pure = [...tree].filter(([file]) => /^src\/(?:domain|read|rules)\//.test(file) && !isTestFile(file));
    expect(pure.length).toBeGreaterThan(100);
    expect(pure.filter(([, source]) => world.test(source)).map(([file]) => file)).toEqual([]);
  });

  test("only the store speaks to a database", () => {
    const database = new Set(["node:sqlite", "kysely", "pg", "pg-boss", "pg-copy-streams"]);
    const users = packagesOf(ownImports).filter(({ name }) => database.has(name));
    expect(users.filter(({ from }) => roomOf(from) !== "store")).toEqual([]);
  });
});

describe("the scanner of imports", () => {
  const scan = (files: Readonly<Record<string, string>>) => importsOf(new Map(Object.entries(files)));

  test.each([
    [`import { a } from "./a.ts";`, "src/read/a.ts"],
    [`import type { A } from "../domain/a.ts";`, "src/domain/a.ts"],
    [`import {\n  a,\n  type B,\n} from "./a.ts";`, "src/read/a.ts"],
    [`import * as a from "./a.ts";`, "src/read/a.ts"],
    [`import "./a.ts";`, "src/read/a.ts"],
    [`const a = await import("./a.ts");`, "src/read/a.ts"],
    [`new Worker(new URL("./a.ts", import.meta.url));`, "src/read/a.ts"],
    [`export { a } from "./a.ts";`, "src/read/a.ts"],
    [`export type { A } from "./a.ts";`, "src/read/a.ts"],
    [`export * from "./a.ts";`, "src/read/a.ts"],
    [`export * as a from "./a.ts";`, "src/read/a.ts"],
  ])("sees %s", (text, target) => {
    expect(scan({ "src/read/file.ts": text }).map((one) => one.target)).toEqual([target]);
  });

  test.each([
    `// import { a } from "./a.ts";`,
    `/** Like import "./a.ts". */\nexport const a = 1;`,
    `export const from = { a: 1 };\nexport const name = "./a.ts";`,
    `const said = 'import { a } from "./a.ts"';`,
  ])("is not deceived by %s", (text) => {
    expect(scan({ "src/read/file.ts": text })).toEqual([]);
  });

  test("finds a door that is not there, and one that leads up", () => {
    const found = scan({
      "src/domain/money.ts": `import { read } from "../read/read-source.ts";`,
      "src/site/page.tsx": `import type { View } from "../api/contract/view.ts";\nimport { route } from "../api/routes.ts";`,
      "src/cli/main.ts": `import { route } from "../api/routes.ts";`,
      "src/read/read-source.ts": `import { x } from "../../scripts/x.ts";\nimport { fenOf } from "../domain/money.ts";`,
      "src/read/rows.test.ts": `import { openStore } from "../store/open-store.ts";`,
      "src/read/rows.ts": `import { rowsCase } from "./rows.test.ts";`,
      "src/attic/old.ts": `import { fenOf } from "../domain/money.ts";`,
    });
    expect(forbiddenImports(found, rooms)).toEqual([
      "src/domain/money.ts may not import ../read/read-source.ts",
      "src/site/page.tsx may not import ../api/routes.ts",
      "src/read/read-source.ts may not import ../../scripts/x.ts",
      "src/read/rows.ts may not import ./rows.test.ts",
      "src/attic/old.ts may not import ../domain/money.ts",
    ]);
  });

  test("finds a barrel", () => {
    const found = scan({
      "src/read/index.ts": `export * from "./rows.ts";`,
      "src/api/contract/view.ts": `export type { Fen } from "../../domain/money.ts";`,
    });
    expect(barrels(found)).toEqual([
      "src/read/index.ts hands on ./rows.ts",
      "src/api/contract/view.ts hands on ../../domain/money.ts",
    ]);
  });

  test("finds a circle of one, two and three files, and no circle in a diamond", () => {
    const of = (...pairs: readonly string[]) =>
      circles(scan(Object.fromEntries(pairs.map((pair) => [`src/${pair[0]}.ts`, lines(pair.slice(1))]))));
    const lines = (targets: string) => [...targets].map((target) => `import "./${target}.ts";`).join("\n");
    expect(of("aa")).toEqual(["src/a.ts → src/a.ts"]);
    expect(of("ab", "ba")).toEqual(["src/a.ts → src/b.ts → src/a.ts"]);
    expect(of("ab", "bc", "ca")).toEqual(["src/a.ts → src/b.ts → src/c.ts → src/a.ts"]);
    expect(of("abc", "bd", "cd")).toEqual([]);
  });
});

interface PackageUse {
  readonly from: string;
  readonly name: string;
}

/** Packages and built-in modules that files use, without sub-paths: `react-dom/server` → `react-dom`. */
function packagesOf(list: readonly Import[]): readonly PackageUse[] {
  return list
    .filter(({ target }) => target === undefined)
    .map(({ from, specifier }) => {
      const [first = "", second = ""] = specifier.split("/");
      return { from, name: first.startsWith("@") ? `${first}/${second}` : first };
    });
}

function isBuiltIn(name: string): boolean {
  return name.startsWith("node:") || builtinModules.includes(name);
}

function namesUnder(manifest: unknown, field: string): ReadonlySet<string> {
  const entry: unknown = Object.entries(Object(manifest)).find(([key]) => key === field)?.[1];
  return new Set(Object.keys(Object(entry)));
}
