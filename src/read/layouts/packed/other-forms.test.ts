import { describe, expect, test } from "vitest";
import { type Funding, fundingColumns } from "../../../domain/funding.ts";
import { plainWanYuan } from "../../../domain/money.ts";
import type { Reading } from "../../../domain/reading.ts";
import { readText } from "../../read-source.ts";

const read = (text: string): Reading => readText({ name: "表.txt", bytes: new TextEncoder().encode(text) });
const above = "项目支出绩效目标表\n部门名称：云泽市青洲区水务局\n单位：万元\n\n";
const official = "项目名称（资金使用单位）\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标";
const item = (n: number, name = "巡查次数"): string =>
  `${n}、1-产出指标；11-数量指标；${name}；实施周期指标值：12次；年度指标值：4次。`;
const row = (name: string, amount: string): string => `${name}\t${amount}\t${amount}\t\t\t保持畅通。\t${item(1)}`;

function money(funding: Funding | undefined): string {
  if (!funding) return "无";
  return fundingColumns
    .map((column) => {
      const amount = funding[column];
      return amount.kind === "read" ? plainWanYuan(amount.fen) : amount.kind === "empty" ? "" : `?${amount.text}`;
    })
    .join("/");
}

/** `unit · code · name · money · goal · number of indicators`. */
const projects = (reading: Reading): string[] =>
  reading.tables.flatMap((table) =>
    table.declarations.map((one) =>
      [
        one.unit ?? "–",
        one.project.code ?? "–",
        one.project.name,
        money(one.funding),
        one.goal,
        one.indicators.filter((indicator) => indicator.annualTarget?.text === "4次").length,
      ].join(" · "),
    ),
  );
const notes = (reading: Reading): string[] => reading.notes.map((note) => note.code);
const unplaced = (reading: Reading): string[] =>
  reading.conservation.unplaced.map(({ start, end }) => reading.text.slice(start, end));

