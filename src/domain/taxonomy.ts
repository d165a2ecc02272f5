/** Level-1 class of an indicator — 一级指标. */
export type Dimension = "output" | "benefit" | "satisfaction" | "cost";

/** Code of a level-2 class — 二级指标代码: first digit names the level 1. */
export type AspectCode = "11" | "12" | "13" | "14" | "21" | "22" | "23" | "24" | "31" | "41" | "42" | "43";

/** A level-1 class — 一级指标: code, official name and the names that tables print for it. */
export interface DimensionEntry {
  readonly dimension: Dimension;
  readonly code: "1" | "2" | "3" | "4";
  readonly name: string;
  readonly nameEn: string;
  readonly aliases: readonly string[];
}

/** A level-2 class — 二级指标 — of one level-1 class. */
export interface AspectEntry {
  readonly code: AspectCode;
  readonly dimension: Dimension;
  readonly name: string;
  readonly nameEn: string;
  readonly aliases: readonly string[];
}

/** One edition of the classes with the date from which it holds and the document it comes from — 分类版本. */
export interface Taxonomy {
  readonly id: string;
  readonly from: string; // ISO date
  readonly source: string;
  readonly certainty: "read" | "general-knowledge";
  readonly dimensions: readonly DimensionEntry[];
  readonly aspects: readonly AspectEntry[];
}

const output: DimensionEntry = {
  dimension: "output",
  code: "1",
  name: "产出指标",
  nameEn: "Output",
  aliases: ["产出"],
};
const benefit: DimensionEntry = {
  dimension: "benefit",
  code: "2",
  name: "效益指标",
  nameEn: "Benefit",
  aliases: ["效益", "效果指标"],
};
const satisfaction: DimensionEntry = {
  dimension: "satisfaction",
  code: "3",
  name: "满意度指标",
  nameEn: "Satisfaction",
  aliases: ["满意度"],
};
const cost: DimensionEntry = { dimension: "cost", code: "4", name: "成本指标", nameEn: "Cost", aliases: ["成本"] };

const aspect = (
  code: AspectCode,
  dimension: Dimension,
  name: string,
  nameEn: string,
  aliases: readonly string[] = [],
): AspectEntry => ({ code, dimension, name, nameEn, aliases });

const common: readonly AspectEntry[] = [
  aspect("11", "output", "数量指标", "Quantity", ["数量"]),
  aspect("12", "output", "质量指标", "Quality", ["质量"]),
  aspect("13", "output", "时效指标", "Timeliness", ["时效"]),
  aspect("21", "benefit", "经济效益", "Economic benefit", ["经济效益指标"]),
  aspect("22", "benefit", "社会效益", "Social benefit", ["社会效益指标"]),
  aspect("23", "benefit", "生态效益", "Ecological benefit", ["生态效益指标", "环境效益", "环境效益指标"]),
  aspect("24", "benefit", "可持续影响", "Sustained effect", ["可持续影响指标", "可持续发展"]),
  aspect("31", "satisfaction", "服务对象满意度", "Satisfaction of those served", [
    "服务对象满意度指标",
    "社会公众或服务对象满意度",
    "社会公众满意度",
    "社会公众或服务对象满意度指标",
    "社会公众满意度指标",
  ]),
];

/** All editions, oldest first — 分类版本. Add one when the rule changes; never edit an old one. */
export const taxonomies: readonly Taxonomy[] = [
  {
    id: "cost-under-output",
    from: "2015-05-21",
    source: "财预〔2015〕88号",
    certainty: "general-knowledge",
    dimensions: [output, benefit, satisfaction],
    aspects: [...common, aspect("14", "output", "成本指标", "Cost (as output)", ["成本"])],
  },
  {
    id: "cost-of-its-own",
    from: "2021-08-18",
    source: "财预〔2021〕101号（中央单位试行；地方逐步采用）",
    certainty: "general-knowledge",
    dimensions: [output, benefit, satisfaction, cost],
    aspects: [
      ...common,
      aspect("41", "cost", "经济成本", "Economic cost", ["经济成本指标"]),
      aspect("42", "cost", "社会成本", "Social cost", ["社会成本指标"]),
      aspect("43", "cost", "生态环境成本", "Ecological cost", ["生态环境成本指标"]),
    ],
  },
];

/** The edition in force on a date (ISO) — 当期分类版本; before the first edition, the first. */
export function taxonomyOn(date: string): Taxonomy {
  return taxonomies.findLast((edition) => edition.from <= date) ?? taxonomies[0]!;
}

/** Every level-1 class of any edition, by code order — 全部一级指标. */
export const allDimensions: readonly DimensionEntry[] = [output, benefit, satisfaction, cost];

/** Every level-2 class of any edition, by code — 全部二级指标. */
export const allAspects: readonly AspectEntry[] = [
  ...new Map(taxonomies.flatMap((edition) => edition.aspects).map((entry) => [entry.code, entry])).values(),
].sort((a, b) => a.code.localeCompare(b.code));

const bareName = (name: string): string => name.replace(/\s+/gu, "");

/** The level-1 class that a printed name stands for — 按名称找一级指标; tolerant of blanks, exact otherwise. */
export function dimensionNamed(name: string): DimensionEntry | undefined {
  const bare = bareName(name);
  return allDimensions.find((entry) => entry.name === bare || entry.aliases.includes(bare));
}

/** The level-2 class that a printed name stands for — 按名称找二级指标. */
export function aspectNamed(name: string): AspectEntry | undefined {
  const bare = bareName(name);
  return allAspects.find((entry) => entry.name === bare || entry.aliases.includes(bare));
}

/** The entry of a level-1 class — 一级指标的代码与名称. */
export const dimensionEntry = (dimension: Dimension): DimensionEntry => entries[dimension];
const entries: Readonly<Record<Dimension, DimensionEntry>> = { output, benefit, satisfaction, cost };

/** The level-1 class of a code (`2` or `22` → benefit) — 按代码找一级指标. */
export function dimensionOfCode(code: string): Dimension | undefined {
  return allDimensions.find((entry) => entry.code === code.charAt(0))?.dimension;
}

/** The level-2 class of a code — 按代码找二级指标. */
export function aspectOfCode(code: string): AspectEntry | undefined {
  return allAspects.find((entry) => entry.code === code);
}
