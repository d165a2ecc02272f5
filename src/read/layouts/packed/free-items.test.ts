import { describe, expect, test } from "vitest";
import type { Range } from "./list-words.ts";
import { packedItems } from "./packed-indicators.ts";

/** The items of a cell as words: level 1 | level 2 | name | value. */
function words(text: string): string[] {
  const at = (range: Range | undefined): string => (range ? text.slice(range.start, range.end) : "–");
  return packedItems(text).map((item) => [item.level1, item.level2, item.name, item.annual].map(at).join(" | "));
}

const twice = ["产出指标 | 数量指标 | 巡查次数 | ≥12次", "产出指标 | 质量指标 | 验收合格率 | 100%"];
const bare = ["– | – | 巡查次数 | ≥12次", "– | – | 验收合格率 | 100%"];

describe("lists whose values no word announces", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["levels parted by dashes", "产出指标-数量指标-巡查次数：≥12次；产出指标-质量指标-验收合格率：100%。", twice],
    [
      "numbered, levels parted by dashes",
      "1、产出指标-数量指标-巡查次数：≥12次；2、产出指标-质量指标-验收合格率：100%。",
      twice,
    ],
    ["one in each line", "产出指标-数量指标-巡查次数：≥12次\u2028产出指标-质量指标-验收合格率：100%", twice],
    ["levels parted by colons", "产出指标：数量指标：巡查次数：≥12次\u2028产出指标：质量指标：验收合格率：100%", twice],
    ["levels parted by slashes", "产出指标/数量指标/巡查次数：≥12次\u2028产出指标/质量指标/验收合格率：100%", twice],
    [
      "level 2 alone",
      "数量指标：巡查次数≥12次；质量指标：验收合格率100%。",
      ["– | 数量指标 | 巡查次数 | ≥12次", "– | 质量指标 | 验收合格率 | 100%"],
    ],
    [
      "level 1 above its items",
      "产出指标：1.巡查次数≥12次；2.验收合格率100%；满意度指标：1.群众满意度≥90%。",
      ["产出指标 | – | 巡查次数 | ≥12次", "产出指标 | – | 验收合格率 | 100%", "满意度指标 | – | 群众满意度 | ≥90%"],
    ],
    [
      "level 1 in a line of its own",
      "产出指标：\u2028数量指标：巡查次数≥12次\u2028质量指标：验收合格率100%\u2028效益指标：\u2028社会效益：保障安全度汛：有效保障",
      [...twice, "效益指标 | 社会效益 | 保障安全度汛 | 有效保障"],
    ],
    ["numbers with dots", "1.巡查次数≥12次；2.验收合格率100%。", bare],
    ["numbers in brackets", "（1）巡查次数：≥12次；（2）验收合格率：100%。", bare],
    ["numbers in circles", "①巡查次数：≥12次②验收合格率：100%", bare],
    ["numbers and lines", "1.巡查次数≥12次\u20282.验收合格率100%", bare],
    ["lines alone", "巡查次数≥12次\u2028验收合格率100%", bare],
    ["semicolons alone", "巡查次数≥12次；验收合格率100%；", bare],
    [
      "comparisons in words",
      "1.巡查次数不少于12次；2.经费支出不超过3.5万元",
      ["– | – | 巡查次数 | 不少于12次", "– | – | 经费支出 | 不超过3.5万元"],
    ],
    [
      "a colon in brackets",
      "1.合格率（合格：检查）：100%；2.覆盖率：≥95%",
      ["– | – | 合格率（合格：检查） | 100%", "– | – | 覆盖率 | ≥95%"],
    ],
    [
      "decimals are no numbers of items",
      "1.投资完成额2.5亿元；2.增长率≥3.2%",
      ["– | – | 投资完成额 | 2.5亿元", "– | – | 增长率 | ≥3.2%"],
    ],
    [
      "several items under one level",
      "数量指标：巡查次数≥12次；培训人数≥30人。质量指标：验收合格率100%。",
      ["– | 数量指标 | 巡查次数 | ≥12次", "– | 数量指标 | 培训人数 | ≥30人", "– | 质量指标 | 验收合格率 | 100%"],
    ],
  ];
  for (const [name, text, expected] of cases) test(name, () => expect(words(text)).toEqual(expected));
});

describe("lists that announce every field", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      "in full",
      "一级指标：产出指标；二级指标：数量指标；三级指标：巡查次数；指标值：≥12次。一级指标：产出指标；二级指标：质量指标；三级指标：验收合格率；指标值：100%。",
      twice,
    ],
    [
      "numbered",
      "1、一级指标：产出指标，二级指标：数量指标，三级指标：巡查次数，指标值：≥12次；2、一级指标：产出指标，二级指标：质量指标，三级指标：验收合格率，指标值：100%；",
      twice,
    ],
    [
      "levels said once",
      "一级指标：产出指标\u2028二级指标：数量指标\u2028三级指标：巡查次数\u2028指标值：≥12次\u2028二级指标：质量指标\u2028三级指标：验收合格率\u2028指标值：100%",
      twice,
    ],
    [
      "without marks between them",
      "一级指标：产出指标 二级指标：数量指标 指标名称：巡查次数 年度指标值：≥12次 一级指标：产出指标 二级指标：质量指标 指标名称：验收合格率 年度指标值：100%",
      twice,
    ],
  ];
  for (const [name, text, expected] of cases) test(name, () => expect(words(text)).toEqual(expected));

  test("cycle and year", () => {
    const [item] = packedItems(
      "一级指标：产出指标；二级指标：数量指标；三级指标：巡查次数；实施周期指标值：36次；年度指标值：12次",
    );
    expect([item?.cycle, item?.annual].map((range) => range && range.end - range.start)).toEqual([3, 3]);
  });
});
