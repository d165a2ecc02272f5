import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aDocument, type SpecCell, type SpecPart } from "../../../test/support/a-document.ts";
import { readDocument } from "../read-document.ts";
import { readText } from "../read-source.ts";
import { headWords } from "./header-words.ts";

const heads = Object.values(headWords).flatMap((words) => words.slice(0, 2));
const bodies = [
  "",
  "合计",
  "小计",
  "青洲区水务局",
  "堤防加固",
  "120.00",
  "12",
  "0.5",
  "1-产出指标",
  "产出指标",
  "指标",
  "11-数量指标",
  "数量指标",
  "≥",
  "定性",
  "%",
  "≥95%",
  "按时完成。",
  "1、产出指标：巡查次数，年度指标值：≥12次。",
  "数量指标：巡查次数≥12次；质量指标：合格率100%",
  "一级指标：产出指标；三级指标：次数；指标值：4次",
  "续表",
  "注：略",
  "440199250000000010001",
];

const cell = (words: readonly string[]): fc.Arbitrary<SpecCell> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...words) },
    {
      weight: 1,
      arbitrary: fc.record({
        text: fc.constantFrom(...words),
        rows: fc.integer({ min: 1, max: 4 }),
        columns: fc.integer({ min: 1, max: 3 }),
      }),
    },
  );
const row = (words: readonly string[]) => fc.array(cell(words), { minLength: 1, maxLength: 9 });
const table = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...heads), { minLength: 2, maxLength: 9 }),
    fc.array(row(heads), { maxLength: 1 }),
    fc.array(row(bodies), { maxLength: 12 }),
  )
  .map(([first, more, rows]) => ({ rows: [["项目名称", ...first, "绩效指标"], ...more, ...rows] }));
const parts = fc.array(
  fc.oneof<fc.Arbitrary<SpecPart>[]>(
    table,
    fc.constantFrom("单位：万元", "项目支出绩效目标表", "page break", "第 3 页"),
  ),
  { maxLength: 5 },
);

describe("any grid under heads of known words", () => {
  test("is read without a fault: every character is a value, decoration, or listed as not placed", () => {
    fc.assert(
      fc.property(parts, (spec) => {
        const reading = readDocument(aDocument(...spec));
        const { characters, placed, decoration, unplacedCharacters } = reading.conservation;
        expect(placed + decoration + unplacedCharacters).toBe(characters);
      }),
    );
  });

  test("as tabbed text too", () => {
    const line = fc.array(fc.constantFrom(...bodies, ...heads.slice(0, 20)), { maxLength: 9 });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...heads), { maxLength: 8 }),
        fc.array(line, { maxLength: 14 }),
        (head, lines) => {
          const text = [["项目名称", ...head, "三级指标", "指标值"], ...lines]
            .map((cells) => cells.join("\t"))
            .join("\n");
          const { conservation } = readText({ name: "表.txt", bytes: new TextEncoder().encode(text) });
          const { characters, placed, decoration, unplacedCharacters } = conservation;
          expect(placed + decoration + unplacedCharacters).toBe(characters);
        },
      ),
    );
  });
});
