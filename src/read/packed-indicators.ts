import { allAspects, allDimensions } from "../domain/taxonomy.ts";
import { digit, itemNumber, itemNumberPattern } from "./item-number.ts";

/** A range of the clean text of a cell. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * One indicator of a packed cell, as ranges of the cell's text — 一条指标的各段. `undefined` where nothing is printed; an
 * item that has a number and no level is one that could not be read.
 */
export interface PackedItem {
  readonly whole: Range;
  readonly number: Range | undefined;
  readonly level1: Range | undefined;
  readonly level2: Range | undefined;
  readonly name: Range | undefined;
  readonly cycle: Range | undefined;
  readonly annual: Range | undefined;
  /** The words that announce the values: 实施周期指标值：, 年度指标值：. */
  readonly labels: readonly Range[];
}

const levelNames = [
  ...allDimensions.flatMap((entry) => [entry.name, ...entry.aliases]),
  ...allAspects.flatMap((entry) => [entry.name, ...entry.aliases]),
].sort((a, b) => b.length - a.length);

/** A word of the print may be cut by a blank between any two characters. */
const loosely = (word: string): string => [...word].join("\\s?");
const anyOf = (words: readonly string[]): string => `(?:${words.map(loosely).join("|")})`;

const level = anyOf(levelNames);
const aspect = anyOf(allAspects.flatMap((entry) => [entry.name, ...entry.aliases]).sort((a, b) => b.length - a.length));
const level1Names = anyOf(allDimensions.flatMap((entry) => [entry.name]));
const separator = "[；;,，:：]";
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

/** `12、` `3.` `（4）` before a level word that a separator follows: a new item, wherever it stands. */
const numberedStart = new RegExp(
  `${itemNumberPattern}\\s?(?=(?:${digit}{1,2}\\s?[-－—]\\s?)?${level}\\s?${separator})`,
  "gu",
);
const leadingStart = new RegExp(`^\\s?${numberedStart.source}`, "u");
/** A level word without a number; believed at the start of a list, and where the item before it is complete. */
const bareStart = new RegExp(
  `(?<=^|[。；;,，\\s])(?:[1-4１-４]\\s?[-－]\\s?${level1Names}|${level1Names})\\s?${separator}`,
  "gu",
);
const labels = new RegExp(`(${cycleLabel})\\s?[:：]|(${annualLabel})\\s?[:：]`, "gu");
const codedLevel = new RegExp(`^\\s?${digit}{1,2}\\s?[-－—]\\s?[^；;,，:：]{1,20}?\\s?(?=${separator})`, "u");
const plainAspect = new RegExp(`^\\s?${aspect}\\s?(?=${separator})`, "u");
const plainLevel = new RegExp(`^\\s?${level}\\s?(?=${separator})`, "u");

/** Whether a text begins with the start of an item, and with which number — 是否以“1、”开头. */
export function leadingItemNumber(text: string): number | undefined {
  const found = leadingStart.exec(text.slice(0, 60));
  return found ? itemNumber(numberIn(found)) : undefined;
}

