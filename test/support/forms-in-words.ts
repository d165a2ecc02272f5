import type { Declaration, FormContent, TargetTable } from "../../src/domain/declaration.ts";
import { type Amount, type Funding, fundingColumns } from "../../src/domain/funding.ts";
import type { Indicator, PrintedDetail } from "../../src/domain/indicator.ts";
import { plainWanYuan } from "../../src/domain/money.ts";
import type { Reading } from "../../src/domain/reading.ts";

/** Everything that a reading says of its forms, a line for each value — 表单读取结果逐项写出; amounts in 万元, line ends as `/`. */
export function formsInWords(reading: Reading): string {
  const unplaced = reading.conservation.unplaced.map(({ start, end }) => `未归位 ${reading.text.slice(start, end)}`);
  const notes = reading.notes.map(({ code, facts }) => `说明 ${code} ${facts.printed ?? ""}`.trim());
  return [...reading.tables.flatMap(linesOfTable), ...notes, ...unplaced]
    .map((line) => line.replace(/\s*[\u2028\n]\s*/gu, " / "))
    .join("\n");
}

function linesOfTable(table: TargetTable): string[] {
  const { kind, title, year, amountUnit, footnotes, declarations } = table;
  const dated = year.basis === "unknown" ? "年度不明" : `${year.year}年（${year.basis}）`;
  return [
    `表 ${kind}，${title ?? "无标题"}，${dated}，${amountUnit}`,
    ...declarations.flatMap(linesOfDeclaration),
    ...footnotes.map((note) => `注 ${note}`),
  ];
}

const line = (label: string, text: string | undefined): string[] =>
  text === undefined || text === "" ? [] : [`${label} ${text}`];

function linesOfDeclaration(one: Declaration): string[] {
  const { project, form } = one;
  return [
    `项目 ${project.title}`,
    ...line("代码", project.code),
    ...line("主管部门", one.department),
    ...line("单位", one.unit),
    ...line("资金", fundingInWords(one.funding)),
    ...line("中期资金", fundingInWords(form?.cycleFunding)),
    ...line("目标", one.goal),
    ...line("中期目标", form?.cycleGoal),
    ...line("完成情况", form?.goalResult),
    ...line("不公开", one.disclosure.kind === "withheld" ? one.disclosure.reason : ""),
    ...(form ? linesOfForm(form) : []),
    ...one.indicators.map((indicator) => `指标 ${indicatorInWords(indicator)}`),
    ...line("总分", form?.totalScore),
  ];
}

function amountInWords(amount: Amount): string {
  if (amount.kind === "read") return plainWanYuan(amount.fen);
  return amount.kind === "empty" ? "" : `读不出“${amount.text}”`;
}

function fundingInWords(funding: Funding | undefined): string | undefined {
  if (!funding) return undefined;
  const names = { total: "总计", appropriation: "财政拨款", specialAccount: "财政专户", other: "其他" };
  const parts = fundingColumns.map((column) => [names[column], amountInWords(funding[column])] as const);
  return parts.flatMap(([name, amount]) => (amount === "" ? [] : [`${name}${amount}`])).join("，") || "空白";
}

function linesOfForm({ particulars, execution }: FormContent): string[] {
  const rows = execution.map((row) =>
    [
      ["年初", amountInWords(row.initial)],
      ["全年", amountInWords(row.adjusted)],
      ["执行", amountInWords(row.spent)],
      ["预计", amountInWords(row.expected)],
      ["执行率", row.rate],
      ["分值", row.weight],
      ["得分", row.score],
      ["原因", row.remark],
    ]
      .flatMap(([name, text]) => (text ? [`${name}${text}`] : []))
      .join("，"),
  );
  return [
    ...particulars.map(({ label, text }) => `栏目 ${label}＝${text}`),
    ...rows.map((row, at) => `执行 ${execution[at]!.label}：${row}`),
  ];
}

const detailNames: Readonly<Record<PrintedDetail, string>> = {
  level3: "三级",
  nature: "性质",
  unit: "单位",
  weight: "分值",
  definition: "解释",
  standard: "标准",
  basis: "依据",
  source: "来源",
  soFar: "执行情况",
  expected: "预计",
  likelihood: "可能性",
  actual: "完成值",
  score: "得分",
  deviation: "偏差",
  remark: "备注",
};

function indicatorInWords({
  number,
  level1,
  level2,
  name,
  cycleTarget,
  annualTarget,
  printed = {},
}: Indicator): string {
  const level = [level1, level2].map((one) => (one ? `${one.code ? `${one.code}-` : ""}${one.name}` : "–")).join("·");
  const { others = [], ...texts } = printed;
  const details = Object.entries(texts).map(([key, text]) => `${detailNames[key as PrintedDetail]}=${text}`); // its own keys
  return [
    `${number ? `${number}.` : ""}${level}·${name}`,
    ...(cycleTarget ? [`周期 ${cycleTarget.text}`] : []),
    ...(annualTarget ? [`年度 ${annualTarget.text}`] : []),
    ...details,
    ...others.map(({ label, text }) => `${label}=${text}`),
  ].join("；");
}
