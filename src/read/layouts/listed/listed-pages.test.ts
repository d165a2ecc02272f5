import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aDocument } from "../../../../test/support/a-document.ts";
import { cutTable } from "../../../../test/support/cut-table.ts";
import {
  specColumns as column,
  listedTable,
  type SpecProject,
  type SpecStyle,
  tabbedText,
} from "../../../../test/support/listed-shape.ts";
import { fenOf } from "../../../domain/funding.ts";
import { fenFromText } from "../../../domain/money.ts";
import type { Reading } from "../../../domain/reading.ts";
import { readDocument } from "../../read-document.ts";
import { readText } from "../../read-source.ts";

const { project, total, goal, level1, level2, name, annual } = column;
const all = [project, total, goal, level1, level2, name, annual];
const projects: readonly SpecProject[] = [
  {
    name: "堤防加固及除险专项资金项目",
    money: { total: "120.00" },
    goal: "完成三处堤防加固，消除险情，确保安全度汛。",
    indicators: [
      { level1: "产出指标", level2: "数量指标", name: "堤防加固处数", annual: "不少于3处" },
      { level1: "产出指标", level2: "质量指标", name: "验收合格率", annual: "100%" },
      { level1: "效益指标", level2: "社会效益指标", name: "保障安全度汛", annual: "有效保障" },
    ],
  },
  {
    name: "河道水质监测",
    money: { total: "30.50" },
    goal: "按月监测主要河道水质，及时公布结果。",
    indicators: [
      { level1: "产出指标", level2: "数量指标", name: "监测次数", annual: "不少于12次" },
      { level1: "满意度指标", level2: "服务对象满意度指标", name: "居民满意度", annual: "90%以上" },
    ],
  },
];

const told = (reading: Reading) =>
  reading.tables
    .flatMap((table) => table.declarations)
    .map((one) => ({
      name: one.project.name,
      total: one.funding && fenOf(one.funding.total),
      goal: one.goal,
      indicators: one.indicators.map((indicator) => ({
        level1: indicator.level1?.name ?? "",
        level2: indicator.level2?.name ?? "",
        name: indicator.name,
        annual: indicator.annualTarget?.text ?? "",
      })),
    }));
const meant = (given: readonly SpecProject[]) =>
  given.map((one) => ({
    name: one.name,
    total: one.money?.total === undefined ? undefined : fenFromText(one.money.total, "万元"),
    goal: one.goal ?? "",
    indicators: one.indicators.map(({ level1, level2, name, annual }) => ({ level1, level2, name, annual })),
  }));

function isTiled(reading: Reading): void {
  const { characters, placed, decoration, unplaced, unplacedCharacters } = reading.conservation;
  expect(placed + decoration + unplacedCharacters).toBe(characters);
  expect(unplaced.map(({ start, end }) => reading.text.slice(start, end))).toEqual([]);
}

describe("a page break between two indicators", () => {
  const table = listedTable(all, projects, "merged");
  for (const row of [1, 2, 3, 4, 5])
    for (const merged of [0, 0.4, 1])
      for (const head of [0, 1])
        test(`before row ${row}, ${merged * 100} % of merged texts above it, head ${head ? "" : "not "}printed again`, () => {
          const reading = readDocument(
            aDocument("项目支出绩效目标表", ...cutTable(table, { row, merged, head, figures: true })),
          );
          expect(told(reading)).toEqual(meant(projects));
          isTiled(reading);
        });
});

describe("a page break through an indicator", () => {
  const table = listedTable(all, projects, "merged");
  for (const row of [1, 2, 3, 4, 5])
    for (const inside of [0.5, 0.7, 1])
      test(`through row ${row}, ${inside * 100} % of its words above it`, () => {
        const reading = readDocument(
          aDocument("项目支出绩效目标表", ...cutTable(table, { row, inside, merged: 1, head: 1 })),
        );
        expect(told(reading)).toEqual(meant(projects));
        isTiled(reading);
      });
});

describe("whatever shape a table has, the same projects come out", () => {
  const characters = [..."堤防河道水质监测巡查清淤设备维护培训绿化宣传信息系统运行保障"];
  const nameOf = (most: number) =>
    fc.shuffledSubarray(characters, { minLength: 4, maxLength: most }).map((all) => all.join(""));
  const classes = [
    ["产出指标", "数量指标"],
    ["产出指标", "质量指标"],
    ["产出指标", "时效指标"],
    ["效益指标", "社会效益指标"],
    ["满意度指标", "服务对象满意度指标"],
  ] as const;
  const indicatorsArb = fc.subarray([...classes.keys()], { minLength: 1 }).chain((picked) =>
    fc.tuple(
      ...picked.map((at) =>
        fc.record({
          level1: fc.constant<string>(classes[at]![0]),
          level2: fc.constant<string>(classes[at]![1]),
          name: nameOf(12),
          annual: fc.constantFrom("≥90%", "12次", "有效保障", "不少于3处", "2025年12月底前"),
        }),
      ),
    ),
  );
  const projectsArb = fc
    .uniqueArray(
      fc.record({
        name: nameOf(16),
        goal: nameOf(30).map((text) => `${text}。`),
        fen: fc.integer({ min: 100, max: 99_999_999 }),
        indicators: indicatorsArb,
      }),
      { minLength: 1, maxLength: 5, selector: ({ name }) => name },
    )
    .map((all) => all.map(({ fen, ...one }): SpecProject => ({ ...one, money: { total: (fen / 100).toFixed(2) } })));
  const shapeArb = fc.record({
    projects: projectsArb,
    order: fc.shuffledSubarray([...all.keys()], { minLength: all.length }),
    style: fc.constantFrom<SpecStyle>("merged", "once", "repeated"),
  });

  test("columns in any order, cells merged, printed once or on every row", () => {
    fc.assert(
      fc.property(shapeArb, ({ projects, order, style }) => {
        const columns = order.map((at) => all[at]!);
        const reading = readDocument(aDocument("项目支出绩效目标表", listedTable(columns, projects, style)));
        expect(told(reading)).toEqual(meant(projects));
        isTiled(reading);
      }),
    );
  });

  test("a page break between any two rows", () => {
    const cutArb = fc.record({
      row: fc.nat(),
      merged: fc.constantFrom(0.6, 1),
      head: fc.constantFrom(0, 1),
    });
    fc.assert(
      fc.property(shapeArb, cutArb, ({ projects, order, style }, { row, ...cut }) => {
        const table = listedTable(
          order.map((at) => all[at]!),
          projects,
          style,
        );
        const body = table.rows.length - 1;
        const at = 1 + (row % body);
        const reading = readDocument(aDocument("项目支出绩效目标表", ...cutTable(table, { ...cut, row: at })));
        expect(told(reading)).toEqual(meant(projects));
        isTiled(reading);
      }),
    );
  });

  test("tabbed text in the usual order, with its empty cells or without", () => {
    fc.assert(
      fc.property(projectsArb, fc.boolean(), (projects, dropped) => {
        const text = `项目支出绩效目标表\n${tabbedText(listedTable(all, projects, "once"), dropped)}`;
        const reading = readText({ name: "表.txt", bytes: new TextEncoder().encode(text) });
        expect(told(reading)).toEqual(meant(projects));
        isTiled(reading);
      }),
    );
  });
});
