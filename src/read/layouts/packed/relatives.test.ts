import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aDocument, type SpecCell, type SpecPart } from "../../../../test/support/a-document.ts";
import { tabbedText } from "../../../../test/support/listed-shape.ts";
import { type Funding, fundingColumns } from "../../../domain/funding.ts";
import { plainWanYuan } from "../../../domain/money.ts";
import type { Reading } from "../../../domain/reading.ts";
import { readDocument } from "../../read-document.ts";
import { readText } from "../../read-source.ts";

const money = (funding: Funding | undefined): string =>
  funding
    ? fundingColumns
        .map((column) => {
          const amount = funding[column];
          return amount.kind === "read" ? plainWanYuan(amount.fen) : amount.kind === "empty" ? "" : `?${amount.text}`;
        })
        .join("/")
    : "无";

/** `unit · code · name · money · goal · level1 level2 name=value …`, and what else is carried. */
const told = (reading: Reading): string[] =>
  reading.tables.flatMap((table) =>
    table.declarations.map((one) =>
      [
        one.unit ?? "–",
        one.project.code ?? "–",
        one.project.name,
        money(one.funding),
        one.goal || "–",
        one.indicators
          .map(
            ({ level1, level2, name, annualTarget }) =>
              `${level1?.name ?? "–"} ${level2?.name ?? "–"} ${name}=${annualTarget?.text ?? "–"}`,
          )
          .join(" & "),
        ...(one.form?.cycleGoal ? [`中期：${one.form.cycleGoal}`] : []),
        ...(one.form?.cycleFunding ? [`中期资金：${money(one.form.cycleFunding)}`] : []),
        ...(one.form?.particulars ?? []).map(({ label, text }) => `${label}：${text}`),
      ].join(" · "),
    ),
  );
const unplaced = (reading: Reading): string[] =>
  reading.conservation.unplaced.map(({ start, end }) => reading.text.slice(start, end));

const list = "1、产出指标：巡查次数，年度指标值：≥12次。2、满意度指标：群众满意度，年度指标值：≥90%。";
const items = "产出指标 – 巡查次数=≥12次 & 满意度指标 – 群众满意度=≥90%";
const over = (text: string, columns: number): SpecCell => ({ text, columns });
const down = (text: string): SpecCell => ({ text, rows: 2 });

