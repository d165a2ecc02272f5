import { describe, expect, test } from "vitest";
import { allOf, inkOfRows, paper } from "../../../../test/support/a-bitmap.ts";
import { figureShape } from "./figure-shape.ts";
import { mendedWords } from "./fixed-words.ts";
import { inkOf } from "./ink.ts";
import { markOf } from "./mark-shapes.ts";
import { placeSymbols } from "./place-symbols.ts";
import type { ReadSymbol } from "./read-symbol.ts";
import { relationSigns } from "./relation-signs.ts";
import { pairedBrackets, typesetPunctuation } from "./typeset-punctuation.ts";

const em = 24;

/** A line of ink: each piece from–to, top–bottom within 24 rows. */
function lineOf(pieces: readonly (readonly [left: number, right: number, top?: number, bottom?: number])[]) {
  const page = paper(Math.max(...pieces.map(([, right]) => right)) + 4, 26);
  for (const [left, right, top = 1, bottom = 23] of pieces) page.fill(left, top, right, bottom);
  return inkOf(page.image, 128);
}

const symbols = (text: string, lefts: readonly number[] = []) =>
  [...text].map((one, at) => ({
    text: one,
    left: lefts[at] ?? at * 24,
    right: (lefts[at] ?? at * 24) + 10,
    confidence: 95,
  }));

const place = (ink: ReturnType<typeof lineOf>, text: string, lefts?: readonly number[]) => {
  const { extents, without, lost } = placeSymbols(ink, allOf(ink), em, symbols(text, lefts));
  return { lefts: extents.map(({ left }) => left), without, lost: lost.map(({ left, before }) => [left, before]) };
};

describe("characters laid over their ink", () => {
  test("stand where their ink is, whatever the recogniser thinks of their places", () => {
    const ink = lineOf([
      [2, 24],
      [26, 34],
      [37, 48],
      [50, 72],
    ]);
    expect(place(ink, "数川1", [9, 20, 58])).toEqual({ lefts: [2, 26, 50], without: [], lost: [] });
  });

  test("a character that was lost leaves its ink", () => {
    const ink = lineOf([
      [2, 24],
      [38, 43],
      [50, 72],
      [74, 96],
    ]);
    expect(place(ink, "室事业", [2, 48, 72])).toEqual({ lefts: [2, 50, 74], without: [], lost: [[38, 1]] });
  });

  test("a character that was made up has none", () => {
    const ink = lineOf([
      [2, 13, 5, 20],
      [15, 26, 5, 20],
    ]);
    expect(place(ink, "190", [2, 15, 28]).without).toHaveLength(1);
  });

  test("characters that touch share their ink", () => {
    const ink = lineOf([
      [2, 48],
      [50, 72],
    ]);
    expect(place(ink, "指标值", [2, 24, 50])).toEqual({ lefts: [2, 25, 50], without: [], lost: [] });
  });
});

describe("marks by their shape", () => {
  const mark = (...rows: readonly string[]) => {
    const ink = inkOfRows(rows);
    return markOf(ink, allOf(ink), em);
  };
  const dot = ["..###..", "..###..", "..###.."];
  const gap = Array.from({ length: 6 }, () => ".......");
  const tail = ["..###..", "..###..", "..###..", "...##..", "..##..."];
  const bow = [6, 5, 4, 3, 3, 2, 2, 2, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6].map((x) =>
    "........"
      .split("")
      .map((sign, at) => (at === x || at === x - 1 ? "#" : sign))
      .join(""),
  );
  const turned = bow.map((row) => [...row].reverse().join(""));

  test.each([
    ["a colon", [...dot, ...gap, ...dot], ":"],
    ["a semicolon", [...dot, ...gap, ...tail], ";"],
    ["an opening bracket", bow, "("],
    ["a closing bracket", turned, ")"],
    ["a full stop", [".####.", "######", "##..##", "##..##", "######", ".####."], "。"],
    ["a stroke", Array.from({ length: 20 }, () => "###"), undefined],
    ["nothing", ["..."], undefined],
  ])("%s", (_, rows, expected) => {
    expect(mark(...rows)).toBe(expected);
  });
});

