import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aDocument, type SpecCell } from "../../../../test/support/a-document.ts";
import { aGrid, gridAsText } from "../../../../test/support/a-grid.ts";
import { evaluatedForms } from "../../../../test/support/form-cases/evaluated.ts";
import { otherForms } from "../../../../test/support/form-cases/others.ts";
import { targetForms } from "../../../../test/support/form-cases/targets.ts";
import { formsInWords } from "../../../../test/support/forms-in-words.ts";
import { readDocument } from "../../read-document.ts";
import { readText } from "../../read-source.ts";

/** Fields of a form, as label and value. */
const fields: readonly (readonly [string, string])[] = [
  ["主管部门", "青禾市林业局"],
  ["实施单位", "青禾市湿地站"],
  ["项目属性", "新增☑延续□"],
  ["项目期", "3年"],
  ["联系电话", "0100-7654321"],
  ["立项依据", "《湿地保护规划》。"],
  ["年度资金总额", "100.00"],
  ["其中：财政拨款", "90.00"],
  ["其他资金", "10.00"],
  ["年度目标", "完成巡护，监测水鸟。"],
];
const indicators: readonly SpecCell[][] = [
  ["一级指标", "二级指标", "三级指标", "指标值"],
  ["产出指标", "数量指标", "巡护里程", "≥800公里"],
  ["满意度指标", "服务对象满意度指标", "群众满意度", "≥90%"],
];
const width = 8;

/** Cells of a row as wide as told, the last one reaching to the end of the table. */
function asWide(texts: readonly string[], widths: readonly number[]): SpecCell[] {
  let left = width;
  return texts.map((text, at) => {
    const rest = texts.length - at - 1;
    const columns = rest === 0 ? left : Math.min(widths[at % widths.length]!, left - rest);
    left -= columns;
    return { text, columns };
  });
}

const inOrderOfWords = (words: string): string[] => words.split("\n").toSorted();

/** 栏目 rows two by two or alone, in any order, with cells merged at random. */
const shapes = fc.record({
  order: fc.shuffledSubarray([...fields.keys()], { minLength: fields.length }),
  pairs: fc.array(fc.boolean(), { minLength: fields.length, maxLength: fields.length }),
  widths: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 7 }),
});

function rowsOf({
  order,
  pairs,
}: {
  readonly order: readonly number[];
  readonly pairs: readonly boolean[];
}): string[][] {
  const rows: string[][] = [["项目名称", "湿地巡护"]];
  for (let at = 0; at < order.length; at++) {
    const own = [...fields[order[at]!]!];
    if (pairs[at] && at + 1 < order.length) own.push(...fields[order[++at]!]!);
    rows.push(own);
  }
  return rows;
}

describe("a form says the same", () => {
  const plain = rowsOf({ order: [...fields.keys()], pairs: fields.map(() => false) });
  const expected = inOrderOfWords(
    formsInWords(readDocument(aDocument("项目支出绩效目标表", { rows: [...plain, ...indicators] }))),
  );

  test("whatever the order of its labels and however its cells are merged", () => {
    expect(expected).toContain("资金 总计100.00，财政拨款90.00，其他10.00");
    fc.assert(
      fc.property(shapes, (shape) => {
        const rows = [
          ...rowsOf(shape).map((row) => asWide(row, shape.widths)),
          ...indicators.map((row) => asWide(row as string[], shape.widths)), // texts alone stand there
        ];
        const reading = readDocument(aDocument("项目支出绩效目标表", { rows }));
        expect(inOrderOfWords(formsInWords(reading))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test("as tabbed text with any empty cells between", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const rows = [...rowsOf(shape), ...indicators].map((row) =>
          row.map(
            (cell, at) => `${cell}${"\t".repeat(at + 1 < row.length ? shape.widths[at % shape.widths.length]! : 0)}`,
          ),
        );
        const text = ["项目支出绩效目标表", ...rows.map((row) => row.join(""))].join("\n");
        const reading = readText({ name: "表.txt", bytes: new TextEncoder().encode(text) });
        expect(inOrderOfWords(formsInWords(reading))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe("whatever was done to a form", () => {
  const drawings = [...targetForms, ...evaluatedForms, ...otherForms];
  const words = drawings.flatMap(({ grid }) => grid.split(/\s*[|\n]\s*/u));
  const damage = fc.array(
    fc.record({
      row: fc.nat(40),
      column: fc.nat(12),
      as: fc.oneof(fc.constantFrom("", "^", "<", "：", "10", "……"), fc.constantFrom(...words)),
      act: fc.constantFrom("put", "add", "drop row", "repeat row", "drop cell"),
    }),
    { maxLength: 8 },
  );

  const damaged = (grid: string, acts: typeof damage extends fc.Arbitrary<infer T> ? T : never): string => {
    const rows = grid.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
    for (const { row, column, as, act } of acts) {
      const at = row % Math.max(1, rows.length);
      const own = rows[at];
      if (!own) continue;
      const cell = column % Math.max(1, own.length);
      if (act === "put") own[cell] = as;
      else if (act === "add") own[cell] = `${own[cell] ?? ""}${as}`;
      else if (act === "drop row") rows.splice(at, 1);
      else if (act === "repeat row") rows.splice(at, 0, [...own]);
      else own.splice(cell, 1);
    }
    return rows.map((row) => row.join(" | ")).join("\n") || "空";
  };

  test("no character of it is lost or filed twice", () => {
    fc.assert(
      fc.property(fc.constantFrom(...drawings), fc.constantFrom(...drawings), damage, (form, next, acts) => {
        const grid = damaged(form.grid, acts);
        const readings = [
          readDocument(aDocument(...form.above, aGrid(grid), ...next.above, aGrid(next.grid))),
          readText({
            name: "表.txt",
            bytes: new TextEncoder().encode(
              [...form.above, gridAsText(grid, "dropped"), "", gridAsText(next.grid, "kept")].join("\n"),
            ),
          }),
        ];
        for (const { conservation, text } of readings) {
          const { characters, placed, decoration, unplacedCharacters } = conservation;
          expect([characters, placed + decoration + unplacedCharacters]).toEqual([text.length, text.length]);
        }
      }),
      { numRuns: 150 },
    );
  });
});
