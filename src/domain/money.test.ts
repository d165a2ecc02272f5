import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactSum, type Fen, fen, fenFromText, plainWanYuan, sumFen, wanYuan } from "./money.ts";

describe("amounts as tables print them", () => {
  for (const [text, unit, expected] of [
    ["1,025.93", "万元", 1_025_930_000],
    ["0.72", "万元", 720_000],
    ["12，345.6", "万元", 12_345_600_000],
    ["-5.00", "万元", -5_000_000],
    ["0", "万元", 0],
    ["1.234567", "万元", 1_234_567],
    ["12,345.67", "元", 1_234_567],
    ["3", "亿元", 30_000_000_000],
    ["1.2345678", "万元", undefined], // finer than 分
    ["1,02.93", "万元", undefined],
    ["3.O0", "万元", undefined],
    ["", "万元", undefined],
    ["１，２００．５０", "万元", 1_200_500_000],
    ["9".repeat(17), "元", undefined],
  ] as const)
    test(`${text || "（空）"} ${unit}`, () => expect(fenFromText(text, unit)).toBe(expected));
});

const amount = fc.integer({ min: -(2 ** 50), max: 2 ** 50 }).map(fen);

test("what is printed reads back as the same amount", () => {
  fc.assert(
    fc.property(amount, (one) => {
      expect(fenFromText(wanYuan(one), "万元")).toBe(one === 0 ? 0 : one);
      expect(fenFromText(plainWanYuan(one), "万元")).toBe(one === 0 ? 0 : one);
    }),
  );
});

test("sums are exact, in any order", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e12, max: 1e12 }).map(fen), { maxLength: 50 }), (amounts) => {
      const exact = amounts.reduce((sum, one) => sum + BigInt(one), 0n);
      expect(BigInt(sumFen(amounts))).toBe(exact);
      expect(sumFen(amounts.toReversed())).toBe(sumFen(amounts));
    }),
  );
});

test("a sum beyond the exact range is no sum", () => {
  const huge = Number.MAX_SAFE_INTEGER as Fen; // whole, and as large as can be
  expect(exactSum([huge, fen(1)])).toBeUndefined();
  expect(() => sumFen([huge, fen(1)])).toThrow(RangeError);
});
