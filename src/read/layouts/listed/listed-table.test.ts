import { describe, expect, test } from "vitest";
import { aDocument, type SpecPart, type SpecTable } from "../../../../test/support/a-document.ts";
import { aGrid } from "../../../../test/support/a-grid.ts";
import {
  specColumns as column,
  listedTable,
  type SpecColumn,
  type SpecProject,
  type SpecStyle,
  specColumn,
  tabbedText,
} from "../../../../test/support/listed-shape.ts";
import { type Funding, fundingColumns } from "../../../domain/funding.ts";
import type { Indicator } from "../../../domain/indicator.ts";
import { plainWanYuan } from "../../../domain/money.ts";
import type { Reading } from "../../../domain/reading.ts";
import { readDocument } from "../../read-document.ts";
import { readText } from "../../read-source.ts";

const projects: readonly SpecProject[] = [
  {
    department: "云泽市青洲区水务局",
    unit: "青洲区堤防管理所",
    code: "440199250000000010001",
    name: "堤防加固",
    money: { total: "120.00", appropriation: "100.00", other: "20.00" },
    goal: "完成三处堤防加固，确保安全度汛。",
    indicators: [
      { level1: "产出指标", level2: "数量指标", name: "加固处数", annual: "≥3处", cycle: "≥9处" },
      { level1: "产出指标", level2: "质量指标", name: "验收合格率", annual: "100%", cycle: "100%" },
      { level1: "效益指标", level2: "社会效益指标", name: "安全度汛", annual: "确保", cycle: "确保" },
    ],
  },
  {
    department: "云泽市青洲区水务局",
    unit: "青洲区水文站",
    code: "440199250000000010002",
    name: "水质监测",
    money: { total: "30.50", appropriation: "30.50", other: "" },
    goal: "按月监测主要河道水质。",
    indicators: [
      { level1: "产出指标", level2: "数量指标", name: "监测次数", annual: "12次", cycle: "36次" },
      { level1: "满意度指标", level2: "服务对象满意度指标", name: "居民满意度", annual: "≥90%", cycle: "≥90%" },
    ],
  },
];

const { ordinal, department, unit, code, project, total, goal, level1, level2, name, annual } = column;
const { moneyTotal, moneyOwn, moneyOther } = column;

function moneyIn(funding: Funding | undefined): string {
  if (!funding) return "无";
  return fundingColumns
    .map((one) => {
      const amount = funding[one];
      return amount.kind === "read" ? plainWanYuan(amount.fen) : amount.kind === "empty" ? "" : `?${amount.text}`;
    })
    .join("/");
}

const indicatorIn = (one: Indicator): string =>
  [one.level1?.name ?? "–", one.level2?.name ?? "–", one.name, one.annualTarget?.text ?? "–"].join("|");

function told(reading: Reading) {
  return reading.tables
    .flatMap((table) => table.declarations)
    .map((one) => ({
      project: one.project.name,
      money: moneyIn(one.funding),
      goal: one.goal,
      indicators: one.indicators.map(indicatorIn),
    }));
}

/** What the invented projects say, as far as the columns print it. */
function expected(columns: readonly SpecColumn[]) {
  const has = (one: SpecColumn): boolean => columns.includes(one);
  return projects.map((one) => ({
    project: one.name,
    money: has(moneyTotal)
      ? `${one.money!.total}/${one.money!.appropriation}//${has(moneyOther) ? one.money!.other : ""}`
      : columns.some(({ heads }) => heads[0] === "预算金额" || heads.at(-1) === "预算金额（元）")
        ? `${one.money!.total}///`
        : "无",
    goal: has(goal) ? one.goal : "",
    indicators: one.indicators.map((indicator) =>
      [
        has(level1) ? indicator.level1 : "–",
        has(level2) ? indicator.level2 : "–",
        indicator.name,
        indicator.annual,
      ].join("|"),
    ),
  }));
}

const unplaced = (reading: Reading): string[] =>
  reading.conservation.unplaced.map(({ start, end }) => reading.text.slice(start, end));
const above: readonly SpecPart[] = ["2025年项目支出绩效目标表", "部门名称：云泽市青洲区水务局", "单位：万元"];

describe("several tables and projects", () => {
  const grid = (unit: string, goal: string): SpecTable =>
    aGrid(`
单位名称 | 项目名称 | 总计 | 绩效目标 | 三级指标 | 指标值
${unit} | 巡护 | 10 | ${goal} | 里程 | ≥8公里
${unit} | 监测 | 10 | ${goal} | 次数 | 2次`);

  test("each tells its own year: that of another is none of it", () => {
    const above = ["部门：甲局", "甲局绩效目标表"];
    const parts = [...above, grid("甲站", "2023年完成，2023年底前验收。"), "部门：乙局", "乙局绩效目标表"];
    const { tables } = readDocument(aDocument(...parts, grid("乙站", "完成。")));
    expect(tables.map(({ year }) => year)).toEqual([{ basis: "inferred", year: 2023 }, { basis: "unknown" }]);
  });

  test("the year of a cover is that of all tables below it", () => {
    const cover = ["2024年部门预算公开", "一、2024年预算说明"];
    const parts = [...cover, "甲局绩效目标表", grid("甲站", "完成。"), "乙局绩效目标表", grid("乙站", "完成。")];
    const { tables } = readDocument(aDocument(...parts));
    expect(tables.map(({ year }) => year)).toEqual(tables.map(() => ({ basis: "inferred", year: 2024 })));
  });

  test("each project has its unit where it is printed, also when the one above has the same", () => {
    const { places, text } = readDocument(aDocument("绩效目标表", grid("甲站", "完成。")));
    const spans = [0, 1].map((at) => places[`tables/0/declarations/${at}/unit`]!.spans[0]!);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(["甲站", "甲站"]);
    expect(spans[0]!.start).toBeLessThan(spans[1]!.start);
  });
});

