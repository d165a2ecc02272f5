import { describe, expect, test } from "vitest";
import { aDocument, type SpecCell, type SpecPart } from "../../../../test/support/a-document.ts";
import { fenOf } from "../../../domain/funding.ts";
import { wanYuan } from "../../../domain/money.ts";
import { wordsAt } from "../../../domain/place.ts";
import type { Reading } from "../../../domain/reading.ts";
import { readDocument } from "../../read-document.ts";
import { readText } from "../../read-source.ts";

const head = ["项目名称", "预算金额", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"];
const item = (name: string, value: string): string[] => ["产出指标", "数量指标", name, value];
const row = (name: string, amount: string): string[] => [name, amount, "保持畅通。", ...item("巡查次数", "12次")];
const sum = (name: string, amount: string): string[] => [name, amount, "", "", "", "", ""];
const read = (...parts: readonly SpecPart[]): Reading => readDocument(aDocument("项目支出绩效目标表", ...parts));
const table = (...rows: readonly (readonly SpecCell[])[]): SpecPart => ({ rows: [head, ...rows] });

const told = ({ tables }: Reading): string[] =>
  tables.flatMap(({ declarations }) =>
    declarations.map(({ unit, project, funding, indicators }) => {
      const total = funding && fenOf(funding.total);
      return `${unit ?? "–"} · ${project.name} · ${total === undefined ? "–" : wanYuan(total)} · ${indicators.length}`;
    }),
  );
const unplaced = (reading: Reading): string[] =>
  reading.conservation.unplaced.map(({ start, end }) => reading.text.slice(start, end));
const notes = (reading: Reading): string[] => reading.notes.map(({ code }) => code);

describe("rows of sums", () => {
  test("合计, units with their subtotals, and their projects", () => {
    const reading = read(
      table(
        sum("合计", "33.00"),
        sum("青洲区水务局（本级）", "10.00"),
        row("堤防加固", "10.00"),
        sum("青洲区水文站", "23.00"),
        row("水质监测", "20.00"),
        row("设备更新", "3.00"),
      ),
    );
    expect(told(reading)).toEqual([
      "青洲区水务局（本级） · 堤防加固 · 10.00 · 1",
      "青洲区水文站 · 水质监测 · 20.00 · 1",
      "青洲区水文站 · 设备更新 · 3.00 · 1",
    ]);
    expect(reading.tables[0]?.units.map(({ name }) => name)).toEqual(["青洲区水务局（本级）", "青洲区水文站"]);
    expect(reading.sums.map(({ difference }) => difference)).toEqual([0, 0, 0]);
    expect(unplaced(reading)).toEqual([]);
  });

  test("合计 in a cell that reaches over the columns before it", () => {
    const reading = read({
      rows: [
        ["序号", "预算单位", ...head],
        [{ text: "合计", columns: 3 }, "30.00", "", "", "", "", ""],
        ["1", "青洲区水文站", ...row("水质监测", "20.00")],
        ["2", "青洲区水文站", ...row("设备更新", "10.00")],
      ],
    });
    expect(told(reading)).toEqual(["青洲区水文站 · 水质监测 · 20.00 · 1", "青洲区水文站 · 设备更新 · 10.00 · 1"]);
    expect(reading.sums.map(({ kind, difference }) => [kind, difference])).toEqual([["table", 0]]);
    expect(unplaced(reading)).toEqual([]);
  });

  test("units whose subtotal is not printed", () => {
    const reading = read(
      table(sum("青洲区水文站", ""), row("水质监测", "20.00"), sum("青洲区堤防所", ""), row("堤防加固", "10.00")),
    );
    expect(told(reading)).toEqual(["青洲区水文站 · 水质监测 · 20.00 · 1", "青洲区堤防所 · 堤防加固 · 10.00 · 1"]);
  });

  test("小计 of no named unit is no project", () => {
    const reading = read(
      table(sum("合计", "30.00"), row("水质监测", "20.00"), row("堤防加固", "10.00"), sum("小计", "30.00")),
    );
    expect(told(reading)).toEqual(["– · 水质监测 · 20.00 · 1", "– · 堤防加固 · 10.00 · 1"]);
    expect(notes(reading)).toEqual(["row-unplaced"]);
  });
});

describe("which project a line belongs to", () => {
  test("two projects of one name under two units stay two", () => {
    const reading = read({
      rows: [
        ["预算单位", ...head],
        ["青洲区水文站", "编外人员经费", "5.00", "保障运转。", ...item("聘用人数", "3人")],
        ["青洲区水文站", "编外人员经费", "5.00", "保障运转。", ...item("发放次数", "12次")],
        ["青洲区堤防所", "编外人员经费", "5.00", "保障运转。", ...item("聘用人数", "2人")],
      ],
    });
    expect(told(reading)).toEqual(["青洲区水文站 · 编外人员经费 · 5.00 · 2", "青洲区堤防所 · 编外人员经费 · 5.00 · 1"]);
    expect(unplaced(reading)).toEqual([]);
  });

  test("units merged over their projects", () => {
    const reading = read({
      rows: [
        ["预算单位", ...head],
        [
          { text: "青洲区水文站", rows: 3 },
          { text: "水质监测", rows: 2 },
          { text: "20.00", rows: 2 },
          { text: "达标。", rows: 2 },
          ...item("监测次数", "12次"),
        ],
        item("监测断面", "8个"),
        ["设备更新", "3.00", "更新。", ...item("更新台数", "2台")],
        ["青洲区堤防所", ...row("堤防加固", "10.00")],
      ],
    });
    expect(told(reading)).toEqual([
      "青洲区水文站 · 水质监测 · 20.00 · 2",
      "青洲区水文站 · 设备更新 · 3.00 · 1",
      "青洲区堤防所 · 堤防加固 · 10.00 · 1",
    ]);
    const { places, text } = reading;
    expect(wordsAt(text, places["tables/0/declarations/1/unit"]!)).toBe("青洲区水文站");
    expect(unplaced(reading)).toEqual([]);
  });

  test("a merged cell whose words the program cut away is a project without a name, and said to be", () => {
    const merged = (text: string): SpecCell => ({ text, rows: 2 });
    const lines = (name: string): SpecCell[][] => [
      [
        merged(name),
        merged(name && "10.00"),
        merged(name && "安全度汛。"),
        merged("产出指标"),
        "数量指标",
        "巡查次数",
        "12次",
      ],
      ["质量指标", "合格率", "100%"],
    ];
    const reading = read(table(...lines("堤防加固"), ...lines(""), ...lines("水质监测")));
    expect(told(reading)).toEqual(["– · 堤防加固 · 10.00 · 2", "– ·  · – · 2", "– · 水质监测 · 10.00 · 2"]);
    expect(notes(reading)).toEqual(["cell-clipped"]);
  });
});

describe("what a line says of an indicator", () => {
  const wide = {
    rows: [
      [
        "项目名称",
        "一级指标",
        "二级指标",
        "三级指标",
        "指标性质",
        "指标值",
        "计量单位",
        "权重",
        "指标解释",
        "评分标准",
        "备注",
        "责任科室",
      ],
      [
        "堤防加固",
        "产出指标（50分）",
        "数量指标",
        "加固处数",
        "≥",
        "3",
        "处",
        "20",
        "完工的处数",
        "每少一处扣5分",
        "跨年",
        "建管科",
      ],
      ["", "", "质量指标", "合格率", "=", "100", "%", "30%", "", "", "", ""],
      ["", "效益指标", "社会效益", "安全度汛", "定性", "有效保障", "", "10", "", "", "", ""],
    ],
  };

  test("性质, value and unit make the target; everything printed is kept beside it", () => {
    const reading = read(wide);
    const [first, second, third] = reading.tables[0]!.declarations[0]!.indicators;
    expect([first, second, third].map((one) => one?.annualTarget?.text)).toEqual(["≥3处", "100%", "有效保障"]);
    expect(first?.annualTarget).toMatchObject({ kind: "quantity", comparator: ">=", number: 3, unit: "处" });
    expect(first?.level1?.name).toBe("产出指标（50分）");
    expect([first, second, third].map((one) => one?.dimension?.value)).toEqual(["output", "output", "benefit"]);
    expect(first?.printed).toEqual({
      nature: "≥",
      unit: "处",
      weight: "20",
      definition: "完工的处数",
      standard: "每少一处扣5分",
      remark: "跨年",
      others: [{ label: "责任科室", text: "建管科" }],
    });
    expect(third?.printed).toEqual({ nature: "定性", weight: "10" });
    expect(unplaced(reading)).toEqual([]);
  });

  test("the place of a composed target is all the cells that make it up", () => {
    const { places, text } = read(wide);
    const at = "tables/0/declarations/0/indicators/0";
    expect(places[`${at}/annualTarget`]!.spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      "≥",
      "3",
      "处",
    ]);
    expect(wordsAt(text, places[`${at}/printed/nature`]!)).toBe("≥");
    expect(wordsAt(text, places["tables/0/declarations/0/indicators/1/level1"]!)).toBe("产出指标（50分）");
  });

  test("a row that was left blank is no indicator, and a sum of points is none either", () => {
    const reading = read({
      rows: [
        ["项目名称", "一级指标", "二级指标", "三级指标", "指标值", "分值"],
        ["堤防加固", "产出指标", "数量指标", "加固处数", "≥3处", "60"],
        ["", "", "成本指标", "", "", ""],
        ["", "满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "40"],
        ["合计", "", "", "", "", "100"],
      ],
    });
    expect(told(reading)).toEqual(["– · 堤防加固 · – · 2"]);
    expect(unplaced(reading)).toEqual(["合计", "100"]);
    expect(notes(reading)).toEqual(["row-unplaced"]);
  });

  test("a value that reaches over both columns of values is the year's", () => {
    const reading = read({
      rows: [
        [
          { text: "项目名称", rows: 2 },
          { text: "三级指标", rows: 2 },
          { text: "指标值", columns: 2 },
        ],
        ["实施周期", "年度"],
        ["堤防加固", "加固处数", { text: "≥3处", columns: 2 }],
        ["水质监测", "监测次数", "36次", "12次"],
      ],
    });
    expect(
      reading.tables[0]?.declarations.flatMap(({ indicators }) =>
        indicators.map(({ cycleTarget, annualTarget }) => [cycleTarget?.text, annualTarget?.text]),
      ),
    ).toEqual([
      [undefined, "≥3处"],
      ["36次", "12次"],
    ]);
  });

  test("what was achieved makes it a table of self-evaluation", () => {
    const reading = read({
      rows: [
        ["项目名称", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
        ["堤防加固", "加固处数", "≥3处", "2处", "20", "13", "汛期延误，已列入下年。"],
      ],
    });
    expect(reading.tables[0]?.kind).toBe("self-evaluation");
    expect(reading.tables[0]?.declarations[0]?.indicators[0]?.printed).toEqual({
      actual: "2处",
      weight: "20",
      score: "13",
      deviation: "汛期延误，已列入下年。",
    });
  });
});

test("the same in plain text whose empty cells were lost, notes say which lines were mended", () => {
  const text = [
    head.join("\t"),
    row("堤防加固", "10.00").join("\t"),
    "质量指标\t合格率\t100%",
    row("水质监测", "20.00").join("\t"),
  ];
  const reading = readText({ name: "表.txt", bytes: new TextEncoder().encode(text.join("\n")) });
  expect(told(reading)).toEqual(["– · 堤防加固 · 10.00 · 2", "– · 水质监测 · 20.00 · 1"]);
  expect(notes(reading)).toEqual(["row-repaired"]);
});
