import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { documentOfCsv } from "./csv.ts";

const head = "项目名称,总计,财政拨款,绩效目标,绩效指标";
const read = (text: string) => {
  const found = documentOfCsv({ name: "夹/表.csv", bytes: new TextEncoder().encode(text) });
  if (!found.ok) throw new Error(found.refusal.message.zh);
  return found.value;
};
/** The cells of every line, empty ones counted. */
const rowsOf = (text: string): string[][] =>
  read(text).lines.map(({ cells, width }) => {
    const row = new Array<string>(width).fill("");
    for (const cell of cells) row[cell.index] = cell.text.replaceAll("\u2028", "⏎");
    return row;
  });

describe("CSV", () => {
  test("quotes, doubled quotes, line ends within cells and empty cells", () => {
    expect(rowsOf(`${head}\r\n"甲, 乙","1,000.00",,"“一”\n""二""",丙\r\n`).at(1)).toEqual([
      "甲, 乙",
      "1,000.00",
      "",
      '“一”⏎"二"',
      "丙",
    ]);
  });

  test("codes that Excel keeps as figures are unwrapped", () => {
    expect(rowsOf(`${head}\n="001",1,2,3,="012"\n`).at(1)).toEqual(["001", "1", "2", "3", "012"]);
  });

  test.each([";", "|"])("the delimiter %s", (delimiter) => {
    expect(rowsOf(`${head}\n甲,1,2,3,4\n`.replaceAll(",", delimiter)).at(1)).toEqual(["甲", "1", "2", "3", "4"]);
  });

  test("a blank line parts tables, and rows keep their numbers", () => {
    const { lines, cells } = read(`${head}\n甲,1,2,3,4\n\n${head}\n乙,1,2,3,4\n`);
    expect(lines.map(({ table }) => table)).toEqual([0, 0, 1, 1]);
    expect(cells.filter(({ column }) => column === 0).map(({ row }) => row)).toEqual([0, 1, 3, 4]);
  });

  test("a quote that is never closed takes only its own line, and is noted there", () => {
    const text = `${head}\n甲,1,2,3,4\n乙,1,2,"目标,4\n丙,1,2,3,"五\n六"\n丁,1,2,3,4\n`;
    expect(rowsOf(text).map(([first]) => first)).toEqual(["项目名称", "甲", "乙", "丙", "丁"]);
    const { notes, text: written } = read(text);
    expect(notes.map(({ code, at, facts }) => [code, facts.row, written.slice(at.start, at.end)])).toEqual([
      ["quote-unclosed", 3, '乙\t1\t2\t"目标\t4'],
    ]);
  });

  test("a file full of broken quotes is read with quotes as just quotes", () => {
    const text = `${head}\n${'甲,1,2,"目标,4\n'.repeat(200)}`;
    expect(rowsOf(text)).toHaveLength(201);
    expect(read(text).notes).toHaveLength(20);
  });

  test("tabbed text as Excel saves it", () => {
    expect(rowsOf('项目\t指标\r\n甲\t"1、一；\n2、""二"""\r\n')).toEqual([
      ["项目", "指标"],
      ["甲", '1、一；⏎2、"二"'],
    ]);
  });

  test("every cell of a random table comes back, at its place", () => {
    const field = fc.string({ unit: fc.constantFrom("甲", "1", ",", '"', "\n", "；", " ", "a"), maxLength: 8 });
    const tables = fc.array(fc.array(field, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(tables, (table) => {
        const rows = [head.split(",").slice(0, 4), ...table, ["合计", "1", "2", "3"]];
        const text = Papa.unparse(rows, { quotes: true });
        const expected = rows
          .map((row) => row.map((cell) => cell.replaceAll("\n", "⏎").replace(/^[\s⏎]+|[\s⏎]+$/gu, "")))
          .filter((row) => row.some((cell) => cell !== ""));
        expect(rowsOf(text)).toEqual(expected);
      }),
    );
  });
});
