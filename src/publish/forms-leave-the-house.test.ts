import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { aDocument } from "../../test/support/a-document.ts";
import { aGrid } from "../../test/support/a-grid.ts";
import { evaluatedForms } from "../../test/support/form-cases/evaluated.ts";
import type { FormDrawing } from "../../test/support/form-cases/form-drawing.ts";
import { moreTargetForms } from "../../test/support/form-cases/more-targets.ts";
import { otherForms } from "../../test/support/form-cases/others.ts";
import { targetForms } from "../../test/support/form-cases/targets.ts";
import type { Reading } from "../domain/reading.ts";
import { readDocument } from "../read/read-document.ts";
import { runChecks } from "../rules/run-checks.ts";
import { type CsvProject, csvOfDeclarations } from "./indicator-csv.ts";
import { declarationLines, readingDocument } from "./reading-json.ts";
import { readingLineSchema, readingSchema } from "./reading-schema.ts";

const readingOf = ({ above, grid, below = [] }: FormDrawing): Reading =>
  readDocument(aDocument(...above, aGrid(grid), ...below));
const allForms = [...targetForms, ...moreTargetForms, ...evaluatedForms, ...otherForms];

describe("JSON of forms", () => {
  for (const form of allForms)
    test(`${form.name} is what the schema says`, () => {
      const reading = readingOf(form);
      const document = readingDocument(reading, { places: true });
      expect(readingSchema.parse(document)).toEqual(document);
      for (const line of declarationLines(reading)) expect(readingLineSchema.parse(line)).toEqual(line);
      expect(document.tables[0]).toMatchObject({ kind: reading.tables[0]!.kind, layout: "form" });
    });

  test("a self-evaluation keeps its money, its columns and its score", () => {
    const [table] = readingDocument(readingOf(evaluatedForms[0]!), { places: false }).tables;
    const [one] = table!.declarations;
    expect([table!.kind, one!.form!.totalScore, one!.form!.goalResult]).toEqual([
      "self-evaluation",
      "97.88",
      "已完成，服务2.1万人次。",
    ]);
    expect(one!.form!.execution[0]).toMatchObject({
      label: "年度资金总额",
      spent: { wanYuan: "118.50" },
      score: "9.88",
    });
    expect(one!.indicators[1]!.printed).toEqual({
      weight: "30",
      actual: "99%",
      score: "28",
      deviation: "个别批次抽检不合格，已更换供应商。",
    });
  });
});

/** Rows of the CSV by their columns. */
async function rowsOf(reading: Reading): Promise<readonly Record<string, string>[]> {
  const projects = reading.tables.map(
    (table): CsvProject => ({
      declaration: table.declarations[0]!, // a form has one
      table: { fileName: "表.xlsx", department: table.department, year: table.year, kind: table.kind },
      line: 1,
      number: 1,
    }),
  );
  let text = "";
  for await (const piece of csvOfDeclarations(projects)) text += piece;
  return Papa.parse<Record<string, string>>(text.slice(1).trim(), { header: true }).data;
}

describe("CSV of forms", () => {
  test("further columns stand behind the others, as printed", async () => {
    const rows = await rowsOf(readingOf(evaluatedForms[1]!));
    expect(rows[0]).toMatchObject({
      表种类: "self-evaluation",
      指标名称: "办理援助案件数",
      年度指标值: "≥400件",
      指标性质: "≥",
      计量单位: "件",
      权重: "60",
      实际完成值: "420",
      得分: "60",
      目标完成情况: "办理援助案件420件。",
      总分: "99.6",
    });
    expect(JSON.parse(rows[0]!.预算执行!)[0]).toMatchObject({ label: "总额", initial: "38.93", remark: "年中追加" });
    expect(JSON.parse(rows[0]!.表单栏目!)).toContainEqual({ label: "存在问题", text: "个别案件补助发放偏晚。" });
  });

  test("columns that we do not know are kept with their heads", async () => {
    const rows = await rowsOf(readingOf(targetForms[4]!));
    expect(JSON.parse(rows[2]!.其他栏!)).toEqual([{ label: "指标方向性", text: "反向指标" }]);
  });
});

describe("rules on forms", () => {
  const kindOf = (form: FormDrawing): string => /表 ([a-z-]+)/u.exec(form.says)![1]!; // each says its kind
  const judged = allForms.filter((form) => !/targets$/u.test(kindOf(form)));
  for (const form of judged)
    test(`${form.name} is not blamed for lacking what tables of targets must have`, () => {
      const { findings, ourErrors } = runChecks(readingOf(form));
      expect([findings.filter(({ rule }) => /^[CMTV]/u.test(rule)), ourErrors]).toEqual([[], []]);
    });

  test("a form that declares targets is held against the rules", () => {
    const form = moreTargetForms[3]!; // it names no output below quantity and asks for no benefit
    expect(runChecks(readingOf(form)).findings.map(({ rule }) => rule)).toContain("C02");
  });
});
