import { comparatorBefore, comparatorBehind } from "./target-comparator.ts";
import type { NumberFound, Scan } from "./target-scan.ts";
import type { Painted } from "./target-text.ts";
import { isCountedByNumeral, unitAt } from "./target-units.ts";
import type { Comparator } from "./target-value.ts";
import { aboutAfter } from "./target-words.ts";

/** A number with what belongs to it: comparator, unit, per — 数值及其比较词、单位. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  /** Where its number begins and where number and unit end. */
  readonly numberStart: number;
  readonly unitEnd: number;
  readonly comparator: Comparator | undefined;
  /** 内, 以内 stood behind it. */
  readonly isWithin: boolean;
  readonly number: number;
  readonly upper: number | undefined;
  readonly unit: string | undefined;
  readonly per: string | undefined;
  readonly isTime: boolean;
  readonly isChinese: boolean;
  /** A Chinese numeral before a word that is not counted (三线, 一流) is no figure at all. */
  readonly canCount: boolean;
  readonly painted: readonly Painted[];
}

const rangeSign = /[-~至到]{1,2}|—/uy;
const fromTo = /(?:提高|提升|增长|增加|上升|扩大|下降|降低|减少|压缩|缩短|缩减|降)?(?:到|至)/uy;
const perSign = /(?<noun>\p{Script=Han}{0,6})\/(?<per>[\p{Script=Han}A-Za-z²³·./]{1,12})/uy;
const endOfPer = /以上|以下|以内|及以|之内|左右|内$|发放|补助|补贴|标准|执行|支付|给予|计算|奖励|安排/u;
const clauseEnd = /$|[,;。、!]|\uE000/uy;
const shortNoun = /\p{Script=Han}{1,3}(?=$|[,;。、!]|\uE000|及?以[上下内])/uy;
const notUnit =
  /^(?:完成|达标|覆盖|合格|以|及|或|左右|上下|余|多|几|内|起|到|通过|满意|的|为|是|号|满分|配套|投入|配备|匹配|执行|发放|拨付|支付|落实|使用|运行|响应|办结|增长|提升|下降|降低|减少|增加|培训|检查|参加|参与|入库|上线|公开|有效|准确|安全|合规|规范|正常|达成|之间|不变|投诉|事故|差错|伤亡|违规|违纪|失误|延误)/u;
const approximate = /(?<scale>[百千]?[万亿]{0,2})[余多]/uy;

/** Reads the figure whose number is `numbers[index]`; `floor` is where the words before it may begin — 读取数值. */
export function figureAt(scan: Scan, index: number, floor: number): { figure: Figure; next: number } | undefined {
  const number = scan.numbers[index];
  if (number === undefined) return undefined;
  const text = scan.open;
  const left = comparatorBefore(text, number.start, floor);
  const painted: Painted[] = [...left.painted];
  const pair = pairOf(scan, index, floor);
  if (pair?.kind === "from-to") {
    // 从10%提高到15%: the second number is the target.
    const later = figureAt(scan, index + 1, pair.secondStart);
    if (later !== undefined) return { figure: { ...later.figure, start: later.figure.numberStart }, next: later.next };
  }
  painted.push({ from: number.start, to: number.end, role: "number" });
  const last = pair === undefined ? number : (scan.numbers[index + 1] ?? number);
  if (pair !== undefined) {
    painted.push(
      { from: number.end, to: pair.unitEnd, role: "unit" },
      { from: pair.unitEnd, to: pair.secondStart, role: "separator" },
    );
    painted.push({ from: last.start, to: last.end, role: "number" });
  }
  const right = wordsBehind(text, last, painted);
  const comparator = left.comparator ?? right.comparator;
  const figure: Figure = {
    start: Math.min(left.start, number.start),
    end: right.end,
    numberStart: number.start,
    unitEnd: right.unitEnd,
    comparator,
    isWithin: right.isWithin,
    number: number.value,
    upper: pair === undefined ? undefined : last.value,
    unit: last.unit ?? right.unit,
    per: right.per,
    isTime: right.isTime,
    isChinese: number.isChinese,
    canCount:
      !number.isChinese || number.unit !== undefined || (right.unit !== undefined && isCountedByNumeral(right.unit)),
    painted: painted.filter((piece) => piece.to > piece.from),
  };
  return { figure, next: pair === undefined ? index + 1 : index + 2 };
}

interface Pair {
  readonly kind: "range" | "from-to";
  readonly unitEnd: number;
  readonly secondStart: number;
}

