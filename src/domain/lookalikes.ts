/** Characters that stand in place of others, and what was most likely meant — 形近字. */
export interface Lookalike {
  /** The words as printed, with the neighbours that give them away. */
  readonly printed: string;
  /** `undefined` where only a person can tell. */
  readonly meant: string | undefined;
}

/** A place in a text that looks like a slip of recognition — 疑似误识. */
export interface LookalikeSeen extends Lookalike {
  readonly start: number;
  readonly end: number;
}

/** What may follow a numeral one that was taken for a dash: —系列. */
const afterOne = "系列 批 次性 站式 体化 带一路 窗 期 年 级 流 线 定".split(" ");

/** Slips of recognition in office Chinese. Only what is never right as it stands. */
const words: readonly Lookalike[] = [
  ...afterOne.map((word) => ({ printed: `—${word}`, meant: `一${word}` })),
  ...["又1率", "及1率", "时1率", "位1率", "成1率", "格1率", "用1率"].map((printed) => ({ printed, meant: undefined })),
  { printed: "输人", meant: "输入" },
  { printed: "投人", meant: "投入" },
  { printed: "出人境", meant: "出入境" },
  { printed: "人境旅客", meant: "入境旅客" },
  { printed: "人境人员", meant: "入境人员" },
  { printed: "人境航班", meant: "入境航班" },
  { printed: "收人增", meant: "收入增" },
  { printed: "收人水平", meant: "收入水平" },
  { printed: "收人分配", meant: "收入分配" },
  { printed: "己完成", meant: "已完成" },
];

/** Cyrillic letters that look like Latin ones. */
const letters = "ОO оo АA аa ВB СC сc ЕE еe".split(" ");

/** Traditional or variant characters that a simplified text does not use, each with its simplified form. */
const variants = [
  "貿贸 務务 業业 國国 區区 發发 經经 費费 產产 標标 數数 東东 門门 開开 長长 車车 廣广 學学 會会 對对 葉叶 間间 場场 設设 備备 農农 電电 機机 關关 體体 個个 萬万 億亿 銷销 購购",
  "環环 護护 參参 與与 書书 處处 華华 見见 觀观 規规 覽览 認认 證证 議议 記记 訓训 許许 論论 評评 試试 話话 該该 詳详 語语 調调 請请 講讲 謝谢 識识 讀读 變变 讓让 貨货 資资 賓宾",
  "賽赛 質质 贊赞 趕赶 軌轨 軍军 載载 輕轻 輛辆 輪轮 輸输 辦办 邊边 過过 運运 還还 這这 進进 遠远 適适 選选 遺遗 鄉乡 醫医 針针 鋼钢 錄录 鎮镇 鏈链 問问 陽阳 隊队 階阶 際际 陸陆",
  "險险 難难 雙双 雲云 靈灵 靜静 頁页 項项 順顺 須须 預预 領领 頻频 題题 額额 顏颜 願愿 類类 風风 飛飞 飯饭 養养 餘余 馬马 驗验 驟骤 髮发 魚鱼 鮮鲜 黃黄 點点 龍龙 歷历 歸归 氣气",
  "決决 沒没 況况 濟济 滿满 潔洁 潛潜 準准 確确 種种 稅税 積积 穩稳 節节 範范 築筑 簡简 糧粮 級级 紅红 約约 紀纪 純纯 納纳 紙纸 線线 組组 結结 給给 統统 綠绿 維维 網网 緊紧 總总",
  "縣县 績绩 織织 續续 員员 時时 達达 應应 計计 說说 財财 錢钱 鐵铁 響响 飲饮 館馆 麗丽",
].flatMap((line) => line.split(" "));

const meantBy: ReadonlyMap<string, string | undefined> = new Map([
  ...words.map(({ printed, meant }) => [printed, meant] as const),
  ...[...letters, ...variants].map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
]);
const isVariant: ReadonlySet<string> = new Set(variants.map((pair) => pair.charAt(0)));
/** Not after another dash, a figure or a Latin letter: there a dash is a dash. */
const anyOfThem = new RegExp(
  `(?<![—\\dA-Za-z])(?:${words.map(({ printed }) => printed).join("|")})|[${[...letters, ...variants].map((pair) => pair.charAt(0)).join("")}]`,
  "gu",
);

/** Look-alikes in a text, in order — 找形近字. Proposed only; nothing is changed. Linear. */
export function findLookalikes(text: string): readonly LookalikeSeen[] {
  return Array.from(text.matchAll(anyOfThem), ({ 0: printed, index }) => ({
    printed,
    meant: meantBy.get(printed),
    start: index,
    end: index + printed.length,
  }));
}

/**
 * Whether so many characters of a text are traditional that this is its spelling and no slip — 通篇繁体. `found` are the
 * look-alikes seen in it.
 */
export function isItsSpelling(found: readonly LookalikeSeen[], characters: number): boolean {
  return found.filter(isVariantForm).length > Math.max(10, characters / 500);
}

/** Whether a look-alike is a traditional or variant form of the same character — 是否繁体异体. */
export function isVariantForm({ printed }: Lookalike): boolean {
  return isVariant.has(printed);
}
