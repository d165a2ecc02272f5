import type { Language } from "../../domain/result.ts";
import { alignedLines } from "../display-width.ts";
import { type SettingSource, type Settings, settingKeys, withoutPassword } from "../settings.ts";

const sources: Readonly<Record<SettingSource, Readonly<Record<Language, string>>>> = {
  default: { zh: "默认", en: "default" },
  file: { zh: "配置文件", en: "file" },
  environment: { zh: "环境变量", en: "environment" },
  flag: { zh: "命令行", en: "flag" },
};

/** A setting as it is shown: `null` where it is left to the command, and never a password. */
interface ShownSetting {
  readonly key: string;
  readonly value: string | number | boolean | null;
  readonly from: SettingSource;
  readonly environment: string;
}

/** All settings with where they came from — 设置清单. */
export function shownSettings(settings: Settings): readonly ShownSetting[] {
  return Object.entries(settings).map(([key, { value, from }]) => ({
    key,
    value: typeof value === "string" ? withoutPassword(value) : (value ?? null),
    from,
    // `settings` has the very keys of `settingKeys`.
    environment: settingKeys[key as keyof Settings].environment,
  }));
}

/** The same as lines for a person — 设置清单的文字. */
export function settingsInWords(settings: Settings, language: Language): readonly string[] {
  return alignedLines(
    shownSettings(settings).map(({ key, value, from, environment }) => [
      key,
      value === null ? "—" : String(value),
      sources[from][language],
      environment,
    ]),
  );
}
