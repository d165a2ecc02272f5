import { InvalidArgumentError } from "commander";
import { severities } from "../domain/finding.ts";
import type { Bilingual, Language } from "../domain/result.ts";
import type { TargetValueKind } from "../domain/target-value.ts";
import { type AspectCode, allDimensions, aspectOfCode, type Dimension } from "../domain/taxonomy.ts";

/** A typed text as the value it stands for, or what would have been one — 取值. */
export type ReadValue<T> = (text: string) => { readonly value: T } | { readonly expected: Bilingual };

/** `zh` or `en` — 语言. */
export const languageValue: ReadValue<Language> = (text) =>
  text === "zh" || text === "en" ? { value: text } : { expected: { zh: "应为 zh 或 en", en: "zh or en" } };

/** Four digits — 预算年度. */
export const yearValue: ReadValue<number> = (text) =>
  /^(?:19|20)\d\d$/.test(text)
    ? { value: Number(text) }
    : { expected: { zh: "年度应为 4 位数字，如 2025", en: "a year such as 2025" } };

/** Six digits — 行政区划代码. */
export const regionValue: ReadValue<number> = (text) =>
  /^[1-9]\d{5}$/.test(text)
    ? { value: Number(text) }
    : { expected: { zh: "行政区划代码应为 6 位数字，如 990101", en: "six digits such as 990101" } };

/** 端口. */
export const portValue: ReadValue<number> = (text) =>
  /^\d{1,5}$/.test(text) && Number(text) <= 65_535
    ? { value: Number(text) }
    : { expected: { zh: "端口应为 0 到 65535", en: "a port from 0 to 65535" } };

/** How many to show — 条数. */
export const countValue: ReadValue<number> = (text) =>
  /^[1-9]\d{0,3}$/.test(text)
    ? { value: Number(text) }
    : { expected: { zh: "应为 1 到 9999 的整数", en: "a number from 1 to 9999" } };

/** How many at a time — 并行数. */
export const jobsValue: ReadValue<number> = (text) =>
  /^[1-9]\d?$/.test(text)
    ? { value: Number(text) }
    : { expected: { zh: "应为 1 到 99 的整数", en: "a number from 1 to 99" } };

/** 是否. */
export const yesNoValue: ReadValue<boolean> = (text) => {
  if (/^(?:true|1|yes)$/i.test(text)) return { value: true };
  if (/^(?:false|0|no)$/i.test(text)) return { value: false };
  return { expected: { zh: "应为 true 或 false", en: "true or false" } };
};

/** Any words — 文字. */
export const wordsValue: ReadValue<string> = (text) =>
  text.trim() === "" ? { expected: { zh: "不能为空", en: "some text" } } : { value: text };

/** By its code — 二级指标. */
export const aspectValue: ReadValue<AspectCode> = (text) => {
  const entry = aspectOfCode(text);
  return entry
    ? { value: entry.code }
    : { expected: { zh: "应为二级指标代码，如 11、22、31", en: "a level-2 code such as 11" } };
};

/** By its name here, its printed name or its code: `output`, `产出指标`, `产出`, `1`. */
export const dimensionValue: ReadValue<Dimension> = (text) => {
  const entry = allDimensions.find(({ dimension, code, name, aliases }) =>
    [dimension, code, name, ...aliases].includes(text),
  );
  if (entry) return { value: entry.dimension };
  const names = allDimensions.map(({ dimension }) => dimension).join("、");
  return { expected: { zh: `应为一级指标：${names}`, en: `a level-1 class: ${names.replaceAll("、", ", ")}` } };
};

const oneOf =
  <T extends string>(all: readonly T[]): ReadValue<T> =>
  (text) => {
    const found = all.find((one) => one === text);
    return found === undefined
      ? { expected: { zh: `可选 ${all.join("、")}`, en: `one of ${all.join(", ")}` } }
      : { value: found };
  };

/** 严重程度. */
export const severityValue = oneOf(severities.map(({ severity }) => severity));

/**
 * All kinds of typed values — 指标值类型; a test holds this list to the domain's, which costs too much to load for a
 * flag.
 */
export const kindValue = oneOf<TargetValueKind>([
  "quantity",
  "range",
  "deadline",
  "relative",
  "compound",
  "qualitative",
  "delegated",
  "withheld",
  "text",
]);

/** In either case of its letter — 规则编号. */
export const ruleValue: ReadValue<string> = (text) =>
  /^[A-Za-z]\d{2}$/.test(text)
    ? { value: text.toUpperCase() }
    : { expected: { zh: "应为规则编号，如 M02", en: "a rule such as M02" } };

/** The same for the parser of the command line — 命令行取值. */
export const argument =
  <T>(read: ReadValue<T>, language: Language) =>
  (text: string): T => {
    const result = read(text);
    if ("expected" in result) throw new InvalidArgumentError(result.expected[language]);
    return result.value;
  };

/** An option that may be given several times, and with commas between its values — 可重复的选项. */
export const collected =
  <T>(read: ReadValue<T>, language: Language) =>
  (text: string, before: readonly T[] | undefined): readonly T[] => [
    ...(before ?? []),
    ...text.split(/[,，]/).map((one) => argument(read, language)(one.trim())),
  ];
