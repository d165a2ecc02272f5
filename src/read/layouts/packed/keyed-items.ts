import type { Range } from "./list-words.ts";
import type { PackedItem } from "./packed-item.ts";

const keyNames = ["level1", "level2", "name", "cycle", "annual"] as const;
type Key = (typeof keyNames)[number];

/** The words of the keys, one group for each in their order. */
const keyWords = new RegExp(
  [
    "(一级(?:绩效)?指标)",
    "(二级(?:绩效)?指标)",
    "(三级(?:绩效)?指标(?:名称)?|指标名称|指标内容)",
    "((?:实施周期|中期|项目周期|周期|总体)(?:绩效)?(?:指标值|目标值))",
    "((?:年度|当年|本年)?(?:绩效)?(?:指标值|目标值))",
  ]
    .join("|")
    .replace(/.+/u, "(?:$&)\\s?[:：]"),
  "gu",
);
const levelWords = /[一二三]级(?:绩效)?指标(?:名称)?\s?[:：]/u;
const numberBefore = /(?:(\d{1,2})\s?[、.．)）]|[（(](\d{1,2})[)）]、?|([①-⑳])、?)\s*$/u;

/** Whether a cell names the fields of its items: `一级指标：…二级指标：…` — 是否逐项写明级别. */
export function isKeyed(text: string): boolean {
  return levelWords.test(text);
}

interface Field extends Range {
  readonly key: Key;
  readonly value: Range | undefined;
}

/**
 * Items whose every field is announced — 逐项写明级别的指标: `一级指标：产出指标；二级指标：数量指标；三级指标：…；指标值：…`. A key that comes
 * again begins the next item; levels that are not said again go on.
 */
export function keyedItems(text: string): PackedItem[] {
  const groups = groupsOf(fieldsOf(text));
  const marks = groups.map(([first]) => numberBefore.exec(text.slice(Math.max(0, first!.start - 8), first!.start)));
  const starts = groups.map(([first], at) => first!.start - (marks[at]?.[0].length ?? 0));
  const items: PackedItem[] = [];
  let level1: Range | undefined;
  let level2: Range | undefined;
  groups.forEach((fields, at) => {
    const value = (key: Key): Range | undefined => fields.findLast((field) => field.key === key)?.value;
    if (value("level1")) level2 = undefined;
    level1 = value("level1") ?? level1;
    level2 = value("level2") ?? level2;
    items.push({
      whole: { start: starts[at]!, end: starts[at + 1] ?? text.length },
      number: numberIn(marks[at] ?? null, starts[at]!),
      level1,
      level2,
      name: value("name"),
      cycle: value("cycle"),
      annual: value("annual"),
      labels: fields.map(({ start, end }) => ({ start, end })),
    });
  });
  return items;
}

function fieldsOf(text: string): Field[] {
  const found = [...text.matchAll(keyWords)];
  return found.map((match, at) => {
    const end = match.index + match[0].length;
    const key = keyNames[match.slice(1).findIndex((group) => group !== undefined)]!;
    return { key, start: match.index, end, value: valueIn(text, end, found[at + 1]?.index ?? text.length) };
  });
}

/** A new item begins where a key comes again, and where a level or a name comes behind a value. */
function groupsOf(fields: readonly Field[]): Field[][] {
  const groups: Field[][] = [];
  for (const field of fields) {
    const open = groups.at(-1);
    const has = (key: Key): boolean => open?.some((one) => one.key === key) ?? false;
    const isLater = field.key === "cycle" || field.key === "annual";
    const begins =
      !open || (has(field.key) && (has("name") || !isLater)) || (!isLater && (has("annual") || has("cycle")));
    if (begins) groups.push([field]);
    else open.push(field);
  }
  return groups;
}

function numberIn(mark: RegExpExecArray | null, start: number): Range | undefined {
  const digits = mark?.[1] ?? mark?.[2] ?? mark?.[3];
  if (!mark || digits === undefined) return undefined;
  const at = start + mark[0].indexOf(digits);
  return { start: at, end: at + digits.length };
}

/** A field without blanks and separators; the number of the next item stays outside it. */
function valueIn(text: string, from: number, to: number): Range | undefined {
  let start = from;
  let end = to - (numberBefore.exec(text.slice(Math.max(from, to - 8), to))?.[0].length ?? 0);
  while (start < end && /[\s；;，,、:：]/u.test(text[start]!)) start++;
  while (end > start && /[\s；;，,、。]/u.test(text[end - 1]!)) end--;
  return start < end ? { start, end } : undefined;
}
