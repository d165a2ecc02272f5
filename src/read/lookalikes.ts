import type { Span } from "../domain/place.ts";

/** A character that looks like another which its neighbours ask for — 形近字. */
export interface Lookalike {
  readonly span: Span;
  readonly printed: string;
  readonly proposal: string;
}

/** Slips of recognition in office Chinese: printed, meant. Only proposals are made; nothing is changed. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/—系列/gu, "一系列"],
  [/—批/gu, "一批"],
  [/—定/gu, "一定"],
  [/—体化/gu, "一体化"],
  [/输人/gu, "输入"],
  [/人境/gu, "入境"],
  [/投人/gu, "投入"],
  [/收人(?=增|水平|分配)/gu, "收入"],
  [/己完成/gu, "已完成"],
];

/** Traditional or variant characters that a simplified text does not use. */
const variants: Readonly<Record<string, string>> = {
  貿: "贸",
  務: "务",
  業: "业",
  國: "国",
  區: "区",
  發: "发",
  經: "经",
  費: "费",
  產: "产",
  標: "标",
  數: "数",
  東: "东",
  門: "门",
  開: "开",
  長: "长",
  車: "车",
  廣: "广",
  學: "学",
  會: "会",
  對: "对",
};
const variant = new RegExp(`[${Object.keys(variants).join("")}]`, "gu");

/** Look-alikes in a text; variants only where the text is written in simplified characters. */
export function lookalikesIn(text: string): Lookalike[] {
  const found: Lookalike[] = [];
  for (const [pattern, proposal] of slips)
    for (const match of text.matchAll(pattern))
      found.push({ span: { start: match.index, end: match.index + match[0].length }, printed: match[0], proposal });
  const traditional = [...text.matchAll(variant)];
  if (traditional.length * 500 <= text.length)
    for (const match of traditional)
      found.push({
        span: { start: match.index, end: match.index + 1 },
        printed: match[0],
        proposal: variants[match[0]]!,
      });
  return found.sort((a, b) => a.span.start - b.span.start);
}