describe("other heads", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      "a column of units, one of money, other words for the goal",
      `${above}项目单位\t项目名称\t预算金额\t总体绩效目标\t绩效指标\n青洲区堤防所\t堤防加固\t20.00\t安全。\t${item(1)}`,
      ["青洲区堤防所 · – · 堤防加固 · 20.00/// · 安全。 · 1"],
    ],
    [
      "a column of numbers before the others",
      `${above}序号\t${official}\n1\t${row("堤防加固", "10.00")}\n2\t${row("河道清淤", "3.00")}`,
      ["– · – · 堤防加固 · 10.00/10.00// · 保持畅通。 · 1", "– · – · 河道清淤 · 3.00/3.00// · 保持畅通。 · 1"],
    ],
    [
      "a column of numbers, and a damaged head behind it",
      `${above}序号\t${official.replace("总计", "拉")}\n1\t${row("堤防加固", "10.00")}`,
      ["– · – · 堤防加固 · 10.00/10.00// · 保持畅通。 · 1"],
    ],
    [
      "a column of numbers in rows that lost their empty cells",
      `${above}序号\t${official}\n1\t堤防加固\t10.00\t10.00\t保持畅通。\t${item(1)}`,
      ["– · – · 堤防加固 · 10.00/10.00// · 保持畅通。 · 1"],
    ],
    [
      "a column of project codes, one of them all digits",
      `${above}项目代码\t${official}\n440100240000000012345\t${row("堤防加固", "10.00")}`,
      ["– · 440100240000000012345 · 堤防加固 · 10.00/10.00// · 保持畅通。 · 1"],
    ],
    [
      "remarks behind the list, printed or not",
      `${above}${official}\t备注\n${row("堤防加固", "10.00")}\t新增项目\n${row("河道清淤", "3.00")}\t`,
      ["– · – · 堤防加固 · 10.00/10.00// · 保持畅通。 · 1", "– · – · 河道清淤 · 3.00/3.00// · 保持畅通。 · 1"],
    ],
    [
      "two lines of heads, the second under the money",
      `${above}项目名称\t预算金额\t\t\t\t绩效目标\t绩效指标\n\t总计\t财政拨款\t财政专户拨款\t其他资金\t\t\n${row("堤防加固", "10.00")}`,
      ["– · – · 堤防加固 · 10.00/10.00// · 保持畅通。 · 1"],
    ],
    [
      "two lines of heads that lost their empty cells, on both pages",
      `${above}项目名称\t预算金额\t绩效目标\t绩效指标\n总计\t财政拨款\t财政专户拨款\t其他资金\n${row("堤防加固", "10.00")}\n\n项目名称\t预算金额\t绩效目标\t绩效指标\n总计\t财政拨款\t财政专户拨款\t其他资金\n${row("河道清淤", "3.00")}`,
      ["– · – · 堤防加固 · 10.00/10.00// · 保持畅通。 · 1", "– · – · 河道清淤 · 3.00/3.00// · 保持畅通。 · 1"],
    ],
    [
      "other sources of money, 其中 before them",
      `${above}项目名称\t年度资金总额\t其中：财政拨款\t其中：单位资金\t年度目标\t绩效指标\n堤防加固\t10.00\t8.00\t2.00\t安全。\t${item(1)}`,
      ["– · – · 堤防加固 · 10.00/8.00//2.00 · 安全。 · 1"],
    ],
    [
      "元 at the head of the column",
      `项目支出绩效目标表\n项目名称\t预算金额（元）\t绩效目标\t绩效指标\n堤防加固\t123,456.78\t安全。\t${item(1)}`,
      ["– · – · 堤防加固 · 12.345678/// · 安全。 · 1"],
    ],
    [
      "department and unit of money in one cell",
      `项目支出绩效目标表\n部门名称：云泽市青洲区水务局    金额单位：元\n项目名称\t金额\t绩效目标\t绩效指标\n堤防加固\t100,000\t安全。\t${item(1)}`,
      ["– · – · 堤防加固 · 10.00/// · 安全。 · 1"],
    ],
  ];
  for (const [name, text, expected] of cases)
    test(name, () => {
      const reading = read(text);
      expect(projects(reading)).toEqual(expected);
      expect(unplaced(reading)).toEqual([]);
      expect(reading.tables).toHaveLength(1);
    });

  test("a column that no form has shifts nothing; it is named, and its cells are carried", () => {
    const reading = read(`${above}${official}\t分管处室\n${row("堤防加固", "10.00")}\t建管处`);
    expect(projects(reading)).toEqual(["– · – · 堤防加固 · 10.00/10.00// · 保持畅通。 · 1"]);
    expect(reading.notes.map(({ code, facts }) => [code, facts.printed])).toEqual([["column-unknown", "分管处室"]]);
    expect(reading.tables[0]?.declarations[0]?.form?.particulars).toEqual([{ label: "分管处室", text: "建管处" }]);
    expect(unplaced(reading)).toEqual([]);
  });

  test("a remark is carried, with its place", () => {
    const reading = read(`${above}${official}\t备注\n${row("堤防加固", "10.00")}\t新增项目`);
    expect(reading.tables[0]?.declarations[0]?.form?.particulars).toEqual([{ label: "备注", text: "新增项目" }]);
    expect(Object.keys(reading.places)).toContain("tables/0/declarations/0/form/particulars/0");
  });
});

describe("no head at all", () => {
  const rows = [row("堤防加固", "10.00"), row("河道清淤", "3.00"), row("水质监测", "5.00")];

  test("three rows of a known shape are a table, and a note says so", () => {
    const reading = read(rows.join("\n"));
    expect(projects(reading)).toEqual([
      "– · – · 堤防加固 · 10.00/10.00// · 保持畅通。 · 1",
      "– · – · 河道清淤 · 3.00/3.00// · 保持畅通。 · 1",
      "– · – · 水质监测 · 5.00/5.00// · 保持畅通。 · 1",
    ]);
    expect(notes(reading)).toEqual(["header-missing"]);
  });

  test("the rest of a row from the page before is listed, not invented", () => {
    const reading = read(`水清岸绿。\t${item(4)}\n${rows.join("\n")}`);
    expect(projects(reading)).toHaveLength(3);
    expect(unplaced(reading)).toEqual(["水清岸绿。", item(4)]);
  });

  test("five columns without money", () => {
    const reading = read(
      ["堤防加固", "河道清淤", "水质监测"]
        .map((name) => `青洲区水务局\t青洲区堤防所\t${name}\t安全。\t${item(1)}`)
        .join("\n"),
    );
    expect(projects(reading)[2]).toBe("青洲区堤防所 · – · 水质监测 · 无 · 安全。 · 1");
  });

  test("two rows are not enough", () => {
    expect(notes(read(rows.slice(1).join("\n")))).toEqual(["no-known-layout"]);
  });
});

