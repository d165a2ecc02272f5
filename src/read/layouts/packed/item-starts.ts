import { digit, itemNumber, itemNumberPattern } from "./item-number.ts";
import { type Label, level, level1Names, type Range, separator } from "./list-words.ts";

/** Where an item begins — 条目起点. */
export interface Start {
  readonly at: number;
  /** Where the content after the number begins. */
  readonly content: number;
  readonly number: Range | undefined;
}

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

/** The pattern has a group for each way to print the number. */
const numberIn = (match: RegExpExecArray): string => (match[1] ?? match[2] ?? match[3])!;

/** Where the items of a list begin — 分条; `found` are the labels of its values. Linear. */
export function startsOf(text: string, found: readonly Label[]): Start[] {
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
  const firstInk = text.search(/\S/u);
  let label = 0;
  let complete = false;
  for (const start of all) {
    for (; found[label] && found[label]!.start < start.at; label++)
      if (found[label]!.kind === "annual") complete = true;
    const isFirst = start.at <= firstInk;
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
