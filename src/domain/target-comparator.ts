import { bracketCover } from "./target-scan.ts";
import type { Painted } from "./target-text.ts";
import type { Comparator } from "./target-value.ts";
import { fillers, leadingComparators, reachingComparators, trailingComparator } from "./target-words.ts";

const byLastCharacter = Map.groupBy(leadingComparators, ([word]) => word.charAt(word.length - 1));

const nounThenComparator = /\p{Script=Han}{1,10}?(?:(?:及|或)?以[上下内])(?=$|[,;。、!]|\uE000)/uy;

/** The comparator before a number and the words it takes up — 前置比较词. */
interface Leading {
  readonly start: number;
  readonly comparator: Comparator | undefined;
  readonly painted: readonly Painted[];
}

/** The comparator right before a number, or a few words before it (至少召开3次). */
export function comparatorBefore(text: string, numberStart: number, floor: number): Leading {
  let from = Math.max(floor, numberStart - 24);
  for (let at = numberStart - 1; at >= from; at--) if (/[,;。、!]/u.test(text.charAt(at))) from = at + 1;
  const window = text.slice(from, numberStart);
  let trimmed = window;
  for (let step = 0; step < 4; step++) {
    const word = comparatorEnding(trimmed);
    if (word !== undefined)
      return leading(from + trimmed.length - word[0].length, word, numberStart, trimmed.length + from);
    const filler = fillers.exec(trimmed)?.[0];
    if (filler === undefined) break;
    trimmed = trimmed.slice(0, trimmed.length - filler.length);
  }
  for (let length = window.length - 1; length > 0 && window.length - length <= 10; length--) {
    const word = comparatorEnding(window.slice(0, length));
    if (word !== undefined && reachingComparators.has(word[0])) {
      return leading(from + length - word[0].length, word, numberStart, from + length);
    }
  }
  return { start: numberStart, comparator: undefined, painted: [] };
}

function comparatorEnding(words: string): readonly [string, Comparator] | undefined {
  const found = byLastCharacter.get(words.charAt(words.length - 1))?.find(([word]) => words.endsWith(word));
  if (found === undefined) return undefined;
  // 传达, 抵达, 发达 end in 达 and compare nothing.
  if (found[0] === "达" && /[到传抵发表送下]达$/u.test(words)) return undefined;
  return found;
}

function leading(start: number, word: readonly [string, Comparator], numberStart: number, end: number): Leading {
  const gap: readonly Painted[] = end < numberStart ? [{ from: end, to: numberStart, role: "qualifier" }] : [];
  return { start, comparator: word[1], painted: [{ from: start, to: end, role: "comparator" }, ...gap] };
}

/** The comparator behind a figure and the words it takes up — 后置比较词. */
interface Trailing {
  readonly end: number;
  readonly comparator: Comparator;
  readonly isWithin: boolean;
  readonly painted: readonly Painted[];
}

/** The comparator behind a figure: at once (5家以上), or behind its noun where it closes the clause. */
export function comparatorBehind(text: string, at: number): Trailing | undefined {
  const direct = trailingWordAt(text, at);
  if (direct !== undefined) return direct;
  // 30家门店以上: the noun between is a qualifier, but only where 以上 closes the clause.
  nounThenComparator.lastIndex = at;
  const noun = nounThenComparator.exec(text)?.[0];
  if (noun === undefined) return undefined;
  const end = at + noun.length;
  const isConnected = /[及或]/u.test(text.charAt(end - 3));
  return trailingWordAt(text, end - (isConnected ? 3 : 2), at);
}

function trailingWordAt(text: string, at: number, qualifierFrom = at): Trailing | undefined {
  trailingComparator.lastIndex = at;
  const match = trailingComparator.exec(text);
  if (match === null) return undefined;
  const end = at + match[0].length;
  let start = at;
  while (text.charAt(start) === bracketCover) start++;
  return {
    end,
    comparator: match.groups?.up === undefined ? "<=" : ">=",
    isWithin: match.groups?.down?.endsWith("内") ?? false,
    painted: [
      { from: qualifierFrom, to: at, role: "qualifier" },
      { from: at, to: start, role: "note" },
      { from: start, to: end, role: "comparator" },
    ],
  };
}
