import type { PartialDate } from "./period.ts";
import type { Clause } from "./target-clauses.ts";
import type { Figure } from "./target-figure.ts";
import { bracketCover, type DatePlace, type Scan, wordCover } from "./target-scan.ts";
import type { Painted } from "./target-text.ts";
import type { Comparator } from "./target-value.ts";
import {
  comparatorLookAlike,
  finishing,
  leadingComparators,
  limitHeads,
  otherTimes,
  timeSetElsewhere,
} from "./target-words.ts";

/** A thing that can be measured, found in a target's words, and the words it takes up — 可衡量的目标. */
export type Mark = { readonly start: number; readonly end: number; readonly painted: readonly Painted[] } & (
  | { readonly kind: "figure"; readonly figure: Figure; readonly isWeak: boolean }
  | {
      readonly kind: "deadline";
      readonly comparator: Comparator;
      readonly date: PartialDate | undefined;
      readonly number: number | undefined;
      readonly unit: string | undefined;
      readonly reference: readonly [from: number, to: number] | undefined;
      /** Nothing but the date stands in its clause: 2025年6月底前，…. */
      readonly isAlone: boolean;
    }
  | {
      readonly kind: "relative";
      readonly comparator: Comparator;
      readonly reference: readonly [from: number, to: number];
    }
);

const eventEnd = /(?:之日起|当日起|之日|日起|[之以]后|后|起)$/u;
const eventBefore = /(?:下达|到位|到账|收到|接到|接报|受理|通知|申请|签订|验收合格)/u;
const notEvent = /^(?:[在自从于]|今|此|最|前|随|先|以|之|然)$/u;

/** A figure as a mark; a time after an event (款项到账后2个月内) or with an act behind it (3天内办结) is a deadline — 时限. */
export function markOfFigure(scan: Scan, clause: Clause, figure: Figure, isWeak: boolean): Mark {
  const plain: Mark = { kind: "figure", start: figure.start, end: figure.end, painted: figure.painted, figure, isWeak };
  if (!figure.isTime || figure.upper !== undefined) return plain;
  const first = Math.max(clause.from, figure.start - 40);
  const before = scan.open.slice(first, figure.start);
  const lead = /^(?:在|自|从|于)/u.exec(before)?.[0].length ?? 0;
  const marker = eventEnd.exec(before)?.[0];
  const eventTo = first + before.length - (marker?.length ?? 0);
  const event = scan.open.slice(first + lead, eventTo);
  const isAfterEvent = marker !== undefined || (figure.isWithin && eventBefore.test(before));
  const deadline = (reference: readonly [number, number] | undefined): Mark => ({
    kind: "deadline",
    start: reference?.[0] ?? figure.start,
    end: figure.end,
    painted: [
      ...(reference === undefined
        ? []
        : ([
            { from: reference[0], to: reference[1], role: "reference" },
            { from: reference[1], to: figure.start, role: "words" },
          ] satisfies Painted[])),
      ...figure.painted,
    ],
    comparator: figure.comparator === undefined || figure.comparator === "=" ? "<=" : figure.comparator,
    date: undefined,
    number: figure.number,
    unit: figure.unit,
    reference,
    isAlone: false,
  });
  if (isAfterEvent && event.length >= 2 && !notEvent.test(event) && !event.includes(bracketCover)) {
    return deadline([first + lead, eventTo]);
  }
  const behind = scan.open.slice(figure.end, Math.min(clause.to, figure.end + 8));
  const isAct =
    figure.isWithin && /^\p{Script=Han}/u.test(behind) && (matches(finishing, behind, 0) || behind.length > 1);
  return isAct ? deadline(undefined) : plain;
}

const deadlineMarker =
  /(?:期间|[底末])?(?:截?止|[之以]?前(?![列三期沿往后置端景五十\d])|[之以]?内(?![容部外资地涵生需存置销]))/uy;
