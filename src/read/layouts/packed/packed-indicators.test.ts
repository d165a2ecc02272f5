import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Range } from "./list-words.ts";
import { packedItems } from "./packed-indicators.ts";

/** The items of a cell as words: number | level 1 | level 2 | name | cycle | annual. */
function words(text: string): string[] {
  const at = (range: Range | undefined): string => (range ? text.slice(range.start, range.end) : "–");
  return packedItems(text).map((item) =>
    [item.number, item.level1, item.level2, item.name, item.cycle, item.annual].map(at).join(" | "),
  );
}

describe("packed indicator cell", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      "layout A: full width, level 1 only",
      "1、产出指标：修缮校舍面积，年度指标值：≥1200平方米。2、满意度指标：家长满意度，年度指标值：90%以上。",
      ["1 | 产出指标 | – | 修缮校舍面积 | – | ≥1200平方米", "2 | 满意度指标 | – | 家长满意度 | – | 90%以上"],
    ],
    [
      "layout B: half width, blanks of line wrapping before the mark",
      "1、产出指标:培训场次,年度指标值:6场。2 、效益 指标: 村集体收入, 年度指标值: ≥ 8万。",
      ["1 | 产出指标 | – | 培训场次 | – | 6场", "2 | 效益 指标 | – | 村集体收入 | – | ≥ 8万"],
    ],
    [
      "layout C: codes and commas, names with commas of their own, six kinds of separators",
      "1、1-产出指标,11-数量指标,赴省内、省外考察,含线上;实施周期指标值:6次,年度指标值:2次;;2、2-效益指标,22-社会效益,带动就业;实施周期指标值:明显,年度指标值:明显;,,3、1-产出指标,12-质量指标,合格率;实施周期指标值:100%,年度指标值:100%；",
      [
        "1 | 1-产出指标 | 11-数量指标 | 赴省内、省外考察,含线上 | 6次 | 2次",
        "2 | 2-效益指标 | 22-社会效益 | 带动就业 | 明显 | 明显",
        "3 | 1-产出指标 | 12-质量指标 | 合格率 | 100% | 100%",
      ],
    ],
    [
      "layout D: full-width semicolons, a level-2 code in the level-1 place, a separator inside a value",
      "1、21-经济效益；21-经济效益；带动投资；实施周期指标值：不少于1；1.5；年度指标值：不少于1；1.5。",
      ["1 | 21-经济效益 | 21-经济效益 | 带动投资 | 不少于1；1.5 | 不少于1；1.5"],
    ],
    [
      "a sentence keeps its full stop where another separator follows",
      "1、2-效益指标；21-经济效益；消费帮扶；实施周期指标值:畅通渠道，促进销售。；年度指标值:畅通渠道，促进销售。",
      ["1 | 2-效益指标 | 21-经济效益 | 消费帮扶 | 畅通渠道，促进销售。 | 畅通渠道，促进销售"],
    ],
    [
      "numbers that start again are kept as printed",
      "1、产出指标:甲,年度指标值:1个。1、效益指标:乙,年度指标值:2个。",
      ["1 | 产出指标 | – | 甲 | – | 1个", "1 | 效益指标 | – | 乙 | – | 2个"],
    ],
    [
      "an item that was cut off keeps what is there",
      "1、产出指标:甲,年度指标值:1个。2、满意度指标:学生及家",
      ["1 | 产出指标 | – | 甲 | – | 1个", "2 | 满意度指标 | – | 学生及家 | – | –"],
    ],
    [
      "an item that lost its number is one where the item before is complete",
      "1、1-产出指标,11-数量指标,甲;实施周期指标值:1个,年度指标值:1个;,,1-产出指标,12-质量指标,乙;实施周期指标值:优,年度指标值:优;",
      ["1 | 1-产出指标 | 11-数量指标 | 甲 | 1个 | 1个", "– | 1-产出指标 | 12-质量指标 | 乙 | 优 | 优"],
    ],
    ["other marks of enumeration", "（1）产出指标：甲，年度指标值：1个。", ["1 | 产出指标 | – | 甲 | – | 1个"]],
    [
      "numbers in circles, in Chinese and in full width",
      "①产出指标：甲，年度指标值：1个。②产出指标：乙，年度指标值：2个。三、效益指标：丙，年度指标值：好。４）满意度指标：丁，年度指标值：９０％。",
      [
        "① | 产出指标 | – | 甲 | – | 1个",
        "② | 产出指标 | – | 乙 | – | 2个",
        "三 | 效益指标 | – | 丙 | – | 好",
        "４ | 满意度指标 | – | 丁 | – | ９０％",
      ],
    ],
    [
      "a list without numbers",
      "1-产出指标；11-数量指标；甲；实施周期指标值：3个；年度指标值：1个。2-效益指标；22-社会效益；乙；实施周期指标值：好；年度指标值：好。",
      ["– | 1-产出指标 | 11-数量指标 | 甲 | 3个 | 1个", "– | 2-效益指标 | 22-社会效益 | 乙 | 好 | 好"],
    ],
    [
      "level 2 without its code, parted as level 1 is; a name that begins with such words stays a name",
      "1、产出指标；数量指标；培训人数；年度指标值：5人。2、效益指标：社会效益提升情况，年度指标值：提升。3、满意度指标：服务对象满意度，年度指标值：90%。",
      [
        "1 | 产出指标 | 数量指标 | 培训人数 | – | 5人",
        "2 | 效益指标 | – | 社会效益提升情况 | – | 提升",
        "3 | 满意度指标 | – | 服务对象满意度 | – | 90%",
      ],
    ],
    [
      "the annual value before the cycle's",
      "1、1-产出指标；11-数量指标；甲；年度指标值：1个；实施周期指标值：3个。2、产出指标：乙，年度指标值：2个。",
      ["1 | 1-产出指标 | 11-数量指标 | 甲 | 3个 | 1个", "2 | 产出指标 | – | 乙 | – | 2个"],
    ],
    [
      "other words for the values",
      "1、产出指标：甲，项目周期指标值：5个，2024年度指标值：1个。2、产出指标：乙，中期目标值：5个，当年指标值：1个。3、产出指标：丙，指标值：2个。",
      ["1 | 产出指标 | – | 甲 | 5个 | 1个", "2 | 产出指标 | – | 乙 | 5个 | 1个", "3 | 产出指标 | – | 丙 | – | 2个"],
    ],
    [
      "sentences with numbers of their own inside a value",
      "1、产出指标：甲，年度指标值：1、完成修缮；2、完成验收；3、完成结算。2、效益指标：乙，年度指标值：（1）安全。（2）畅通。",
      [
        "1 | 产出指标 | – | 甲 | – | 1、完成修缮；2、完成验收；3、完成结算",
        "2 | 效益指标 | – | 乙 | – | （1）安全。（2）畅通",
      ],
    ],
    [
      "no mark between the items",
      "1、产出指标：甲，年度指标值：1个2、效益指标：乙，年度指标值：2个",
      ["1 | 产出指标 | – | 甲 | – | 1个", "2 | 效益指标 | – | 乙 | – | 2个"],
    ],
    ["a goal with numbered sentences has no items", "1、完善设施；2、提高满意度，让群众放心。", []],
  ];
  for (const [name, text, expected] of cases) test(name, () => expect(words(text)).toEqual(expected));

  test("ranges of any text are inside the text, in order, and never overlap", () => {
    const piece = fc.constantFrom(
      ..."1、产出指标：甲，|1、|2、|产出指标|：|；|，|;|,|。|1-产出指标|11-数量指标|实施周期指标值:|年度指标值：|甲乙|100%| ".split(
        "|",
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 9, arbitrary: piece }, fc.string()), { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        let last = 0;
        for (const item of packedItems(text)) {
          expect(item.whole.start).toBeGreaterThanOrEqual(last);
          last = item.whole.end;
          const own = [item.level1, item.level2].filter((level) => level && level.end > item.whole.start); // else said above
          const fields = [item.number, ...own, item.name, item.cycle, item.annual, ...item.labels]
            .filter((range) => range !== undefined)
            .sort((a, b) => a.start - b.start);
          let end = item.whole.start;
          for (const field of fields) {
            expect(field.start).toBeGreaterThanOrEqual(end);
            expect(field.end).toBeGreaterThan(field.start);
            end = field.end;
          }
          expect(item.whole.end).toBeGreaterThanOrEqual(end);
        }
      }),
      { numRuns: 500 },
    );
  });
});