describe("relatives of the packed table", () => {
  const shapes: readonly (readonly [string, readonly (readonly SpecCell[])[], readonly string[]])[] = [
    [
      "numbers, categories and one amount in 元",
      [
        ["序号", "项目名称", "项目类别", "预算金额（元）", "绩效目标", "绩效指标"],
        ["1", "堤防加固", "其他运转类", "1,234,500.00", "安全度汛。", list],
      ],
      [`– · – · 堤防加固 · 123.45/// · 安全度汛。 · ${items} · 项目类别：其他运转类`],
    ],
    [
      "sources printed apart, without their sum",
      [
        ["项目名称", "合计", "一般公共预算", "政府性基金", "国有资本经营预算", "单位资金", "绩效目标", "绩效指标"],
        ["堤防加固", "100.00", "60.00", "30.00", "", "10.00", "安全度汛。", list],
      ],
      [`– · – · 堤防加固 · 100.00/90.00//10.00 · 安全度汛。 · ${items}`],
    ],
    [
      "sources printed under their sum",
      [
        [down("项目名称"), over("资金来源（万元）", 5), down("绩效目标"), down("绩效指标")],
        ["总计", "财政拨款", "一般公共预算", "政府性基金", "其他资金"],
        ["堤防加固", "100.00", "90.00", "60.00", "30.00", "10.00", "安全度汛。", list],
      ],
      [`– · – · 堤防加固 · 100.00/90.00//10.00 · 安全度汛。 · ${items} · 一般公共预算：60.00 · 政府性基金：30.00`],
    ],
    [
      "three lines of heads",
      [
        [
          { text: "项目名称", rows: 3 },
          over("资金（万元）", 3),
          { text: "绩效目标", rows: 3 },
          { text: "绩效指标", rows: 3 },
        ],
        [down("总计"), over("其中", 2)],
        ["财政拨款", "其他资金"],
        ["堤防加固", "100.00", "90.00", "10.00", "安全度汛。", list],
      ],
      [`– · – · 堤防加固 · 100.00/90.00//10.00 · 安全度汛。 · ${items}`],
    ],
    [
      "goals of the cycle and of the year",
      [
        ["项目名称", "预算金额", "中期目标", "年度目标", "绩效指标"],
        ["堤防加固", "100.00", "三年完成九处。", "完成三处。", list],
      ],
      [`– · – · 堤防加固 · 100.00/// · 完成三处。 · ${items} · 中期：三年完成九处。`],
    ],
    [
      "goals under one head",
      [
        [down("项目名称"), down("预算金额"), over("绩效目标", 2), down("绩效指标")],
        ["中期", "年度"],
        ["堤防加固", "100.00", "三年完成九处。", "完成三处。", list],
      ],
      [`– · – · 堤防加固 · 100.00/// · 完成三处。 · ${items} · 中期：三年完成九处。`],
    ],
    [
      "money of the whole cycle in another unit",
      [
        ["项目名称", "项目总投资（亿元）", "年度预算（万元）", "绩效目标", "绩效指标"],
        ["堤防加固", "1.2", "100.00", "安全度汛。", list],
      ],
      [`– · – · 堤防加固 · 100.00/// · 安全度汛。 · ${items} · 中期资金：12000.00///`],
    ],
    [
      "goal behind the indicators",
      [
        ["项目名称", "预算金额", "绩效指标", "绩效目标"],
        ["堤防加固", "100.00", list, "安全度汛。"],
      ],
      [`– · – · 堤防加固 · 100.00/// · 安全度汛。 · ${items}`],
    ],
    [
      "unit, code and money behind everything",
      [
        ["绩效目标", "绩效指标", "项目名称", "项目编码", "预算单位", "预算数"],
        ["安全度汛。", list, "堤防加固", "440199250000000010001", "青洲区堤防所", "100.00"],
      ],
      [`青洲区堤防所 · 440199250000000010001 · 堤防加固 · 100.00/// · 安全度汛。 · ${items}`],
    ],
    [
      "a column for each level 1",
      [
        [down("项目名称"), down("预算金额"), down("绩效目标"), over("绩效指标", 3)],
        ["产出指标", "效益指标", "满意度指标"],
        ["堤防加固", "100.00", "安全度汛。", "1.巡查次数≥12次；2.合格率100%", "保障安全度汛：有效", "群众满意度≥90%"],
      ],
      [
        "– · – · 堤防加固 · 100.00/// · 安全度汛。 · 产出指标 – 巡查次数=≥12次 & 产出指标 – 合格率=100% & 效益指标 – 保障安全度汛=有效 & 满意度指标 – 群众满意度=≥90%",
      ],
    ],
    [
      "a column for each level 1, level 2 in the cells",
      [
        ["项目名称", "预算金额", "绩效目标", "产出指标", "效益指标", "满意度指标"],
        [
          "堤防加固",
          "100.00",
          "安全度汛。",
          "数量指标：巡查次数≥12次\u2028质量指标：合格率100%",
          "社会效益：保障安全度汛：有效",
          "服务对象满意度：群众满意度≥90%",
        ],
      ],
      [
        "– · – · 堤防加固 · 100.00/// · 安全度汛。 · 产出指标 数量指标 巡查次数=≥12次 & 产出指标 质量指标 合格率=100% & 效益指标 社会效益 保障安全度汛=有效 & 满意度指标 服务对象满意度 群众满意度=≥90%",
      ],
    ],
    [
      "a column for each level 2 under level 1",
      [
        [{ text: "项目名称", rows: 3 }, { text: "预算金额", rows: 3 }, over("绩效指标", 4)],
        [over("产出指标", 2), over("效益指标", 1), over("满意度指标", 1)],
        ["数量指标", "质量指标", "社会效益指标", "服务对象满意度指标"],
        ["堤防加固", "100.00", "巡查次数≥12次", "合格率100%", "保障安全度汛：有效", "群众满意度≥90%"],
      ],
      [
        "– · – · 堤防加固 · 100.00/// · – · 产出指标 数量指标 巡查次数=≥12次 & 产出指标 质量指标 合格率=100% & 效益指标 社会效益指标 保障安全度汛=有效 & 满意度指标 服务对象满意度指标 群众满意度=≥90%",
      ],
    ],
    [
      "lists without labels, one item in each line",
      [
        ["项目名称", "预算金额", "绩效目标", "绩效指标"],
        [
          "堤防加固",
          "100.00",
          "安全度汛。",
          "产出指标-数量指标-巡查次数：≥12次\u2028满意度指标-服务对象满意度-群众满意度：≥90%",
        ],
      ],
      [
        "– · – · 堤防加固 · 100.00/// · 安全度汛。 · 产出指标 数量指标 巡查次数=≥12次 & 满意度指标 服务对象满意度 群众满意度=≥90%",
      ],
    ],
    [
      "every field of the list announced",
      [
        ["项目名称", "预算金额", "绩效目标", "绩效指标"],
        [
          "堤防加固",
          "100.00",
          "安全度汛。",
          "一级指标：产出指标；二级指标：数量指标；三级指标：巡查次数；指标值：≥12次。一级指标：满意度指标；二级指标：服务对象满意度；三级指标：群众满意度；指标值：≥90%。",
        ],
      ],
      [
        "– · – · 堤防加固 · 100.00/// · 安全度汛。 · 产出指标 数量指标 巡查次数=≥12次 & 满意度指标 服务对象满意度 群众满意度=≥90%",
      ],
    ],
    [
      "remarks",
      [
        ["项目名称", "预算金额", "绩效目标", "绩效指标", "备注"],
        ["堤防加固", "100.00", "安全度汛。", list, "跨年项目"],
      ],
      [`– · – · 堤防加固 · 100.00/// · 安全度汛。 · ${items} · 备注：跨年项目`],
    ],
    [
      "no money",
      [
        ["主管部门", "预算单位", "项目名称", "绩效目标", "绩效指标"],
        ["青洲区水务局", "青洲区堤防所", "堤防加固", "安全度汛。", list],
      ],
      [`青洲区堤防所 · – · 堤防加固 · 无 · 安全度汛。 · ${items}`],
    ],
  ];
  for (const [label, rows, expected] of shapes) {
    const parts: readonly SpecPart[] = ["项目支出绩效目标表", "单位：万元", { rows }];
    test(label, () => {
      const reading = readDocument(aDocument(...parts));
      expect(told(reading)).toEqual(expected);
      expect(unplaced(reading)).toEqual([]);
    });
    if (rows.length === 2)
      test(`${label}, as tabbed text`, () => {
        const text = `项目支出绩效目标表\n单位：万元\n${tabbedText({ rows })}`;
        const reading = readText({ name: "表.txt", bytes: new TextEncoder().encode(text.replaceAll("\u2028", "；")) });
        expect(told(reading)).toEqual(expected);
        expect(unplaced(reading)).toEqual([]);
      });
  }

  test("two tables of one file, each with its own columns and unit of money", () => {
    const reading = readDocument(
      aDocument(
        "项目支出绩效目标表",
        "单位：元",
        {
          rows: [
            ["项目名称", "预算金额", "绩效目标", "绩效指标"],
            ["堤防加固", "1,000,000", "安全度汛。", list],
          ],
        },
        "page break",
        "专项资金绩效目标表",
        "单位：万元",
        {
          rows: [
            ["预算单位", "项目名称", "绩效指标", "总计"],
            ["青洲区水文站", "水质监测", list, "30.50"],
          ],
        },
      ),
    );
    expect(told(reading)).toEqual([
      `– · – · 堤防加固 · 100.00/// · 安全度汛。 · ${items}`,
      `青洲区水文站 · – · 水质监测 · 30.50/// · – · ${items}`,
    ]);
    expect(reading.tables.map(({ amountUnit }) => amountUnit)).toEqual(["元", "万元"]);
  });
});

