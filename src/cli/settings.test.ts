import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import {
  environmentSettings,
  fileSettings,
  languageOf,
  layeredSettings,
  settingKeys,
  withoutPassword,
} from "./settings.ts";
import { CommandRefusal } from "./terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "jiheng-settings-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(text: string): string {
  const path = join(folder, "jiheng.config.json");
  writeFileSync(path, text);
  return path;
}

function refusalOf(act: () => unknown): CommandRefusal | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof CommandRefusal) return error;
    throw error;
  }
  return undefined;
}

test("a flag wins over the environment, the environment over the file, the file over the default", () => {
  const file = { port: 1, host: "file", region: 990101 };
  const settings = layeredSettings(file, { port: 2, host: "environment" }, { port: 3 });
  expect(settings).toMatchObject({
    port: { value: 3, from: "flag" },
    host: { value: "environment", from: "environment" },
    region: { value: 990101, from: "file" },
    store: { value: "data/jiheng.sqlite", from: "default" },
    allowUpload: { value: undefined, from: "default" },
  });
});

test("`false` is a value like any other", () => {
  expect(layeredSettings({ allowUpload: true }, {}, { allowUpload: false }).allowUpload).toEqual({
    value: false,
    from: "flag",
  });
});

test("a file may set every key; a path in it is meant from its folder", () => {
  const all = { store: "data/a.sqlite", region: 990101, lang: "en", host: "::1", port: 9000, allowUpload: false };
  expect(Object.keys(all)).toEqual(Object.keys(settingKeys));
  expect(fileSettings(fileOf(JSON.stringify(all)))).toEqual({ ...all, store: join(folder, "data/a.sqlite") });
  expect(fileSettings(fileOf('{"store":"postgres://a@b/c"}'))).toEqual({ store: "postgres://a@b/c" });
});

test("the environment may set every key; an empty variable sets none", () => {
  const variables = {
    JIHENG_STORE: "a.sqlite",
    JIHENG_REGION: "990101",
    JIHENG_LANG: "en",
    JIHENG_HOST: "::1",
    JIHENG_PORT: "9000",
    JIHENG_ALLOW_UPLOAD: "no",
  };
  expect(Object.keys(variables)).toEqual(Object.values(settingKeys).map(({ environment }) => environment));
  expect(environmentSettings(variables)).toEqual({
    store: "a.sqlite",
    region: 990101,
    lang: "en",
    host: "::1",
    port: 9000,
    allowUpload: false,
  });
  expect(environmentSettings({ JIHENG_PORT: "" })).toEqual({});
});

test.each([
  ['{"prot": 1}', "“prot”"],
  ['{"port": "8090"}', "“port”应是数字"],
  ['{"port": 70000}', "端口应为 0 到 65535"],
  ['{"lang": "fr"}', "应为 zh 或 en"],
  ['{"allowUpload": "yes"}', "“allowUpload”应是 true 或 false"],
  ['{"store": ""}', "不能为空"],
  ["[]", "应是一个 JSON 对象"],
  ["{port: 1}", "不是 JSON"],
])("the file %s is a usage error that says %s", (text, words) => {
  const refusal = refusalOf(() => fileSettings(fileOf(text)));
  expect(refusal?.code).toBe(2);
  expect(refusal?.words.zh).toContain(words);
});

test("so is a wrong variable", () => {
  expect(refusalOf(() => environmentSettings({ JIHENG_PORT: "x" }))?.words.en).toBe(
    "JIHENG_PORT=x: expected a port from 0 to 65535.",
  );
});

test("a file that nobody asked for may be missing; one that was asked for may not", () => {
  expect(() => fileSettings(join(folder, "none.json"))).toThrow("ENOENT");
  expect(fileSettings(undefined)).toEqual({});
});

test.each([
  ["en_US.UTF-8", "en"],
  ["zh_CN.UTF-8", "zh"],
  ["C.UTF-8", "zh"],
  ["", "zh"],
])("where nobody asks, LANG=%s speaks %s", (lang, language) => {
  expect(languageOf(undefined, { LANG: lang })).toBe(language);
});

test.each([
  ["postgres://a:secret@b/c", "postgres://a:***@b/c"],
  ["postgresql://a@b/c?password=secret&x=1", "postgresql://a@b/c?password=***&x=1"],
  ["data/a:b@c.sqlite", "data/a:b@c.sqlite"],
])("%s is shown as %s", (location, shown) => {
  expect(withoutPassword(location)).toBe(shown);
});
