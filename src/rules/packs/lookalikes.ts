import type { Dated } from "./dated.ts";

/** A character that text extraction puts in place of another — 形近字. */
export interface Lookalike {
  /** What stands in the text. */
  readonly printed: string;
  /** What was most likely meant; `undefined` where only a person can tell. */
  readonly meant: string | undefined;
  /** Speaks only before or after one of these. */
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

/** Traditional characters that turn up inside simplified text, each with its simplified form. */
const traditional =
  "貿贸 務务 業业 產产 國国 發发 電电 廣广 東东 開开 關关 區区 學学 會会 經经 濟济 質质 標标 額额 費费 資资 員员 時时 間间 進进 運运 達达 項项 體体 應应 與与 個个 萬万 億亿 車车 門门 長长 書书 見见 論论 議议 設设 計计 說说 請请 調调 讓让 護护 財财 貨货 購购 銷销 錢钱 鋼钢 鐵铁 際际 險险 隊队 陸陆 陽阳 階阶 雙双 難难 響响 領领 題题 願愿 類类 風风 飛飞 飲饮 館馆 馬马 驗验 麗丽 點点";

const hanDash: readonly string[] = [
  "系列",
  "批",
  "次性",
  "站式",
  "体化",
  "带一路",
  "窗",
  "期",
  "年",
  "级",
  "流",
  "线",
  "定",
];

/** 形近字表. */
export const lookalikes: readonly [Dated<readonly Lookalike[]>, ...Dated<readonly Lookalike[]>[]] = [
  {
    from: "2015-01-01",
    source: "公开文件文字提取中的常见误识",
    certainty: "medium",
    value: [
      ...traditional.split(" ").map((pair) => ({ printed: pair.charAt(0), meant: pair.charAt(1) })),
      { printed: "—", meant: "一", before: hanDash },
      { printed: "1率", meant: undefined, after: ["又", "及", "时", "位", "成", "格", "用"] },
      { printed: "О", meant: "O" },
      { printed: "о", meant: "o" },
      { printed: "А", meant: "A" },
      { printed: "а", meant: "a" },
      { printed: "В", meant: "B" },
      { printed: "С", meant: "C" },
      { printed: "с", meant: "c" },
      { printed: "Е", meant: "E" },
      { printed: "е", meant: "e" },
    ],
  },
];
