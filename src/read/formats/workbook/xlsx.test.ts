import { describe, expect, test } from "vitest";
import { aZip } from "../../../../test/support/a-zip.ts";
import { anXlsx, sheetData, type XlsxSheetSpec, type XlsxSpec } from "../../../../test/support/an-xlsx.ts";
import type { SourceDocument } from "../../source-document.ts";
import { addressOf } from "./sheet.ts";
import { documentOfXlsx } from "./xlsx.ts";

const open = (spec: XlsxSpec) => documentOfXlsx({ name: "表.xlsx", bytes: anXlsx(spec) });
function read(
  sheet: Partial<XlsxSheetSpec> | readonly XlsxSheetSpec[],
  more: Omit<XlsxSpec, "sheets"> = {},
): SourceDocument {
  const sheets = Array.isArray(sheet) ? sheet : [{ name: "表", xml: "", ...sheet }];
  const found = open({ sheets, ...more });
  if (!found.ok) throw new Error(found.refusal.message.zh);
  return found.value;
}
/** `B5=text`, with the reach of merged cells behind it: `A1=title 3x1`. */
const cellsOf = ({ cells, text }: SourceDocument): string[] =>
  cells.map(({ column, row, columns, rows, span }) => {
    const reach = columns > 1 || rows > 1 ? ` ${columns}x${rows}` : "";
    return `${addressOf(column, row)}=${text.slice(span.start, span.end)}${reach}`;
  });
const notesOf = ({ notes }: SourceDocument): string[] =>
  notes.map(({ code, facts }) => `${code} ${Object.values(facts).join(" ")}`);
const cell = (xml: string): string => `<sheetData><row r="1">${xml}</row></sheetData>`;

describe("cells of a workbook", () => {
  const strings = `<si><t>甲</t></si><si><r><t>粗</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 细</t></r><rPh sb="0" eb="1"><t>ク</t></rPh></si><si><t>一_x000D_
二 _x005F_x0041_</t></si>`;
  test.each<readonly [string, string, string]>([
    ["a shared text", `<c r="A1" t="s"><v>0</v></c>`, "A1=甲"],
    ["a text of several fonts, without its reading aid", `<c r="A1" t="s"><v>1</v></c>`, "A1=粗 细"],
    ["escaped characters", `<c r="A1" t="s"><v>2</v></c>`, "A1=一\u2028二 _x0041_"],
    ["a text in the cell", `<c r="B1" t="inlineStr"><is><t>乙</t></is></c>`, "B1=乙"],
    ["a number kept as text", `<c r="A1" t="inlineStr"><is><t>0012</t></is></c>`, "A1=0012"],
    ["a number", `<c r="A1"><v>67634.3</v></c>`, "A1=67634.3"],
    ["a result of a formula", `<c r="A1"><f>1+1</f><v>2</v></c>`, "A1=2"],
    ["a text as result", `<c r="A1" t="str"><f>"x"</f><v>丙</v></c>`, "A1=丙"],
    ["true", `<c r="A1" t="b"><v>1</v></c>`, "A1=TRUE"],
    ["an error", `<c r="A1" t="e"><v>#DIV/0!</v></c>`, "A1=#DIV/0!"],
    ["a day of ISO 8601", `<c r="A1" t="d"><v>2022-12-31</v></c>`, "A1=2022/12/31"],
    ["no address", "<c><v>1</v></c><c><v>2</v></c>", "A1=1 B1=2"],
    [
      "cells out of order, and one place twice",
      `<c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="C1"><v>9</v></c>`,
      "A1=1 C1=3",
    ],
    ["an address that is none", `<c r="XFE1"><v>1</v></c>`, "A1=1"],
    [
      "a shared text that is not there",
      `<c r="A1" t="s"><v>-1</v></c><c r="B1" t="s"><v>2147483648</v></c>`,
      "A1=#-1 B1=#2147483648",
    ],
    ["a number that is none", `<c r="A1"><v>一</v></c>`, "A1=一"],
  ])("%s", (_, xml, expected) => {
    expect(cellsOf(read({ xml: cell(xml) }, { strings })).join(" ")).toBe(expected);
  });

  test("numbers as their formats show them; days from 1904 where the workbook counts so", () => {
    const styles = `<numFmts><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf/><xf numFmtId="9"/><xf numFmtId="165"/><xf numFmtId="4"/></cellXfs>`;
    const xml = cell(
      `<c s="1"><v>0.95</v></c><c s="2"><v>43464</v></c><c s="3"><v>67634.3</v></c><c s="99"><v>5</v></c>`,
    );
    expect(cellsOf(read({ xml }, { styles }))).toEqual(["A1=95%", "B1=2018年12月30日", "C1=67,634.30", "D1=5"]);
    const from1904 = read({ xml }, { styles, workbookPr: '<workbookPr date1904="1"/>' });
    expect(cellsOf(from1904)[1]).toBe("B1=2022年12月31日");
  });

  test("elements with a prefix, and parts in UTF-16", () => {
    const xml = `<x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData>`;
    expect(cellsOf(read({ xml }))).toEqual(["A1=1"]);
    const text = `\uFEFF<?xml version="1.0" encoding="UTF-16"?><worksheet>${cell(`<c t="inlineStr"><is><t>甲</t></is></c>`)}</worksheet>`;
    const wide = Uint8Array.from([...text].flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8]));
    const zip = aZip([
      { name: "xl/workbook.xml", content: '<workbook><sheets><sheet name="表" r:id="a"/></sheets></workbook>' },
      {
        name: "xl/_rels/workbook.xml.rels",
        content: '<Relationships><Relationship Id="a" Type="x/worksheet" Target="S.XML"/></Relationships>',
      },
      { name: "xl/s.xml", content: wide },
    ]);
    const found = documentOfXlsx({ name: "表", bytes: zip });
    expect(found.ok && cellsOf(found.value)).toEqual(["A1=甲"]);
  });
});