function pairOf(scan: Scan, index: number, floor: number): Pair | undefined {
  const number = scan.numbers[index];
  const second = scan.numbers[index + 1];
  if (number === undefined || second === undefined || second.start - number.end > 12) return undefined;
  const text = scan.open;
  const unit = unitAt(text, number.end);
  const unitEnd = unit?.end ?? number.end;
  const otherUnit = unitAt(text, second.end)?.unit;
  // 10万-20万元: the first may leave out what the second says.
  if (unit !== undefined && !(otherUnit ?? "").startsWith(unit.unit)) return undefined;
  const isFrom = /[从由]$/u.test(text.slice(Math.max(floor, number.start - 1), number.start));
  fromTo.lastIndex = unitEnd;
  const move = fromTo.exec(text)?.[0];
  if (move !== undefined && unitEnd + move.length === second.start && (isFrom || move.length > 1)) {
    return { kind: "from-to", unitEnd, secondStart: second.start };
  }
  rangeSign.lastIndex = unitEnd;
  const sign = rangeSign.exec(text)?.[0];
  if (sign !== undefined && unitEnd + sign.length === second.start && second.value >= number.value) {
    return { kind: "range", unitEnd, secondStart: second.start };
  }
  return undefined;
}

interface Behind {
  readonly end: number;
  readonly unitEnd: number;
  readonly unit: string | undefined;
  readonly per: string | undefined;
  readonly isTime: boolean;
  readonly comparator: Comparator | undefined;
  readonly isWithin: boolean;
}

/** Unit, per and comparator behind a number. */
function wordsBehind(text: string, number: NumberFound, painted: Painted[]): Behind {
  let at = number.end;
  let comparator: Comparator | undefined;
  let scale = "";
  approximate.lastIndex = at;
  const more = approximate.exec(text);
  const isMore =
    more !== null && (unitAt(text, at + more[0].length) !== undefined || atClauseEnd(text, at + more[0].length));
  if (more !== null && isMore) {
    // 5万余人: the magnitude belongs to the unit, 余 says "more than".
    scale = more.groups?.scale ?? "";
    painted.push({ from: at, to: at + scale.length, role: "unit" });
    at += more[0].length;
    painted.push({ from: at - 1, to: at, role: "comparator" });
    comparator = ">";
  }
  const found =
    number.unit === undefined ? (unitAt(text, at) ?? (isMore ? undefined : plainNounAt(text, at))) : undefined;
  if (found !== undefined) painted.push({ from: at, to: found.end, role: "unit" });
  const unit = `${scale}${found?.unit ?? ""}`;
  at = found?.end ?? at;
  let per = perAt(text, at, painted);
  at = per?.end ?? at;
  const unitEnd = at;
  let isWithin = false;
  const behind = comparatorBehind(text, at);
  if (behind !== undefined && comparator === undefined) {
    painted.push(...behind.painted);
    at = behind.end;
    comparator = behind.comparator;
    isWithin = behind.isWithin;
    if (per === undefined) {
      per = perAt(text, at, painted);
      at = per?.end ?? at;
    }
  }
  const about = matchEnd(aboutAfter, text, at);
  if (about !== undefined) {
    painted.push({ from: at, to: about, role: "qualifier" });
    at = about;
  }
  return {
    end: at,
    unitEnd,
    unit: unit === "" ? undefined : unit,
    per: per?.per,
    isTime: found?.isTime ?? false,
    comparator,
    isWithin,
  };
}

/** An unlisted unit: up to three characters that end the clause, as in 500羽. */
function plainNounAt(text: string, at: number): { end: number; unit: string; isTime: boolean } | undefined {
  const end = matchEnd(shortNoun, text, at) ?? slashNounEnd(text, at);
  if (end === undefined) return undefined;
  const unit = text.slice(at, end);
  return notUnit.test(unit) ? undefined : { end, unit, isTime: false };
}

function slashNounEnd(text: string, at: number): number | undefined {
  perSign.lastIndex = at;
  const noun = perSign.exec(text)?.groups?.noun;
  return noun === undefined || noun === "" ? undefined : at + noun.length;
}

/** What a printed slash says: 次/年, 个摊位/场. */
function perAt(text: string, at: number, painted: Painted[]): { end: number; per: string } | undefined {
  perSign.lastIndex = at;
  const match = perSign.exec(text);
  if (match === null) return undefined;
  if (endOfPer.test(match.groups?.noun ?? "")) return undefined;
  const nounEnd = at + (match.groups?.noun?.length ?? 0);
  const said = match.groups?.per ?? "";
  const cut = endOfPer.exec(said)?.index ?? said.length;
  const words = said.slice(0, cut);
  if (words === "") return undefined;
  if (nounEnd > at) painted.push({ from: at, to: nounEnd, role: "qualifier" });
  const end = nounEnd + 1 + words.length;
  painted.push({ from: nounEnd, to: end, role: "per" });
  const bare = words.startsWith("每") && words.length > 1 ? words.slice(1) : words;
  return { end, per: bare === "年度" ? "年" : bare };
}

function atClauseEnd(text: string, at: number): boolean {
  return matchEnd(clauseEnd, text, at) !== undefined;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? undefined : at + match[0].length;
}
