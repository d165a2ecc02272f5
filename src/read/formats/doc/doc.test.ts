import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { docOf, oleOf } from "../../../../test/support/doc-file.ts";
import type { SourceDocument } from "../../source-document.ts";
import { openDocument } from "../open-document.ts";
import { documentOfDoc } from "./doc.ts";

function opened(bytes: Uint8Array): SourceDocument {
  const document = openDocument({ name: "表", bytes }, {});
  if (!document.ok) throw new Error(document.refusal.message.zh);
  return document.value;
}

const fixture = (ending: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../../fixtures/read/word/reviewed-form.${ending}`, import.meta.url)));

describe("one document in four formats, as an office program saved it", () => {
  const expected = [
    "云泽市二〇二三年预算",
    "",
    "项目支出绩效目标表",
    "部门名称：云泽市青洲区水务局",
    "项目名称\t预算金额\t\t绩效目标\t绩效指标",
    "\t总计\t财政拨款\t\t",
    "河道巡查\t10.00\t10.00\t保持河道⏎畅通。\t1、产出指标：巡查次数，年度指标值：12次⏎2、效益指标：投诉，年度指标值：≤3件",
    "堤防加固\t20.00\t18.00\t加固⏎五公里\t1、产出指标：加固长度，年度指标值：5公里",
    "表间新增文字",
    "（一）第一条",
    "（二）第二条",
    "项目名称\t幸福河建设\t\t",
    "主管部门\t水务局\t\t",
    "金额\t5.00\t\t",
    "绩效指标\t指标如下\t\t",
    "\t一级指标\t三级指标\t指标值",
    "\t产出\t数量\t3个",
    "\t效益\t满意\t95%",
    "",
    "末页",
    "",
    "脚注甲：资金含上年结转。",
  ];

  test.each(["docx", "doc", "rtf", "odt"])(
    "%s: merges, lists, a table in a cell, notes, and what is not read",
    (ending) => {
      const document = opened(fixture(ending));
      expect(document.description.kind).toBe(ending);
      expect(
        document.text
          .trimEnd()
          .replace(/\u2028/gu, "⏎")
          .split("\n"),
      ).toEqual(expected);
      expect(document.notes.map(({ code, facts }) => [code, facts.words])).toEqual([
        ["text-deleted", "删去的"],
        ["text-hidden", "隐藏的字"],
      ]);
      expect(document.views).toEqual(
        ["页眉", "正文", "正文（分页 2）", "脚注"].map((name) => ({ kind: "part", name })),
      );
    },
  );

  test("cells stand in the same places", () => {
    const places = (ending: string): unknown =>
      opened(fixture(ending)).cells.map(({ table, row, column, rows, columns }) => [table, row, column, rows, columns]);
    for (const ending of ["doc", "rtf", "odt"]) expect(places(ending)).toEqual(places("docx"));
  });
});

describe("words of a .doc", () => {
  const textOf = (words: string): string => opened(docOf(words)).text.trimEnd();

  test.each([
    ["line ends, tabs, hyphens", "甲\u000b乙\t丙\u001e丁", "甲\n乙 丙-丁"],
    ["results of fields, not their codes", "甲\u0013 PAGE \u00143\u0015乙", "甲3乙"],
    ["fields in fields", "\u0013 IF \u0013 X \u0014一\u0015 \u0014二\u0015三", "二三"],
    ["a field that lost its end takes nothing with it", "甲\u0013 PAGE\n乙", "甲\n乙"],
    ["pictures and notes are no words", "甲\u0001\u0002\u0005\u0008乙", "甲乙"],
  ])("%s", (_, words, read) => {
    expect(textOf(words)).toBe(read);
  });

  test("more paragraphs than a page of properties holds", () => {
    const table = { rows: Array.from({ length: 400 }, (_, at) => [`项目${at}`, `${at}.00`, "保持"]) };
    const document = opened(docOf("表", table));
    expect(document.cells.filter((cell) => cell.table === 0)).toHaveLength(1_200);
    expect(document.lines.at(-1)?.cells.map(({ text }) => text)).toEqual(["项目399", "399.00", "保持"]);
  });
});

describe("what cannot be read is refused with what to do", () => {
  const head = (change: (view: DataView) => void): Uint8Array => {
    const main = new Uint8Array(0x600);
    const view = new DataView(main.buffer);
    view.setUint16(0, 0xa5ec, true);
    view.setUint16(2, 0xc1, true);
    view.setUint16(0x0a, 0x0200, true);
    change(view);
    return oleOf({ WordDocument: main, "1Table": new Uint8Array(600) });
  };
  const codeOf = (bytes: Uint8Array): string | undefined => {
    const document = documentOfDoc({ name: "表.doc", bytes });
    return document.ok ? undefined : document.refusal.code;
  };

  test.each([
    ["Word 6", head((view) => view.setUint16(2, 0x65, true)), "format-too-old"],
    ["Word 95", head((view) => view.setUint16(2, 0x68, true)), "format-too-old"],
    ["encrypted", head((view) => view.setUint16(0x0a, 0x0300, true)), "needs-password"],
    ["no pieces of text", head(() => {}), "damaged"],
    ["not a document at all", head((view) => view.setUint16(0, 0x1234, true)), "damaged"],
    ["cut off", docOf("甲").subarray(0, 700), "damaged"],
  ])("%s", (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });
});
