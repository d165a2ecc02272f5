import { describe, expect, test } from "vitest";
import { aDocument, type SpecCell } from "../../test/support/a-document.ts";
import { headCandidates } from "./head-candidates.ts";
import { readDocument } from "./read-document.ts";
import { type ColumnRecipe, columnRecipeSchema, recipeFits } from "./recipe.ts";

const list = "1、产出指标：巡查次数，年度指标值：≥12次。2、满意度指标：群众满意度，年度指标值：≥90%。";
const rows: readonly (readonly SpecCell[])[] = [
  ["事项", "承办", "安排", "要达到什么", "怎样衡量"],
  ["堤防加固", "青洲区堤防所", "120.00", "完成三处堤防加固，确保全区安全度汛，保障沿岸群众。", list],
  ["水质监测", "青洲区水文站", "30.50", "按月监测主要河道的水质，及时向社会公布监测结果。", list],
];
const unknown = aDocument("云泽市青洲区水务局2025年工作安排", { rows });
const recipe: ColumnRecipe = {
  name: "青洲区水务局工作安排",
  publisher: "云泽市青洲区水务局",
  heads: [
    { printed: "事项", is: "project" },
    { printed: "承办", is: "unit" },
    { printed: "安排", is: "total" },
    { printed: "要达到什么", is: "goal" },
    { printed: "怎样衡量", is: "indicators" },
  ],
  amountUnit: "元",
};

describe("a table of no known layout", () => {
  test("gives no table, and a role is proposed for each column by what stands in it", () => {
    expect(readDocument(unknown).notes.map(({ code }) => code)).toEqual(["no-known-layout"]);
    const [candidate] = headCandidates(unknown);
    expect(candidate?.line).toBe(2);
    expect(candidate?.columns.map(({ printed, role, because }) => [printed, role, because])).toEqual([
      ["事项", "project", "content"],
      ["承办", "unit", "content"],
      ["安排", "total", "content"],
      ["要达到什么", "goal", "content"],
      ["怎样衡量", "indicators", "content"],
    ]);
    expect(candidate?.columns[0]?.samples).toEqual(["堤防加固", "水质监测"]);
  });

  test("is read with a recipe, and says so", () => {
    const reading = readDocument(unknown, { recipe });
    expect(
      reading.tables[0]?.declarations.map(({ unit, project, funding, goal, indicators }) => [
        unit,
        project.name,
        funding?.total,
        goal.slice(0, 4),
        indicators.length,
      ]),
    ).toEqual([
      ["青洲区堤防所", "堤防加固", { kind: "read", fen: 12_000 }, "完成三处", 2],
      ["青洲区水文站", "水质监测", { kind: "read", fen: 3_050 }, "按月监测", 2],
    ]);
    const note = reading.notes.find(({ code }) => code === "columns-mapped");
    expect(note?.facts.recipe).toBe("青洲区水务局工作安排");
    expect(note?.at.spans).toHaveLength(5);
    expect(reading.tables[0]?.title).toBe("云泽市青洲区水务局2025年工作安排");
    expect(reading.conservation.unplacedCharacters).toBe(0);
  });

  test("has its publisher for department and the year above its head, with their places, the year as inferred", () => {
    const { tables, places, text } = readDocument(unknown, { recipe });
    expect(tables.map(({ department, year }) => [department, year])).toEqual([
      ["云泽市青洲区水务局", { basis: "inferred", year: 2025 }],
    ]);
    const spans = places["tables/0/department"]!.spans;
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(["云泽市青洲区水务局"]);
    expect(readDocument(unknown, { recipe, year: 2024 }).tables[0]?.year).toEqual({ basis: "given", year: 2024 });
    const { publisher: _, ...ofAnybody } = recipe;
    expect(readDocument(unknown, { recipe: ofAnybody }).tables[0]?.department).toBeUndefined();
  });

  test("words like known ones are told by likeness", () => {
    const document = aDocument({
      rows: [
        ["项目事项名称", "资金安排数", "总体绩效的目标", "考核的指标"],
        ["堤防加固", "120.00", "安全。", "略"],
      ],
    });
    expect(headCandidates(document)[0]?.columns.map(({ role, because }) => [role, because])).toEqual([
      ["project", "likeness"],
      ["total", "content"],
      ["goal", "likeness"],
      [undefined, undefined],
    ]);
  });
});

describe("a recipe", () => {
  test("may give a word of a merged head, and goes before the table of words", () => {
    const document = aDocument({
      rows: [
        [
          { text: "任务", rows: 2 },
          { text: "钱", columns: 2 },
          { text: "项目名称", rows: 2 },
          { text: "绩效指标", rows: 2 },
        ],
        ["全部", "区里"],
        ["堤防加固", "120.00", "100.00", "水利类", list],
      ],
    });
    const heads = [
      { printed: "任务", is: "project" },
      { printed: "钱/全部", is: "total" },
      { printed: "钱/区里", is: "appropriation" },
      { printed: "项目名称", is: "category" },
    ] as const;
    const [declaration] = readDocument(document, { recipe: { name: "任务表", heads: [...heads] } }).tables[0]!
      .declarations;
    expect(declaration?.project.name).toBe("堤防加固");
    expect(declaration?.funding?.appropriation).toEqual({ kind: "read", fen: 100_000_000 });
    expect(declaration?.form?.particulars).toEqual([{ label: "项目名称", text: "水利类" }]);
  });

  test("need not name more than the project and its indicators, however many columns there are", () => {
    const wide = rows.map((row, at) => [
      ...row,
      ...["甲", "乙", "丙", "丁"].map((one) => (at === 0 ? `${one}栏` : one)),
    ]);
    const few = recipe.heads.filter(({ is }) => is === "project" || is === "indicators");
    const read = (heads: ColumnRecipe["heads"]) =>
      readDocument(aDocument({ rows: wide }), { recipe: { name: "少", heads } }).tables.flatMap(({ declarations }) =>
        declarations.map(({ project, indicators }) => [project.name, indicators.length]),
      );
    expect(read(few)).toEqual([
      ["堤防加固", 2],
      ["水质监测", 2],
    ]);
    expect(read(few.slice(0, 1))).toEqual([]);
  });

  test("fits the same publisher's table of the next year, not another's, and not another table", () => {
    const next = aDocument("云泽市青洲区水务局2026年工作安排", "page break", { rows: rows.slice(0, 2) });
    const others = aDocument("云泽市白河区水务局2026年工作安排", { rows });
    const another = aDocument("云泽市青洲区水务局2026年通讯录", {
      rows: [
        ["姓名", "承办", "电话"],
        ["甲", "乙", "丙"],
      ],
    });
    expect([unknown, next, others, another].map((document) => recipeFits(recipe, document))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const { publisher: _, ...ofAnyone } = recipe;
    expect(recipeFits(ofAnyone, others)).toBe(true);
  });

  test("is checked at the door", () => {
    expect(columnRecipeSchema.safeParse(recipe).success).toBe(true);
    for (const wrong of [
      { ...recipe, name: " " },
      { ...recipe, heads: [] },
      { ...recipe, heads: [{ printed: "事项", is: "something" }] },
      { ...recipe, amountUnit: "美元" },
      { ...recipe, more: 1 },
    ])
      expect(columnRecipeSchema.safeParse(wrong).success).toBe(false);
  });
});

test("a document without tables, and an empty one, have no candidates", () => {
  expect(headCandidates(aDocument("通知", "请各单位于月底前报送。"))).toEqual([]);
  expect(headCandidates(aDocument())).toEqual([]);
});
