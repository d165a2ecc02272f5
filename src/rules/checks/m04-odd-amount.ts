import { type Amount, fundingColumnNames, fundingColumns } from "../../domain/funding.ts";
import { wanYuan } from "../../domain/money.ts";
import { formLogic } from "../bases.ts";
import type { Observation, RowCheck } from "../check.ts";
import { clip } from "../clip.ts";
import { failIfAny, insufficientData, noMoney } from "../outcome.ts";

/** An amount is zero, negative or cannot be read — 金额为零、为负或读不出. */
export const oddAmount: RowCheck = {
  id: "M04",
  version: "1",
  scope: "row",
  severity: "error",
  title: { zh: "金额为零、为负或读不出", en: "An amount is zero, negative or cannot be read" },
  basis: formLogic,
  looksAt: {
    zh: "项目总计是否大于零；合计、单位和项目各行的资金栏是否有负数或读不出的金额。来源栏为零是正常的。",
    en: "Whether a project’s total is above zero, and whether any column of any row is negative or cannot be read. A source may be zero.",
  },
  says: (fact) => ({
    zh: `“${fact("row")}”一行的${fact("column")}${wordsZh[fact("trouble")] ?? "有误"}：“${fact("printed")}”。`,
    en: `Row “${fact("row")}”: ${fact("column")} ${wordsEn[fact("trouble")] ?? "is wrong"}: “${fact("printed")}”.`,
  }),
  advice: (fact) =>
    fact("trouble") === "unreadable"
      ? {
          zh: "请对照原件补录该金额，金额只写数字和小数点。",
          en: "Enter the amount from the original, with digits and a decimal point only.",
        }
      : {
          zh: "请核对该金额；当年确无预算的项目不应列入绩效目标表，调减请另行说明。",
          en: "Check the amount; a project without money this year does not belong in the table, and cuts are explained apart.",
        },
  look({ funding, kind, label, fundingPath }) {
    if (!funding) return noMoney;
    if (fundingColumns.every((column) => funding[column].kind === "empty")) {
      return insufficientData("该行没有印出任何金额", "No amount is printed in the row");
    }
    return failIfAny(
      fundingColumns.flatMap((column): Observation[] => {
        const trouble = troubleWith(funding[column], column === "total" && kind === "project");
        if (!trouble) return [];
        return [
          {
            subject: `${fundingPath}/${column}`,
            quoted: trouble.printed,
            found: trouble.printed,
            facts: { row: label, column: fundingColumnNames[column], ...trouble },
          },
        ];
      }),
    );
  },
};

const wordsZh: Readonly<Record<string, string>> = { zero: "为零", negative: "为负数", unreadable: "读不出" };
const wordsEn: Readonly<Record<string, string>> = {
  zero: "is zero",
  negative: "is negative",
  unreadable: "cannot be read",
};

function troubleWith(amount: Amount, mustBePositive: boolean): { trouble: string; printed: string } | undefined {
  if (amount.kind === "empty") return undefined;
  if (amount.kind === "unreadable") return { trouble: "unreadable", printed: clip(amount.text, 60) };
  if (amount.fen < 0) return { trouble: "negative", printed: wanYuan(amount.fen) };
  return mustBePositive && amount.fen === 0 ? { trouble: "zero", printed: wanYuan(amount.fen) } : undefined;
}