describe("what stands above a table", () => {
  const rows = [
    ["项目名称", "预算金额", "绩效目标", "绩效指标"],
    ["堤防加固", "1,000,000", "安全度汛。", list],
  ];
  const cases: readonly (readonly [readonly SpecPart[], readonly (string | undefined)[]])[] = [
    [["2025年项目支出绩效目标表（单位：元）"], ["2025年项目支出绩效目标表", undefined, "元"]],
    [
      ["项目支出绩效目标表", "（金额单位：元）"],
      ["项目支出绩效目标表", undefined, "元"],
    ],
    [
      ["项目支出绩效目标表", "单 位：万 元"],
      ["项目支出绩效目标表", undefined, "万元"],
    ],
    [
      ["项目支出绩效目标公开", "填报部门（盖章）：青洲区水务局"],
      ["项目支出绩效目标公开", "青洲区水务局", "万元"],
    ],
    [
      ["单位：元", "部门（单位）名称：青洲区水务局 单位：亿元"],
      [undefined, "青洲区水务局", "元"],
    ],
  ];
  for (const [above, expected] of cases)
    test(above.join(" | "), () => {
      const reading = readDocument(aDocument(...above, { rows }));
      const [table] = reading.tables;
      expect([table?.title, table?.department, table?.amountUnit]).toEqual(expected);
      expect(unplaced(reading)).toEqual(above.length === 2 && String(above[1]).endsWith("亿元") ? ["单位：亿元"] : []);
    });
});

