import { chineseNumber } from "./chinese-number.ts";
import { type DateFound, dateAt, periodAt } from "./target-date.ts";
import { unitAt } from "./target-units.ts";

/** A number as it stands in a target, not yet read as one — 数. */
export interface NumberFound {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly isChinese: boolean;
  /** 百分之九十 says its unit in front. */
  readonly unit: string | undefined;
}

/** A date or a named period and where it stands — 日期位置. */
export interface DatePlace extends DateFound {
  readonly start: number;
  readonly isNamedPeriod: boolean;
}

/** Words in brackets — 括注. */
export interface Bracket {
  readonly start: number;
  readonly end: number;
}

/** What one pass over the even text finds — 扫描结果. */
export interface Scan {
  /** The text with brackets, quotes and codes covered, so that nothing inside them is taken for a figure. */
  readonly open: string;
  readonly numbers: readonly NumberFound[];
  readonly dates: readonly DatePlace[];
  readonly brackets: readonly Bracket[];
}

/** Stand for a covered bracket and for covered words — 括号占位; a length of text keeps its length. */
export const bracketCover = "\uE000";
/** Stands in for a covered word — 词语占位. */
export const wordCover = "\uE001";

const closers: Readonly<Record<string, string>> = { "(": ")", "[": "]", "【": "】", "〔": "〕", "{": "}" };
const quotes: Readonly<Record<string, string>> = { "“": "”", "‘": "’", "《": "》", "「": "」", "『": "』", '"': '"' };