describe("sums in other places", () => {
  const sums = (reading: Reading) => ({
    total: money(reading.tables[0]?.total),
    units: reading.tables[0]?.units.map((unit) => `${unit.name} ${money(unit.funding)}`),
    names: reading.tables[0]?.declarations.map((one) => `${one.unit ?? "–"} · ${one.project.name}`),
    open: reading.sums.filter((sum) => sum.difference !== 0).length,
  });

  test("合计 below the rows", () => {
    const rows = ["青洲区水务局\t13.00\t13.00\t\t\t\t", row("堤防加固", "10.00"), row("河道清淤", "3.00")];
    expect(sums(read(`${above}${official}\n${rows.join("\n")}\n合计\t13.00\t13.00\t\t\t\t`))).toEqual({
      total: "13.00/13.00//",
      units: ["青洲区水务局 13.00/13.00//"],
      names: ["青洲区水务局 · 堤防加固", "青洲区水务局 · 河道清淤"],
      open: 0,
    });
  });

  test("小计 of no named unit is no project", () => {
    const rows = [row("堤防加固", "10.00"), row("河道清淤", "3.00"), "小计\t13.00\t13.00\t\t\t\t"];
    const reading = read(`${above}${official}\n合计\t13.00\t13.00\t\t\t\t\n${rows.join("\n")}`);
    expect(sums(reading).names).toEqual(["– · 堤防加固", "– · 河道清淤"]);
    expect(notes(reading)).toEqual(["row-unplaced"]);
  });

  test("a department's subtotal above those of its units is counted once", () => {
    const rows = [
      "青洲区水务局\t13.00\t13.00\t\t\t\t",
      "青洲区水务局（本级）\t10.00\t10.00\t\t\t\t",
      row("堤防加固", "10.00"),
      "青洲区堤防管理所\t3.00\t3.00\t\t\t\t",
      row("河道清淤", "3.00"),
    ];
    expect(sums(read(`${above}${official}\n合计\t13.00\t13.00\t\t\t\t\n${rows.join("\n")}`))).toMatchObject({
      names: ["青洲区水务局（本级） · 堤防加固", "青洲区堤防管理所 · 河道清淤"],
      open: 0,
    });
  });

  test("units whose subtotal is not printed, also first on their page", () => {
    const rows = [
      "青洲区水务局\t\t\t\t\t\t",
      row("堤防加固", "10.00"),
      "",
      "青洲区堤防管理所\t\t\t\t\t\t",
      row("河道清淤", "3.00"),
    ];
    const reading = read(`${above}${official}\n合计\t13.00\t13.00\t\t\t\t\n${rows.join("\n")}`);
    expect(sums(reading)).toEqual({
      total: "13.00/13.00//",
      units: ["青洲区水务局 ///", "青洲区堤防管理所 ///"],
      names: ["青洲区水务局 · 堤防加固", "青洲区堤防管理所 · 河道清淤"],
      open: 0,
    });
    expect(unplaced(reading)).toEqual([]);
  });
});

describe("other hands", () => {
  const page = `${above}${official}\n合计\t13.00\t13.00\t\t\t\t\n${row("堤防加固", "10.00")}\n${row("河道清淤", "3.00")}`;
  const expected = projects(read(page));
  const cases: readonly (readonly [string, string])[] = [
    ["lines that end with CR LF", page.replaceAll("\n", "\r\n")],
    ["lines that end with CR", page.replaceAll("\n", "\r")],
    ["tabs expanded to blanks", page.replaceAll("\t", "    ")],
    ["tabs and empty cells lost to blanks", page.replaceAll(/\t+/gu, "   ")],
    ["every second line empty", page.replaceAll("\n", "\n\n")],
    ["a form feed between pages", page.replace("\n河道", "\n\f\n河道")],
    ["a long number of empty cells behind", page.replaceAll("\n", `${"\t".repeat(40)}\n`)],
    [
      "amounts in full-width digits",
      page.replaceAll(/\d+\.\d\d/gu, (amount) => amount.replace(/\d/gu, wideDigit).replace(".", "．")),
    ],
  ];
  for (const [name, text] of cases)
    test(name, () => {
      const reading = read(text);
      expect(projects(reading)).toEqual(expected);
      expect(unplaced(reading)).toEqual([]);
    });

  test("an empty file, and one of blanks, say that they are no table", () => {
    for (const text of ["", " ", "\n\n\t\n", "\f"]) expect(notes(read(text))).toEqual(["no-known-layout"]);
  });
});

function wideDigit(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
}