describe("column shapes", () => {
  const measure = specColumn("measure", "计量单位");
  const shapes: readonly (readonly [string, readonly SpecColumn[]])[] = [
    ["levels, name and value only", [project, level1, level2, name, annual]],
    ["with one column of money", [project, total, level1, level2, name, annual]],
    ["money in two lines of heads", [project, moneyTotal, moneyOwn, moneyOther, goal, level1, level2, name, annual]],
    ["numbers before the projects", [ordinal, project, total, goal, level1, level2, name, annual]],
    ["department and unit as columns", [department, unit, project, goal, level1, level2, name, annual]],
    ["codes behind the names", [project, code, total, goal, level1, level2, name, annual]],
    ["money behind the indicators", [unit, project, goal, level1, level2, name, annual, total]],
    ["goal behind the indicators", [project, total, level1, level2, name, annual, goal]],
    ["no level 2", [project, total, goal, level1, name, annual]],
    ["no level 1", [project, total, goal, level2, name, annual]],
    ["no levels", [project, total, goal, { ...name, heads: ["指标名称"] }, annual]],
    [
      "everything under 绩效指标",
      [
        project,
        total,
        goal,
        { ...level1, heads: ["绩效指标", "一级指标"] },
        { ...level2, heads: ["绩效指标", "二级指标"] },
        { ...name, heads: ["绩效指标", "三级指标"] },
        { ...annual, heads: ["绩效指标", "指标值"] },
      ],
    ],
    [
      "three lines of heads",
      [
        project,
        moneyTotal,
        moneyOwn,
        goal,
        { ...level1, heads: ["绩效指标", "一级指标"] },
        { ...level2, heads: ["绩效指标", "二级指标"] },
        { ...name, heads: ["绩效指标", "三级指标"] },
        { ...specColumn("cycle"), heads: ["绩效指标", "指标值", "中期"] },
        { ...annual, heads: ["绩效指标", "指标值", "年度"] },
      ],
    ],
    [
      "cycle and year under 指标值",
      [
        project,
        total,
        level1,
        level2,
        name,
        specColumn("cycle", "指标值", "实施周期"),
        { ...annual, heads: ["指标值", "年度"] },
      ],
    ],
    [
      "other words for all",
      [
        { ...project, heads: ["项目（政策）名称"] },
        { ...total, heads: ["2025年预算金额"] },
        { ...goal, heads: ["年度总体目标"] },
        { ...level1, heads: ["一级绩效指标"] },
        { ...level2, heads: ["二级绩效指标"] },
        { ...name, heads: ["三级绩效指标"] },
        { ...annual, heads: ["年度目标值"] },
      ],
    ],
    [
      "heads with blanks and remarks",
      [
        { ...project, heads: ["项 目 名 称"] },
        { ...total, heads: ["预算金额"] },
        level1,
        level2,
        { ...name, heads: ["三级指标（必填）"] },
        { ...annual, heads: ["指标值（包含数字及文字描述）"] },
      ],
    ],
    ["an empty column of remarks", [project, total, level1, level2, name, annual, specColumn("remark", "备注")]],
    ["an empty column of explanations", [project, total, level1, level2, name, specColumn("none", "指标解释"), annual]],
    ["an empty column of units", [project, total, level1, level2, name, annual, measure]],
    [
      "a damaged head",
      [{ ...project, heads: ["项日名称"] }, total, { ...level1, heads: ["一级指际"] }, level2, name, annual],
    ],
    ["indicators before the project", [level1, level2, name, annual, project, total, goal]],
  ];
  for (const [label, columns] of shapes)
    for (const style of ["merged", "once", "repeated"] as const satisfies readonly SpecStyle[])
      test(`${label}, project cells ${style}`, () => {
        const reading = readDocument(aDocument(...above, listedTable(columns, projects, style)));
        const same = columns.map((one) => byHead.get(one.prints) ?? one);
        expect(told(reading)).toEqual(expected(same));
        expect(unplaced(reading)).toEqual([]);
        expect(reading.tables.map((table) => [table.layout, table.department])).toEqual([
          ["listed", "云泽市青洲区水务局"],
        ]);
      });

  for (const [label, columns] of shapes.slice(0, 10))
    for (const dropped of [false, true])
      test(`${label}, as tabbed text${dropped ? " without its empty cells" : ""}`, () => {
        const text = [...above, tabbedText(listedTable(columns, projects, "once"), dropped)].join("\n");
        const reading = readText({ name: "表.txt", bytes: new TextEncoder().encode(text) });
        expect(told(reading)).toEqual(expected(columns));
        expect(unplaced(reading)).toEqual([]);
      });
});

/** Columns under another head print what the column of the plain head prints. */
const byHead = new Map(Object.values(column).map((one) => [one.prints as SpecColumn["prints"], one as SpecColumn]));
