import { allAspects, allDimensions } from "../../../domain/taxonomy.ts";
import { digit } from "./item-number.ts";

/** A range of the clean text of a cell. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const levelNames = [
  ...allDimensions.flatMap((entry) => [entry.name, ...entry.aliases]),
  ...allAspects.flatMap((entry) => [entry.name, ...entry.aliases]),
].sort((a, b) => b.length - a.length);

/** A word of the print may be cut by a blank between any two characters. */
const loosely = (word: string): string => [...word].join("\\s?");
const anyOf = (words: readonly string[]): string => `(?:${words.map(loosely).join("|")})`;

export const level = anyOf(levelNames);
export const aspect = anyOf(
  allAspects.flatMap((entry) => [entry.name, ...entry.aliases]).sort((a, b) => b.length - a.length),
);
export const level1Names = anyOf(allDimensions.flatMap((entry) => [entry.name]));
export const separator = "[；;,，:：]";
const cycleLabel = anyOf([
  "实施周期指标值",
  "实施周期目标值",
  "实施周期绩效指标值",
  "项目周期指标值",
  "周期指标值",
  "中期指标值",
  "中期目标值",
  "总体指标值",
  "总体目标值",
]);
const annualLabel = `(?:20${digit}{2}\\s?年?)?${anyOf([
  "年度绩效指标值",
  "年度指标值",
  "年度目标值",
  "年指标值",
  "年目标值",
  "当年指标值",
  "当年目标值",
  "绩效指标值",
  "指标值",
  "目标值",
])}`;

const labels = new RegExp(`(${cycleLabel})\\s?[:：]|(${annualLabel})\\s?[:：]`, "gu");

/** A word that announces a value, where it stands — 指标值标签. */
export interface Label extends Range {
  readonly kind: "cycle" | "annual";
}

/** Whether a text holds one of the words that announce a value. */
export function hasValueLabel(text: string): boolean {
  return text.search(labels) !== -1;
}

/** Whether two texts announce the same values in the same order: the annual value after the cycle's looks much like it. */
export function sameLabels(one: string, other: string): boolean {
  const kinds = (text: string): string => Array.from(labelsOf(text), ({ kind }) => kind).join();
  return kinds(one) === kinds(other);
}

/** All words of a text that announce a value, in order. */
export function labelsOf(text: string): Label[] {
  return [...text.matchAll(labels)].map((match) => ({
    kind: match[1] ? "cycle" : "annual",
    start: match.index,
    end: match.index + match[0].length,
  }));
}