const anyOpening = /[([{【〔“‘《「『"]/u;

const code = /[A-Za-z][A-Za-z0-9_]*(?:[-.][A-Za-z0-9_]+)*/uy;
const clock = /\d{1,2}:(?:00|05|10|15|30|45)(?::\d{2})?(?!\d)/uy;
const ratio = /(?<left>\d+(?:\.\d+)?):(?<right>\d+(?:\.\d+)?)/uy;
// A semicolon for the colon beside it on the keyboard, seen where the first share is 1: 1；1.5.
const slippedRatio = /(?<left>1);(?<right>\d+(?:\.\d+)?)(?=$|[,。、)以])/uy;
const fraction = /(?<left>\d{1,3})\/(?<right>\d{1,3})(?![\d/])/uy;
const arabic = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/uy;
const chineseShare =
  /(?<base>[百千万]|[二三四五六七八九十])分之(?<share>[零〇一二两三四五六七八九十百点]{1,8}|\d+(?:\.\d+)?)/uy;
const chinese = /[零〇一二两三四五六七八九十壹贰叁][零〇一二两三四五六七八九十百千壹贰叁]{0,11}/uy;
const startsPeriod = /[每次本当今明同年上下前第一二三四1-4月季学期合项实建服]/u;
const startsNumber = /[\d零〇一二两三四五六七八九十百千万壹贰叁]/u;
const latinName = /[A-Za-z][A-Za-z0-9]*|[×*](?=\d)|\+(?=[A-Za-z])/uy;
const list = /(?:\(?\d{1,2}[.)](?!\d)|\d{1,2}、(?=\p{Script=Han}{2})|[①-⑳])/uy;

/** Finds brackets, quotes, codes, dates and numbers in one pass — 扫描. */
export function scanTarget(text: string, from: number, to: number): Scan {
  const pairs = pairedSigns(text, from, to);
  const open = Array.from({ length: text.length }, (_, at) => text.charAt(at));
  const numbers: NumberFound[] = [];
  const dates: DatePlace[] = [];
  const brackets: Bracket[] = [];
  const cover = (start: number, end: number, by: string) => open.fill(by, start, end);
  let at = from;
  let clauseStart = true;
  while (at < to) {
    const character = text.charAt(at);
    if (clauseStart) {
      const number = matchAt(list, text, at);
      if (number !== undefined && !/[%~-]/u.test(text.charAt(at + number[0].length)) && at + number[0].length < to) {
        cover(at, at + number[0].length, wordCover);
        at += number[0].length;
        continue;
      }
    }
    const close = pairs.get(at);
    if (close !== undefined) {
      const isBracket = closers[character] !== undefined;
      if (isBracket) brackets.push({ start: at, end: close });
      cover(at, close, isBracket ? bracketCover : wordCover);
      at = close;
      continue;
    }
    clauseStart = /[,;。]/u.test(character);
    const end = Math.min(to, pieceEnd(text, at, from, numbers, dates, cover));
    at = end > at ? end : at + 1;
  }
  return { open: open.join(""), numbers, dates, brackets };
}

function pieceEnd(
  text: string,
  at: number,
  from: number,
  numbers: NumberFound[],
  dates: DatePlace[],
  cover: (start: number, end: number, by: string) => void,
): number {
  const character = text.charAt(at);
  const before = at > from ? text.charAt(at - 1) : "";
  if (/[A-Za-z]/u.test(character)) {
    const word = matchAt(code, text, at)?.[0] ?? character;
    // Behind a figure it is a unit (50km): a number with any other Latin name behind it was covered together with it.
    if (!/[0-9万亿千百μµ/]/u.test(before)) cover(at, at + word.length, wordCover);
    return at + word.length;
  }
  const date =
    /[\d一二三四五六七八九十年岁]/u.test(character) && !/[\d.第个]/u.test(before) ? dateAt(text, at) : undefined;
  if (date !== undefined && !isNumberAfterAll(text, at, date.end, before)) {
    dates.push({ ...date, start: at, isNamedPeriod: false });
    return date.end;
  }
  const period = startsPeriod.test(character) ? periodAt(text, at) : undefined;
  if (period !== undefined) {
    dates.push({ ...period, start: at, isNamedPeriod: true });
    return period.end;
  }
  if (!startsNumber.test(character)) return at + 1;
  const number = numberAt(text, at, before, cover);
  if (number === undefined) return at + 1;
  if (typeof number === "number") return number;
  numbers.push(number);
  return number.end;
}

/** 2023.5万元 and 2000年均 look like dates and are not. */
function isNumberAfterAll(text: string, at: number, end: number, before: string): boolean {
  // ≤3月 counts months.
  if (/[≥≤<>=]/u.test(before) && /^\d{1,2}月$/u.test(text.slice(at, end))) return true;
  return /^\d{4}\.\d{1,2}$/u.test(text.slice(at, end)) && /[万亿元家个人吨次户]/u.test(text.charAt(end));
}

/** A number found, or where to go on when it looks like one and is none. */
function numberAt(
  text: string,
  at: number,
  before: string,
  cover: (start: number, end: number, by: string) => void,
): NumberFound | number | undefined {
  const time = matchAt(clock, text, at);
  if (time !== undefined) {
    cover(at, at + time[0].length, wordCover);
    return at + time[0].length;
  }
  const found = (end: number, value: number | undefined, isChinese: boolean, unit?: string) => {
    if (value === undefined || !Number.isFinite(value)) return end;
    return { start: at, end, value, isChinese, unit };
  };
  const share = matchAt(chineseShare, text, at);
  if (share !== undefined) return found(at + share[0].length, ...shareOf(share.groups ?? {}));
  for (const pattern of [ratio, slippedRatio, fraction]) {
    const match = matchAt(pattern, text, at);
    if (match === undefined) continue;
    const right = Number(match.groups?.right);
    if (right > 0) return found(at + match[0].length, Number(match.groups?.left) / right, false);
  }
  const digits = matchAt(arabic, text, at)?.[0];
  if (digits !== undefined) {
    const end = at + digits.length;
    // 第3名, 12号, 第1期 name something.
    if (before === "第" || text.charAt(end) === "号") return end;
    // 5G and 4A are names; the 7 of 7×24小时 counts nothing by itself.
    const name = matchAt(latinName, text, end)?.[0];
    if (name !== undefined && unitAt(text, end) === undefined) {
      cover(at, end + name.length, wordCover);
      return end + name.length;
    }
    const value = Number(digits.replaceAll(",", ""));
    const isMinus = before === "-" && !/[\p{Script=Han}\d%A-Za-z)]/u.test(text.charAt(at - 2));
    if (isMinus && Number.isFinite(value))
      return { start: at - 1, end, value: -value, isChinese: false, unit: undefined };
    return found(end, value, false);
  }
  const numeral = matchAt(chinese, text, at)?.[0];
  if (numeral === undefined) return undefined;
  const end = at + numeral.length;
  if (/[第统同唯之单专逐初其不如万进数几]/u.test(before)) return end;
  return found(end, chineseNumber(numeral), true);
}

function shareOf(found: Readonly<Record<string, string | undefined>>): [number | undefined, boolean, string?] {
  const [whole = "", rest] = (found.share ?? "").split(/[点.]/u);
  const read = (words: string) => (words === "百" ? 100 : /^\d+$/u.test(words) ? Number(words) : chineseNumber(words));
  const integer = read(whole);
  if (integer === undefined) return [undefined, false];
  const tail = rest === undefined ? "" : `.${Array.from(rest, (digit) => read(digit) ?? 0).join("")}`;
  const value = Number(`${integer}${tail}`);
  if (found.base === "百") return [value, false, "%"];
  if (found.base === "千") return [value, false, "‰"];
  const base = found.base === "万" ? 10000 : chineseNumber(found.base ?? "");
  return [base === undefined ? undefined : value / base, false];
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/**
 * Where each bracket or quote that opens inside [from, to) closes — 成对符号; one that never closes runs to the end if
 * it is a bracket.
 */
export function pairedSigns(text: string, from: number, to: number): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  if (!anyOpening.test(text)) return pairs;
  const waiting: { at: number; closer: string }[] = [];
  for (let at = from; at < to; at++) {
    const character = text.charAt(at);
    const top = waiting.at(-1);
    if (top !== undefined && character === top.closer) {
      pairs.set(top.at, at + 1);
      waiting.pop();
      continue;
    }
    const closer = closers[character] ?? quotes[character];
    if (closer !== undefined) waiting.push({ at, closer });
  }
  for (const { at, closer } of waiting) if (closer === ")") pairs.set(at, to);
  return pairs;
}
