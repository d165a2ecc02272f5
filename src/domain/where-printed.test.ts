import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openWriter } from "../read/document-writer.ts";
import type { SourceDocument } from "../read/source-document.ts";
import { columnName, placeInWords } from "./place-in-words.ts";
import type { Language } from "./result.ts";
import { overlapping, wherePrinted } from "./where-printed.ts";

const file = { name: "表", sha256: "0", bytes: 1, kind: "pdf", encoding: "" } as const;
const page = (number: number) => ({ kind: "page", number, width: 600, height: 800, scanned: false }) as const;
const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

/** Two pages; the goal of the second row is cut by the page break. */
function printed(): SourceDocument {
  const writer = openWriter();
  writer.view(page(1));
  writer.paragraph([{ text: "项目支出绩效目标表", box: box(200, 20, 380, 40) }]);
  const table = writer.table();
  const name = { content: [{ text: "图书采购", box: box(10, 60, 50, 70) }], index: 0, box: box(0, 50, 100, 90) };
  const goal = {
    content: [
      { text: "充实馆藏12册", box: box(110, 60, 210, 70) },
      { text: "方便借阅", box: box(110, 75, 150, 85) },
    ],
    index: 1,
    box: box(100, 50, 300, 90),
  };
  writer.row({ cells: [name, goal], width: 2, row: 0 });
  writer.view(page(2));
  writer.table(table);
  writer.row({
    cells: [
      {
        content: [{ text: "就近。", box: box(110, 20, 140, 30), confidence: 61 }],
        index: 1,
        box: box(100, 10, 300, 40),
      },
    ],
    width: 2,
    row: 1,
  });
  return writer.finish(file);
}

const spanOf = ({ text }: SourceDocument, words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const placeOf = (document: SourceDocument, ...words: string[]) => {
  const spans = words.map((one) => spanOf(document, one));
  return { line: document.text.slice(0, spans[0]!.start).split("\n").length, spans };
};

describe("where words are printed", () => {
  test("a whole line gives its rectangle and its cell", () => {
    const document = printed();
    const { pieces, cells } = wherePrinted(document, placeOf(document, "图书采购"));
    expect(pieces).toEqual([{ view: 0, box: box(10, 60, 50, 70) }]);
    expect(cells.map(({ row, column }) => [row, column])).toEqual([[0, 0]]);
  });

  test("a part of a line gives its part, by the width of its characters", () => {
    const document = printed();
    // 充实馆藏 8, 12 2, 册 2: twelve halves on a hundred points
    expect(wherePrinted(document, placeOf(document, "12")).pieces[0]!.box.left).toBeCloseTo(110 + (100 * 8) / 12);
    expect(wherePrinted(document, placeOf(document, "12")).pieces[0]!.box.right).toBeCloseTo(110 + (100 * 10) / 12);
  });

  test("words over a line end and over a page break give a rectangle for each piece", () => {
    const document = printed();
    const { pieces } = wherePrinted(document, placeOf(document, "馆藏12册方便", "就近。"));
    expect(pieces.map(({ view }) => view)).toEqual([0, 0, 1]);
    expect(pieces[1]!.box).toEqual(box(110, 75, 130, 85));
    expect(pieces[2]!.confidence).toBe(61);
  });

  test("a cell without printed lines gives its own rectangle", () => {
    const writer = openWriter();
    writer.view(page(1));
    writer.table();
    writer.row({ cells: [{ content: "12.00", index: 0, box: box(1, 2, 3, 4) }], width: 1, row: 0 });
    const document = writer.finish(file);
    expect(wherePrinted(document, placeOf(document, "12.00")).pieces).toEqual([{ view: 0, box: box(1, 2, 3, 4) }]);
  });

  test("what is found is what a plain walk through the list finds", () => {
    const lists = fc.array(fc.tuple(fc.nat(3), fc.nat(4)), { maxLength: 30 }).map((steps) => {
      let at = 0;
      return steps.map(([gap, length]) => {
        const start = at + gap;
        at = start + length;
        return { span: { start, end: at } };
      });
    });
    fc.assert(
      fc.property(lists, fc.nat(120), fc.nat(30), (list, start, length) => {
        const span = { start, end: start + length };
        const plain = list.filter(
          (one) => one.span.start < span.end && one.span.end > span.start && one.span.end > one.span.start,
        );
        expect(overlapping(list, span)).toEqual(plain);
      }),
    );
  });
});

describe("a place in words", () => {
  const say = (document: SourceDocument, language: Language, ...words: string[]) =>
    placeInWords(document, placeOf(document, ...words), language);

  test("on a page: page and line; where it goes on, there too", () => {
    const document = printed();
    expect(say(document, "zh", "图书采购")).toBe("第 1 页第 2 行");
    expect(say(document, "en", "图书采购")).toBe("page 1, line 2");
    expect(say(document, "zh", "方便借阅", "就近。")).toBe("第 1 页第 2 行，续第 2 页第 1 行");
  });

  test("in a sheet: its name and the cell, or the cells", () => {
    const writer = openWriter();
    writer.view({ kind: "sheet", name: "绩效" });
    writer.table();
    writer.row({
      cells: [
        { content: "项目", index: 1 },
        { content: "总计", index: 27 },
      ],
      width: 28,
      row: 6,
    });
    const document = writer.finish({ ...file, kind: "xlsx" });
    expect(say(document, "zh", "项目")).toBe("工作表“绩效”B7");
    expect(say(document, "en", "总计")).toBe("sheet “绩效”, AB7");
    const whole = { line: 1, spans: [{ start: 0, end: document.text.length }] };
    expect(placeInWords(document, whole, "zh")).toBe("工作表“绩效”B7:AB7");
  });

  test("in a document: table, row and column; of the only table no number; outside tables the line", () => {
    const tables = (n: number) => {
      const writer = openWriter();
      writer.view({ kind: "part", name: "正文" });
      writer.paragraph("说明");
      for (let t = 0; t < n; t++) {
        writer.table();
        writer.row({
          cells: [
            { content: `甲${t}`, index: 0 },
            { content: `乙${t}`, index: 3 },
          ],
          width: 4,
          row: 2,
        });
      }
      return writer.finish({ ...file, kind: "docx" });
    };
    expect(say(tables(2), "zh", "乙1")).toBe("表 2 第 3 行第 4 列");
    expect(say(tables(2), "en", "乙1")).toBe("table 2, row 3, column 4");
    expect(say(tables(1), "zh", "乙0")).toBe("表中第 3 行第 4 列");
    expect(say(tables(1), "zh", "说明")).toBe("第 1 行");
  });

  test("in plain text: the line", () => {
    expect(
      placeInWords(
        { text: "甲\n乙", cells: [], runs: [], views: [] },
        { line: 2, spans: [{ start: 2, end: 3 }] },
        "en",
      ),
    ).toBe("line 2");
  });

  test.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
  ])("column %i is %s", (column, name) => {
    expect(columnName(column)).toBe(name);
  });
});
