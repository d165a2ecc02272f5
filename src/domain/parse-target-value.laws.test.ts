import fc from "fast-check";
import { expect, test } from "vitest";
import { parseTargetValue } from "./parse-target-value.ts";
import { type Comparator, printTargetValue, type TargetValue } from "./target-value.ts";

/** Pieces that target language is made of, so that random texts look like targets. */
const pieces = (
  "≥ ≤ > ＜ = 不少于 不低于 超过 至少 控制在 达到 以上 及以上 以内 内 前 后 底 左右 余 多 约 每年 每3个月 累计 其中 零 各 " +
  "1 5 12 95 2025 1,200 3.5 0 三 两 二十五 百分之九十 三分之二 % ‰ 个 家次 万元 亿 人 天 个月 小时 年 次/年 /年 " +
  "2025年 6月 12月31日 2024-06 第三季度 前三季度 年底 上年度 预算 合同约定时间 按 根据 要求 完成 发放 满意度 企业 、 ， ； 。 ： " +
  '（ ） ( ) “ ” 《 》 【 】 " - ~ 至 : * × / 且 和 及 1. ① 5G A4 x 不公开 涉密 \uFFFD \uE000 \uE001 \u0000 \uD83D \u3000 \n'
).split(" ");
const targetLike = fc.array(fc.constantFrom(...pieces, " "), { maxLength: 24 }).map((words) => words.join(""));
const anyText = fc.oneof(
  targetLike,
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }),
);

test("any text is read, and prints as it was", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const value = parseTargetValue(text);
      expect(value.text).toBe(text);
      expect(printTargetValue(value)).toBe(text);
      expect(value.tokens.every((token) => token.text !== "")).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test("every number given is finite, every date has its shape, every part prints as itself", () => {
  fc.assert(
    fc.property(anyText, (text) => check(parseTargetValue(text))),
    { numRuns: 2000 },
  );
});

function check(value: TargetValue): void {
  if (value.kind === "compound") {
    expect(value.parts.length).toBeGreaterThan(1);
    for (const part of value.parts) {
      expect(part.kind).not.toBe("compound");
      expect(value.text).toContain(part.text);
      check(part);
    }
  }
  expect(printTargetValue(value)).toBe(value.text);
  if (value.kind === "quantity" || value.kind === "range") expect(Number.isFinite(value.number)).toBe(true);
  if (value.kind === "range") expect(value.upper).toBeGreaterThanOrEqual(value.number);
  if (value.kind === "deadline" && value.date !== undefined) {
    expect(value.date).toMatch(/^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|--\d{2}(?:-\d{2})?)$/);
  }
  if (value.kind === "text") expect(value.reason).not.toBe("");
}

const before: Readonly<Record<Comparator, readonly string[]>> = {
  ">=": ["≥", ">=", "不少于", "不低于", "至少", "达到", "大于等于", "不得少于", "满意度达", "全年不少于"],
  "<=": ["≤", "<=", "不超过", "不高于", "小于等于", "最多", "控制在", "不得超过"],
  ">": [">", "＞", "超过", "大于", "超"],
  "<": ["<", "＜", "低于", "小于", "少于"],
  "=": ["", "=", "共"],
};
const after: Readonly<Record<Comparator, readonly string[]>> = {
  ">=": ["以上", "及以上", "（含）以上"],
  "<=": ["以内", "以下", "内"],
  ">": [],
  "<": [],
  "=": [""],
};
const composed = fc.constantFrom<Comparator>(">=", "<=", ">", "<", "=").chain((comparator) =>
  fc.oneof(
    fc.constantFrom(...before[comparator]).map((word) => ({ comparator, leading: word, trailing: "" })),
    ...(after[comparator].length === 0
      ? []
      : [fc.constantFrom(...after[comparator]).map((word) => ({ comparator, leading: "", trailing: word }))]),
  ),
);
const counted = fc.constantFrom(
  "%",
  "‰",
  "家",
  "人次",
  "万元",
  "亿美元",
  "场次",
  "平方米",
  "台",
  "万吨",
  "项",
  "户",
  "公里",
);
const numbers = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000 }).map((number) => ({ number, printed: String(number) })),
  fc.integer({ min: 1000, max: 9_999_999 }).map((number) => ({ number, printed: number.toLocaleString("en-US") })),
  fc.integer({ min: 1, max: 99_999 }).map((number) => ({ number: number / 100, printed: (number / 100).toFixed(2) })),
);

test("comparator, number, unit and per come back from a text composed of them", () => {
  fc.assert(
    fc.property(composed, numbers, counted, fc.constantFrom(undefined, "年", "月", "家次"), (words, n, unit, per) => {
      const text = `${words.leading}${n.printed}${unit}${per === undefined ? "" : `/${per}`}${words.trailing}`;
      expect(parseTargetValue(text)).toMatchObject({
        kind: "quantity",
        comparator: words.comparator,
        number: n.number,
        unit,
        per,
      });
    }),
    { numRuns: 3000 },
  );
});

test("full width, blanks and closing signs change nothing", () => {
  fc.assert(
    fc.property(
      composed,
      numbers,
      counted,
      fc.constantFrom("", " ", "\u3000"),
      fc.constantFrom("", "。", "；"),
      (words, n, unit, blank, end) => {
        const plain = parseTargetValue(`${words.leading}${n.printed}${unit}${words.trailing}`);
        const wide = n.printed.replaceAll(/[\d.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        const other = parseTargetValue(`${blank}${words.leading}${blank}${wide}${blank}${unit}${words.trailing}${end}`);
        expect({ ...other, text: "", tokens: [] }).toEqual({ ...plain, text: "", tokens: [] });
      },
    ),
    { numRuns: 1000 },
  );
});

test("a date comes back from 年月日前完成", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1990, max: 2099 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      (year, month, day) => {
        const two = (number: number) => String(number).padStart(2, "0");
        const date = `${year}-${two(month)}-${two(day)}`;
        expect(parseTargetValue(`${year}年${month}月${day}日前完成`)).toMatchObject({
          kind: "deadline",
          comparator: "<=",
          date,
        });
        expect(parseTargetValue(`${month}月底前`)).toMatchObject({ kind: "deadline", date: `--${two(month)}` });
      },
    ),
  );
});
