import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Bilingual, Language } from "../domain/result.ts";
import { exitCodes } from "./exit-codes.ts";
import { languageValue, portValue, type ReadValue, regionValue, wordsValue, yesNoValue } from "./option-values.ts";
import { isServer } from "./store-location.ts";
import { CommandRefusal } from "./terminal.ts";

/** What can be set once for all commands — 设置. `undefined`: left to the command. */
interface SettingValues {
  readonly store: string;
  readonly region: number | undefined;
  readonly lang: Language | undefined;
  readonly host: string;
  readonly port: number | undefined;
  readonly allowUpload: boolean | undefined;
}

/** Where a value came from; the later one wins — 值的来源. */
export type SettingSource = "default" | "file" | "environment" | "flag";

/** Every setting with where its value came from — 设置及来源. */
export type Settings = {
  readonly [Key in keyof SettingValues]: { readonly value: SettingValues[Key]; readonly from: SettingSource };
};

const defaults: SettingValues = {
  store: "data/jiheng.sqlite",
  region: undefined,
  lang: undefined,
  host: "127.0.0.1",
  port: undefined,
  allowUpload: undefined,
};

/** How each setting is written in the file and in the environment — 设置项. */
export const settingKeys: {
  readonly [Key in keyof SettingValues]-?: {
    readonly environment: string;
    readonly json: "string" | "number" | "boolean";
    readonly read: ReadValue<NonNullable<SettingValues[Key]>>;
  };
} = {
  store: { environment: "JIHENG_STORE", json: "string", read: wordsValue },
  region: { environment: "JIHENG_REGION", json: "number", read: regionValue },
  lang: { environment: "JIHENG_LANG", json: "string", read: languageValue },
  host: { environment: "JIHENG_HOST", json: "string", read: wordsValue },
  port: { environment: "JIHENG_PORT", json: "number", read: portValue },
  allowUpload: { environment: "JIHENG_ALLOW_UPLOAD", json: "boolean", read: yesNoValue },
};

/** The configuration file of a folder. */
const configFileName = "jiheng.config.json";

/** Values of one source — 部分设置: only those that it sets. */
export type SomeSettings = { readonly [Key in keyof SettingValues]?: SettingValues[Key] | undefined };

/** Defaults < file < environment < flags — 合并设置. */
export function layeredSettings(file: SomeSettings, environment: SomeSettings, flags: SomeSettings): Settings {
  const layers: readonly (readonly [SettingSource, SomeSettings])[] = [
    ["flag", flags],
    ["environment", environment],
    ["file", file],
  ];
  const pick = <Key extends keyof SettingValues>(key: Key) => {
    const [from, values] = layers.find(([, one]) => one[key] !== undefined) ?? (["default", defaults] as const);
    // The layer was chosen because it has the key.
    return { value: values[key] as SettingValues[Key], from };
  };
  return {
    store: pick("store"),
    region: pick("region"),
    lang: pick("lang"),
    host: pick("host"),
    port: pick("port"),
    allowUpload: pick("allowUpload"),
  };
}

/** What the environment sets; an empty variable sets nothing — 环境变量. */
export function environmentSettings(environment: NodeJS.ProcessEnv): SomeSettings {
  const found: Record<string, unknown> = {};
  for (const [key, { environment: name, read }] of Object.entries(settingKeys)) {
    const text = environment[name];
    if (text === undefined || text === "") continue;
    const result = read(text);
    if ("expected" in result) throw wrong(`${name}=${text}`, result.expected);
    found[key] = result.value;
  }
  return found; // each value was read by the key's own reader
}

/** What the configuration file sets — 配置文件. Without an asked one, that of this folder, where there is one. */
export function fileSettings(asked: string | undefined): SomeSettings {
  const path = asked ?? configFileName;
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    // Only the file that nobody asked for may be missing.
    if (asked === undefined && error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw error;
  }
  const written = parsed(path, text);
  const found: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(written)) {
    const setting = Object.entries(settingKeys).find(([name]) => name === key)?.[1];
    if (!setting) throw unknownKey(path, key);
    if (typeof value !== setting.json) throw wrongType(path, key, setting.json);
    const result = setting.read(String(value));
    if ("expected" in result) throw wrong(`${path}: "${key}": ${JSON.stringify(value)}`, result.expected);
    found[key] = key === "store" ? placeOfStore(path, String(value)) : result.value;
  }
  return found; // each value was read by the key's own reader
}

/** A path in a configuration file is meant from that file's folder. */
const placeOfStore = (path: string, store: string): string =>
  isServer(store) || store === ":memory:" ? store : resolve(dirname(path), store);

function parsed(path: string, text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    throw usage(`${path} 不是 JSON：${said}`, `${path} is no JSON: ${said}`);
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw usage(
    `${path} 应是一个 JSON 对象，如 {"port": 8090}。`,
    `${path} must be a JSON object such as {"port": 8090}.`,
  );
}

const usage = (zh: string, en: string) => new CommandRefusal({ zh, en }, exitCodes.usage);
const wrong = (where: string, expected: Bilingual) =>
  usage(`${where}：${expected.zh}。`, `${where}: expected ${expected.en}.`);
function unknownKey(path: string, key: string): CommandRefusal {
  const all = Object.keys(settingKeys).join(", ");
  return usage(`${path}：没有“${key}”这个设置。可用的有：${all}。`, `${path}: no setting “${key}”. There are: ${all}.`);
}
function wrongType(path: string, key: string, type: "string" | "number" | "boolean"): CommandRefusal {
  const zh = { string: "文字", number: "数字", boolean: " true 或 false" }[type];
  const en = { string: "text", number: "a number", boolean: "true or false" }[type];
  return usage(`${path}：“${key}”应是${zh}。`, `${path}: “${key}” must be ${en}.`);
}

/** Language of the messages: asked for, else of the environment's locale; Chinese first — 界面语言. */
export function languageOf(asked: Language | undefined, environment: NodeJS.ProcessEnv): Language {
  if (asked) return asked;
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^en/i.test(locale) ? "en" : "zh";
}

/** A store's location without its password, to be shown — 不含密码的位置. */
export const withoutPassword = (location: string): string =>
  location.replace(/^(postgres(?:ql)?:\/\/[^:@/]*):[^@/]*@/, "$1:***@").replace(/([?&]password=)[^&]*/, "$1***");
