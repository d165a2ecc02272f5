import { describe, expect, test } from "vitest";
import { foldCharacter } from "./fold-character.ts";

describe("a character of a PDF is the one that a reader sees", () => {
  for (const [name, from, to] of [
    ["a Kangxi radical", 0x2f6c, "目"],
    ["the radical that NFKC takes for the traditional form", 0x2f3e, "户"],
    ["a radical of the supplement, simplified", 0x2ed3, "长"],
    ["another", 0x2ee9, "黄"],
    ["the last of the supplement", 0x2ef3, "龟"],
    ["a radical that stands for no character", 0x2e80, "⺀"],
    ["a compatibility ideograph", 0xf9e9, "里"],
    ["the blank of Founder's fonts", 0xe5e5, "　"],
    ["a character that GB 18030 moved out of the private area", 0xe816, "𠂇"],
    ["full width stays full width", 0xff1a, "："],
    ["a circled figure stays circled", 0x2460, "①"],
    ["a square measure stays one character", 0x33a1, "㎡"],
    ["beyond the first plane", 0x20bb7, "𠮷"],
    ["a private character that nobody knows", 0xe123, "\ue123"],
  ] as const)
    test(name, () => expect(foldCharacter(from)).toBe(to));

  test("private codes of Symbol are signs, those of Wingdings bullets", () => {
    expect([0xf0b3, 0xf0a3].map((code) => foldCharacter(code, true)).join("")).toBe("≥≤");
    expect([0xf06c, 0xf0fc].map((code) => foldCharacter(code)).join("")).toBe("●√");
  });
});