const startMarker = /(?:[之以]后|起)/uy;
const leadIn =
  /^(?:在|于|截至|截止|截止到|至|到|力争|争取|确保|预计|拟|计划|最迟|不晚于|不迟于|不早于|最晚|≤|<=?|不超过|应|须|将|约)*$/u;
const lateLeadIn = /(?:于|至|到|在|截至|截止|时间|日期|期限|时限|为|:)$/u;

/** The date or period of a clause as a deadline, if it is one — 日期时限. */
export function deadlineOf(
  scan: Scan,
  clause: Clause,
  places: readonly DatePlace[],
  isDescription: boolean,
): Mark | undefined {
  for (const place of places) {
    const mark = deadlineAt(scan, clause, place, isDescription);
    if (mark !== undefined) return mark;
  }
  return isDescription ? undefined : eventDeadline(scan, clause);
}

function deadlineAt(scan: Scan, clause: Clause, place: DatePlace, isDescription: boolean): Mark | undefined {
  const text = scan.open;
  const before = text.slice(clause.from, Math.min(place.start, clause.from + 24));
  const marker = matched(deadlineMarker, text, place.end);
  // 年内, 月底 and the like carry their marker themselves.
  const hasMarker = marker !== "" || /[内]$/u.test(text.slice(place.start, place.end));
  const isAfter = before.endsWith("不早于") || (marker === "" && matched(startMarker, text, place.end) !== "");
  const end = place.end + (marker === "" ? matched(startMarker, text, place.end).length : marker.length);
  const behind = text.slice(end, Math.min(clause.to, end + 8)).replace(/^的/u, "");
  const isPlaced = place.start - clause.from <= 8 && leadIn.test(before);
  const isClosed = end >= clause.to || behind.startsWith(bracketCover);
  const isAct = matches(finishing, behind, 0);
  if (!hasMarker && !isAfter) {
    const isSaid = isPlaced && (isClosed || isAct);
    const isLate =
      !place.isNamedPeriod &&
      isClosed &&
      lateLeadIn.test(text.slice(Math.max(clause.from, place.start - 3), place.start));
    if (isDescription || !(isSaid || isLate)) return undefined;
  }
  if (isAfter && !isAct && !isClosed) return undefined;
  // 每季度 alone says how often.
  if (
    place.isNamedPeriod &&
    /^每/u.test(text.slice(place.start, place.end)) &&
    !hasMarker &&
    !/[底末日号]$/u.test(text.slice(place.start, place.end))
  ) {
    return undefined;
  }
  return {
    kind: "deadline",
    start: place.start,
    end,
    painted: [
      { from: place.start, to: place.end, role: place.date === undefined ? "reference" : "date" },
      { from: place.end, to: end, role: "comparator" },
    ],
    comparator: isAfter ? ">=" : "<=",
    date: place.date,
    number: undefined,
    unit: undefined,
    reference: place.date === undefined ? [place.start, place.end] : undefined,
    isAlone: isPlaced && isClosed,
  };
}

const beforeEvent = /前(?=$|完成|竣工|完工|办结|建成|拨付|发放|支付|到位|落实|提交|启用|交付|实施|组织|报送)/u;

/** 汛期前完成: by an event that other people date. */
function eventDeadline(scan: Scan, clause: Clause): Mark | undefined {
  const words = scan.open.slice(clause.from, clause.to);
  const at = beforeEvent.exec(words)?.index ?? -1;
  const lead = /^(?:在|于|争取|力争|确保)/u.exec(words)?.[0].length ?? 0;
  const event = words.slice(lead, at).replace(/[之以]$/u, "");
  if (at < 0 || event.length < 2 || event.length > 14 || /[提目当日超空此先生从]$/u.test(event)) return undefined;
  const from = clause.from + lead;
  return {
    kind: "deadline",
    start: from,
    end: clause.from + at + 1,
    painted: [
      { from, to: from + event.length, role: "reference" },
      { from: from + event.length, to: clause.from + at + 1, role: "comparator" },
    ],
    comparator: "<=",
    date: undefined,
    number: undefined,
    unit: undefined,
    reference: [from, from + event.length],
    isAlone: false,
  };
}

