import { fenOf, fundingColumnNames, fundingSources } from "../../domain/funding.ts";
import { exactSum, wanYuan } from "../../domain/money.ts";
import { formLogic } from "../bases.ts";
import type { RowCheck } from "../check.ts";
import { difference } from "../difference.ts";
import { couldNotRead, fail, insufficientData, noMoney, pass } from "../outcome.ts";
import { lineFor } from "../packs/dated.ts";
import { roundingAllowance } from "../packs/money.ts";

/** The total of a row must be the sum of its sources — 总计＝财政拨款＋财政专户拨款＋其他资金. */
export const rowTotal: RowCheck = {
  id: "M01",
  version: "1",
  scope: "row",
  severity: "error",
  title: { zh: "总计不等于各资金来源之和", en: "The total is not the sum of its sources" },
  basis: formLogic,
  looksAt: {
    zh: "合计、单位和项目各行的总计与财政拨款、财政专户拨款、其他资金之和，容许 ±0.01。空格不当作零。",
    en: "The total of each row (table, unit, project) against the sum of its three sources, ±0.01. An empty cell is not taken for zero.",
  },
  says: (fact) => ({
    zh: `“${fact("row")}”一行总计 ${fact("total")} 万元，各来源合计 ${fact("sum")} 万元（${fact("sources")}），相差 ${fact("difference")} 万元。`,
    en: `Row “${fact("row")}”: the total is ${fact("total")} 万元, its sources add up to ${fact("sum")} 万元 (${fact("sources")}), a difference of ${fact("difference")} 万元.`,
  }),
  advice: () => ({
    zh: "请核对总计和各来源金额，改正写错的一栏。",
    en: "Check the total and each source, and correct the column that is wrong.",
  }),
  look({ funding, label, table: { table }, fundingPath }) {
    if (!funding) return noMoney;
    if (Object.values(funding).some((amount) => amount.kind === "unreadable")) {
      return couldNotRead("该行有读不出的金额", "The row holds an amount that could not be read");
    }
    const total = fenOf(funding.total);
    const printed = fundingSources.filter((source) => funding[source].kind === "read");
    if (total === undefined) return insufficientData("没有印出总计", "No total is printed");
    if (printed.length === 0) return insufficientData("没有印出任何资金来源", "No source of money is printed");
    const sum = exactSum(printed.flatMap((source) => fenOf(funding[source]) ?? []));
    if (sum === undefined)
      return couldNotRead("金额过大，无法精确相加", "The amounts are too large to be added exactly");
    const allowed = lineFor(roundingAllowance, table.year).value.perRow[table.amountUnit];
    if (Math.abs(total - sum) <= allowed) return pass;
    return fail({
      subject: `${fundingPath}/total`,
      quoted: wanYuan(total),
      expected: wanYuan(sum),
      found: wanYuan(total),
      facts: {
        row: label,
        total: wanYuan(total),
        sum: wanYuan(sum),
        difference: difference(total, sum),
        sources: printed.map((source) => fundingColumnNames[source]).join("、"),
      },
    });
  },
};