/** Where the first item of a text starts; `undefined` where there is none. */
export function firstItemAt(text: string): number | undefined {
  const at = text.search(numberedStart); // unlike exec, search keeps no state
  return at === -1 ? undefined : at;
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

interface Start {
  readonly at: number;
  /** Where the content after the number begins. */
  readonly content: number;
  readonly number: Range | undefined;
}

interface Label extends Range {
  readonly kind: "cycle" | "annual";
}

/**
 * The packed indicator cell — 指标单元格 — in its printed dialects:
 * A, B `n、一级：名称，年度指标值：值。` C `n、码-一级,码-二级,名称;实施周期指标值:值,年度指标值:值;;`
 * D `n、码-一级；码-二级；名称；实施周期指标值:值；年度指标值:值。`
 * Anchored on numbered level words and on the two labels, never on separators alone. Linear.
 */
export function packedItems(text: string): PackedItem[] {
  const found = labelsOf(text);
  const starts = startsOf(text, found);
  const items: PackedItem[] = [];
  let label = 0;
  starts.forEach((start, at) => {
    const end = starts[at + 1]?.at ?? text.length;
    while (found[label] && found[label]!.start < start.at) label++;
    const own: Label[] = [];
    while (found[label] && found[label]!.start < end) own.push(found[label++]!);
    items.push(itemOf(text, start, end, own));
  });
  return items;
}

/** The pattern has a group for each way to print the number. */
const numberIn = (match: RegExpExecArray): string => (match[1] ?? match[2] ?? match[3])!;

function labelsOf(text: string): Label[] {
  return [...text.matchAll(labels)].map((match) => ({
    kind: match[1] ? "cycle" : "annual",
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function startsOf(text: string, found: readonly Label[]): Start[] {
  const numbered: Start[] = [...text.matchAll(numberedStart)].map((match) => {
    const digits = numberIn(match);
    const digitsAt = match.index + match[0].indexOf(digits);
    return {
      at: match.index,
      content: match.index + match[0].length,
      number: { start: digitsAt, end: digitsAt + digits.length },
    };
  });
  const contents = new Set(numbered.map((start) => start.content));
  const bare = [...text.matchAll(bareStart)].filter((match) => !contents.has(match.index));
  const all = [...numbered, ...bare.map((match) => ({ at: match.index, content: match.index, number: undefined }))];
  all.sort((a, b) => a.at - b.at);
  const kept: Start[] = [];
  let label = 0;
  let complete = false;
  for (const start of all) {
    for (; found[label] && found[label]!.start < start.at; label++)
      if (found[label]!.kind === "annual") complete = true;
    const isFirst = kept.length === 0 && text.slice(0, start.at).trim() === "";
    if (start.number === undefined && !complete && !isFirst) continue; // still inside the item before
    kept.push(start);
    complete = false;
  }
  return withLooseStarts(text, kept, found);
}

/** `。3、` in a list, before anything but a level: an item of no known shape, if the number is the one that is due. */
const looseStart = /(?<=[。；;]\s?)(\d{1,3})\s?、/gu;

/** Parts off items that name no level, so that they do not end up inside the value before them — 无级别的条目. */
function withLooseStarts(text: string, starts: readonly Start[], found: readonly Label[]): Start[] {
  const known = new Set(starts.map((start) => start.at));
  const loose = [...text.matchAll(looseStart)].filter((match) => !known.has(match.index));
  if (loose.length === 0 || starts.length === 0) return [...starts];
  const all: Start[] = [];
  let next = 0;
  let label = 0;
  starts.forEach((start, at) => {
    all.push(start);
    const following = starts[at + 1];
    const end = following?.at ?? text.length;
    let due = numberOf(text, start) + 1;
    let complete = false;
    for (; next < loose.length && loose[next]!.index < end; next++) {
      const match = loose[next]!;
      for (; found[label] && found[label]!.start < match.index; label++)
        if (found[label]!.kind === "annual" && found[label]!.start > start.at) complete = true;
      const number = Number(match[1]);
      const fits = following ? number < numberOf(text, following) : text[match.index - 1] === "。";
      if (!complete || number !== due || !fits) continue;
      all.push({
        at: match.index,
        content: match.index + match[0].length,
        number: { start: match.index, end: match.index + match[1]!.length },
      });
      due++;
    }
  });
  return all;
}

function numberOf(text: string, start: Start): number {
  return start.number ? itemNumber(text.slice(start.number.start, start.number.end)) : Number.NaN;
}

function itemOf(text: string, start: Start, end: number, own: readonly Label[]): PackedItem {
  const nameEnd = own[0]?.start ?? end;
  const level1 = levelAt(text, start.content, nameEnd);
  if (!level1) {
    const nothing = { level1, level2: undefined, name: undefined, cycle: undefined, annual: undefined, labels: [] };
    return { whole: { start: start.at, end }, number: start.number, ...nothing };
  }
  let at = skipSeparators(text, level1.end, nameEnd);
  const level2 = levelAt(text, at, nameEnd, true) ?? namedLevel2(text, level1, at, nameEnd);
  if (level2) at = skipSeparators(text, level2.end, nameEnd);

  const cycleLabel = own.find((label) => label.kind === "cycle");
  const annualLabel = own.findLast((label) => label.kind === "annual");
  const name = trimField(text, at, nameEnd);
  const cycle = cycleLabel && trimField(text, cycleLabel.end, nextLabel(own, cycleLabel) ?? end);
  const annual = annualLabel && trimField(text, annualLabel.end, nextLabel(own, annualLabel) ?? end);
  return {
    whole: { start: start.at, end },
    number: start.number,
    level1: trimBlanks(text, level1),
    level2: level2 && trimBlanks(text, level2),
    name,
    cycle,
    annual,
    labels: [cycleLabel, annualLabel].filter((label) => label !== undefined),
  };
}

function nextLabel(own: readonly Label[], label: Label): number | undefined {
  return own.find((other) => other.start > label.start)?.start;
}

function levelAt(text: string, at: number, end: number, codedOnly = false): Range | undefined {
  const head = text.slice(at, Math.min(end, at + 40));
  const coded = codedLevel.exec(head);
  const match = coded ?? (codedOnly ? undefined : plainLevel.exec(head));
  return match ? { start: at, end: at + match[0].length } : undefined;
}

/** A level 2 without its code: the name of one, parted from what follows as level 1 is from it, and a name behind it. */
function namedLevel2(text: string, level1: Range, at: number, nameEnd: number): Range | undefined {
  const match = plainAspect.exec(text.slice(at, Math.min(nameEnd, at + 40)));
  if (!match) return undefined;
  const end = at + match[0].length;
  const isNamed = skipSeparators(text, end, nameEnd) < nameEnd;
  return isNamed && separatorKind(text, level1.end) === separatorKind(text, end) ? { start: at, end } : undefined;
}

function separatorKind(text: string, at: number): string {
  const mark = text
    .slice(at, at + 3)
    .trim()
    .charAt(0);
  return ["；;", ",，", ":："].find((kind) => kind.includes(mark)) ?? mark;
}

const isBlank = (char: string | undefined): boolean => char !== undefined && /\s/u.test(char);
const isSeparator = (char: string | undefined): boolean => char !== undefined && "；;,，:：".includes(char);

function skipSeparators(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (isSeparator(text[at]) || isBlank(text[at]))) at++;
  return at;
}

function trimBlanks(text: string, range: Range): Range | undefined {
  let { start, end } = range;
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1])) end--;
  return start < end ? { start, end } : undefined;
}

/**
 * A field without its separators. A 。 that ends a sentence stays where the printer put another separator after it;
 * a lone 。 is the separator itself.
 */
function trimField(text: string, from: number, to: number): Range | undefined {
  let start = from;
  let end = to;
  while (start < end && (isBlank(text[start]) || isSeparator(text[start]))) start++;
  const stops = () => isBlank(text[end - 1]) || isSeparator(text[end - 1]);
  const before = end;
  while (end > start && stops()) end--;
  const separated = /[；;,，]/u.test(text.slice(end, before));
  if (text[end - 1] === "。" && !separated) {
    end--;
    while (end > start && stops()) end--;
  }
  return start < end ? { start, end } : undefined;
}
