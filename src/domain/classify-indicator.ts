import type { AspectCode, Dimension } from "./taxonomy.ts";

/** Words of an indicator's name that speak for a level-2 class; the first line that fits wins — 归类用词. */
const signs: Readonly<Record<Dimension, readonly (readonly [AspectCode, RegExp])[]>> = {
  output: [
    ["14", /成本|预算额度|概算|超支|限价|造价/u],
    ["13", /及时|按时|按期|按计划|时限|时间|时效|时长|期限|进度|周期/u],
    ["12", /率$|率（|率\(|质量|合格|合规|规范|准确|正确|达标|验收/u],
    ["11", /./su],
  ],
  benefit: [
    ["23", /生态|环境保护|环保|绿色|绿化|节能|减排|污染|碳|能耗/u],
    ["24", /可持续|长期|长效|持续|年限|后续|机制/u],
    ["21", /经济|收入|产值|税|销售|金额|营收|成本|增长率|投资|利润|外资|进出口/u],
    ["22", /./su],
  ],
  satisfaction: [["31", /./su]],
  cost: [
    ["43", /生态|环境/u],
    ["42", /社会/u],
    ["41", /./su],
  ],
};

/** The level-2 class that a name speaks for — 推断二级指标. A conclusion of ours: to be shown as inferred. */
export function inferAspect(dimension: Dimension, name: string): AspectCode | undefined {
  return signs[dimension].find(([, sign]) => sign.test(name))?.[0];
}