describe("whatever the order of the columns", () => {
  const heads = ["项目编码", "预算单位", "项目名称", "预算金额", "绩效目标", "绩效指标", "备注"];
  const projects = [
    ["440199250000000010001", "青洲区堤防所", "堤防加固", "100.00", "安全度汛。", list, "跨年"],
    ["440199250000000010002", "青洲区水文站", "水质监测", "30.50", "", list, ""],
    ["440199250000000010003", "青洲区水文站", "设备更新", "7.00", "更新两台。", list, ""],
  ];
  const expected = [
    `青洲区堤防所 · 440199250000000010001 · 堤防加固 · 100.00/// · 安全度汛。 · ${items} · 备注：跨年`,
    `青洲区水文站 · 440199250000000010002 · 水质监测 · 30.50/// · – · ${items}`,
    `青洲区水文站 · 440199250000000010003 · 设备更新 · 7.00/// · 更新两台。 · ${items}`,
  ];

  test("the same projects are read, with the head printed again on the next page or not", () => {
    const order = fc.shuffledSubarray([...heads.keys()], { minLength: heads.length });
    fc.assert(
      fc.property(order, fc.integer({ min: 1, max: 3 }), fc.boolean(), (order, cut, again) => {
        const arranged = [heads, ...projects].map((row) => order.map((at) => row[at]!));
        const next = [...(again ? [arranged[0]!] : []), ...arranged.slice(cut)];
        const pages: SpecPart[] =
          cut < 3 ? [{ rows: arranged.slice(0, cut) }, "page break", { rows: next }] : [{ rows: arranged }];
        const reading = readDocument(aDocument("项目支出绩效目标表", ...pages));
        expect(told(reading)).toEqual(expected);
        expect(unplaced(reading)).toEqual([]);
      }),
    );
  });
});