const anyComparator = new RegExp(leadingComparators.map(([word]) => word).join("|"), "gu");
const comparatorOf = new Map<string, Comparator>(leadingComparators);
const floors = /^(?:[≥≤<>]=?|不(?:得|能|应)?(?:低于|少于|小于|高于|大于|短于))$/u;
const caps =
  /^(?:(?:不|未|不得|不能|不应|不会|没有)(?:超过|超|突破|多于)|控制[在于至]|限于|低于|高于|小于|大于|优于|少于|≤=?)$/u;
const rangeEnd = /(?:[以之]内|以下|以上|内)$/u;
const withinLimit =
  /(?<limit>[^,;。在]{0,20}(?:预算|概算|限额|限价|额度|标准|定额|批复|指标)[^,;。在]{0,6}?(?:范围)?)(?:[以之]内|内)(?=$|\uE000)/u;
const sameAs = /[与和同较跟比](?<other>[^,;。]{2,16}?)(?:基本)?(?:持平|相当|一致)/u;

/** Held against something that is not a number: 不低于上年度, 控制在预算内 — 相对值. */
export function relativeOf(scan: Scan, clause: Clause, isDescription: boolean): Mark | undefined {
  const words = scan.open.slice(clause.from, clause.to);
  if (timeSetElsewhere.test(words)) return undefined;
  for (const match of words.matchAll(anyComparator)) {
    const word = match[0];
    comparatorLookAlike.lastIndex = match.index;
    if (comparatorLookAlike.test(words)) continue;
    const start = match.index + word.length;
    const head = words.slice(start, start + 16).split(bracketCover, 1)[0] ?? "";
    if (head.length < 2 || !isObject(word, head, isDescription)) continue;
    const object = (words.slice(start).split(bracketCover, 1)[0] ?? "").replace(rangeEnd, "");
    const comparator = comparatorOf.get(word) ?? "=";
    return relative(clause, match.index, start, start + object.length, comparator, words);
  }
  if (isDescription) return undefined;
  const limit = /内(?:$|\uE000)/u.test(words) ? withinLimit.exec(words) : null;
  if (limit?.groups?.limit !== undefined) {
    const from = limit.index;
    return relative(clause, from, from, from + limit.groups.limit.length, "<=", words);
  }
  const same = sameAs.exec(words);
  const other = same?.groups?.other;
  if (same === null || other === undefined || !otherTimes.test(other)) return undefined;
  return relative(clause, same.index, same.index + 1, same.index + 1 + other.length, "=", words);
}

function isObject(word: string, head: string, isDescription: boolean): boolean {
  if (floors.test(word) && !/^\d/u.test(head))
    return /\p{Script=Han}/u.test(head.charAt(0)) || head.startsWith(wordCover);
  if (isDescription) return false;
  // 不低于2024年水平: a year and what it was like.
  if (/^(?:19|20)\d{2}年度?\p{Script=Han}{2}/u.test(head)) return word !== "=";
  if (caps.test(word)) return limitHeads.test(head) || otherTimes.test(head);
  return word !== "=" && otherTimes.test(head) && !/^(?:至少|最少|最低|最高|最多|达|超)$/u.test(word);
}

function relative(clause: Clause, at: number, from: number, to: number, comparator: Comparator, words: string): Mark {
  const close = /^(?:[以之]内|以下|以上|内|(?:基本)?(?:持平|相当|一致))/u.exec(words.slice(to))?.[0].length ?? 0;
  return {
    kind: "relative",
    start: clause.from + at,
    end: clause.from + to + close,
    painted: [
      { from: clause.from + at, to: clause.from + from, role: "comparator" },
      { from: clause.from + from, to: clause.from + to, role: "reference" },
      { from: clause.from + to, to: clause.from + to + close, role: "comparator" },
    ],
    comparator,
    reference: [clause.from + from, clause.from + to],
  };
}

function matched(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  return matched(pattern, text, at) !== "";
}