describe("≥ and ≤", () => {
  const wedge = Array.from({ length: 13 }, (_, y) => {
    const x = 2 * (y <= 6 ? y : 12 - y);
    return `${".".repeat(x)}###${".".repeat(15 - x)}`;
  });
  const bar = ["..................", "..................", "###############...", "###############..."];
  const mirrored = (rows: readonly string[]) => rows.map((row) => [...row.padEnd(18, ".")].reverse().join(""));
  const signs = (rows: readonly string[]) => {
    const ink = inkOfRows(rows);
    return relationSigns(ink, allOf(ink), em).map(({ text }) => text);
  };

  test("are a wedge over a bar", () => {
    expect(signs([...wedge, ...bar])).toEqual(["≥"]);
    expect(signs(mirrored([...wedge, ...bar]))).toEqual(["≤"]);
  });

  test("with a bar that slants as the wedge does", () => {
    const slanting = Array.from({ length: 7 }, (_, y) => `${".".repeat(2 * (6 - y))}###${".".repeat(20)}`);
    const rows = [...wedge, ...Array.from({ length: 4 }, () => "")];
    const both = rows.map((row, y) => {
      const lower = slanting[y - 10] ?? "";
      return Array.from({ length: 20 }, (_, x) => (row[x] === "#" || lower[x] === "#" ? "#" : ".")).join("");
    });
    expect(signs(both)).toEqual(["≥"]);
  });

  test("are not > alone, nor =, nor 二", () => {
    expect(signs(wedge)).toEqual([]);
    expect(signs([...bar, ...bar])).toEqual([]);
    expect(signs(["...########...", "...########...", ...bar])).toEqual([]);
  });
});

describe("the shape of a figure", () => {
  const d = (left: number) => [left, left + 10, 4, 20] as const;
  const shape = (...pieces: Parameters<typeof lineOf>[0]) => {
    const ink = lineOf(pieces);
    return figureShape(ink, allOf(ink), em)?.pattern;
  };

  test.each([
    ["1,234.50", [d(2), [15, 18, 17, 23], d(21), d(34), d(47), [60, 63, 17, 20], d(66), d(79)], "d,ddd.dd"],
    ["-5.13", [[2, 9, 11, 13], d(12), [25, 28, 17, 20], d(31), d(44)], "-d.dd"],
    ["120", [d(2), d(15), d(28)], "ddd"],
    ["a digit in two pieces", [d(2), [15, 18, 4, 20], [18, 25, 4, 8], [28, 31, 17, 20], d(34), d(47)], "dd.dd"],
    [
      "a word",
      [
        [2, 24],
        [26, 48],
        [50, 72],
      ],
      undefined,
    ],
    ["1,23 is none", [d(2), [15, 18, 17, 23], d(21), d(34)], undefined],
  ] as const)("%s", (_, pieces, pattern) => {
    expect(shape(...pieces)).toBe(pattern);
  });
});

describe("punctuation", () => {
  /** Characters one after the other; a number is room between them, in letters. */
  const spaced = (...parts: readonly (string | number)[]): ReadSymbol[] => {
    const read: ReadSymbol[] = [];
    let x = 0;
    for (const part of parts) {
      if (typeof part === "number") x += part * em;
      else {
        const width = (/[:;,()]/u.test(part) ? 0.2 : 0.92) * em;
        read.push({ text: part, left: x, right: x + width, confidence: 99 });
        x += width;
      }
    }
    return read;
  };
  const typeset = (...parts: readonly (string | number)[]) =>
    typesetPunctuation(spaced(...parts), em)
      .map(({ text }) => text)
      .join("");

  test("is as wide as the room it takes", () => {
    expect(typeset("值", 0.1, ":", 0.7, "良")).toBe("值：良");
    expect(typeset("值", 0.1, ":", 0.1, "良")).toBe("值:良");
    expect(typeset("标", 0.05, ";")).toBe("标；");
    expect(typeset("1", 0.05, ":", 0.1, "2")).toBe("1:2");
  });

  test("a bracket that a round one closes is round", () => {
    const paired = (text: string) =>
      pairedBrackets(spaced(...text))
        .map((one) => one.text)
        .join("");
    expect(paired("名称《资金）")).toBe("名称（资金）");
    expect(paired("《办法》（试行）")).toBe("《办法》（试行）");
    expect(paired("〈甲〉）")).toBe("〈甲〉）");
  });
});

describe("fixed words", () => {
  const mended = (text: string, confidence: number) =>
    mendedWords([...text].map((one, at) => ({ text: one, left: at, right: at + 1, confidence }))).map(
      ({ word, own }) => [own, word],
    );

  test.each([
    ["合讨", [["合讨", "合计"]]],
    ["数昌指标", [["数昌指标", "数量指标"]]],
    [
      "1、2-效蔓指标；22-社会效荔；是否正常",
      [
        ["效蔓指标", "效益指标"],
        ["社会效荔", "社会效益"],
      ],
    ],
    ["实施周期指标直：12场", [["实施周期指标直", "实施周期指标值"]]],
  ])("with one wrong character in %s", (text, expected) => {
    expect(mended(text, 80)).toEqual(expected);
  });

  test("合讨 is 合计, however sure", () => {
    expect(mended("合讨", 99)).toEqual([["合讨", "合计"]]);
  });

  test.each([
    "合计",
    "数量指标",
    "讨论",
    "合法",
    "社会效益明显提升",
    "提高经济收益水平",
    "数量目标",
    "成本指标效益指标",
  ])("%s stays as it is", (text) => {
    expect(mended(text, 98)).toEqual([]);
  });
});
