import { describe, expect, test } from "vitest";
import { openDocument } from "../open-document.ts";

const names = ["office", "text", "table", "style", "draw"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === "draw" ? "drawing" : name}:1.0"`)
  .join(" ");

function read(body: string, styles = "") {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><office:document ${names} office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document>`;
  const document = openDocument({ name: "表.fodt", bytes: new TextEncoder().encode(xml) }, {});
  if (!document.ok) throw new Error(document.refusal.message.zh);
  return document.value;
}

const linesOf = (body: string, styles?: string): string[] =>
  read(body, styles)
    .text.trimEnd()
    .split("\n")
    .map((line) => line.replace(/\u2028/gu, "⏎"));

const p = (words: string, style = ""): string => `<text:p text:style-name="${style}">${words}</text:p>`;
const cell = (words: string, more = ""): string => `<table:table-cell ${more}>${p(words)}</table:table-cell>`;
const row = (cells: string, more = ""): string => `<table:table-row ${more}>${cells}</table:table-row>`;

describe("an OpenDocument text as one file", () => {
  test.each([
    [
      "blanks, tabs, line ends",
      p('甲 \n <text:s text:c="2"/>乙<text:tab/>丙<text:line-break/>丁'),
      ["甲   乙 丙", "丁"],
    ],
    [
      "rows of heads, several paragraphs of a cell",
      `<table:table><table:table-header-rows>${row(cell("甲") + cell("乙"))}</table:table-header-rows>${row(`<table:table-cell>${p("1")}${p("2")}</table:table-cell>${cell("3")}`)}</table:table>`,
      ["甲\t乙", "1⏎2\t3"],
    ],
    [
      "cells and rows that a file has many times over",
      `<table:table>${row(cell("甲", 'table:number-columns-repeated="2"') + cell("乙"), 'table:number-rows-repeated="2"')}</table:table>`,
      ["甲\t甲\t乙", "甲\t甲\t乙"],
    ],
    [
      "covered cells",
      `<table:table>${row(`${cell("甲", 'table:number-columns-spanned="2"')}<table:covered-table-cell/>${cell("乙")}`)}${row(cell("1") + cell("2") + cell("3"))}</table:table>`,
      ["甲\t\t乙", "1\t2\t3"],
    ],
    [
      "text boxes after their paragraph",
      p(`甲<draw:frame><draw:text-box>${p("框")}</draw:text-box></draw:frame>乙`),
      ["甲乙", "框"],
    ],
    [
      "notes at the end",
      p(
        `甲<text:note><text:note-citation>1</text:note-citation><text:note-body>${p("注")}</text:note-body></text:note>`,
      ),
      ["甲", "", "注"],
    ],
  ])("%s", (_, body, lines) => {
    expect(linesOf(body)).toEqual(lines);
  });

  test("hidden and deleted words are left out and said", () => {
    const styles =
      '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>';
    const body = `<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator xmlns:dc="x">某</dc:creator></office:change-info>${p("删去")}</text:deletion></text:changed-region></text:tracked-changes>${p('甲<text:span text:style-name="T1">藏</text:span>乙')}`;
    const document = read(body, styles);
    expect(document.text).toBe("甲乙\n");
    expect(document.notes.map(({ code, facts }) => [code, facts.words])).toEqual([
      ["text-deleted", "删去"],
      ["text-hidden", "藏"],
    ]);
  });

  test("numbers of lists go on where a list goes on with another", () => {
    const styles =
      '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/></text:list-style>';
    const list = (items: string, more = ""): string => `<text:list text:style-name="L" ${more}>${items}</text:list>`;
    const item = (content: string): string => `<text:list-item>${content}</text:list-item>`;
    const body =
      list(item(p("甲") + p("又")) + item(`${p("乙")}<text:list>${item(p("丙"))}</text:list>`), 'xml:id="a"') +
      list(item(p("丁")), 'text:continue-list="a"') +
      list(item(p("戊")));
    expect(linesOf(body, styles)).toEqual(["一、甲", "又", "二、乙", "二.1. 丙", "三、丁", "一、戊"]);
  });
});
