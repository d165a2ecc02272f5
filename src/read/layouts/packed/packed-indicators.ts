import { freeItems } from "./free-items.ts";
import { digit } from "./item-number.ts";
import { type Start, startsOf } from "./item-starts.ts";
import { isKeyed, keyedItems } from "./keyed-items.ts";
import { aspect, type Label, labelsOf, level, type Range, separator } from "./list-words.ts";
import type { PackedItem } from "./packed-item.ts";

const codedLevel = new RegExp(`^\\s?${digit}{1,2}\\s?[-－—]\\s?[^；;,，:：]{1,20}?\\s?(?=${separator})`, "u");
const plainAspect = new RegExp(`^\\s?${aspect}\\s?(?=${separator})`, "u");
const plainLevel = new RegExp(`^\\s?${level}\\s?(?=${separator})`, "u");

/**
 * The items of a packed cell, in whatever way it prints them — 指标单元格: every field announced, values announced, or none.
 * `labelled` where the lists of the table announce their values: then a piece without such a word was cut.
 */
export function packedItems(text: string, labelled = false): PackedItem[] {
  if (isKeyed(text)) return keyedItems(text);
  const found = labelsOf(text);
  if (labelled || found.length > 0) {
    const items = labelledItems(text, found);
    if (labelled || items.length > 0) return items;
  }
  return freeItems(text);
}

/**
 * Items whose values are announced — 指标单元格 — in its printed dialects:
 * A, B `n、一级：名称，年度指标值：值。` C `n、码-一级,码-二级,名称;实施周期指标值:值,年度指标值:值;;`
 * D `n、码-一级；码-二级；名称；实施周期指标值:值；年度指标值:值。`
 * Anchored on numbered level words and on the two labels, never on separators alone. Linear.
 */
function labelledItems(text: string, found: readonly Label[]): PackedItem[] {
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
