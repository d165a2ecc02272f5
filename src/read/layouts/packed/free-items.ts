import { itemNumber } from "./item-number.ts";
import { aspect, labelsOf, level1Names, type Range } from "./list-words.ts";
import type { PackedItem } from "./packed-item.ts";

/** Names of classes as lists print them before an item; parted by a colon, a dash or another mark. */
const parting = "\\s?[-－—–:：；;，,、/|｜]\\s?";
const code = "(?:[1-4１-４]\\d?\\s?[-－—]\\s?)?";
const level1Before = new RegExp(
  `^[\\s；;，,。]*(${code}(?:${level1Names}|产\\s?出|效\\s?益|满\\s?意\\s?度|成\\s?本))(?:${parting}|\\s*\\u2028\\s*)`,
  "u",
);
const level2Before = new RegExp(`^\\s*(${code}${aspect})${parting}`, "u");
const startMark = /(?:(?<=^|[。；;,，、:：\s])(?:(\d{1,2})\s?[、.．)）](?!\d)|[（(](\d{1,2})[)）]、?)|([①-⑳])、?)/gu;
const levelMark = new RegExp(`(?<=^|[。；;，,\\s\\u2028])(?:${code}(?:${level1Names}|${aspect}))${parting}`, "gu");

/** So much of the text after a mark may be a chain of levels. */
const chain = 48;

interface FreeStart {
  readonly at: number;
  readonly content: number;
  readonly number: Range | undefined;
}

/**
 * Items that no word announces — 无标签的指标: `数量指标：巡查次数≥12次`, `产出指标-数量指标-巡查次数：12次`, `1.巡查次数12次；2.…`, one in
 * each line. They start at numbers that go on from 1, at names of classes and, where there are none of both, at lines or
 * semicolons. Linear in the length of the cell.
 */
export function freeItems(text: string): PackedItem[] {
  const starts = freeStarts(text);
  const items: PackedItem[] = [];
  let level1: Range | undefined;
  let level2: Range | undefined;
  let heading: number | undefined;
  starts.forEach((start, at) => {
    const end = starts[at + 1]?.at ?? text.length;
    let content = start.content;
    const first = rangeOf(level1Before, text, content, end);
    if (first) {
      level1 = first.range;
      level2 = undefined;
      content = first.end;
    }
    const second = rangeOf(level2Before, text, content, end);
    if (second) {
      level2 = second.range;
      content = second.end;
    }
    const fields = nameAndValue(text, content, end);
    if (!fields.name) {
      heading ??= start.at; // levels alone: they speak of the items that follow
      return;
    }
    items.push({ whole: { start: heading ?? start.at, end }, number: start.number, level1, level2, ...fields });
    heading = undefined;
  });
  return items.some((item) => item.level1 ?? item.level2 ?? item.annual) ? items : [];
}

function rangeOf(pattern: RegExp, text: string, from: number, to: number) {
  const match = pattern.exec(text.slice(from, Math.min(to, from + chain)));
  if (!match) return undefined;
  const start = from + match[0].indexOf(match[1]!);
  return { range: { start, end: start + match[1]!.length }, end: from + match[0].length };
}

function freeStarts(text: string): FreeStart[] {
  const numbers = numberStarts(text);
  const taken = new Set(numbers.map(({ content }) => content));
  const levels: FreeStart[] = [];
  for (const match of text.matchAll(levelMark))
    if (
      !taken.has(match.index) &&
      !isInChain(text, match.index, levels.at(-1) ?? numbers.findLast(({ content }) => content <= match.index))
    )
      levels.push({ at: match.index, content: match.index, number: undefined });
  const marked = [...numbers, ...levels].sort((a, b) => a.at - b.at);
  const starts = marked.length > 0 ? marked : pieceStarts(text);
  const firstInk = text.search(/\S/u);
  if (starts.length > 0 && firstInk !== -1 && starts[0]!.at > firstInk && numbers.length === 0)
    starts.unshift({ at: firstInk, content: firstInk, number: undefined });
  return numbers.length === 0 && levels.length > 0 ? withLines(text, starts) : starts;
}

/** 产出指标-数量指标-…: the second name stands in the chain of the first. */
function isInChain(text: string, at: number, before: FreeStart | undefined): boolean {
  if (!before || at - before.content > chain) return false;
  const first = rangeOf(level1Before, text, before.content, text.length);
  return first !== undefined && first.end === at;
}

/** Numbers that go on from 1, or start again at 1. */
function numberStarts(text: string): FreeStart[] {
  const starts: FreeStart[] = [];
  let before = 0;
  for (const match of text.matchAll(startMark)) {
    const digits = (match[1] ?? match[2] ?? match[3])!;
    const number = itemNumber(digits);
    if (number !== before + 1 && number !== 1) continue;
    if (number === 1 && before === 1) continue;
    before = number;
    const at = match.index + match[0].indexOf(digits);
    starts.push({
      at: match.index,
      content: match.index + match[0].length,
      number: { start: at, end: at + digits.length },
    });
  }
  return starts.length > 1 || starts[0]?.at === text.search(/\S/u) ? starts : [];
}

