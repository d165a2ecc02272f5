import type { AmountUnit } from "../../domain/money.ts";
import type { Dated } from "./dated.ts";

/** What printed figures may be off by rounding, in 分 — 尾差容许. Tables print two decimals of their unit. */
interface RoundingAllowance {
  /** One row against its own sources. */
  readonly perRow: Readonly<Record<AmountUnit, number>>;
  /** For each part of a subtotal or total: half of the last printed digit. */
  readonly perPart: Readonly<Record<AmountUnit, number>>;
}

/** 尾差. */
export const roundingAllowance: readonly [Dated<RoundingAllowance>, ...Dated<RoundingAllowance>[]] = [
  {
    from: "2015-01-01",
    source: "按两位小数四舍五入推算：单行 ±0.01，合计每一分项 ±0.005",
    certainty: "high",
    value: {
      perRow: { 元: 1, 万元: 10_000, 亿元: 100_000_000 },
      perPart: { 元: 0.5, 万元: 5_000, 亿元: 50_000_000 },
    },
  },
];

/** When a project counts as big — 大额项目. */
interface BigMoney {
  /** Among this share of the table's projects, largest first. */
  readonly topShare: number;
  /** And at least this much, in 万元. */
  readonly atLeastWanYuan: number;
}

/** 大额项目口径. */
export const bigMoney: readonly [Dated<BigMoney>, ...Dated<BigMoney>[]] = [
  {
    from: "2015-01-01",
    source: "惯例口径（部分区对 100 万元以上项目重点监控，新增项目事前评估起点 400–500 万元）；可按本地规定调整",
    certainty: "low",
    value: { topShare: 0.1, atLeastWanYuan: 1_000 },
  },
];

/** Words by which an indicator speaks of the project's own cost or budget — 项目成本、预算用语. */
interface CostWords {
  /** A single figure under such a name is the project's whole cost. */
  readonly wholeCost: readonly string[];
  /** Several amounts under such a name are the parts of the project's money. */
  readonly partsOfMoney: readonly string[];
}

/** 成本、预算用语. */
export const costWords: readonly [Dated<CostWords>, ...Dated<CostWords>[]] = [
  {
    from: "2015-01-01",
    source: "公开目标表常见写法",
    certainty: "medium",
    value: {
      wholeCost: ["总成本", "总体成本", "项目成本", "预算控制", "预算额度", "预算总额", "项目预算", "项目总预算"],
      partsOfMoney: ["补助", "补贴", "成本", "预算", "经费", "资金", "支出", "费用"],
    },
  },
];
