import { chineseNumber } from "./chinese-number.ts";
import type { PartialDate } from "./period.ts";

/** A date or a named period inside a target — 日期、时段. */
export interface DateFound {
  readonly end: number;
  /** What the calendar says; a range gives its end. Undefined for periods that only a year can place: 前三季度. */
  readonly date: PartialDate | undefined;
}

const year = "(?<year>(?:19|20)\\d{2}|二[〇零]二[〇零一二三四五六七八九])";
const month = "(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])";
const day =
  "(?<day>3[01]|[12]\\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])";
// The first month of 1-12月 goes without its 月.
const ofMonth = "(?:月份?|(?=[-~至到](?:1[0-2]|0?[1-9])月))";
const stage = "(?<stage>上旬|中旬|下旬|月底|月末|底|末|初)?";

const written = new RegExp(`${year}年度?(?:${month}${ofMonth}(?:${day}[日号]|${stage}))?`, "uy");
const yearPart = new RegExp(
  `${year}年(?:度|的)?(?<part>年?[底末终]|上半年|下半年|前?第?[一二三四1-4]个?季度|年初)`,
  "uy",
);
const dashed = new RegExp(`${year}[-./](?<month>1[0-2]|0?[1-9])(?:[-./]${day}(?!\\d))?(?![\\d%]|\\.\\d)`, "uy");
const monthDay = new RegExp(`${month}${ofMonth}(?:${day}[日号]|${stage})`, "uy");
const yearEnd = /年[底末终]|岁末/uy;
const rangeSign = /[-~至到]{1,2}/uy;
const yearOnly = /(?<year>(?:19|20)\d{2})(?=[-~至到](?:19|20)\d{2}年)/uy;
const dayOnly = /(?<day>3[01]|[12]\d|0?[1-9])[日号]/uy;
const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The date that stands at `at`, ranges (2024年6月-12月) included — 识别日期. */
export function dateAt(text: string, at: number): DateFound | undefined {
  const first = singleDateAt(text, at);
  if (first === undefined) return undefined;
  rangeSign.lastIndex = first.end;
  const sign = rangeSign.exec(text);
  if (sign === null) return first;
  const next = first.end + sign[0].length;
  const second = singleDateAt(text, next) ?? lastDay(text, next, first.date);
  if (second === undefined) return first;
  return { end: second.end, date: inheritYear(second.date, first.date) };
}

function singleDateAt(text: string, at: number): DateFound | undefined {
  for (const pattern of [yearPart, written, dashed, yearOnly, monthDay]) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const end = at + match[0].length;
    // 3月内 is a month; 三月后 too; but 个月 never reaches here since 个 comes first.
    const date = dateOf(match.groups ?? {});
    if (date !== undefined) return { end, date };
  }
  yearEnd.lastIndex = at;
  const close = yearEnd.exec(text);
  return close === null ? undefined : { end: at + close[0].length, date: "--12" };
}

function dateOf(found: Readonly<Record<string, string | undefined>>): PartialDate | undefined {
  const head = found.year === undefined ? "-" : digitsOf(found.year, 4);
  if (found.part !== undefined) return `${head}-${monthOfPart(found.part)}`;
  if (found.month === undefined) return head === "-" ? undefined : head;
  const monthNumber = Number(digitsOf(found.month, 2));
  const upToMonth = `${head}-${digitsOf(found.month, 2)}`;
  if (found.day !== undefined) {
    const dayNumber = digitsOf(found.day, 2);
    return Number(dayNumber) > (daysOfMonth[monthNumber - 1] ?? 0) ? undefined : `${upToMonth}-${dayNumber}`;
  }
  if (found.stage === "上旬") return `${upToMonth}-10`;
  if (found.stage === "中旬") return `${upToMonth}-20`;
  if (found.stage === "初") return `${upToMonth}-01`;
  return upToMonth;
}

function monthOfPart(part: string): string {
  if (part.includes("初")) return "01";
  if (part.includes("上半年")) return "06";
  if (part.includes("季度")) {
    const quarter = chineseOrArabic(/[一二三四1-4]/u.exec(part)?.[0] ?? "四");
    return String(quarter * 3).padStart(2, "0");
  }
  return "12";
}

function lastDay(text: string, at: number, first: PartialDate | undefined): DateFound | undefined {
  const start = /^(.*)-\d{2}$/u.exec(first ?? "");
  dayOnly.lastIndex = at;
  const match = dayOnly.exec(text);
  if (start === null || match === null || (first ?? "").split("-").filter(Boolean).length < 2) return undefined;
  return { end: at + match[0].length, date: `${start[1]}-${(match.groups?.day ?? "").padStart(2, "0")}` };
}

function inheritYear(date: PartialDate | undefined, from: PartialDate | undefined): PartialDate | undefined {
  const fromYear = /^\d{4}/u.exec(from ?? "")?.[0];
  return date?.startsWith("--") && fromYear !== undefined ? `${fromYear}${date.slice(1)}` : date;
}

function digitsOf(text: string, length: number): string {
  return String(chineseOrArabic(text)).padStart(length, "0");
}

function chineseOrArabic(text: string): number {
  return /^\d/u.test(text) ? Number(text) : (chineseNumber(text) ?? 0);
}

const namedPeriod =
  /(?:每(?:个)?阶段|次年度?|本年度?|当年度?|今年度?|明年度?|同年|每年度?|年度内?|年内|本季度|当季度?|每季度|每季|(?:当月|次月|本月|每月)(?:\d{1,2}[日号])?|当日|当天|次日|同日|上半年|下半年|(?:前|第)?[一二三四1-4]个?季度[底末]?|年[底末终]|月[底末]|季度?[底末]|学期[底末]|期末|合同期|项目期|实施期|建设期|服务期)/uy;

/** The named period at `at`: 前三季度, 次年第一季度, 本年度 — 时段. Several in a row are one. */
export function periodAt(text: string, at: number): DateFound | undefined {
  let end = at;
  // Three are enough for 每阶段次年第一季度, and keep each step bounded.
  for (let step = 0; step < 3; step++) {
    namedPeriod.lastIndex = end;
    const match = namedPeriod.exec(text);
    if (match === null) break;
    end += match[0].length;
  }
  return end === at ? undefined : { end, date: undefined };
}
