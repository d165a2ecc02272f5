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
const traditional =
  "貿務業國區發經費產標數東門開長車廣學會對葉間場設備農電機關體個萬億銷購環護參與書處華見觀規覽認證議記訓許論評試話該詳語調請講謝識護讀變讓貨資費賓賽質購贊趕車軌軍載輕輛輪輸辦農邊過運還這進遠適選遺鄉醫針鋼錄鎮鏈長門問間關陽隊階際陸險難雙雲電靈靜頁項順須預領頻題額顏願類風飛飯養餘馬驗驟髮魚鮮黃點龍歷歸氣決沒況濟滿潔潛準確種稅積穩節範築簡糧級紅約紀純納紙線組結給統經綠維網緊總縣績織續";
const simplified =
  "贸务业国区发经费产标数东门开长车广学会对叶间场设备农电机关体个万亿销购环护参与书处华见观规览认证议记训许论评试话该详语调请讲谢识护读变让货资费宾赛质购赞赶车轨军载轻辆轮输办农边过运还这进远适选遗乡医针钢录镇链长门问间关阳队阶际陆险难双云电灵静页项顺须预领频题额颜愿类风飞饭养余马验骤发鱼鲜黄点龙历归气决没况济满洁潜准确种税积稳节范筑简粮级红约纪纯纳纸线组结给统经绿维网紧总县绩织续";
const variants: ReadonlyMap<string, string> = new Map(
  [...traditional].map((char, at) => [char, [...simplified][at]!] as const).filter(([one, other]) => one !== other),
);
const variant = new RegExp(`[${[...variants.keys()].join("")}]`, "gu");

/** Look-alikes in a text; variants only where the text is written in simplified characters. */
export function lookalikesIn(text: string): Lookalike[] {
  const found: Lookalike[] = [];
  for (const [pattern, proposal] of slips)
    for (const match of text.matchAll(pattern))
      found.push({ span: { start: match.index, end: match.index + match[0].length }, printed: match[0], proposal });
  const foreign = [...text.matchAll(variant)];
  if (foreign.length <= Math.max(3, text.length / 500))
    for (const match of foreign)
      found.push({
        span: { start: match.index, end: match.index + 1 },
        printed: match[0],
        proposal: variants.get(match[0])!,
      });
  return found.sort((a, b) => a.span.start - b.span.start);
}