/** One item in each line; else one between semicolons, where each says a value. */
function pieceStarts(text: string): FreeStart[] {
  for (const pattern of [/\u2028|\n/gu, /[；;]|。(?=.)/gu]) {
    const cuts = [0, ...[...text.matchAll(pattern)].map((match) => match.index + match[0].length)];
    const starts = cuts
      .filter((from, at) => text.slice(from, cuts[at + 1] ?? text.length).trim() !== "")
      .map((at) => ({ at, content: at, number: undefined }));
    if (starts.length < 2) continue;
    const valued = starts.filter(({ at }, n) => nameAndValue(text, at, starts[n + 1]?.at ?? text.length).annual);
    if (valued.length >= 0.8 * starts.length) return starts;
  }
  return text.trim() === "" ? [] : [{ at: 0, content: 0, number: undefined }];
}

/** Under a class several lines may stand, each an item with a value of its own. */
function withLines(text: string, starts: readonly FreeStart[]): FreeStart[] {
  const all: FreeStart[] = [];
  starts.forEach((start, n) => {
    const end = starts[n + 1]?.at ?? text.length;
    all.push(start);
    for (const match of text.slice(start.content, end).matchAll(/[；;\u2028\n]\s*(?=\S)/gu)) {
      const at = start.content + match.index + match[0].length;
      const stop = text.slice(at, end).search(/[；;\u2028\n]/u);
      const before = text.slice(all.at(-1)!.content, start.content + match.index);
      const isItem = nameAndValue(text, at, stop === -1 ? end : at + stop).annual !== undefined;
      if (isItem && nameAndValue(before, 0, before.length).annual) all.push({ at, content: at, number: undefined });
    }
  });
  return all;
}

const comparison =
  /[≥≤≧≦＞＜>=<＝﹥﹤]|不少于|不低于|不小于|不超过|不高于|不大于|大于|小于|至少|达到|达(?=\d)|控制在|高于|低于|等于/u;
const figureBehind = /^(.*?[^\d\s.,，、（(\-－/])\s?(\d[\d,.]*\s?[^\d，,。；;]{0,8}(?:以上|以下|以内)?)$/su;

/** Name and value of one item — 指标名称与指标值: by a word that announces it, a colon, a comparison, or the figure behind. */
function nameAndValue(
  text: string,
  from: number,
  to: number,
): Pick<PackedItem, "name" | "cycle" | "annual" | "labels"> {
  const piece = text.slice(from, to);
  const labels = labelsOf(piece).map((label) => ({ ...label, start: label.start + from, end: label.end + from }));
  const first = labels[0];
  if (first) {
    const behind = (kind: "cycle" | "annual"): Range | undefined => {
      const at = labels.findIndex((label) => label.kind === kind);
      return at === -1 ? undefined : trim(text, labels[at]!.end, labels[at + 1]?.start ?? to);
    };
    return { name: trim(text, from, first.start), cycle: behind("cycle"), annual: behind("annual"), labels };
  }
  const nothing = { cycle: undefined, labels: [] };
  const cut = cutOf(piece);
  if (!cut) return { name: trim(text, from, to), annual: undefined, ...nothing };
  return { name: trim(text, from, from + cut[0]), annual: trim(text, from + cut[1], to), ...nothing };
}

/** Where the name ends and where the value begins. */
function cutOf(piece: string): readonly [number, number] | undefined {
  const colon = colonAt(piece);
  if (colon !== undefined) return [colon, colon + 1];
  const compared = comparison.exec(piece);
  if (compared && compared.index > 0 && /\S{2}/u.test(piece.slice(0, compared.index)))
    return [compared.index, compared.index];
  const end = piece.replace(/[\s；;，,。、]+$/u, "");
  if (end.length > 200) return undefined;
  const figure = figureBehind.exec(end);
  return figure && figure[1]!.trim().length >= 2 ? [figure[1]!.length, end.length - figure[2]!.length] : undefined;
}

/** The last colon outside brackets that has words on both sides. */
function colonAt(piece: string): number | undefined {
  let depth = 0;
  let found: number | undefined;
  for (let at = 0; at < piece.length; at++) {
    const char = piece[at]!;
    if (char === "（" || char === "(") depth++;
    else if (char === "）" || char === ")") depth = Math.max(0, depth - 1);
    else if (
      (char === "：" || char === ":") &&
      depth === 0 &&
      piece.slice(0, at).trim() !== "" &&
      /[^\s；;。]/u.test(piece.slice(at + 1))
    )
      found = /\d/u.test(piece[at - 1] ?? "") && /\d/u.test(piece[at + 1] ?? "") ? found : at;
  }
  return found;
}

function trim(text: string, from: number, to: number): Range | undefined {
  let start = from;
  let end = to;
  while (start < end && /[\s；;，,、:：。]/u.test(text[start]!)) start++;
  while (end > start && /[\s；;，,、:：。]/u.test(text[end - 1]!)) end--;
  return start < end ? { start, end } : undefined;
}