describe("tables of a sheet", () => {
  const row = ["项目", "总计", "指标"];

  test("blank rows part tables; rows keep the numbers of the sheet", () => {
    const xml = `<sheetData>${sheetData([row, ["甲", 1, "x"]], 3).slice(11, -12)}${sheetData([row], 8).slice(11, -12)}</sheetData>`;
    const found = read({ xml });
    expect(found.lines.map(({ table }) => table)).toEqual([0, 0, 1]);
    expect(found.cells.filter(({ column }) => column === 0).map((one) => [one.row, one.table])).toEqual([
      [2, 0],
      [3, 0],
      [7, 1],
    ]);
  });

  test("a blank row that is framed, or that a merged cell reaches through, is a row of its table", () => {
    const styles = `<borders><border/><border><left style="thin"/></border></borders><cellXfs><xf/><xf borderId="1"/></cellXfs>`;
    const framed = `<sheetData><row r="1"><c><v>1</v></c></row><row r="2"><c s="1"/></row><row r="3"><c><v>3</v></c></row></sheetData>`;
    expect(read({ xml: framed }, { styles }).lines.map(({ table }) => table)).toEqual([0, 0]);
    expect(read({ xml: framed }).lines.map(({ table }) => table)).toEqual([0, 1]);
    const merged = `${framed}<mergeCells><mergeCell ref="A1:A3"/></mergeCells>`.replace(
      "<c><v>3</v></c>",
      `<c r="B3"><v>3</v></c>`,
    );
    expect(read({ xml: merged }).lines.map(({ table }) => table)).toEqual([0, 0]);
  });

  test("merged cells have columns and rows, and reach down into the lines below", () => {
    const xml = `${sheetData([
      ["标题", null, null],
      ["甲", 1, "一"],
      [null, 2, "二"],
    ])}<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells>`;
    const found = read({ xml });
    expect(cellsOf(found)).toEqual(["A1=标题 3x1", "A2=甲 1x2", "B2=1", "C2=一", "B3=2", "C3=二"]);
    expect(found.lines.map(({ covered }) => covered?.map(({ text }) => text))).toEqual([undefined, undefined, ["甲"]]);
  });

  test("what a merged cell hides is not read, and said", () => {
    const xml = `${sheetData([["甲", "藏", "乙"]])}<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`;
    const found = read({ xml });
    expect(cellsOf(found)).toEqual(["A1=甲 2x1", "C1=乙"]);
    expect(notesOf(found)).toEqual(["text-hidden 1 藏"]);
  });

  test("a far cell and a merge over everything cost nothing", () => {
    const far = `<sheetData>${sheetData([row]).slice(11, -12)}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>`;
    expect(cellsOf(read({ xml: far }))).toEqual(["A1=项目", "B1=总计", "C1=指标", "XFD1048576=1"]);
    const beside = sheetData([row, ["甲", 1, "x"]]).replace("</row>", `<c r="XFD1"><v>1</v></c></row>`);
    expect(read({ xml: beside }).lines.map(({ width }) => width)).toEqual([16384, 3]);
    const merged = `${sheetData([["标题"]])}<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A1:B2"/></mergeCells>`;
    expect(cellsOf(read({ xml: merged }))).toEqual(["A1=标题"]);
  });

  test("columns hidden and ranges merged over and over cost no more than once", () => {
    const again = 50_000;
    const xml = `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(again)}</cols>${sheetData([["甲"]])}<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(again)}</mergeCells>`;
    expect(notesOf(read({ xml }))).toEqual(["rows-hidden 表 0 1"]);
  });

  test("rows that are all as wide as a sheet can be are refused", () => {
    const wide = Array.from({ length: 2100 }, (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`);
    const found = open({ sheets: [{ name: "表", xml: `<sheetData>${wide.join("")}</sheetData>` }] });
    expect(!found.ok && found.refusal.code).toBe("too-large");
  });
});

describe("what a workbook holds besides", () => {
  const xml = sheetData([["甲", 1]]);

  test("sheets are views in their order; empty ones are none; hidden ones are named and not read", () => {
    const found = read([
      { name: "封面", xml: "<sheetData/>" },
      { name: "一", xml },
      { name: "藏", xml, state: "hidden" },
      { name: "深藏", xml, state: "veryHidden" },
      { name: "二", xml },
    ]);
    expect(found.views).toEqual([
      { kind: "sheet", name: "一" },
      { kind: "sheet", name: "二" },
    ]);
    expect(notesOf(found)).toEqual(["sheet-hidden 藏", "sheet-hidden 深藏"]);
  });

  test("names of sheets that are words of the language do no harm", () => {
    const names = ["__proto__", "constructor", "toString"];
    const found = read(names.map((name) => ({ name, xml: sheetData([["__proto__", "甲"]]) })));
    expect(found.views.map((view) => view.kind === "sheet" && view.name)).toEqual(names);
    expect(found.lines).toHaveLength(3);
  });

  test("hidden rows and columns are read, and said", () => {
    const hidden = `<cols><col min="2" max="16384" hidden="1"/></cols>${xml.replace("<row ", '<row hidden="true" ')}`;
    const found = read({ xml: hidden });
    expect(cellsOf(found)).toEqual(["A1=甲", "B1=1"]);
    expect(notesOf(found)).toEqual(["rows-hidden 表 1 1"]);
  });

  test("formulas without a result are noted by their address, many of them in few notes", () => {
    const formula = `<c><f>SUM(A1:A2)</f></c>`;
    expect(notesOf(read({ xml: sheetData([["甲", formula]]) }))).toEqual(["formula-without-value 表!B1"]);
    const many = notesOf(read({ xml: sheetData([["甲"], ...Array.from({ length: 100 }, () => ["乙", formula])]) }));
    expect([many.length, many.at(-1)]).toEqual([21, "formula-without-value 表!B22（等 80 格）"]);
  });

  test("a number that its format hides from view is noted with its words", () => {
    const styles = `<numFmts><numFmt numFmtId="165" formatCode=";;;"/></numFmts><cellXfs><xf/><xf numFmtId="165"/></cellXfs>`;
    expect(notesOf(read({ xml: sheetData([["甲", `<c s="1"><v>12</v></c>`]]) }, { styles }))).toEqual([
      "text-hidden 2 12",
    ]);
  });

  test("comments, pictures, text boxes and page headers are named as not read", () => {
    const beside = {
      comments: "<comments><commentList><comment/><comment/></commentList></comments>",
      drawing: "<wsDr><pic/><sp><txBody><p><r><t>字</t></r></p></txBody></sp></wsDr>",
      oleObject: "<x/>",
    };
    const found = read({
      xml: `${xml}<headerFooter><oddHeader>&amp;C单位：万元</oddHeader><oddFooter>第 &amp;P 页</oddFooter></headerFooter>`,
      beside,
    });
    expect(notesOf(found)).toEqual([
      "part-unread 表：页眉 header：单位：万元",
      "part-unread 表：批注 comments × 2",
      "part-unread 表：图片 pictures × 1",
      "part-unread 表：文本框 text boxes × 1",
      "part-unread 表：嵌入对象 objects",
    ]);
  });

  test.each<readonly [string, XlsxSpec, string, string]>([
    ["no sheet at all", { sheets: [] }, "damaged", "没有列出任何工作表"],
    ["nothing in its sheets", { sheets: [{ name: "表", xml: "<sheetData/>" }] }, "nothing-inside", "没有可读的单元格"],
    ["hidden sheets only", { sheets: [{ name: "藏", xml, state: "hidden" }] }, "nothing-inside", "都是隐藏的：“藏”"],
    [
      "a picture only",
      { sheets: [{ name: "表", xml: "", beside: { drawing: "<x><pic/></x>" } }] },
      "nothing-inside",
      "图片",
    ],
    ["elements without end", { sheets: [{ name: "表", xml: "<a>".repeat(200) }] }, "too-large", "嵌套超过 128 层"],
  ])("%s: refused", (_, spec, code, says) => {
    const found = open(spec);
    expect(!found.ok && [found.refusal.code, found.refusal.message.zh.includes(says)]).toEqual([code, true]);
  });

  test("entities that stand for each other are not followed", () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${"哈".repeat(100)}"><!ENTITY b "&a;&a;">]>`;
    const found = read({ xml: `${laughs}${cell(`<c t="inlineStr"><is><t>&b;</t></is></c>`)}` });
    expect(cellsOf(found)).toEqual(["A1=&b;"]);
  });
});
