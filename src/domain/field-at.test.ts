import { describe, expect, test } from "vitest";
import { aReading } from "../../test/support/a-reading.ts";
import type { Declaration, TargetTable } from "./declaration.ts";
import { fieldAt, fieldsOf } from "./field-at.ts";
import { finderOf } from "./field-identity.ts";
import { emptyAmount } from "./funding.ts";
import { fen } from "./money.ts";

const projects = [
  {
    name: "图书采购",
    total: "8",
    goal: "充实馆藏。",
    indicators: [{ name: "采购册数", annual: "≥3000册", aspect: "11" }],
  },
  { name: "图书采购", total: "9", indicators: [{ name: "采购册数" }, { name: "采购册数", annual: "1册" }] },
  { name: "展厅维修", unit: "青禾区博物馆", total: "x" },
] as const;
const tables = aReading({ projects }).tables;
const first = "tables/0/declarations/0";

const row = { label: "年度资金总额", initial: { kind: "read", fen: fen(100_000_000) } } as const;
const form: Declaration["form"] = {
  particulars: [{ label: "实施单位", text: "青禾区文化馆" }],
  cycleGoal: undefined,
  cycleFunding: undefined,
  goalResult: "已完成",
  execution: [
    {
      ...row,
      adjusted: emptyAmount,
      spent: emptyAmount,
      expected: emptyAmount,
      rate: "98%",
      weight: "10",
      score: "9.8",
    },
  ],
  totalScore: "95",
};
const reported: readonly TargetTable[] = tables.map((table) => ({
  ...table,
  kind: "self-evaluation",
  declarations: table.declarations.map((one) => ({
    ...one,
    form,
    indicators: one.indicators.map((indicator) => ({ ...indicator, printed: { actual: "3100册", score: "10" } })),
  })),
}));

describe("the value at a path", () => {
  test.each([
    [`${first}/project/name`, "name", "图书采购"],
    [`${first}/funding/total`, "amount", "8.00"],
    [`${first}/funding/other`, "amount", ""],
    ["tables/0/declarations/2/funding/total", "amount", "x"],
    [`${first}/goal`, "words", "充实馆藏。"],
    [`${first}/indicators/0/level2`, "level", "11-数量指标"],
    [`${first}/indicators/0/annualTarget`, "target", "≥3000册"],
    [`${first}/indicators/0/cycleTarget`, "target", ""],
    ["tables/0/title", "words", "项目支出绩效目标表"],
  ])("%s is a %s: %s", (path, kind, text) => {
    expect(fieldAt(tables, path)).toMatchObject({ kind, text });
  });

  test.each([
    [`${first}/form/execution/0/initial`, "100.00"],
    [`${first}/form/execution/0/score`, "9.8"],
    [`${first}/form/particulars/0`, "青禾区文化馆"],
    [`${first}/form/goalResult`, "已完成"],
    [`${first}/indicators/0/printed/actual`, "3100册"],
  ])("of a form: %s is %s", (path, text) => {
    expect(fieldAt(reported, path)?.text).toBe(text);
  });

  test.each([
    "",
    "tables/0",
    "tables/9/title",
    `${first}/indicators/7/name`,
    `${first}/indicators/0/constructor`,
    `${first}/indicators/0/printed/toString`,
    `${first}/form/execution/0/hasOwnProperty`,
    `${first}/goal/length`,
    "__proto__/title",
  ])("there is none at “%s”", (path) => {
    expect(fieldAt(reported, path)).toBeUndefined();
  });

  test("everything that a declaration lists has a value", () => {
    for (const all of [tables, reported])
      for (const [n, declaration] of all[0]!.declarations.entries())
        for (const path of fieldsOf(declaration, `tables/0/declarations/${n}`))
          expect([path, fieldAt(all, path)]).not.toContain(undefined);
  });
});

describe("a value by what it belongs to", () => {
  const paths = tables[0]!.declarations.flatMap((one, n) => fieldsOf(one, `tables/0/declarations/${n}`));

  test("is found again, also among projects and indicators of one name", () => {
    const { identityOf, pathOf } = finderOf(tables);
    for (const path of paths) expect(pathOf(identityOf(path)!)).toBe(path);
  });

  test("is found where rows have moved, and where its unit is read otherwise", () => {
    const { identityOf } = finderOf(tables);
    const moved = tables.map((table) => ({ ...table, declarations: table.declarations.toReversed() }));
    const museum = identityOf("tables/0/declarations/2/funding/total")!;
    expect(finderOf(moved).pathOf(museum)).toBe("tables/0/declarations/0/funding/total");
    expect(finderOf(moved).pathOf({ ...museum, unit: "青禾区博物院" })).toBe("tables/0/declarations/0/funding/total");
  });

  test("is not found where it is gone, or in a table of another kind", () => {
    const { identityOf } = finderOf(tables);
    const last = identityOf("tables/0/declarations/1/indicators/1/name")!;
    expect(finderOf(aReading({ projects: projects.slice(0, 1) }).tables).pathOf(last)).toBeUndefined();
    expect(finderOf(reported).pathOf(last)).toBeUndefined();
  });
});
