import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedPieces } from "./marked-change.tsx";

const told = (before: string, after: string): string =>
  changedPieces(before, after)
    .map(({ kind, text }) => (kind === "gone" ? `[-${text}]` : kind === "new" ? `[+${text}]` : text))
    .join("");

describe("what changed in a text", () => {
  test.each([
    ["维修展厅。", "维修两个展厅。", "维修[+两个]展厅。"],
    ["≥300天", "≥310天", "≥[-300][+310]天"],
    ["1,025.93", "1,025.39", "[-1,025.93][+1,025.39]"],
    ["数据输人率", "数据输入率", "数据输[-人][+入]率"],
    ["同", "同", "同"],
  ])("%s → %s", (before, after, expected) => {
    expect(told(before, after)).toBe(expected);
  });

  test("both texts can be put together again from the pieces", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 60 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = changedPieces(before, after);
        const of = (kind: string) => pieces.filter((one) => one.kind !== kind).map((one) => one.text);
        expect(of("new").join("")).toBe(before);
        expect(of("gone").join("")).toBe(after);
      }),
    );
  });

  test("long texts are told in time", () => {
    const long = "绩效".repeat(5_000);
    const pieces = changedPieces(`甲${long}乙`, `丙${long}${long}丁`);
    expect(pieces.length).toBeLessThan(10);
  });
});
