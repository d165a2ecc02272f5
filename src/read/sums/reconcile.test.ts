import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fen, fenFromText } from "../../domain/money.ts";
import { type AmountsOption, chooseBySums, tolerance } from "./reconcile.ts";

const wan = (text: string): Fen => fenFromText(text, "万元")!;
/** Two readings of one row whose total and appropriation are one figure. */
const either = (...figures: string[]): AmountsOption[] =>
  figures.map((figure, cost) => ({ amounts: { total: wan(figure), appropriation: wan(figure) }, cost }));

describe("sums choose the reading", () => {
  test("the figure that closes the unit's subtotal is taken, in every cut row", () => {
    const rows = [either("40.00", "49.00"), either("177.29"), either("10.00", "18.00"), either("12.00", "13.00")];
    const printed = { total: wan("257.29"), appropriation: wan("257.29") };
    expect(chooseBySums(rows, printed)).toEqual({ taken: [1, 0, 1, 1], settled: true });
  });

  test("where two choices close the subtotal alike, neither is taken", () => {
    const rows = [either("1.00", "2.00"), either("1.00", "2.00")];
    expect(chooseBySums(rows, { total: wan("3.00"), appropriation: wan("3.00") })).toEqual({
      taken: [0, 0],
      settled: false,
    });
  });

  test("where rows are missing from the table nothing is bent to close the gap", () => {
    const rows = [either("5.00", "6.00"), either("7.00")];
    expect(chooseBySums(rows, { total: wan("100.00"), appropriation: wan("100.00") })).toEqual({
      taken: [0, 0],
      settled: false,
    });
  });

  test("a lone source whose column was lost goes where the subtotal has it", () => {
    const lone: AmountsOption[] = [
      { amounts: { total: wan("2.00"), appropriation: wan("2.00") }, cost: 0 },
      { amounts: { total: wan("2.00"), other: wan("2.00") }, cost: 1 },
    ];
    const printed = { total: wan("10.00"), appropriation: wan("8.00"), other: wan("2.00") };
    expect(chooseBySums([either("8.00"), lone], printed)).toEqual({ taken: [0, 1], settled: true });
  });

  test("what is chosen as settled closes every printed column within its tolerance", () => {
    const amount = fc.integer({ min: 1, max: 9_999 }).map((n) => (n * 10_000) as Fen); // whole 分
    const row = fc.array(amount, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.nat(), (figures, pick) => {
        const rows = figures.map((options) =>
          options.map((total, cost) => ({ amounts: { total, appropriation: total }, cost })),
        );
        const truth = figures.reduce((sum, options) => sum + options[pick % options.length]!, 0) as Fen;
        const { taken, settled } = chooseBySums(rows, { total: truth, appropriation: truth });
        const sum = figures.reduce((total, options, at) => total + options[taken[at]!]!, 0);
        if (settled) expect(Math.abs(sum - truth)).toBeLessThanOrEqual(tolerance(rows.length));
      }),
    );
  });
});
