// 耗时与篇幅成正比 · time grows with size and no faster, on texts made to be slow.
//   node bench/linear-time.ts [largest size in KB, default 2048]
import { parseTargetValue } from "../src/domain/parse-target-value.ts";
import { readText } from "../src/read/read-source.ts";
import { runChecks } from "../src/rules/run-checks.ts";
import { median, timed } from "./measure.ts";

const head = "项目名称（资金使用单位）\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标\n";
const item = "1、1-产出指标；11-数量指标；巡查次数；实施周期指标值：12次；年度指标值：12次。";
const row = `河道巡查\t1.00\t1.00\t\t\t保持畅通。\t${item}\n`;
const fill = (piece: string) => (size: number) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

/** Texts made to be slow: name → text of a size. */
const texts: Readonly<Record<string, (size: number) => string>> = {
  "ordinary rows": (size) => head + fill(row)(size),
  "one cell with all items": (size) => `${head}甲\t1.00\t1.00\t\t\t乙\t${fill(item)(size)}`,
  "a million 、": (size) => `${head}甲\t1.00\t1.00\t\t\t乙\t1、产出指标：${fill("、")(size)}`,
  "only numbers and marks": (size) => `${head}甲\t1.00\t1.00\t\t\t乙\t${fill("1、2、3、")(size)}`,
  "level words only": (size) => `${head}甲\t1.00\t1.00\t\t\t乙\t${fill("1、产出指标：")(size)}`,
  "labels only": (size) => `${head}甲\t1.00\t1.00\t\t\t乙\t1、产出指标：丙，${fill("年度指标值：")(size)}`,
  "loose items": (size) => `${head}甲\t1.00\t1.00\t\t\t乙\t${item}${fill("。2、其他。3、")(size)}`,
  "open brackets in a value": (size) =>
    `${head}甲\t1.00\t1.00\t\t\t乙\t1、产出指标：丙，年度指标值：${fill("（")(size)}`,
  "digits in a value": (size) => `${head}甲\t1.00\t1.00\t\t\t乙\t1、产出指标：丙，年度指标值：${fill("9")(size)}`,
  "clauses in a value": (size) =>
    `${head}甲\t1.00\t1.00\t\t\t乙\t1、产出指标：丙，年度指标值：${fill("不少于1家，")(size)}`,
  "a number of digits as amount": (size) => `${head}甲\t${fill("9")(size)}\t1.00\t\t\t乙\t${item}`,
  "commas in an amount": (size) => `${head}甲\t${fill("9,")(size)}\t1.00\t\t\t乙\t${item}`,
  "columns without end": (size) => head + fill("甲\t")(size),
  "heads without end": (size) => fill(head)(size),
  "titles and heads": (size) => fill(`项目支出绩效目标表\n部门名称：甲局\n${head}`)(size),
  "departments and heads": (size) => {
    let text = "";
    for (let n = 0; text.length < size; n++) text += `部门名称：${n}局\n${head}${row}`;
    return text;
  },
  "empty lines": (size) => head + row + fill("\n")(size),
  "rows that go on and on": (size) => head + row + fill("\n\t\t\t\t\t\t有；年度指标值：1次。\n")(size),
  "rows whose money competes": (size) => {
    let text = `${head}合计\t9.00\t9.00\t\t\t\t\n某局\t9.00\t9.00\t\t\t\t\n`;
    for (let n = 0; text.length < size; n++)
      text += `甲${n}\t1.00\t1.00\t\t\t丙\t${item}2、1-\n\n甲${n}\t2.00\t2.00\t\t\t丁\t产出指标；\n`;
    return text;
  },
  "units without projects": (size) => head + fill("某某局\t1.00\t1.00\t\t\t\t\n")(size),
  "rows that lost cells": (size) => head + fill(`河道巡查\t1.00\t1.00\t保持畅通。\t${item}\n`)(size),
  "blanks between characters": (size) => head + fill("河 道 巡 查 ")(size),
  "rows without a head": (size) => fill(row)(size),
  "heads with columns of no form": (size) => fill(head.replace("绩效目标", "分管处室\t绩效目标"))(size),
  "heads of two lines": (size) => fill("项目名称\t预算金额\t绩效目标\t绩效指标\n总计\t财政拨款\n")(size),
  "blanks for tabs": (size) => (head + fill(row)(size)).replaceAll("\t", "   "),
  "blanks and nothing else": (size) => head.replaceAll("\t", "  ") + fill("  　　 \n甲  乙")(size),
  "a list without numbers": (size) => `${head}甲\t1.00\t1.00\t\t\t乙\t${fill("产出指标：丙，年度指标值：1个。")(size)}`,
  "lines printed on both sides": (size) => {
    const cut = (at: number) => `\n\n\t\t\t\t\t\t${item.slice(at - 14)}${item.slice(0, at)}`;
    return `${head}甲\t1.00\t1.00\t\t\t乙\t${item}${fill(cut(30))(size)}`;
  },
  "units without subtotals": (size) => head + fill(`某某局\t\t\t\t\t\t\n${row}`)(size),
  "look-alikes in a goal": (size) => `${head}甲\t1.00\t1.00\t\t\t${fill("出台—系列措施農又1率")(size)}\t${item}\n`,
  "look-alikes": (size) => head + row + fill(`—系列輸人`)(size),
  "one line, no tab": fill("绩效"),
};

const largest = Number(process.argv[2] ?? 2048) * 1024;
const sizes = [largest / 4, largest / 2, largest];
const encoder = new TextEncoder();
console.log(
  `${"text".padEnd(34)}${sizes.map((size) => `${Math.round(size / 1024)} K chars`.padStart(14)).join("")}   t(2n)/t(n)`,
);
let slowest = 0;
for (const [name, make] of Object.entries(texts)) {
  const times = sizes.map((size) => {
    const bytes = encoder.encode(make(size));
    return median([0, 0, 0].map(() => timed(() => runChecks(readText({ name: "x.txt", bytes })))));
  });
  slowest = Math.max(slowest, report(name, times));
}
/** Pieces of target language that, repeated, have made parsers slow. */
const pieces =
  "超 不低于 5 5个 5天 三个 ( ((5 “ 1;1 1: 1/ 按 按要求 在规定 共 约5 2025年 6月 第三季度 每 前 内 以上 5家以上、 5家， 5%和 百分之 1, A1 零 与上年 见 以 截止到 收到 5天内 3- /年 涉密 完成 预算内 ① 1. 不少于1家， （1 一百 9".split(
    " ",
  );
const values = pieces.map((piece) => {
  const times = sizes.map((size) => {
    const text = fill(piece)(size / 4);
    return median([0, 0, 0].map(() => timed(() => parseTargetValue(text))));
  });
  return { piece, times, ratio: times.at(-1)! / times.at(-2)! };
});
values.sort((a, b) => b.ratio - a.ratio);
console.log(`target values: ${pieces.length} pieces repeated; the five steepest`);
for (const { piece, times } of values.slice(0, 5)) slowest = Math.max(slowest, report(`value: ${piece}`, times));
console.log(`largest ratio of the last doubling: ${slowest.toFixed(2)} (bar ≤ 2.5 where it takes more than 50 ms)`);

function report(name: string, times: readonly number[]): number {
  const ratios = times.slice(1).map((time, at) => time / times[at]!);
  console.log(
    `${name.padEnd(34)}${times.map((time) => `${time.toFixed(0)} ms`.padStart(14)).join("")}   ${ratios.map((one) => one.toFixed(2)).join("  ")}`,
  );
  return times.at(-1)! > 50 ? ratios.at(-1)! : 0;
}
